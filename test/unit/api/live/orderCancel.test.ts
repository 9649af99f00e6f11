import type { Cancellation, OrderKey } from '../../../../nodes/shared/domain/order/order';
import { usePlace } from '../../../support/place';
import { DIRECT, SHOPIFY, errorAt, newOrders, numbers, placed, summary, values } from '../../../support/samples';

const because = (key: OrderKey, more: Partial<Cancellation> = {}): Cancellation => ({
	key,
	reasonType: 'BUYER_CANCELLED',
	reason: '',
	refundOnChannel: false,
	emailChannel: false,
	updateChannel: false,
	...more,
});

describe('cancelling orders (live)', () => {
	const place = usePlace();
	beforeEach(
		async () => void values(await place.manager().orders.create(newOrders(['A', 'B', 'C']), { lookUpFirst: false })),
	);

	const CANCEL = 'POST /v1/orders/cancel';
	const key = (orderNumber: string): OrderKey => ({ orderNumber, salesChannelId: DIRECT });
	const cancel = (cancellations: Cancellation[]) => place.manager().orders.cancel(placed(cancellations));
	const outcomes = async (cancellations: Cancellation[]) =>
		summary(await cancel(cancellations), ({ outcome }) => outcome);
	const cancelCalls = (): URLSearchParams[] =>
		place.control
			.requests()
			.log.filter(({ path }) => path === '/v1/orders/cancel')
			.map(({ query }) => new URLSearchParams(query));
	const isCancelled = (number: string): boolean => place.order(number).orderStatus === 'CANCELLED';

	it('by number or by id, in one call', async () => {
		const orderId = String(place.order('B').orderId);
		expect(await outcomes([because(key('A')), because({ orderId })])).toEqual(['cancelled', 'cancelled']);
		expect(['A', 'B', 'C'].map(isCancelled)).toEqual([true, true, false]);
		expect(place.calls(CANCEL)).toBe(1);
	});

	it('with the reason and what the channel shall do', async () => {
		await outcomes([
			because(key('A'), {
				reason: 'Changed her mind & left',
				refundOnChannel: true,
				emailChannel: true,
				updateChannel: true,
			}),
		]);
		const [query] = cancelCalls();
		expect(Object.fromEntries(query ?? [])).toMatchObject({
			cancelReasonType: 'BUYER_CANCELLED',
			cancelReason: 'Changed her mind & left',
			refundOrdersOnChannels: 'true',
			sendEmailNotificationToChannel: 'true',
			updateSalesChannels: 'true',
		});
		expect(place.order('A')).toMatchObject({
			cancelReason: { type: 'BUYER_CANCELLED', details: 'Changed her mind & left' },
		});
	});

	it('for different reasons in different calls', async () => {
		await outcomes([because(key('A')), because(key('B'), { reasonType: 'OTHER' }), because(key('C'))]);
		expect(cancelCalls().map((query) => [query.get('cancelReasonType'), query.getAll('orderId').length])).toEqual([
			['BUYER_CANCELLED', 2],
			['OTHER', 1],
		]);
	});

	it('of different channels in different calls', async () => {
		values(await place.manager().orders.create(newOrders(['A'], { salesChannelId: SHOPIFY }), { lookUpFirst: false }));
		expect(await outcomes([because(key('A')), because({ orderNumber: 'A', salesChannelId: SHOPIFY })])).toEqual([
			'cancelled',
			'cancelled',
		]);
		expect(cancelCalls().map((query) => query.get('salesChannelId'))).toEqual([DIRECT, SHOPIFY]);
	});

	it('leaves an order alone that is cancelled already', async () => {
		await outcomes([because(key('A'))]);
		expect(await outcomes([because(key('A'))])).toEqual(['alreadyCancelled']);
		expect(place.calls(CANCEL)).toBe(1);
	});

	it('fails for an order that is not there, and cancels the others', async () => {
		expect(await outcomes([because(key('A')), because(key('NO-SUCH')), because({ orderId: '5' })])).toEqual([
			'cancelled',
			expect.stringContaining('no order with the number NO-SUCH'),
			expect.stringContaining('no order with the ID 5'),
		]);
	});

	it('does not cancel an order whose number only begins alike', async () => {
		values(await place.manager().orders.create(newOrders(['10010']), { lookUpFirst: false }));
		expect(await outcomes([because(key('1001'))])).toEqual([expect.stringContaining('no order')]);
		expect(isCancelled('10010')).toBe(false);
	});

	it('does not guess which of several orders is meant', async () => {
		values(await place.manager().orders.create(newOrders(['A'], { salesChannelId: SHOPIFY }), { lookUpFirst: false }));
		expect(await outcomes([because({ orderNumber: 'A' })])).toEqual(['InputProblem: orderNumber ambiguousOrder']);
		expect(place.calls(CANCEL)).toBe(0);
	});

	it('fails for an order that has been shipped, and cancels the others of its call', async () => {
		const results = await cancel([because(key('A')), because(key('NW-10045')), because(key('B'))]);
		expect(errorAt(results, 1).message).toContain('SHIPPED and cannot be cancelled');
		expect(['A', 'B'].map(isCancelled)).toEqual([true, true]);
	});

	it('does not cancel a second time after a lost answer: that could refund twice', async () => {
		place.control.faults([{ kind: 'lostAnswer', path: '/v1/orders/cancel', at: [1] }]);
		expect(await outcomes([because(key('A')), because(key('B'))])).toEqual(['cancelled', 'cancelled']);
		expect(place.calls(CANCEL)).toBe(1);
	});

	it('for five different reasons makes one call, with its repeats, to a dead service, and not five', async () => {
		const five = ['A', 'B', 'C', 'D', 'E'];
		values(await place.manager().orders.create(newOrders(['D', 'E']), { lookUpFirst: false }));
		place.control.faults([{ kind: '503', path: '/v1/orders/cancel', every: 1 }]);
		const results = await cancel(five.map((number) => because(key(number), { reason: `Reason ${number}` })));
		expect(new Set(cancelCalls().map((query) => query.get('cancelReason')))).toEqual(new Set(['Reason A']));
		expect(results.map(({ ok }) => ok)).toEqual(five.map(() => false));
		for (const at of [1, 2, 3, 4]) expect(errorAt(results, at).message).toContain('Not sent, because an earlier');
		expect(five.some(isCancelled)).toBe(false);
	});

	it.each(['reset', '500', '429', 'any'] as const)(
		'comes to the same under trouble on every third call (%s)',
		async (kind) => {
			const many = numbers(120).map((number) => `N-${number}`);
			values(await place.manager().orders.create(newOrders(many), { lookUpFirst: false }));
			place.control.faults([{ kind, every: 3 }]);
			expect(new Set(await outcomes(many.map((number) => because(key(number)))))).toEqual(new Set(['cancelled']));
			expect(many.every(isCancelled)).toBe(true);
			expect(place.struck).toBeGreaterThan(0);
		},
	);

	it('takes the same order twice for once', async () => {
		expect(await outcomes([because(key('A')), because({ orderId: String(place.order('A').orderId) })])).toEqual([
			'cancelled',
			'cancelled',
		]);
		expect(cancelCalls().map((query) => query.getAll('orderId').length)).toEqual([1]);
	});
});
