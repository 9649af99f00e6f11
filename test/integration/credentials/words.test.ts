import type { IHttpRequestOptions, INodeProperties } from 'n8n-workflow';
import * as line2 from 'n8n-workflow';
import * as line1 from 'n8n-workflow-v1';
import { ExtensivOrderManagerApi } from '../../../credentials/ExtensivOrderManagerApi.credentials';
import { type CredentialInput, LINES } from '../../engine';
import { connectedAppCredential, guideCredential, tokenCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { builtCredentials, builtNodes } from '../../support/pack';
import { useStage } from '../../support/stage';

/** What n8n shows by itself, and what nobody can act on. */
const CODES = /\bE[A-Z]{4,}\b|ERR_|^Unauthorized|^Not Found|refused:\/\//;

describe.each(LINES)('What a test of an access token says, n8n line %s', (line) => {
	const stage = useStage(line);
	const listener = useListener();
	const other = useListener();
	const test = async ({ type, data }: CredentialInput): Promise<string> => {
		const { status, message } = await stage.engine.testCredential(await stage.engine.addCredential(type, data));
		expect(status).toBe('Error');
		expect(message).not.toMatch(CODES);
		return message;
	};

	it.each([
		[
			'a wrong token',
			{ accessToken: 'a-wrong-token' },
			/does not accept the credential\. It says: Invalid access token\..*Open the credential.*press Save/,
		],
		[
			'a service that is down',
			{ apiUrl: 'http://127.0.0.1:9' },
			/127\.0\.0\.1:9 cannot be reached \(connection refused\)\..*Check the address/,
		],
		[
			'a host that does not exist',
			{ apiUrl: 'https://nowhere.invalid' },
			/nowhere\.invalid cannot be reached \(host name not found/,
		],
		[
			'an address that is not https',
			{ apiUrl: 'http://orders.example.com' },
			/API URL .* must start with https:\/\/, and “http:\/\/orders\.example\.com” does not\. Nothing was sent\./,
		],
		['an address that is none', { apiUrl: 'orders' }, /API URL .* is not an address: “orders”\. Nothing was sent\./],
	])('of %s', async (_, more, expected) => {
		expect(await test(tokenCredential(stage.url, more))).toMatch(expected);
	});

	it.each([
		[403, /not allowed to do this\..*permission/],
		[404, /no such API at this address.*Check the address/],
		[503, /The service failed \(HTTP 503\)/],
	])('of an answer with status %i', async (status, expected) => {
		listener.reply = () => ({ status, body: {} });
		expect(await test(tokenCredential(listener.url))).toMatch(expected);
	});

	it.each([301, 302, 303, 307, 308])('of a redirect (%d), to which the token is not taken along', async (status) => {
		const target = `http://localhost:${other.port}/elsewhere`;
		listener.reply = () => ({ status, body: {}, headers: { location: target } });
		const { type, data } = tokenCredential(listener.url);
		expect(await test({ type, data })).toMatch(
			new RegExp(`redirects this request to ${target} \\(HTTP ${status}\\)\\. The node did not follow it\\.`),
		);
		expect(listener.heard.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${String(data.accessToken)}`]);
		expect(other.heard).toEqual([]);
	});

	it('of a redirect that repeats the token: without it', async () => {
		listener.reply = () => ({
			status: 302,
			body: {},
			headers: { location: `http://localhost:${other.port}/a-private-token-17` },
		});
		expect(await test(tokenCredential(listener.url, { accessToken: 'a-private-token-17' }))).toContain('/•••');
	});

	it('of a token that was pasted with blanks: nothing, and it is sent without them', async () => {
		const { type, data } = tokenCredential(stage.url);
		const pasted = await stage.engine.addCredential(type, { ...data, accessToken: ` ${String(data.accessToken)}\n` });
		expect(await stage.engine.testCredential(pasted)).toMatchObject({ status: 'OK' });
	});

	it('of an answer that repeats the token: without it', async () => {
		listener.reply = () => ({ status: 401, body: { message: 'a-private-token-17 is wrong' } });
		expect(await test(tokenCredential(listener.url, { accessToken: 'a-private-token-17' }))).not.toContain(
			'a-private-token-17',
		);
	});
});

describe('What a test of the OAuth2 types says, n8n line 2', () => {
	const stage = useStage('2');
	const listener = useListener();
	const other = useListener();
	const token = { oauthTokenData: { access_token: 'a-token', token_type: 'bearer' } };
	const app = async (more: object): Promise<CredentialInput> => await connectedAppCredential(stage.url, { ...more });
	const guide = async (more: object): Promise<CredentialInput> => guideCredential(stage.url, { ...token, ...more });

	it.each([
		[
			'the address of the API is not https',
			app,
			{ apiUrl: 'http://orders.example.com' },
			/API URL .* must start with https:\/\/, and “http:\/\/orders\.example\.com” does not/,
		],
		[
			'the base URL is not https',
			guide,
			{ baseUrl: 'http://orders.example.com' },
			/Base URL .* must start with https:\/\/, and “http:\/\/orders\.example\.com” does not/,
		],
		[
			'the token URL is not https',
			guide,
			{ tokenUrl: 'http://orders.example.com', oauthTokenData: {} },
			/address-must-start-with-https/,
		],
	])('when %s', async (_, make, more, expected) => {
		const { type, data } = await make(more);
		const { status, message } = await stage.engine.testCredential(await stage.engine.addCredential(type, data));
		expect(status).toBe('Error');
		expect(message).toMatch(expected);
		expect(message).not.toMatch(CODES);
	});

	it.each([
		[302, /redirects requests to another address \(HTTP 302\)\. Redirects are not followed/],
		[403, /not allowed to do this/],
		[404, /no such API at this address/],
		[503, /The service failed \(HTTP 503\)/],
	])('when the service answers with status %i', async (status, expected) => {
		listener.reply = () => ({ status, body: {}, headers: { location: `http://localhost:${other.port}/elsewhere` } });
		for (const { type, data } of [await app({ apiUrl: listener.url }), await guide({ baseUrl: listener.url })]) {
			const result = await stage.engine.testCredential(await stage.engine.addCredential(type, data));
			expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(expected) });
		}
		expect(other.heard).toEqual([]);
	});
});

