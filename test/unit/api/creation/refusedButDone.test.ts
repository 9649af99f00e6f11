import { CONTRACTS } from '../../../support/apiClient';
import { CREATION, OPERATIONS, countsOf, creationsOf, patientManager, runOrders } from '../../../support/orderRuns';
import { usePlace } from '../../../support/place';
import { ADDRESS, errorAt, newOrder, numbers, placed, values } from '../../../support/samples';

const NUMBERS = numbers(8, 10_248);
const STATUSES = [400, 408, 409, 413, 422, 425, 429];

describe.each(CONTRACTS)('A service that refuses what it has done (%s)', (contract) => {
	const place = usePlace();

	describe.each(OPERATIONS)('%s', (operation) => {
		it.each(STATUSES)('status %d: no order is created twice', async (status) => {
			place.control.faults([
				{
					kind: 'answer',
					...CREATION[contract],
					times: 3,
					response: { status, body: { message: 'No' }, effect: true },
				},
			]);
			const orders = values(await runOrders(patientManager(place, contract), operation, NUMBERS));
			expect(countsOf(place, NUMBERS)).toEqual(NUMBERS.map(() => 1));
			// With a conflict the service itself says that the order was there.
			const refused = contract === 'live' ? NUMBERS.length : 3;
			const said = status === 409 ? 'existing' : 'created';
			expect(orders.map(({ outcome }) => outcome).sort()).toEqual(
				[...NUMBERS.map((_, at) => (at < refused ? said : 'created'))].sort(),
			);
			expect(creationsOf(place, contract)).toBe(contract === 'live' ? 1 : NUMBERS.length);
		});
	});

	it.each(STATUSES)('status %d, nothing done: what can be created is created, once', async (status) => {
		place.control.faults([
			{ kind: 'answer', ...CREATION[contract], times: 1, response: { status, body: { message: 'No' } } },
		]);
		const outcomes = await runOrders(patientManager(place, contract), 'create', NUMBERS);
		const isFinal = contract === 'guide' && ![408, 425, 429].includes(status);
		expect(outcomes.filter(({ ok }) => !ok)).toHaveLength(isFinal ? 1 : 0);
		expect(countsOf(place, NUMBERS).filter((count) => count === 1)).toHaveLength(
			isFinal ? NUMBERS.length - 1 : NUMBERS.length,
		);
	});

	it('with a conflict: an order that exists with other lines says so', async () => {
		place.control.seed({ orders: [{ orderNumber: 'A', items: [{ sku: 'POT', quantity: 3 }] }] });
		place.control.faults([
			{ kind: 'answer', ...CREATION[contract], response: { status: 409, body: { message: 'No' } } },
		]);
		const [order] = values(await runOrders(patientManager(place, contract), 'create', ['A'], { lookUpFirst: false }));
		expect(order).toMatchObject({
			outcome: 'existing',
			notice: expect.stringMatching(/it has 3 × POT; the input has 2 × MUG/),
		});
	});

	it('is not sent the rest when nobody can look what it has done', async () => {
		const response = { status: 422, body: { message: 'No' }, effect: true };
		place.control.faults([
			{ kind: 'answer', ...CREATION[contract], response },
			{ kind: '503', method: 'GET', at: Array.from({ length: 60 }, (_, at) => at + 2) },
		]);
		const outcomes = await runOrders(patientManager(place, contract), 'create', ['A', 'B']);
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: { kind: expect.stringMatching(/indeterminate|unavailable/) },
		});
		expect(countsOf(place, ['A', 'B']).every((count) => count <= 1)).toBe(true);
		expect(creationsOf(place, contract)).toBe(1);
	});
});

describe('A batch that is refused after a part of it was done (live)', () => {
	const place = usePlace();

	it.each([400, 413, 422])('status %d: the part is kept, the rest is created', async (status) => {
		place.control.faults([
			{
				kind: 'answer',
				...CREATION.live,
				times: 2,
				response: { status, body: { message: 'Too much' }, effect: 3 },
			},
		]);
		values(await runOrders(patientManager(place, 'live'), 'create', NUMBERS));
		expect(countsOf(place, NUMBERS)).toEqual(NUMBERS.map(() => 1));
		expect(creationsOf(place, 'live')).toBe(3);
	});

	it('the row that is named is the right one, also when the rest is sent', async () => {
		place.control.faults([
			{
				kind: 'answer',
				...CREATION.live,
				times: 1,
				response: { status: 413, body: { message: 'Too much' }, effect: 3 },
			},
		]);
		const orders = placed(
			NUMBERS.map((number, at) => newOrder(number, { shipTo: { ...ADDRESS, name: at === 5 ? 'REFUSE ME' : 'Alex' } })),
		);
		const outcomes = await place.manager().orders.create(orders, { lookUpFirst: true });
		expect(outcomes.flatMap(({ ok, index }) => (ok ? [] : [index]))).toEqual([5]);
		expect(countsOf(place, NUMBERS)).toEqual(NUMBERS.map((_, at) => (at === 5 ? 0 : 1)));
	});
});
