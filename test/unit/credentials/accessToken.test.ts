import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { ExtensivOrderManagerApi } from '../../../credentials/ExtensivOrderManagerApi.credentials';

const HOME = 'https://api.example.com';
const custom: ICredentialDataDecryptedObject = {
	environment: 'custom',
	apiUrl: `${HOME}/gateway/`,
	accessToken: '  a-token\n',
};
/** As n8n calls it: its HTTP Request node gives `uri`, everything else `url`. */
const authenticate = async (request: Partial<IHttpRequestOptions> & { uri?: string }, credential = custom) =>
	(await new ExtensivOrderManagerApi().authenticate(
		credential,
		request as IHttpRequestOptions,
	)) as IHttpRequestOptions & Record<string, unknown>;

describe('The access token', () => {
	it.each<[Partial<IHttpRequestOptions> & { uri?: string }]>([
		[{ url: `${HOME}/v1/orders` }],
		[{ baseURL: HOME, url: '/v1/orders' }],
		[{ uri: `${HOME}/v1/orders` }],
		[{ url: `${HOME}:443/v1/orders`, headers: { Accept: 'application/json' } }],
	])(
		'is added, without the blanks around it, to a request that goes to the address of the credential: %j',
		async (request) => {
			const { headers } = await authenticate(request);
			expect(headers).toEqual({ ...request.headers, Authorization: 'Bearer a-token' });
		},
	);

	it.each([
		['another host', { url: 'https://other.example.com/v1/orders' }],
		['another port', { url: `${HOME}:8443/v1/orders` }],
		['another scheme', { url: 'http://api.example.com/v1/orders' }],
		['a host that only begins like it', { url: `${HOME}.example.net/v1/orders` }],
		['a host behind a user name', { url: `${HOME}@other.example.com/v1/orders` }],
		[
			'a whole address, although there is a base address',
			{ baseURL: HOME, url: 'https://other.example.com/v1/orders' },
		],
		['an address without a scheme', { baseURL: HOME, url: '//other.example.com/v1/orders' }],
		['a name that goes on behind the base address', { baseURL: HOME, url: '.example.net/v1/orders' }],
		['another base address', { baseURL: 'https://other.example.com', url: '/v1/orders' }],
		['another host, from the HTTP Request node', { uri: 'https://other.example.com/v1/orders' }],
		['no address', {}],
	])('is refused to %s', async (_what, request) => {
		await expect(authenticate(request)).rejects.toThrow(/Nothing was sent/);
	});

	it.each([
		['production', 'https://api.skubana.com'],
		['demo', 'https://api.demo.skubana.com'],
	])('of the environment %s is for %s, whatever address was typed before', async (environment, home) => {
		const credential = { ...custom, environment };
		await expect(authenticate({ url: `${home}/v1/orders` }, credential)).resolves.toMatchObject({
			headers: { Authorization: 'Bearer a-token' },
		});
		await expect(authenticate({ url: `${HOME}/v1/orders` }, credential)).rejects.toThrow(`is for ${home}`);
	});

	it('is not taken along by redirects, in either of the request helpers of n8n', async () => {
		await expect(authenticate({ url: `${HOME}/v1/orders` })).resolves.toMatchObject({
			disableFollowRedirect: true,
			maxRedirects: 0,
			sendCredentialsOnCrossOriginRedirect: false,
		});
	});
});
