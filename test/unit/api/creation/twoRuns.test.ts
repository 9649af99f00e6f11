import { CONTRACTS } from '../../../support/apiClient';
import { OPERATIONS, countsOf, creationsOf, runOrders } from '../../../support/orderRuns';
import { usePlace } from '../../../support/place';
import { numbers, summary, values } from '../../../support/samples';

const NUMBERS = numbers(50, 10_248);
const ONCE = NUMBERS.map(() => 1);

describe.each(CONTRACTS)('Two runs at once in one process (%s)', (contract) => {
	const place = usePlace();

	describe.each(OPERATIONS)('%s', (operation) => {
		// More latency, where it takes long, in test/scale.
		it.each(contract === 'live' ? [0, 50] : [0])('make no order twice (%d ms of latency)', async (ms) => {
			place.control.latency({ ms });
			// The token of one and that of another credential may belong to the same account.
			const [one, other] = [
				place.manager(contract, { key: 'a credential' }),
				place.manager(contract, { key: 'another credential' }),
			];
			const runs = await Promise.all([runOrders(one, operation, NUMBERS), runOrders(other, operation, NUMBERS)]);
			expect(countsOf(place, NUMBERS)).toEqual(ONCE);
			const reported = runs.map((run) => values(run).map(({ outcome }) => outcome));
			const pairs = NUMBERS.map((_, at) => [reported[0]?.[at], reported[1]?.[at]].sort());
			expect(
				pairs.every(([first, second]) => first === 'created' && (second === 'existing' || second === 'updated')),
			).toBe(true);
		});
	});

	it('make no order twice when one is part of both, and create all others', async () => {
		const [some, more] = [numbers(30, 1_000), numbers(30, 1_029)];
		await Promise.all([
			runOrders(place.manager(contract), 'create', some),
			runOrders(place.manager(contract), 'create', [...more].reverse()),
		]);
		expect(countsOf(place, [...some, ...more]).every((count) => count === 1)).toBe(true);
	});

	it('do not wait for each other over different orders', async () => {
		place.control.gate({ shut: true });
		const runs = ['A', 'B'].map(async (number) => await runOrders(place.manager(contract), 'create', [number]));
		// Both ask at once: neither waits for the other's answer.
		while (place.control.requests().total < 2) await new Promise((resolve) => setTimeout(resolve, 5));
		place.control.gate({ shut: false });
		expect((await Promise.all(runs)).map((run) => summary(run, ({ outcome }) => outcome))).toEqual([
			['created'],
			['created'],
		]);
	});

	it('the second creates what the first failed to create', async () => {
		place.control.faults([{ kind: '500', times: 1 }]);
		const hasty = place.manager(contract, { retry: { maxTries: 1, maxWaitMs: 0 } });
		const [first, second] = await Promise.all([
			runOrders(hasty, 'create', ['A']),
			runOrders(place.manager(contract), 'create', ['A']),
		]);
		expect([first[0]?.ok, second[0]?.ok]).toEqual([false, true]);
		expect(countsOf(place, ['A'])).toEqual([1]);
	});

	it('an order that lists do not show yet is found by the second run through its ID', async () => {
		place.control.visibility({ lists: 20_000 });
		const [first, second] = await Promise.all(
			[1, 2].map(async () =>
				values(await runOrders(place.manager(contract), 'create', NUMBERS.slice(0, 5), { settleMs: 0 })),
			),
		);
		expect(countsOf(place, NUMBERS.slice(0, 5))).toEqual([1, 1, 1, 1, 1]);
		expect(new Set(first?.map(({ orderId }) => orderId))).toEqual(new Set(second?.map(({ orderId }) => orderId)));
		expect(creationsOf(place, contract)).toBe(contract === 'live' ? 1 : 5);
	});
});
