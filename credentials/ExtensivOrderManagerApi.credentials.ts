import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { secureUrl } from '../nodes/shared/n8n/hosts';
import { liveApi } from './addresses';
import { apiUrl, environment, readOnly } from './fields';

/** The live API with the access token of a private app: opaque and, as far as is known, without an end (live-api section 2.3). */
export class ExtensivOrderManagerApi implements ICredentialType {
	name = 'extensivOrderManagerApi';

	displayName = 'Extensiv Order Manager Access Token API';

	icon = { light: 'file:../nodes/shared/icons/orders.svg', dark: 'file:../nodes/shared/icons/orders.dark.svg' } as const;

	documentationUrl = 'https://help.extensiv.com/om-api/apiapp-store-faq';

	properties: INodeProperties[] = [
		environment,
		apiUrl,
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

	/** Adds the token, and only to requests that are encrypted or stay on this machine. */
	authenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		secureUrl(`${request.baseURL ?? ''}${request.url}`, 'API URL');
		return { ...request, headers: { ...request.headers, Authorization: `Bearer ${String(credentials.accessToken)}` } };
	};

	test: ICredentialTestRequest = { request: { baseURL: liveApi, url: '/v1/companyinfo' } };
}
