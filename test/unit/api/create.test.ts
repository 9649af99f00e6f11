import { InputProblem } from '../../../nodes/shared/domain/inputProblem';
import type { FaultKind } from '../../sandbox';
import { CONTRACTS } from '../../support/apiClient';
import { usePlace } from '../../support/place';
import { ADDRESS, errorAt, newOrder, newOrders, numbers, placed, summary, values, failed } from '../../support/samples';
import { said } from '../../support/said';

const CREATE = { live: 'PUT /v1/order', guide: 'POST /api/orders' } as const;
const NUMBERS = numbers(101, 10_248);

describe.each(CONTRACTS)('creating orders (%s)', (contract) => {
	const place = usePlace();
	const create = (orderNumbers: readonly string[], options = { lookUpFirst: true, batchSize: 5 }) =>
		place.manager(contract).orders.create(newOrders(orderNumbers), options);
	/** How often each of the numbers is in the books. */
	const counts = (orderNumbers: readonly string[]): number[] => {
		const { ordersByNumber } = place.control.books();
		return orderNumbers.map((number) => ordersByNumber[number] ?? 0);
	};
	const once = (orderNumbers: readonly string[]): number[] => orderNumbers.map(() => 1);

	it('brings each order its id, number and status', async () => {
		const [order] = values(await create(['10248']));
		expect(order).toMatchObject({ outcome: 'created', orderNumber: '10248', lifecycle: 'pending' });
		expect(order?.orderId).toBe(String(place.order('10248').orderId));
	});

	it('gives every input an outcome with its place, whatever the places are called', async () => {
		const orders = [7, 3, 5].map((index) => ({ index, value: newOrder(`N-${index}`) }));
		const outcomes = await place.manager(contract).orders.create(orders, { lookUpFirst: true });
		const numbers = outcomes.map(({ index, ...outcome }) => [
			index,
			'value' in outcome && outcome.value.value.orderNumber,
		]);
		expect(Object.fromEntries(numbers)).toEqual({ 3: 'N-3', 5: 'N-5', 7: 'N-7' });
	});

	it.each<[kind: FaultKind, every: number]>([
		['429', 5],
		['500', 5],
		['reset', 5],
		['truncated', 5],
		['lostAnswer', 5],
		['any', 7],
	])('none twice and none lost with %s on every call number n × %d', async (kind, every) => {
		place.control.faults([{ kind, every }]);
		const outcomes = values(await create(NUMBERS));
		expect(outcomes.map(({ outcome, orderNumber }) => `${outcome} ${orderNumber}`)).toEqual(
			NUMBERS.map((number) => `created ${number}`),
		);
		expect(outcomes.every(({ orderId }) => orderId !== null)).toBe(true);
		expect(counts(NUMBERS)).toEqual(once(NUMBERS));
		expect(place.control.books().doubled).toEqual([]);
		expect(place.struck).toBeGreaterThan(0);
	});

	it('after a lost answer looks the orders up and does not send them again', async () => {
		place.control.faults([
			{ kind: 'lostAnswer', path: CREATE[contract].split(' ')[1], method: CREATE[contract].split(' ')[0], at: [1] },
		]);
		const [order] = values(await create(['10248'], { lookUpFirst: false, batchSize: 5 }));
		expect(order).toMatchObject({ outcome: 'created', orderId: String(place.order('10248').orderId) });
		expect(place.calls(CREATE[contract])).toBe(1);
	});

	it('reports an order that is there already, and sends nothing', async () => {
		values(await create(['10248']));
		const orderId = String(place.order('10248').orderId);
		const again = values(await create(['10248', '10249']));
		expect(again).toMatchObject([{ outcome: 'existing', orderId }, { outcome: 'created' }]);
		expect(counts(['10248', '10249'])).toEqual([1, 1]);
	});

	it('reports an order that is there twice already: there is no need to know which', async () => {
		place.control.seed({ orders: [{ orderNumber: '10248' }, { orderNumber: '10248' }] });
		expect(summary(await create(['10248']), ({ outcome }) => outcome)).toEqual(['existing']);
		expect(counts(['10248'])).toEqual([2]);
	});

	it('a run that is repeated creates nothing', async () => {
		const some = numbers(20);
		values(await create(some));
		const before = place.calls(CREATE[contract]);
		expect(values(await create(some)).every(({ outcome }) => outcome === 'existing')).toBe(true);
		expect(place.calls(CREATE[contract])).toBe(before);
	});

	it('does not look up first when the user does not want it', async () => {
		values(await create(['10248'], { lookUpFirst: false, batchSize: 5 }));
		expect(place.control.requests().total).toBe(1);
	});

	it.each([[['1001', '10010', '100']], [['10010', '1001']], [['A', 'A-1', 'A-10', 'a']], [['7', '77', '777', '7777']]])(
		'is not misled by numbers that begin alike: %j',
		async (alike) => {
			for (const number of alike)
				expect(summary(await create([number]), ({ outcome }) => outcome)).toEqual(['created']);
			expect(counts(alike)).toEqual(once(alike));
		},
	);

	it('is not misled by numbers that begin alike after a lost answer', async () => {
		values(await create(['10010', '10011', '10019']));
		place.control.faults([{ kind: 'reset', method: contract === 'live' ? 'PUT' : 'POST', at: [1] }]);
		values(await create(['1001'], { lookUpFirst: false, batchSize: 5 }));
		expect(counts(['1001', '10010', '10011', '10019'])).toEqual([1, 1, 1, 1]);
		expect(place.struck).toBe(1);
	});

	it.each(['A&B', 'A#1', 'A/1', 'A?b=1', '50%', 'A+B', 'Nº 5', '0010', '1e3'])(
		'takes the number %s as it is, and finds it again',
		async (number) => {
			expect(summary(await create([number]), ({ outcome }) => outcome)).toEqual(['created']);
			expect(summary(await create([number]), ({ outcome, orderNumber }) => `${outcome} ${orderNumber}`)).toEqual([
				`existing ${number}`,
			]);
			expect(counts([number])).toEqual([1]);
		},
	);

	it('refuses a number that comes twice in one run, and sends it once', async () => {
		const outcomes = await create(['10248', '10249', '10248']);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
		expect(errorAt(outcomes, 2)).toBeInstanceOf(InputProblem);
		expect(said(errorAt(outcomes, 2)).message).toContain('10248 twice: item 1 came first');
		expect(counts(['10248', '10249'])).toEqual([1, 1]);
	});

	it('lets the others go through when some are refused', async () => {
		const some = numbers(12);
		const orders = placed(
			some.map((number, at) => newOrder(number, { shipTo: { ...ADDRESS, name: at % 5 === 2 ? 'REFUSE ME' : 'Alex' } })),
		);
		const outcomes = await place.manager(contract).orders.create(orders, { lookUpFirst: true, batchSize: 6 });
		expect(failed(outcomes)).toEqual([2, 7]);
		expect(errorAt(outcomes, 7).message).toContain('refused as asked');
		expect(counts(some)).toEqual(some.map((_, at) => (at % 5 === 2 ? 0 : 1)));
	});

	it('tells trouble that concerns all for each order, and does not try them all', async () => {
		place.control.revokeTokens();
		const outcomes = await create(NUMBERS);
		expect(outcomes).toHaveLength(NUMBERS.length);
		expect(new Set(outcomes.map(({ index }) => index)).size).toBe(NUMBERS.length);
		expect(place.control.requests().total).toBeLessThanOrEqual(4);
	});

	it('sends nothing with a read-only credential', async () => {
		const outcomes = await place
			.manager(contract, { readOnly: true })
			.orders.create(newOrders(['10248']), { lookUpFirst: true });
		expect(errorAt(outcomes, 0).message).toContain('read-only');
		expect(place.calls(CREATE[contract])).toBe(0);
	});
});
