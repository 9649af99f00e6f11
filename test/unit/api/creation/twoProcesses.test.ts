import type { CreatedOrder } from '../../../../nodes/shared/domain/order/order';
import { CONTRACTS } from '../../../support/apiClient';
import { CREATION, OPERATIONS, countsOf, runOrders } from '../../../support/orderRuns';
import { usePlace } from '../../../support/place';
import { errorAt, numbers, values } from '../../../support/samples';
import { SandboxClock } from '../../../support/sandboxClock';
import { said } from '../../../support/said';

const NUMBERS = numbers(50, 10_248);

describe.each(CONTRACTS)('Two processes that create the same orders at once (%s)', (contract) => {
	const place = usePlace();
	const idsOf = (number: string): string[] => place.control.orders({ number }).map(({ orderId }) => String(orderId));
	/** Both runs look before either creates: the worst case. */
	const runBoth = async (
		operation: (typeof OPERATIONS)[number],
		orderNumbers: string[],
		options = {},
	): Promise<[CreatedOrder[], CreatedOrder[]]> => {
		const clock = new SandboxClock(place.control);
		const one = runOrders(place.manager(contract, { clock }), operation, orderNumbers, options);
		const other = runOrders(place.otherManager(contract, { clock }), operation, orderNumbers, options);
		return [values(await one), values(await other)];
	};

	describe.each(OPERATIONS)('%s', (operation) => {
		it('report every double with both IDs', async () => {
			const [one, other] = await runBoth(operation, NUMBERS);
			const doubled = NUMBERS.filter((number) => idsOf(number).length > 1);
			expect(doubled.length).toBeGreaterThan(0);
			for (const number of doubled) {
				const reports = [...one, ...other].filter(({ orderNumber, notice }) => orderNumber === number && notice);
				expect(reports.length).toBeGreaterThan(0);
				for (const { orderId, otherOrderIds, notice } of reports) {
					expect([orderId, ...(otherOrderIds ?? [])].sort()).toEqual(idsOf(number).sort());
					for (const id of idsOf(number)) expect(notice).toContain(`ID ${id}`);
				}
			}
		});

		it('report them also when lists show orders late', async () => {
			place.control.visibility({ lists: 3_000 });
			const [one, other] = await runBoth(operation, NUMBERS.slice(0, 10));
			for (const number of NUMBERS.slice(0, 10)) {
				const reported = [...one, ...other].filter(
					({ orderNumber, otherOrderIds }) => orderNumber === number && otherOrderIds?.length,
				);
				expect(reported.length > 0).toBe(idsOf(number).length > 1);
			}
		});

		it('cancel the younger one, and never both, when the user has chosen so', async () => {
			const some = NUMBERS.slice(0, 20);
			const [one, other] = await runBoth(operation, some, { cancelDuplicates: true });
			for (const number of some) {
				const active = place.control.orders({ number }).filter(({ orderStatus }) => orderStatus !== 'CANCELLED');
				expect(active).toHaveLength(1);
				const reported = [...one, ...other].filter(({ orderNumber }) => orderNumber === number);
				// Whoever canceled its own order goes on with the one that stays.
				const canceled = reported.filter(({ notice }) => notice?.includes('was canceled'));
				expect(canceled.map(({ orderId, outcome }) => [orderId, outcome])).toEqual(
					canceled.map(() => [String(active[0]?.orderId), 'existing']),
				);
				expect(idsOf(number).length - 1).toBe(canceled.length);
			}
		});
	});

	it('say so when the younger order cannot be canceled', async () => {
		const path = contract === 'live' ? '/v1/orders/cancel' : '/api/orders/{id}';
		place.control.faults([
			{
				kind: 'answer',
				path,
				method: contract === 'live' ? 'POST' : 'PUT',
				response: { status: 403, body: { message: 'Not allowed' } },
			},
		]);
		const [one, other] = await runBoth('create', NUMBERS.slice(0, 5), { cancelDuplicates: true });
		const tried = [...one, ...other].filter(({ notice }) => notice?.includes('Canceling'));
		expect(tried.length).toBeGreaterThan(0);
		for (const { outcome, notice, otherOrderIds } of tried) {
			expect({ outcome, others: otherOrderIds?.length }).toEqual({ outcome: 'created', others: 1 });
			expect(notice).toMatch(
				/Canceling the younger one failed: .*not allowed.* Keep the oldest, ID \d+, and cancel ID \d+ in Order Manager/i,
			);
		}
	});

	it.each([true, false])(
		'do not take an answer to a cancellation for a canceled order (with effect: %s)',
		async (effect) => {
			const path = contract === 'live' ? '/v1/orders/cancel' : '/api/orders/{id}';
			place.control.faults([
				{
					kind: 'answer',
					path,
					method: contract === 'live' ? 'POST' : 'PUT',
					response: { status: 200, body: { message: 'Done' }, effect },
				},
			]);
			const [one, other] = await runBoth('create', ['A'], { cancelDuplicates: true });
			const { notice } = [...one, ...other].find((order) => /was canceled|Canceling/.test(order.notice ?? '')) ?? {};
			expect(notice).toMatch(effect ? /was canceled/ : /Canceling the younger one failed/);
		},
	);

	it('a later run names all orders of the number', async () => {
		await runBoth('create', ['A']);
		const [order] = values(await runOrders(place.manager(contract), 'create', ['A']));
		expect(order).toMatchObject({ outcome: 'existing', otherOrderIds: [expect.any(String)] });
		for (const id of idsOf('A')) expect(order?.notice).toContain(`ID ${id}`);
		expect(said(errorAt(await runOrders(place.manager(contract), 'createOrUpdate', ['A']), 0)).message).toMatch(
			/Several orders have the number A: ID \d+, ID \d+/,
		);
	});

	it('a double that can no longer be looked for is not passed over in silence', async () => {
		const { method } = CREATION[contract];
		// All calls after the first look-up and the creation fail.
		place.control.faults([{ kind: '503', at: Array.from({ length: 30 }, (_, at) => at + 2), method: 'GET' }]);
		const [order] = values(await runOrders(place.manager(contract), 'create', ['A']));
		expect(order).toMatchObject({
			outcome: 'created',
			orderId: idsOf('A')[0],
			notice: expect.stringContaining('the check for a second order with this number failed'),
		});
		expect(method && countsOf(place, ['A'])).toEqual([1]);
	});
});
