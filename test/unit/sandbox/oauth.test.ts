import type { Sandbox } from '../../sandbox';
import { SECRETS } from '../../sandbox/oauth/tokens';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';

const basic = (id: string, secret: string): Record<string, string> => ({
	authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const REDIRECT = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

describe('oauth', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => void sandbox.control.reset());
	afterAll(() => sandbox.close());

	async function token(
		form: Record<string, string>,
		headers: Record<string, string> = {},
	): Promise<{ status: number; body: Record<string, unknown> }> {
		const response = await fetch(`${sandbox.url}/oauth/token`, {
			method: 'POST',
			headers,
			body: new URLSearchParams(form),
		});
		return { status: response.status, body: (await response.json()) as Record<string, unknown> };
	}
	const status = async (path: string, bearer: string): Promise<number> =>
		(await new SandboxClient(sandbox, bearer).call('GET', path)).status;

	async function approve(): Promise<URL> {
		const query = new URLSearchParams({
			client_id: SECRETS.liveAppKey,
			response_type: 'code',
			redirect_uri: REDIRECT,
			scope: 'read_orders write_orders',
			state: 'xyz',
			approve: '1',
		});
		const response = await fetch(`${sandbox.url}/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
		expect(response.status).toBe(302);
		return new URL(response.headers.get('location')!);
	}

	it('gives guide tokens for client credentials, in the form or as Basic', async () => {
		const inForm = await token({
			grant_type: 'client_credentials',
			client_id: SECRETS.guideClientId,
			client_secret: SECRETS.guideClientSecret,
		});
		expect(inForm).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } });
		const asBasic = await token(
			{ grant_type: 'client_credentials' },
			basic(SECRETS.guideClientId, SECRETS.guideClientSecret),
		);
		expect(asBasic.status).toBe(200);
		for (const { body } of [inForm, asBasic])
			expect(await status('/api/warehouses', String(body['access_token']))).toBe(200);
		expect(await status('/v1/companyinfo', String(inForm.body['access_token']))).toBe(401);
	});

	it.each<[string, Record<string, string>, Record<string, string>, number, string]>([
		[
			'a wrong secret',
			{ grant_type: 'client_credentials', client_id: 'sandbox-client', client_secret: 'wrong' },
			{},
			401,
			'invalid_client',
		],
		['no grant type', {}, {}, 400, 'invalid_request'],
		['another grant type', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
		[
			'client credentials for the live app',
			{ grant_type: 'client_credentials', client_id: 'sandbox-app', client_secret: 'sandbox-app-secret' },
			{},
			400,
			'unauthorized_client',
		],
		[
			'an unknown code',
			{ grant_type: 'authorization_code', code: 'x', redirect_uri: REDIRECT },
			basic('sandbox-app', 'sandbox-app-secret'),
			400,
			'invalid_grant',
		],
		[
			'a code without Basic header',
			{ grant_type: 'authorization_code', code: 'x', redirect_uri: REDIRECT },
			{},
			401,
			'invalid_client',
		],
	])('refuses %s', async (_what, form, headers, code, error) => {
		const response = await token(form, headers);
		expect(response).toMatchObject({ status: code, body: { error, error_description: expect.any(String) } });
	});

	it('shows a page with an approve button, without trusting what it is given', async () => {
		const query = new URLSearchParams({
			client_id: SECRETS.liveAppKey,
			response_type: 'code',
			redirect_uri: REDIRECT,
			scope: '"><script>',
		});
		const page = await (await fetch(`${sandbox.url}/oauth/authorize?${query.toString()}`)).text();
		expect(page).toContain('Approve</button>');
		expect(page).not.toContain('<script>');
		expect(
			(await fetch(`${sandbox.url}/oauth/authorize?client_id=other&response_type=code&redirect_uri=${REDIRECT}`))
				.status,
		).toBe(400);
		expect(
			(
				await fetch(
					`${sandbox.url}/oauth/authorize?client_id=sandbox-app&response_type=code&redirect_uri=javascript:alert(1)`,
				)
			).status,
		).toBe(400);
	});

	it('exchanges a code once, by form or by query, for a live token that does not expire', async () => {
		const back = await approve();
		expect([...back.searchParams.keys()]).toEqual(['code', 'cid', 'state']);
		expect(back.searchParams.get('state')).toBe('xyz');
		const form = { grant_type: 'authorization_code', code: back.searchParams.get('code')!, redirect_uri: REDIRECT };
		const app = basic(SECRETS.liveAppKey, SECRETS.liveAppSecret);
		const response = await token(form, app);
		expect(response.body).toEqual({
			access_token: expect.any(String),
			token_type: 'bearer',
			scope: 'read_orders write_orders',
		});
		expect(await status('/v1/companyinfo', String(response.body['access_token']))).toBe(200);
		expect(await status('/api/warehouses', String(response.body['access_token']))).toBe(401);
		expect((await token(form, app)).body['error']).toBe('invalid_grant');
		const second = {
			grant_type: 'authorization_code',
			code: (await approve()).searchParams.get('code')!,
			redirect_uri: REDIRECT,
		};
		const byQuery = await fetch(`${sandbox.url}/oauth/token?${new URLSearchParams(second).toString()}`, {
			method: 'POST',
			headers: app,
		});
		expect(byQuery.status).toBe(200);
		const third = {
			grant_type: 'authorization_code',
			code: (await approve()).searchParams.get('code')!,
			redirect_uri: 'http://127.0.0.1/other',
		};
		expect((await token(third, app)).body['error']).toBe('invalid_grant');
	});

	it('answers 401 to missing, wrong and revoked tokens', async () => {
		expect(await status('/v1/companyinfo', SECRETS.privateToken)).toBe(200);
		const wrong = await new SandboxClient(sandbox, 'nonsense').call('GET', '/v1/companyinfo');
		expect(wrong).toMatchObject({
			status: 401,
			body: { error: 'invalid_token', error_description: expect.any(String) },
		});
		expect((await fetch(`${sandbox.url}/v1/companyinfo`)).status).toBe(401);
		const guide = await SandboxClient.forGuide(sandbox);
		sandbox.control.revokeTokens();
		expect(await status('/v1/companyinfo', SECRETS.privateToken)).toBe(401);
		expect(await status('/api/warehouses', guide.token)).toBe(401);
		sandbox.control.reset();
		expect(await status('/v1/companyinfo', SECRETS.privateToken)).toBe(200);
	});

	it('a reset leaves issued tokens good', async () => {
		const guide = await SandboxClient.forGuide(sandbox);
		sandbox.control.reset();
		expect(await status('/api/warehouses', guide.token)).toBe(200);
	});
});
