import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	INodeProperties,
} from 'n8n-workflow';
import { guideUrl } from '../nodes/shared/hosts';
import { guideApi, guideToken } from './addresses';
import { insecureNotice, notice, readOnly } from './fields';
import { testOf } from './testRequest';

const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://gateway.example.com',
	description: 'Address of the service; requests go to /api/… below it. Must start with https://.',
};
const tokenUrl: INodeProperties = {
	displayName: 'Token URL',
	name: 'tokenUrl',
	type: 'string',
	default: 'https://auth.extensiv.io/oauth/token',
	required: true,
	description: 'The address that exchanges client ID and secret for a token. Must start with https://.',
};

/**
 * The developer guide's contract: client credentials, id and secret in the form body, base URL from the user
 * (guide-api).
 */
export class ExtensivOAuth2Api implements ICredentialType {
	name = 'extensivOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Extensiv Developer Guide OAuth2 API';

	icon = {
		light: 'file:../nodes/shared/icons/orders.svg',
		dark: 'file:../nodes/shared/icons/orders.dark.svg',
	} as const;

	documentationUrl = 'https://example.com/n8n-nodes-extensiv-om#credentials';

	properties: INodeProperties[] = [
		notice(
			'whereFrom',
			"For a service that implements the contract of Extensiv's public developer guide (/api/orders). Its " +
				'operator gives you the base URL, client ID and client secret; n8n fetches the token by itself. For an ' +
				'Order Manager account at app.skubana.com, use an access token or the browser login instead.',
		),
		baseUrl,
		insecureNotice(baseUrl),
		tokenUrl,
		insecureNotice(tokenUrl),
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: guideToken },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		readOnly,
	];

	/** n8n 2 calls this before each request, so that a refused address is reported as such. */
	preAuthentication = async (credentials: ICredentialDataDecryptedObject): Promise<IDataObject> => {
		guideUrl(credentials);
		return {};
	};

	test: ICredentialTestRequest = testOf(guideApi, '/api/orders', { page: 1, pageSize: 1 });
}
