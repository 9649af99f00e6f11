import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { guideApi, guideToken } from './addresses';
import { readOnly } from './fields';
import { testOf } from './testRequest';

/** The developer guide's contract: client credentials, id and secret in the form body, base address typed by the user (guide-api). */
export class ExtensivOAuth2Api implements ICredentialType {
	name = 'extensivOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Extensiv OAuth2 API';

	icon = { light: 'file:../nodes/shared/icons/orders.svg', dark: 'file:../nodes/shared/icons/orders.dark.svg' } as const;

	documentationUrl = 'https://example.com/n8n-nodes-extensiv-om#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://gateway.example.com',
			description: 'Address of the service; requests go to /api/… below it. It must start with https://.',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: 'https://auth.extensiv.io/oauth/token',
			required: true,
			description: 'Where the client ID and secret are exchanged for a token',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: guideToken },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		readOnly,
	];

	test: ICredentialTestRequest = testOf(guideApi, '/api/orders', { page: 1, pageSize: 1 });
}
