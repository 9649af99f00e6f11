import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { liveApi, liveAppPath } from './addresses';
import { apiUrl, environment, readOnly } from './fields';
import { testOf } from './testRequest';

/** The live API, connected in the browser: authorization code, key and secret in a Basic header (live-api section 2). */
export class ExtensivOrderManagerOAuth2Api implements ICredentialType {
	name = 'extensivOrderManagerOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Extensiv Order Manager OAuth2 API';

	icon = { light: 'file:../nodes/shared/icons/orders.svg', dark: 'file:../nodes/shared/icons/orders.dark.svg' } as const;

	documentationUrl = 'https://help.extensiv.com/om-api/apiapp-store-faq';

	properties: INodeProperties[] = [
		environment,
		{
			displayName: 'App URL',
			name: 'appUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://app.example.com',
			description: 'Address of the web app, where /oauth/authorize and /oauth/token are. It must start with https://.',
			displayOptions: { show: { environment: ['custom'] } },
		},
		apiUrl,
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: liveAppPath('/oauth/authorize') },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: liveAppPath('/oauth/token') },
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: 'read_orders write_orders read_inventory write_inventory read_products write_products read_shipments write_shipments',
			description: 'The permissions to ask for, separated by spaces',
		},
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
		readOnly,
	];

	test: ICredentialTestRequest = testOf(liveApi, '/v1/companyinfo');
}
