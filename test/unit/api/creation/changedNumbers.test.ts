import { CONTRACTS } from '../../../support/apiClient';
import { CREATION, OPERATIONS, creationsOf, patientManager, runOrders } from '../../../support/orderRuns';
import { usePlace } from '../../../support/place';
import { errorAt, newOrder, placed, summary, values } from '../../../support/samples';

describe.each(CONTRACTS)('A service that changes order numbers (%s)', (contract) => {
	const place = usePlace();
	const created = (stored: string): string => String(place.order(stored).orderId);

	describe.each(OPERATIONS)('%s', (operation) => {
		it.each([
			['plain', '#1001', '1001'],
			['plain', 'A-1 / 2', 'A12'],
			['capitals', 'a-1', 'A-1'],
		] as const)('%s: %s is created as %s, said so, and not sent again', async (orders, number, stored) => {
			place.control.numbering({ orders });
			const [order] = values(await runOrders(patientManager(place, contract), operation, [number]));
			expect(order).toMatchObject({
				outcome: 'created',
				orderNumber: number,
				storedNumber: stored,
				orderId: created(stored),
			});
			expect(order?.notice).toMatch(
				new RegExp(`stores order ${number} under the number ${stored}.*would create the order again`),
			);
			expect(creationsOf(place, contract)).toBe(1);
		});

		it('orders with the same goods for the same recipient are told apart', async () => {
			place.control.numbering({ orders: 'plain' });
			const numbers = ['#100', '#1', '#10', '#1001', '2'];
			const orders = values(await runOrders(patientManager(place, contract), operation, numbers));
			expect(
				orders.map(({ orderNumber, storedNumber = '2', orderId }) => [orderNumber, storedNumber, orderId]),
			).toEqual(numbers.map((number) => [number, number.replace('#', ''), created(number.replace('#', ''))]));
		});
	});

	it('a number that only looks alike is not taken for the one that was sent', async () => {
		place.control.seed({ orders: [{ orderNumber: '1001', items: [{ sku: 'POT' }] }] });
		const id = created('1001');
		const body =
			contract === 'live'
				? { orders: [{ orderId: Number(id), orderNumber: '1001' }] }
				: { id: Number(id), order_number: '1001' };
		place.control.faults([{ kind: 'answer', ...CREATION[contract], response: { body } }]);
		const error = errorAt(await runOrders(patientManager(place, contract), 'create', ['#1001']), 0);
		expect(error).toMatchObject({ facts: { kind: 'indeterminate' } });
	});
});

describe('A service that changes order numbers (live)', () => {
	const place = usePlace();

	it('is not sent an order again after a lost answer, once that is known', async () => {
		place.control.numbering({ orders: 'plain' });
		place.control.faults([{ kind: 'lostAnswer', ...CREATION.live, at: [2] }]);
		const outcomes = await runOrders(patientManager(place, 'live'), 'create', ['#1', '#2'], { batchSize: 1 });
		expect(summary(outcomes, ({ outcome }) => outcome)).toEqual([
			'created',
			expect.stringContaining('Whether the change took effect is not known'),
		]);
		expect(place.control.books().ordersByNumber).toMatchObject({ 1: 1, 2: 1 });
	});

	it('an id of another order in the answer is put right', async () => {
		place.control.faults([
			{
				kind: 'answer',
				...CREATION.live,
				response: { effect: true, body: { orders: [{ orderId: 77120045, orderNumber: 'A' }] } },
			},
		]);
		const [order] = values(
			await patientManager(place, 'live').orders.create(placed([newOrder('A')]), { lookUpFirst: true }),
		);
		expect(order).toMatchObject({ outcome: 'created', orderId: String(place.order('A').orderId) });
		expect(order).not.toHaveProperty('notice');
	});
});
