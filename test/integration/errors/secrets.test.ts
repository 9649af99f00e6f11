import { type CredentialInput, LINES } from '../../engine';
import { guideCredential } from '../../support/credentials';
import { useListener } from '../../support/listener';
import { builtNodes } from '../../support/pack';
import { byNumber, newLevel, newOrder } from '../../support/parameters';
import {
	CLIENT_ID,
	echo,
	ECHOES,
	expectNoSecretIn,
	isTokenCall,
	SECRET,
	SECRET_CREDENTIALS,
	TOKEN_REPLY,
} from '../../support/secrets';
import { useStage } from '../../support/stage';

/** All that the forms of all nodes load. */
const EDITOR_METHODS = builtNodes().flatMap(({ name, node: { methods } }) =>
	(['listSearch', 'loadOptions', 'resourceMapping'] as const).flatMap((kind) =>
		Object.keys(methods?.[kind] ?? {}).map((method) => ({ node: name, kind, method })),
	),
);

const ITEM = { no: 'ERP-1', sku: 'MUG', onHand: 1 };

describe.each(LINES)('Secrets, n8n line %s', (line) => {
	const stage = useStage(line);
	const listener = useListener();

	/** Runs that read, list and write, stopping and going on. */
	const runAll = async (credentials: CredentialInput): Promise<unknown[]> => {
		const options = { maxTries: 1 };
		const results = await Promise.all(
			(['stopWorkflow', 'continueErrorOutput'] as const).flatMap((onError) => {
				const settings = { credentials, onError, items: [ITEM] };
				return [
					stage.orders('create', newOrder({ options }), settings),
					stage.orders('get', byNumber({ options }), settings),
					stage.orders('getAll', { options }, settings),
					stage.stock('set', newLevel({ options }), settings),
				];
			}),
		);
		// A result without an error would prove nothing; only a strange 200 may pass for a good one.
		expect(
			results.filter(({ status, errorItems }) => status === 'error' || errorItems.length > 0).length,
		).toBeGreaterThanOrEqual(4);
		return results;
	};

	describe.each(SECRET_CREDENTIALS)('of %s', (_type, make) => {
		it.each(ECHOES)('are in no result of a service that repeats them in %s', async (_what, reply) => {
			listener.reply = (heard) => (isTokenCall(heard) ? TOKEN_REPLY : reply(heard, echo(heard)));
			const results = await runAll(make(listener.url));
			expect(listener.heard.length).toBeGreaterThan(0);
			expectNoSecretIn(results);
		});

		it('are in no result when they are wrong', async () => {
			expectNoSecretIn(await runAll(make(stage.url)));
		});

		it('are in no result when nobody answers', async () => {
			expectNoSecretIn(await runAll(make('http://127.0.0.1:9')));
		});

		it('are in no result when the address is refused', async () => {
			expectNoSecretIn(await runAll(make('http://api.example.com')));
		});

		it('are in no result of the Test', async () => {
			listener.reply = (heard) => (isTokenCall(heard) ? TOKEN_REPLY : { status: 403, body: { message: echo(heard) } });
			const { type, data } = make(listener.url);
			const saved = await stage.engine.addCredential(type, data);
			expectNoSecretIn(await stage.engine.testCredential(saved));
		});

		it('are in no result of anything that a form of the editor loads', async () => {
			listener.reply = (heard) => (isTokenCall(heard) ? TOKEN_REPLY : { status: 400, body: { message: echo(heard) } });
			const credentials = make(listener.url);
			for (const { node, kind, method } of EDITOR_METHODS) {
				const parameters = { authentication: credentials.type, resource: 'product', operation: 'update' };
				const loaded = await stage.engine[kind]({ node, method, parameters, credentials }).catch(
					(error: unknown) => error,
				);
				expectNoSecretIn(loaded instanceof Error ? { ...loaded, message: loaded.message } : loaded);
			}
			expect(listener.heard.length).toBeGreaterThanOrEqual(EDITOR_METHODS.length / 2);
		});

		it('are in no result of a list in the editor', async () => {
			for (const [, reply] of ECHOES.filter(([what]) => !/500|cut/.test(what))) {
				listener.reply = (heard) => (isTokenCall(heard) ? TOKEN_REPLY : reply(heard, echo(heard)));
				const credentials = make(listener.url);
				const call = {
					node: 'extensivInventory',
					method: 'searchWarehouses',
					parameters: { authentication: credentials.type },
					credentials,
				};
				const thrown = await stage.engine.listSearch(call).catch((error: unknown) => error);
				expectNoSecretIn({ ...(thrown as Error), message: (thrown as Error).message });
			}
		});
	});

	it('are in no result when they were pasted into the field of an address too', async () => {
		const [, makeToken] = SECRET_CREDENTIALS[0] as (typeof SECRET_CREDENTIALS)[number];
		expectNoSecretIn(await runAll(makeToken(SECRET.accessToken)));
		expectNoSecretIn(await runAll(makeToken(`https://${SECRET.accessToken}@api.example.com`)));
	});

	it('are in no row when they were renewed during the run', async () => {
		listener.reply = (heard) => {
			if (isTokenCall(heard)) return TOKEN_REPLY;
			const stale = heard.headers.authorization !== `Bearer ${SECRET.issuedToken}`;
			return stale
				? { status: 401, body: {} }
				: { status: 200, body: [{ id: 1, tokens: listener.heard.map(({ headers }) => headers.authorization) }] };
		};
		const oauthTokenData = { access_token: SECRET.storedToken, token_type: 'bearer' };
		const credentials = guideCredential(listener.url, {
			clientId: CLIENT_ID,
			clientSecret: SECRET.clientSecret,
			oauthTokenData,
		});
		const result = await stage.orders(
			'call',
			{ resource: 'customApiCall', method: 'GET', path: '/api/labels' },
			{ credentials },
		);
		expect(result.items).toHaveLength(1);
		expect(result.hints).toEqual([expect.stringContaining('•••')]);
		expectNoSecretIn(result);
	});

	it('of a token pasted with blanks around it are sent without them', async () => {
		const [, makeToken] = SECRET_CREDENTIALS[0] as (typeof SECRET_CREDENTIALS)[number];
		listener.reply = () => ({ status: 200, body: [] });
		await stage.orders(
			'getAll',
			{},
			{ credentials: makeToken(listener.url, { accessToken: `\t ${SECRET.accessToken} \n` }) },
		);
		expect(listener.heard.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${SECRET.accessToken}`]);
	});

	it.each([
		['400', 400],
		['401', 401],
		['500', 500],
	])('are in no result when the token endpoint repeats them with a %s', async (_, status) => {
		listener.reply = (heard) =>
			isTokenCall(heard)
				? { status, body: { error: 'invalid_client', error_description: echo(heard) } }
				: { status: 200, body: [] };
		expectNoSecretIn(
			await runAll(guideCredential(listener.url, { clientId: CLIENT_ID, clientSecret: SECRET.clientSecret })),
		);
	});
});
