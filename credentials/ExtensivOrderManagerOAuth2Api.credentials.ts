import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	INodeProperties,
} from 'n8n-workflow';
import { liveUrl } from '../nodes/shared/hosts';
import { liveApi, liveAppPath } from './addresses';
import { apiUrl, environment, insecureNotice, notice, readOnly } from './fields';
import { testOf } from './testRequest';

const appUrl: INodeProperties = {
	displayName: 'App URL',
	name: 'appUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://app.example.com',
	description: 'Address of the web app that serves /oauth/authorize and /oauth/token. Must start with https://.',
	displayOptions: { show: { environment: ['custom'] } },
};

/**
 * The live API, connected in the browser: authorization code, with key and secret in a Basic header (live-api section
 * 2).
 */
export class ExtensivOrderManagerOAuth2Api implements ICredentialType {
	name = 'extensivOrderManagerOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Extensiv Browser Login (Order Manager) OAuth2 API';

	icon = {
		light: 'file:../nodes/shared/icons/orders.svg',
		dark: 'file:../nodes/shared/icons/orders.dark.svg',
	} as const;

	documentationUrl = 'https://help.extensiv.com/om-api/apiapp-store-faq';

	properties: INodeProperties[] = [
		notice(
			'whereFrom',
			'Needs an Order Manager app: ask <a href="mailto:support-oms@extensiv.com">support-oms@extensiv.com</a> ' +
				"for one, and give them the redirect URL above. The app's key is the client ID, and its secret is the " +
				'client secret; you get the token when you connect. <a ' +
				'href="https://help.extensiv.com/om-api/apiapp-store-faq" target="_blank">About apps and tokens</a>.',
		),
		environment,
		appUrl,
		insecureNotice(appUrl),
		apiUrl,
		insecureNotice(apiUrl),
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: liveAppPath('/oauth/authorize') },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: liveAppPath('/oauth/token') },
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default:
				'read_orders write_orders read_inventory write_inventory read_products write_products read_shipments ' +
				'write_shipments',
			description: 'The permissions to request, separated by spaces',
		},
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
		readOnly,
	];

	/** n8n 2 calls this before each request, so that a refused address is reported as such. */
	preAuthentication = async (credentials: ICredentialDataDecryptedObject): Promise<IDataObject> => {
		liveUrl(credentials);
		return {};
	};

	test: ICredentialTestRequest = testOf(liveApi, '/v1/companyinfo');
}
