import { type CredentialChoice, LINES } from '../../engine';
import { connectedAppCredential, guideCredential, tokenCredential } from '../../support/credentials';
import { byNumber, newOrder } from '../../support/parameters';
import { column } from '../../support/results';
import { useStage } from '../../support/stage';
import { until } from '../../support/until';

const TOKEN = 'POST /oauth/token';

describe.each(LINES)('Tokens, n8n line %s', (line) => {
	const stage = useStage(line);

	const saveGuide = async () => await stage.engine.addCredential('extensivOAuth2Api', guideCredential(stage.url).data);
	const readOne = async (credentials: CredentialChoice) =>
		await stage.orders('get', byNumber(), { credentials, items: [{ no: 'NW-10046' }] });

	describe('of client credentials', () => {
		it('are fetched once and used by all runs', async () => {
			const credentials = await saveGuide();
			for (let run = 0; run < 3; run++) await readOne(credentials);
			expect(stage.calls(TOKEN)).toBe(1);
			expect(await stage.engine.readCredential(credentials)).toMatchObject({
				oauthTokenData: { access_token: expect.any(String) },
			});
		});

		it('are fetched once by a run that sends many requests at a time', async () => {
			const items = Array.from({ length: 8 }, (_, at) => ({ no: `ERP-${at}` }));
			await stage.orders('create', newOrder(), { credentials: await saveGuide(), items });
			expect(stage.calls(TOKEN)).toBe(1);
		});

		it('are shared by the nodes of a workflow', async () => {
			const credentials = await saveGuide();
			await readOne(credentials);
			await stage.stock('getAll', { limit: 1 }, { credentials });
			expect(stage.calls(TOKEN)).toBe(1);
		});

		it('are renewed when revoked between two runs', async () => {
			const credentials = await saveGuide();
			await readOne(credentials);
			stage.control.revokeTokens();
			const result = await readOne(credentials);
			expect(result.status).toBe('success');
			expect(stage.calls(TOKEN)).toBe(2);
		});

		it('are renewed when revoked while a list is read, which loses no row', async () => {
			stage.control.seed({ generateOrders: { count: 200 } });
			stage.control.latency({ ms: 10 });
			const run = stage.orders(
				'getAll',
				{ returnAll: true, options: { pageSize: 10 } },
				{ credentials: await saveGuide() },
			);
			await until(() => stage.calls('GET /api/orders') >= 3);
			stage.control.revokeTokens();
			const result = await run;
			expect(result.error).toBeUndefined();
			expect(new Set(column(result, 'orderId')).size).toBe(203);
			expect(stage.calls(TOKEN)).toBe(2);
		});

		it('are renewed when revoked while orders are created, none of them twice', async () => {
			stage.control.latency({ ms: 10 });
			const items = Array.from({ length: 30 }, (_, at) => ({ no: `ERP-${at}` }));
			const run = stage.orders('create', newOrder(), { credentials: await saveGuide(), items });
			await until(() => stage.calls('POST /api/orders') >= 3);
			stage.control.revokeTokens();
			const result = await run;
			expect(column(result, 'orderNumber')).toEqual(items.map(({ no }) => no));
			expect(stage.control.books()).toMatchObject({ doubled: [], orders: 33 });
		});
	});

	it.each([
		['of a private app', async () => tokenCredential(stage.url)],
		['of an app without a refresh token', async () => await connectedAppCredential(stage.url)],
	])('%s cannot be renewed: the run stops and says what to do', async (_, make) => {
		stage.control.seed({ generateOrders: { count: 200 } });
		stage.control.latency({ ms: 10 });
		const run = stage.orders('getAll', { returnAll: true, options: { pageSize: 10 } }, { credentials: await make() });
		await until(() => stage.calls('GET /v1.1/orders') >= 3);
		stage.control.revokeTokens();
		const { error } = await run;
		expect(error).toMatchObject({
			message: expect.stringMatching(/does not accept the credential/),
			description: expect.stringMatching(/Open the credential/),
		});
	});
});