describe("n8n's HTTP Request node with the access token", () => {
	const type = new ExtensivOrderManagerApi();
	const signed = async (request: object, apiUrl = 'https://api.example.com') =>
		await type.authenticate({ accessToken: 'a-token', environment: 'custom', apiUrl }, request as IHttpRequestOptions);

	it.each(['https://api.example.com', 'https://api.example.com/v1/', 'https://api.example.com/v1.1'])(
		'is signed: it writes the address as uri (API URL %s)',
		async (apiUrl) => {
			expect(await signed({ uri: 'https://api.example.com/v1/warehouses' }, apiUrl)).toMatchObject({
				headers: { Authorization: 'Bearer a-token' },
				disableFollowRedirect: true,
			});
		},
	);

	it('is refused at another address', async () => {
		await expect(signed({ uri: 'https://other.example.com/v1/warehouses' })).rejects.toThrow(
			'is for https://api.example.com, and this request goes to https://other.example.com. Nothing was sent.',
		);
	});

	it.each([[{ uri: 'http://api.example.com/v1' }], [{ url: '/v1', baseURL: 'http://api.example.com' }]])(
		'is refused where it is not https: %j',
		async (request) => {
			await expect(signed(request)).rejects.toThrow(
				'The address of the request must start with https://, and “http://api.example.com” does not.',
			);
		},
	);

	it.each([[{ uri: '' }], [{}]])('is refused without an address: %j', async (request) => {
		await expect(signed(request)).rejects.toThrow('The address of the request is not an address');
	});
});

describe('The dialog of a credential', () => {
	const HELPERS = { '1': line1.NodeHelpers as unknown as typeof line2.NodeHelpers, '2': line2.NodeHelpers };
	const types = builtCredentials();
	const shown = (line: '1' | '2', field: INodeProperties, values: Record<string, string>): boolean =>
		HELPERS[line].displayParameter(values, field, null, null);

	it.each(types.map(({ name, displayName, properties }) => [displayName, name, properties] as const))(
		'%s begins with where its secret comes from',
		(_, __, [first]) => {
			expect(first).toMatchObject({ type: 'notice', displayName: expect.stringMatching(/\w{3}/) });
		},
	);

	it('can be told apart by the first letters of its name, which is all that fits in the list of a node; the access token comes first', () => {
		const names = types.map(({ displayName }) => displayName).sort();
		expect(new Set(names.map((name) => name.slice(0, 12))).size).toBe(names.length);
		expect(names[0]).toMatch(/Access Token/);
	});

	it('says what Read Only does not cover', () => {
		for (const { properties } of types.filter(({ name }) => name !== 'extensivWebhookApi')) {
			expect(properties.find(({ name }) => name === 'readOnly')).toMatchObject({
				hint: expect.stringMatching(/HTTP Request node can still/),
			});
		}
	});

	it('is shown without regular expressions, which n8n breaks off on a busy machine, and the run of a node with them', () => {
		for (const { name, properties } of [...types, ...builtNodes()])
			expect([name, JSON.stringify(properties).includes('"_cnd":{"regex"')]).toEqual([name, false]);
	});

	it.each(LINES)('warns below an address that nodes refuse, as soon as it is typed (n8n line %s)', (line) => {
		for (const { properties } of types) {
			for (const field of properties.filter(
				({ name }) => /Url$/.test(name) && properties.some((other) => other.name === `${name}Notice`),
			)) {
				const warning = properties.find(({ name }) => name === `${field.name}Notice`) as INodeProperties;
				const warns = (value: string): boolean => shown(line, warning, { environment: 'custom', [field.name]: value });
				for (const bad of [
					'http://orders.example.com',
					'orders.example.com',
					'ftp://x',
					'http://localhost.example.com',
					' http://a.b',
				])
					expect([bad, warns(bad)]).toEqual([bad, true]);
				for (const good of [
					'',
					'ht',
					'https:',
					'http://loc',
					'https://orders.example.com',
					' https://orders.example.com',
					'https://öl.example.com',
					'http://localhost:4010',
					'http://127.0.0.1:4010/x',
					'http://[::1]',
				]) {
					expect([good, warns(good)]).toEqual([good, false]);
				}
			}
		}
	});
});
