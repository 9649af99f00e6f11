import type { ICredentialType, IDataObject } from 'n8n-workflow';
import { ExtensivOAuth2Api } from '../../../credentials/ExtensivOAuth2Api.credentials';
import { ExtensivOrderManagerApi } from '../../../credentials/ExtensivOrderManagerApi.credentials';
import { ExtensivOrderManagerOAuth2Api } from '../../../credentials/ExtensivOrderManagerOAuth2Api.credentials';
import { connect, type ConnectContext } from '../../../nodes/shared/n8n/connect/connection';
import { LINES } from '../../engine';
import { resolveFields, resolveTestValue } from '../../support/expressions';

/** The address that a node calls for its first request. */
async function addressCalled(type: string, credential: IDataObject): Promise<string> {
	const called: string[] = [];
	const context = {
		getCredentials: async () => credential,
		getNode: () => ({ id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} }),
		helpers: {
			// Real hosts of the service: the one place where nothing may go out.
			httpRequestWithAuthentication: async (_: string, { url }: { url: string }) => {
				called.push(url);
				return { statusCode: 200, headers: {}, body: [] };
			},
		},
	} as unknown as ConnectContext;
	const { manager } = await connect(context, type);
	await manager.warehouses.list();
	return called[0] ?? '';
}

const HOSTS = [
	{ environment: 'production', api: 'https://api.skubana.com', app: 'https://app.skubana.com' },
	{ environment: 'demo', api: 'https://api.demo.skubana.com', app: 'https://demo.skubana.com' },
	{ environment: 'custom', api: 'https://api.example.com/gateway', app: 'https://app.example.com' },
];
const TYPED = {
	apiUrl: 'https://api.example.com/gateway/ ',
	appUrl: 'https://app.example.com//',
	baseUrl: 'https://gateway.example.com/om/',
	tokenUrl: 'https://auth.example.com/token/',
};

const testUrl = (line: '1' | '2', type: ICredentialType, credential: IDataObject): string => {
	const { baseURL = '', url } = type.test?.request ?? {};
	return `${String(resolveTestValue(line, String(baseURL), credential))}${String(url)}`;
};

describe.each(LINES)('Where a credential leads to, n8n line %s', (line) => {
	describe.each(HOSTS)('$environment', ({ environment, api, app }) => {
		const typed = (more: IDataObject = {}): IDataObject => ({ environment, apiUrl: TYPED.apiUrl, ...more });

		it('is what was chosen, for nodes with an access token', async () => {
			const type = new ExtensivOrderManagerApi();
			const credential = resolveFields(line, type.properties, typed({ accessToken: 'a-token' }));
			await expect(addressCalled(type.name, credential)).resolves.toBe(`${api}/v1/warehouses`);
		});

		it('is the same for nodes, Test and the connection in the browser of an app', async () => {
			const type = new ExtensivOrderManagerOAuth2Api();
			const credential = resolveFields(line, type.properties, typed({ appUrl: TYPED.appUrl }));
			expect(credential).toMatchObject({
				authUrl: `${app}/oauth/authorize`,
				accessTokenUrl: `${app}/oauth/token`,
				grantType: 'authorizationCode',
				authentication: 'header',
				scope: expect.stringMatching(/read_orders.*write_orders/),
			});
			expect(testUrl(line, type, credential)).toBe(`${api}/v1/companyinfo`);
			await expect(addressCalled(type.name, credential)).resolves.toBe(`${api}/v1/warehouses`);
		});
	});

	describe('with client credentials', () => {
		const type = new ExtensivOAuth2Api();
		const fieldsOf = (typed: IDataObject): IDataObject => resolveFields(line, type.properties, typed);

		it('is what the user typed, slashes at the end aside', async () => {
			const credential = fieldsOf({ baseUrl: TYPED.baseUrl, tokenUrl: TYPED.tokenUrl });
			expect(credential).toMatchObject({
				accessTokenUrl: 'https://auth.example.com/token',
				grantType: 'clientCredentials',
				authentication: 'body',
			});
			expect(testUrl(line, type, credential)).toBe('https://gateway.example.com/om/api/orders');
			await expect(addressCalled(type.name, credential)).resolves.toMatch(
				/^https:\/\/gateway\.example\.com\/om\/api\/warehouses\?/,
			);
		});

		it("is Extensiv's own token address unless another is typed", () => {
			expect(fieldsOf({ baseUrl: TYPED.baseUrl })).toMatchObject({
				accessTokenUrl: 'https://auth.extensiv.io/oauth/token',
			});
		});

		it.each([['http://auth.example.com/token'], ['auth.example.com'], ['']])(
			'is nowhere for the token address %j',
			(tokenUrl) => {
				expect(fieldsOf({ baseUrl: TYPED.baseUrl, tokenUrl }).accessTokenUrl).toMatch(
					/^address-must-start-with-https:/,
				);
			},
		);
	});

	it('does not change with a blank in front, as copied text often has', async () => {
		const [token, guide] = [new ExtensivOrderManagerApi(), new ExtensivOAuth2Api()];
		const custom = resolveFields(line, token.properties, {
			environment: 'custom',
			apiUrl: ' https://api.example.com',
			accessToken: 'a-token',
		});
		await expect(addressCalled(token.name, custom)).resolves.toBe('https://api.example.com/v1/warehouses');
		const typed = resolveFields(line, guide.properties, {
			baseUrl: ' https://gateway.example.com',
			tokenUrl: ' https://auth.example.com/token',
		});
		expect(typed.accessTokenUrl).toBe('https://auth.example.com/token');
		expect(testUrl(line, guide, typed)).toBe('https://gateway.example.com/api/orders');
	});

	it.each([['/v1'], ['/v1/'], ['/v1.1'], ['/gateway/v1']])(
		'does not change with a version at its end: %s',
		async (end) => {
			const base = `https://api.example.com${end.startsWith('/gateway') ? '/gateway' : ''}`;
			for (const type of [new ExtensivOrderManagerApi(), new ExtensivOrderManagerOAuth2Api()]) {
				const credential = resolveFields(line, type.properties, {
					environment: 'custom',
					apiUrl: `https://api.example.com${end}`,
					appUrl: 'https://app.example.com',
				});
				await expect(addressCalled(type.name, credential)).resolves.toBe(`${base}/v1/warehouses`);
				if ('test' in type) expect(testUrl(line, type, credential)).toBe(`${base}/v1/companyinfo`);
			}
		},
	);

	it.each([
		['http://api.example.com'],
		['http://localhost.example.com'],
		['http://localhost@example.com'],
		['https://user:word@example.com'],
		['api.example.com'],
		[''],
	])('is nowhere for the custom address %j', (address) => {
		const type = new ExtensivOrderManagerOAuth2Api();
		const credential = resolveFields(line, type.properties, {
			environment: 'custom',
			apiUrl: address,
			appUrl: address,
		});
		expect(credential.authUrl).toMatch(/^address-must-start-with-https:/);
		expect(credential.accessTokenUrl).toMatch(/^address-must-start-with-https:/);
		expect(testUrl(line, type, credential)).toMatch(/^address-must-start-with-https:/);
	});
});
