import { LINES, type RunResult } from '../../engine';
import { CONTRACTS, guideCredential } from '../../support/credentials';
import { chosen } from '../../support/orderActions';
import { newOrder } from '../../support/parameters';
import { type Settings, useStage } from '../../support/stage';
import { until } from '../../support/until';

/** Every wait here is longer, so that one that is not ended fails the test. */
const SOON = 30_000;
const LONG_WAIT_MS = 100_000;
const NEVER_AGAIN = 0.005;

describe.each(LINES)('The Stop button, n8n line %s', (line) => {
	const stage = useStage(line);
	afterEach(() => void stage.control.gate({ shut: false }));

	type Start = (settings: Pick<Settings, 'signal'>) => Promise<RunResult>;

	/** Starts a run, stops it as soon as a call was made so often, and waits for its end. */
	async function stoppedAfter(call: string, times: number, start: Start): Promise<RunResult> {
		const stop = new AbortController();
		const run = start({ signal: stop.signal });
		await until(() => stage.calls(call) >= times);
		stop.abort();
		return await run;
	}

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const [list, create] =
			contract === 'live' ? ['GET /v1.1/orders', 'PUT /v1/order'] : ['GET /api/orders', 'POST /api/orders'];
		const createOf =
			(no: string): Start =>
			async (settings) =>
				await stage.orders('create', newOrder(), { contract, items: [{ no }], ...settings });
		const createOne = createOf('ERP-1');

		it(
			'ends the wait that a busy service asks for',
			async () => {
				stage.control.faults([{ kind: '429', retryAfterMs: LONG_WAIT_MS }]);
				const { error } = await stoppedAfter(
					list,
					1,
					async (settings) => await stage.orders('getAll', {}, { contract, ...settings }),
				);
				expect(error?.message).toMatch(/^The execution was stopped\./);
				expect(stage.calls(list)).toBe(1);
			},
			SOON,
		);

		it(
			'ends the wait for the rate limit',
			async () => {
				const slow = { options: { requestsPerSecond: NEVER_AGAIN } };
				const run: Start = async (settings) =>
					await stage.orders('getAll', slow, { contract, items: [{}, {}], ...settings });
				const { error } = await stoppedAfter(list, 1, run);
				expect(error?.message).toMatch(/^The execution was stopped\./);
				expect(stage.calls(list)).toBe(1);
			},
			SOON,
		);

		it(
			'ends a read that is under way',
			async () => {
				stage.control.gate({ shut: true });
				const { error } = await stoppedAfter(
					contract === 'live' ? list : 'POST /oauth/token',
					1,
					async (settings) => await stage.orders('getAll', {}, { contract, ...settings }),
				);
				expect(error?.message).toMatch(/^The execution was stopped before the service responded\./);
				expect(error?.message).not.toMatch(/took effect/);
			},
			SOON,
		);

		it(
			'ends a write that is under way, and says that it may have taken effect',
			async () => {
				stage.control.faults([{ kind: 'hang', method: create.split(' ')[0], path: create.split(' ')[1] }]);
				const { error } = await stoppedAfter(create, 1, createOne);
				expect(error?.message).toMatch(
					/^The execution was stopped before the service responded\. Whether the change took effect is not known\./,
				);
				expect(stage.calls(create)).toBe(1);
			},
			SOON,
		);

		it(
			'ends a write whose answer never ends',
			async () => {
				stage.control.faults([{ kind: 'drip', method: create.split(' ')[0], path: create.split(' ')[1] }]);
				const { error } = await stoppedAfter(create, 1, createOne);
				expect(error?.message).toMatch(/Whether the change took effect is not known/);
			},
			SOON,
		);

		it(
			'ends the wait after a lost write, which may have taken effect',
			async () => {
				const away = { method: create.split(' ')[0], path: create.split(' ')[1] };
				stage.control.faults([
					{ kind: 'lostAnswer', at: [1], ...away },
					{ kind: '429', retryAfterMs: LONG_WAIT_MS, method: 'GET', path: list.split(' ')[1], at: [2] },
				]);
				// Of a number of its own: one whose answer was lost before is looked for before it is sent.
				const { error } = await stoppedAfter(list, 2, createOf('ERP-LOST'));
				expect(error?.message).toMatch(/Whether the change took effect is not known/);
				expect(stage.calls(create)).toBe(1);
			},
			SOON,
		);

		it(
			'gives every item its word when the node continues on errors',
			async () => {
				stage.control.faults([{ kind: 'hang', method: create.split(' ')[0], path: create.split(' ')[1] }]);
				const items = [{ no: 'ERP-1' }, { no: 'ERP-2' }];
				const run: Start = async (settings) =>
					await stage.orders('create', newOrder({ options: { batchSize: 1 } }), {
						contract,
						items,
						onError: 'continueRegularOutput',
						...settings,
					});
				const result = await stoppedAfter(create, 1, run);
				expect(result.pairs).toEqual([[0], [1]]);
				for (const { json } of result.items) expect(json.error).toMatch(/stopped/);
			},
			SOON,
		);
	});

	it(
		'ends a safe write that is under way, and says that it may have taken effect',
		async () => {
			stage.control.faults([{ kind: 'hang', method: 'POST', path: '/v1/orders/notes' }]);
			const notes = { internalNotes: 'x', ...chosen() };
			const run: Start = async (settings) =>
				await stage.orders('setNotes', notes, { items: [{ no: 'NW-10046' }], ...settings });
			const { error } = await stoppedAfter('POST /v1/orders/notes', 1, run);
			expect(error?.message).toMatch(/Whether the change took effect is not known/);
		},
		SOON,
	);

	it(
		'ends the wait for a token',
		async () => {
			stage.control.faults([{ kind: 'hang', path: '/oauth/token' }]);
			const run: Start = async (settings) =>
				await stage.orders('getAll', {}, { credentials: guideCredential(stage.url), ...settings });
			const { error } = await stoppedAfter('POST /oauth/token', 1, run);
			expect(error?.message).toMatch(/^The execution was stopped/);
		},
		SOON,
	);

	it(
		'ends the wait until another run is done with a call that goes one at a time',
		async () => {
			const add = 'PUT /v1.1/orders/{orderId}/orderitems';
			stage.control.faults([{ kind: 'hang', method: 'PUT', path: '/v1.1/orders/{orderId}/orderitems' }]);
			const run: Start = async (settings) =>
				await stage.orders('add', chosen({ resource: 'orderItem', sku: 'MUG', quantity: 1 }), {
					items: [{ no: 'NW-10046' }],
					...settings,
				});
			const first = new AbortController();
			const hanging = run({ signal: first.signal });
			await until(() => stage.calls(add) === 1);
			const lookUps = stage.calls('GET /v1.1/orders');
			const second = await stoppedAfter('GET /v1.1/orders', lookUps + 1, run);
			expect(second.error?.message).toMatch(/^The execution was stopped/);
			expect(second.error?.message).not.toMatch(/took effect/);
			expect(stage.calls(add)).toBe(1);
			first.abort();
			expect((await hanging).error?.message).toMatch(/Whether the change took effect is not known/);
			// The place in the queue is free again.
			stage.control.faults([]);
			expect((await run({})).status).toBe('success');
		},
		SOON,
	);
});
