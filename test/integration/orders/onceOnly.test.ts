import type { Sandbox } from '../../sandbox';
import { type Engine, LINES, NEWEST, openEngine } from '../../engine';
import { CONTRACTS, credentialFor } from '../../support/credentials';
import { newOrder } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { Stage, useStage } from '../../support/stage';
import { until } from '../../support/until';

const NUMBERS = Array.from({ length: 8 }, (_, at) => `ERP-${at}`);
const items = NUMBERS.map((no) => ({ no }));
const SEND = { live: { method: 'PUT', path: '/v1/order' }, guide: { method: 'POST', path: '/api/orders' } } as const;

describe.each(LINES)('The same workflow started twice at once, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it.each(['create', 'upsert'])('%s makes no order twice', async (operation) => {
			stage.control.latency({ ms: 2 });
			// Each run has a credential of its own, as two workflows may have.
			const runs = await Promise.all(
				[1, 2].map(async () => await stage.orders(operation, newOrder(), { contract, items })),
			);
			expect(runs.map(({ status }) => status)).toEqual(['success', 'success']);
			expect(stage.control.books()).toMatchObject({ doubled: [], orders: 3 + NUMBERS.length });
			expect(column(runs[0]!, 'orderId')).toEqual(column(runs[1]!, 'orderId'));
		});
	});
});

describe.each(CONTRACTS)('Two n8n processes with the same orders at once, %s contract', (contract) => {
	const stage = useStage('2');
	const other = new Stage();
	let engine: Engine;
	beforeAll(async () => {
		engine = await openEngine({ line: '1' });
		other.engine = engine;
		other.sandbox = stage.sandbox as Sandbox;
	});
	afterAll(async () => await engine.close());

	/** Both look the numbers up before either creates. */
	const runBoth = async (operation: string, options = {}) => {
		const lists = contract === 'live' ? 'GET /v1.1/orders' : 'GET /api/orders';
		const { type, data } = credentialFor(contract, stage.url);
		const starts = await Promise.all(
			[stage, other].map(async (one) => {
				const credentials = await one.engine.addCredential(type, data);
				// With a token, so that nothing but the look-ups waits at the gate.
				await one.orders('getAll', { limit: 1 }, { contract, credentials });
				return async () => await one.orders(operation, newOrder({ options }), { contract, credentials, items });
			}),
		);
		stage.control.clearRequests();
		stage.control.gate({ shut: true });
		const runs = starts.map(async (start) => await start());
		await until(() => stage.calls(lists) >= 2);
		stage.control.gate({ shut: false });
		return await Promise.all(runs);
	};
	const idsOf = (number: string): string[] => stage.control.orders({ number }).map(({ orderId }) => String(orderId));

	it.each(['create', 'upsert'])(
		'%s reports every double with both IDs, in the items and in a hint',
		async (operation) => {
			const runs = await runBoth(operation);
			const { doubled } = stage.control.books();
			expect(doubled.length).toBeGreaterThan(0);
			const reports = runs.flatMap(jsons);
			for (const number of doubled) {
				const [report] = reports.filter(({ orderNumber, otherOrderIds }) => orderNumber === number && otherOrderIds);
				expect([report?.orderId, ...(report?.otherOrderIds as string[])].sort()).toEqual(idsOf(number).sort());
			}
			expect(runs.flatMap(({ hints }) => hints).join('\n')).toMatch(
				/Order Manager has 2 orders with the number ERP-\d+: ID \d+ .*and ID \d+/,
			);
		},
	);

	it('cancels the younger order where the user has chosen so', async () => {
		await runBoth('create', { cancelDuplicate: true });
		for (const number of NUMBERS) {
			expect(stage.control.orders({ number }).filter(({ orderStatus }) => orderStatus !== 'CANCELLED')).toHaveLength(1);
		}
	});
});

describe.each(NEWEST)('Orders that lists show late, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('are looked for over the settle time after a lost answer, and not created again', async () => {
			stage.control.visibility({ lists: 300 });
			stage.control.faults([{ kind: 'lostAnswer', ...SEND[contract], times: 2 }]);
			const result = await stage.orders('create', newOrder({ options: { settleSeconds: 3 } }), {
				contract,
				items: items.slice(0, 4),
			});
			expect(column(result, 'outcome')).toEqual(['created', 'created', 'created', 'created']);
			expect(stage.control.books()).toMatchObject({ doubled: [], orders: 7 });
		});

		it('and that show after the settle time are an error that does not advise to run again at once', async () => {
			stage.control.visibility({ lists: 60_000 });
			stage.control.faults([{ kind: 'answer', ...SEND[contract], response: { status: 201, body: {}, effect: true } }]);
			const parameters = newOrder({ options: { settleSeconds: 0.1 } });
			const result = await stage.orders('create', parameters, {
				contract,
				items: items.slice(0, 1),
				onError: 'continueErrorOutput',
			});
			expect(failures(result)).toMatchObject([
				{ error: expect.stringContaining('ERP-0'), message: expect.stringMatching(/wait a minute/) },
			]);
		});
	});

	it('refuses a settle time below zero', async () => {
		const { error } = await stage.orders('create', newOrder({ options: { settleSeconds: -1 } }), {
			items: items.slice(0, 1),
		});
		expect(error?.message).toMatch(/Settle Time.*below zero/);
		expect(stage.calls('PUT /v1/order')).toBe(0);
	});

	it('are not waited for when the user stops the execution', async () => {
		stage.control.visibility({ lists: 60_000 });
		stage.control.faults([{ kind: 'lostAnswer', ...SEND.live }]);
		const stop = new AbortController();
		const run = stage.engine.runNode({
			node: 'extensivOrders',
			credentials: credentialFor('live', stage.url),
			parameters: {
				authentication: 'extensivOrderManagerApi',
				resource: 'order',
				operation: 'create',
				...newOrder({ options: { settleSeconds: 600 } }),
			},
			items: items.slice(0, 1),
			signal: stop.signal,
		});
		await until(() => stage.calls('GET /v1.1/orders') >= 2);
		stop.abort();
		// Ten minutes of settle time are not over yet.
		expect((await run).error?.message).toMatch(/Whether the change took effect is not known/);
	});
});
