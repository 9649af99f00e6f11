import { LINES, type SavedCredential } from '../../engine';
import { appCredential, EVERY_CREDENTIAL, guideCredential, tokenCredential } from '../../support/credentials';
import { useStage } from '../../support/stage';

const GOOD = { status: 'OK', message: 'Connection successful!' };

describe.each(LINES)('Connecting, n8n line %s', (line) => {
	const stage = useStage(line);
	const test = async (credential: SavedCredential) => await stage.engine.testCredential(credential);

	describe.each(EVERY_CREDENTIAL)('%s', (type, make) => {
		it('lets a node read', async () => {
			const result = await stage.orders('getAll', { limit: 2 }, { credentials: await make(stage.url) });
			expect(result).toMatchObject({ status: 'success', items: [{}, {}] });
		});

		it('passes the Test, and keeps working after it', async () => {
			const saved = await stage.engine.addCredential(type, (await make(stage.url)).data);
			await expect(test(saved)).resolves.toEqual(GOOD);
			const result = await stage.orders('getAll', { limit: 1 }, { credentials: saved });
			expect(result.status).toBe('success');
		});

		it('passes the Test with a slash at the end of its addresses', async () => {
			const { data } = await make(stage.url);
			for (const field of ['apiUrl', 'appUrl', 'baseUrl']) if (data[field]) data[field] = `${stage.url}/`;
			await expect(test(await stage.engine.addCredential(type, data))).resolves.toEqual(GOOD);
		});

		it('fails the Test where nobody answers', async () => {
			const gone = await make(stage.url, { apiUrl: 'http://127.0.0.1:9', baseUrl: 'http://127.0.0.1:9' });
			await expect(test(await stage.engine.addCredential(type, gone.data))).resolves.toMatchObject({ status: 'Error' });
		});
	});

	it.each([
		['a wrong access token', tokenCredential, { accessToken: 'a-wrong-token' }],
		['a wrong client secret', guideCredential, { clientSecret: 'a-wrong-secret' }],
		['a wrong client ID', guideCredential, { clientId: 'a-wrong-client' }],
		['an app that is not connected yet', appCredential, {}],
		[
			'an app whose token was revoked',
			appCredential,
			{ oauthTokenData: { access_token: 'a-revoked-token', token_type: 'bearer' } },
		],
	])('fails the Test with %s, and nodes say what to do', async (_, make, more) => {
		const credential = make(stage.url, more);
		const saved = await stage.engine.addCredential(credential.type, credential.data);
		await expect(test(saved)).resolves.toMatchObject({ status: 'Error', message: expect.stringMatching(/\w/) });
		const { error } = await stage.orders('getAll', { limit: 1 }, { credentials: credential });
		expect(error).toMatchObject({
			message: expect.stringMatching(/credential/),
			description: expect.stringMatching(/Open the credential.*press Save: n8n then tests it/),
		});
	});

	it('takes a base URL that ends with /api', async () => {
		const { type, data } = guideCredential(stage.url, { baseUrl: `${stage.url}/api` });
		const saved = await stage.engine.addCredential(type, data);
		await expect(test(saved)).resolves.toEqual(GOOD);
		await expect(stage.orders('getAll', { limit: 1 }, { credentials: saved })).resolves.toMatchObject({
			status: 'success',
		});
	});
});
