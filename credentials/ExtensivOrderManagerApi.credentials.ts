import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { keepAtHome } from '../nodes/shared/hosts';
import { apiUrl, environment, insecureNotice, notice, readOnly } from './fields';
import { NO_REDIRECTS } from './testRequest';

/**
 * The live API with the access token of a private app: opaque and, according to the sources, without an expiry date
 * (live-api section 2.3). Nodes test it (`testAccessToken`).
 */
export class ExtensivOrderManagerApi implements ICredentialType {
	name = 'extensivOrderManagerApi';

	displayName = 'Extensiv Access Token (Order Manager) API';

	icon = {
		light: 'file:../nodes/shared/icons/orders.svg',
		dark: 'file:../nodes/shared/icons/orders.dark.svg',
	} as const;

	documentationUrl = 'https://help.extensiv.com/om-api/apiapp-store-faq';

	properties: INodeProperties[] = [
		notice(
			'whereFrom',
			'To get a token, ask <a href="mailto:support-oms@extensiv.com">support-oms@extensiv.com</a> for a private ' +
				'app. Install it in Order Manager, and exchange the code that you receive for an access token. You only do ' +
				'this once. <a href="https://help.extensiv.com/om-api/apiapp-store-faq" target="_blank">About apps and ' +
				'tokens</a>; the README of this package lists the steps.',
		),
		environment,
		apiUrl,
		insecureNotice(apiUrl),
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The token of your private app, from the exchange after its installation',
		},
		readOnly,
	];

	/**
	 * Adds the token only to requests to the credential's own address. n8n's HTTP Request node passes the address as
	 * `uri`.
	 */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions & { uri?: string },
	): Promise<IHttpRequestOptions> => {
		keepAtHome(credentials, request.url ?? request.uri ?? '', request.baseURL);
		return {
			...request,
			...NO_REDIRECTS,
			headers: { ...request.headers, Authorization: `Bearer ${String(credentials.accessToken).trim()}` },
		};
	};
}
