import { settleWaits } from '../../../../nodes/shared/api/common/creation/settle';
import { CONTRACTS } from '../../../support/apiClient';
import { CREATION, OPERATIONS, countsOf, creationsOf, patientManager, runOrders } from '../../../support/orderRuns';
import { usePlace } from '../../../support/place';
import { errorAt, numbers, values } from '../../../support/samples';
import { SandboxClock } from '../../../support/sandboxClock';

const NUMBERS = numbers(10, 10_248);
const ONCE = NUMBERS.map(() => 1);

describe.each(CONTRACTS)('Orders that lists show late (%s)', (contract) => {
	const place = usePlace();

	describe.each(OPERATIONS)('%s', (operation) => {
		it.each([0, 3_000, 20_000])('are not created again after a lost answer (%d ms late)', async (lists) => {
			place.control.visibility({ lists });
			place.control.faults([{ kind: 'lostAnswer', ...CREATION[contract], every: 1, times: 10 }]);
			const orders = values(await runOrders(patientManager(place, contract), operation, NUMBERS, { batchSize: 1 }));
			expect(countsOf(place, NUMBERS)).toEqual(ONCE);
			expect(orders.map(({ outcome, orderId }) => [outcome, orderId])).toEqual(
				NUMBERS.map((number) => ['created', String(place.order(number).orderId)]),
			);
			expect(creationsOf(place, contract)).toBe(NUMBERS.length);
		});

		it.each([{}, { message: 'Accepted' }, '', { orders: [] }])(
			'are not created again after an answer that lists nothing (%j)',
			async (body) => {
				place.control.visibility({ lists: 20_000 });
				place.control.faults([
					{ kind: 'answer', ...CREATION[contract], response: { status: 201, body, effect: true } },
				]);
				const orders = values(await runOrders(patientManager(place, contract), operation, NUMBERS));
				expect(orders.map(({ outcome }) => outcome)).toEqual(NUMBERS.map(() => 'created'));
				expect(countsOf(place, NUMBERS)).toEqual(ONCE);
			},
		);

		it('that show later than the settle time are an open question, not a second order', async () => {
			place.control.visibility({ lists: 60_000 });
			place.control.faults([
				{ kind: 'answer', ...CREATION[contract], response: { status: 201, body: {}, effect: true } },
			]);
			const outcomes = await runOrders(patientManager(place, contract), operation, ['A']);
			expect(errorAt(outcomes, 0)).toMatchObject({
				facts: { kind: 'indeterminate', message: expect.stringContaining('does not list order A') },
			});
			expect(countsOf(place, ['A'])).toEqual([1]);
		});
	});

	it('a process that was killed and started again names the doubles that it could not avoid', async () => {
		place.control.visibility({ lists: 3_000 });
		// The orders of a run that was killed before any list showed them.
		values(await runOrders(place.manager(contract), 'create', NUMBERS, { lookUpFirst: false }));
		const again = values(
			await runOrders(place.otherManager(contract, { clock: new SandboxClock(place.control) }), 'create', NUMBERS),
		);
		for (const { orderNumber, outcome, notice } of again) {
			const ids = place.control.orders({ number: orderNumber }).map(({ orderId }) => String(orderId));
			expect(outcome === 'existing' || ids.every((id) => notice?.includes(`ID ${id}`))).toBe(true);
			if (ids.length > 1) expect(notice).toMatch(/Keep the oldest, ID \d+, and cancel ID \d+ in Order Manager/);
		}
	});

	it('a run in the same process that follows at once finds them', async () => {
		place.control.visibility({ lists: 20_000 });
		values(await runOrders(place.manager(contract), 'create', NUMBERS, { lookUpFirst: false }));
		const again = values(await runOrders(patientManager(place, contract), 'create', NUMBERS));
		expect(again.map(({ outcome }) => outcome)).toEqual(NUMBERS.map(() => 'existing'));
		expect(countsOf(place, NUMBERS)).toEqual(ONCE);
	});

	it.each(OPERATIONS)(
		'which do not show under their ID either, are not created again by a run that follows at once (%s)',
		async (operation) => {
			place.control.visibility({ lists: 20_000, byId: 20_000 });
			const stop = new AbortController();
			// The first run is stopped while it waits for its orders to show.
			const clock = { now: () => Date.parse(place.control.clock({}).now), sleep: async () => stop.abort() };
			place.control.clock({ frozen: true });
			values(await runOrders(place.manager(contract, { clock, signal: stop.signal }), operation, NUMBERS));
			const again = values(await runOrders(patientManager(place, contract), operation, NUMBERS));
			expect(countsOf(place, NUMBERS)).toEqual(ONCE);
			expect(again.map(({ outcome }) => outcome)).toEqual(NUMBERS.map(() => expect.stringMatching('existing|updated')));
		},
	);

	it('an order that was created is looked for until it shows, because a second one would show no sooner', async () => {
		place.control.visibility({ lists: 5_000 });
		const [order] = values(await runOrders(patientManager(place, contract), 'create', ['A']));
		expect(order).not.toHaveProperty('notice');
		place.control.visibility({ lists: 40_000 });
		const [late] = values(await runOrders(patientManager(place, contract), 'create', ['B']));
		expect(late).toMatchObject({
			outcome: 'created',
			orderId: String(place.order('B').orderId),
			notice: expect.stringContaining('lists do not show it yet'),
		});
	});

	it('with a settle time of nothing are looked for once', async () => {
		place.control.faults([{ kind: 'answer', ...CREATION[contract], response: { status: 201, body: {} } }]);
		errorAt(await runOrders(patientManager(place, contract), 'create', ['A'], { settleMs: 0 }), 0);
		expect(place.control.requests().log.map(({ method }) => method)).toEqual(['GET', CREATION[contract].method, 'GET']);
	});
});

describe('The waits of a settle time', () => {
	it.each([
		[30_000, [1_000, 2_000, 4_000, 8_000, 15_000]],
		[3_000, [100, 200, 400, 800, 1_500]],
		[60_000, [1_000, 2_000, 4_000, 8_000, 16_000, 29_000]],
		[1, [1]],
		[0, []],
	])('of %d ms are %j: growing, and together as long', (settleMs, waits) => {
		expect(settleWaits(settleMs)).toEqual(waits);
	});
});
