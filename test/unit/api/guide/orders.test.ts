import { InputProblem } from '../../../../nodes/shared/domain/inputProblem';
import type { Cancellation, NewOrder, OrderChange, OrderKey } from '../../../../nodes/shared/domain/order/order';
import { usePlace } from '../../../support/place';
import {
	ADDRESS,
	COLUMBUS,
	RENO,
	errorAt,
	listed,
	newOrder,
	newOrders,
	placed,
	summary,
	values,
	succeeded,
} from '../../../support/samples';
import { said } from '../../../support/said';

const key = (orderNumber: string): OrderKey => ({ orderNumber });

describe("orders of the guide's contract", () => {
	const place = usePlace();
	const orders = () => place.manager('guide').orders;
	const create = async (more: Partial<NewOrder> = {}) =>
		values(await orders().create(placed([newOrder('A', more)]), { lookUpFirst: true }));

	describe('creating', () => {
		it('books address, lines, currency and shipping', async () => {
			await create({
				currency: 'EUR',
				shippingCost: 3.2,
				requestedShipping: 'Ground',
				lines: [{ sku: 'MUG', name: 'Mug', quantity: 3, unitPrice: 0.1, tax: 0.02, discount: 0 }],
			});
			expect(place.order('A')).toMatchObject({
				shipName: 'Alex Example',
				shipCountry: 'USA',
				shipState: 'OH',
				currency: 'EUR',
				shippingCost: { amount: 3.2 },
				requestedShippingService: 'Ground',
				orderItems: [{ quantityOrdered: 3, unitPrice: { amount: 0.1, currency: 'EUR' }, tax: { amount: 0.02 } }],
			});
		});

		it('puts all street lines into the one that there is', async () => {
			await create({ shipTo: { ...ADDRESS, street2: 'Rear', street3: 'Floor 3' } });
			expect(place.order('A')).toMatchObject({ shipAddress1: '34 Specimen Ave, Rear, Floor 3' });
		});

		it('reports nothing as not sent when everything has its place', async () => {
			const [receipt] = await create({ paymentDate: undefined, requestedShipping: 'Ground' });
			expect(receipt?.notSent).toEqual([]);
		});

		it('reports what the contract has no place for', async () => {
			const [receipt] = await create({
				notesToBuyer: 'Thanks',
				internalNotes: 'VIP',
				gift: false,
				discount: 1,
				shipTo: { ...ADDRESS, company: 'Example Inc.', email: 'a@example.com', phone: '555-0100' },
				lines: [{ sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: 1, tax: 0, discount: 0.5, notes: 'blue' }],
			});
			expect(receipt?.outcome).toBe('created');
			expect(new Set(receipt?.notSent)).toEqual(
				new Set([
					'paymentDate',
					'notesToBuyer',
					'internalNotes',
					'gift',
					'discount',
					'company',
					'email',
					'phone',
					'lines.discount',
					'lines.notes',
				]),
			);
		});

		it('needs no sales channel', async () => {
			expect(await create({ salesChannelId: undefined })).toMatchObject([{ outcome: 'created' }]);
		});

		it('fails for an unknown SKU with the code and the field, and creates the others', async () => {
			const bad = newOrder('B', { lines: [{ sku: 'NOPE', name: '', quantity: 1, unitPrice: 1, tax: 0, discount: 0 }] });
			const outcomes = await orders().create(placed([newOrder('A'), bad, newOrder('C')]), { lookUpFirst: true });
			expect(errorAt(outcomes, 1)).toMatchObject({
				facts: { code: 'UNKNOWN_SKU', field: 'items[0].sku', serviceMessage: 'Unknown SKU NOPE' },
			});
			expect(place.control.books().ordersByNumber).toMatchObject({ A: 1, C: 1 });
		});
	});

	describe('getting', () => {
		beforeEach(async () => void (await create()));

		it('by number and by id', async () => {
			const orderId = String(place.order('A').orderId);
			const [byNumber, byId] = values(await orders().get(placed([key('A'), { orderId }])));
			expect(byNumber).toMatchObject({
				orderId,
				orderNumber: 'A',
				status: 'pending',
				lifecycle: 'pending',
				shipTo: { name: 'Alex Example', country: 'US' },
			});
			expect(byId).toEqual(byNumber);
		});

		it('says what is not there', async () => {
			expect(
				summary(
					await orders().get(placed([key('NO-SUCH'), { orderId: '5' }, key('A')])),
					({ orderNumber }) => orderNumber,
				),
			).toEqual([
				expect.stringContaining('no order with the number NO-SUCH'),
				expect.stringContaining('no order with the ID 5'),
				'A',
			]);
		});

		it('does not guess when several have the number', async () => {
			place.control.seed({ orders: [{ orderNumber: 'A' }] });
			const error = errorAt(await orders().get(placed([key('A')])), 0);
			expect(error).toBeInstanceOf(InputProblem);
			expect(said(error).message).toContain('2 orders have the number A');
		});
	});

	describe('listing', () => {
		beforeEach(async () => void (await create()));
		const list = async (filter: Parameters<ReturnType<typeof orders>['list']>[0]) =>
			(await listed(orders().list(filter, {}))).map(({ orderNumber }) => orderNumber).sort();

		it('all', async () => {
			expect(await list({})).toEqual(['A', 'NW-10045', 'NW-10046', 'NW-10047']);
		});
		it('by several statuses, one call each', async () => {
			expect(await list({ statuses: ['fulfilled', 'cancelled'] })).toEqual(['NW-10045']);
			expect(place.control.requests().log.filter(({ query }) => query.includes('status=')).length).toBe(2);
		});
		it('by numbers', async () => {
			expect(await list({ orderNumbers: ['A', 'NW-10046', 'NW-1'] })).toEqual(['A', 'NW-10046']);
		});
		it('by warehouse', async () => {
			place.control.seed({ orders: [{ orderNumber: 'R', warehouseId: Number(RENO) }] });
			expect(await list({ warehouseId: RENO })).toEqual(['R']);
		});
		it.each([
			[{ createdFrom: '2025-03-05T09:15:00Z', createdTo: '2025-03-05T09:16:00Z' }],
			[{ modifiedFrom: '2025-03-05T09:16:00Z', modifiedTo: '2025-03-05T09:17:00Z' }],
		])('by time: %j', async (filter) => {
			expect(await list(filter)).toEqual(['NW-10046']);
		});
	});

	describe('changing', () => {
		beforeEach(async () => void (await create({ shipTo: { ...ADDRESS, street2: 'Rear' } })));
		const update = (...changes: OrderChange[]) => orders().update(placed(changes));

		it('an address keeps what is not given', async () => {
			const [receipt] = values(await update({ key: key('A'), shipTo: { city: 'Erie' }, details: {} }));
			expect(receipt).toMatchObject({ outcome: 'updated', orderNumber: 'A', notSent: [] });
			expect(place.order('A')).toMatchObject({
				shipCity: 'Erie',
				shipName: 'Alex Example',
				shipAddress1: '34 Specimen Ave, Rear',
				shipZipCode: '43604',
				shipCountry: 'USA',
			});
		});

		it('reports what the contract has no place for, and changes the rest', async () => {
			const [receipt] = values(
				await update({
					key: key('A'),
					shipTo: { city: 'Erie', phone: '555-0100' },
					details: { requestedShipping: 'Express', internalNotes: 'VIP' },
					warehouseId: COLUMBUS,
				}),
			);
			expect(new Set(receipt?.notSent)).toEqual(new Set(['phone', 'internalNotes', 'warehouseId']));
			expect(place.order('A')).toMatchObject({ shipCity: 'Erie', requestedShippingService: 'Express' });
		});

		it('is an error when nothing of it has a place', async () => {
			const error = errorAt(await update({ key: key('A'), shipTo: {}, details: { internalNotes: 'VIP' } }), 0);
			expect(error).toBeInstanceOf(InputProblem);
			expect(said(error).message).toContain('internalNotes');
			expect(place.calls('PUT /api/orders/{id}')).toBe(0);
		});

		it('fails for an order that is not there or closed, and changes the others', async () => {
			const change = (number: string): OrderChange => ({ key: key(number), shipTo: { city: 'Erie' }, details: {} });
			const outcomes = await update(change('NO-SUCH'), change('NW-10045'), change('A'));
			expect(succeeded(outcomes)).toEqual([2]);
			expect(errorAt(outcomes, 1).message).toContain('fulfilled and cannot be changed');
		});
	});

	describe('cancelling', () => {
		beforeEach(async () => void (await create()));
		const because = (orderKey: OrderKey, more: Partial<Cancellation> = {}): Cancellation => ({
			key: orderKey,
			reasonType: 'OTHER',
			reason: '',
			refundOnChannel: false,
			emailChannel: false,
			updateChannel: false,
			...more,
		});
		const cancel = async (...cancellations: Cancellation[]) => orders().cancel(placed(cancellations));

		it('cancels, and leaves alone what is cancelled already', async () => {
			expect(summary(await cancel(because(key('A'))), ({ outcome }) => outcome)).toEqual(['cancelled']);
			expect(place.order('A')).toMatchObject({ orderStatus: 'CANCELLED' });
			expect(summary(await cancel(because(key('A'))), ({ outcome }) => outcome)).toEqual(['alreadyCancelled']);
			expect(place.calls('PUT /api/orders/{id}')).toBe(1);
		});

		it('reports the reason and the switches that the contract does not have', async () => {
			const [receipt] = values(await cancel(because(key('A'), { reason: 'Sorry', refundOnChannel: true })));
			expect(receipt?.notSent).toEqual(['reason', 'refundOnChannel']);
		});

		it('fails for an order that has been shipped or is not there', async () => {
			expect(summary(await cancel(because(key('NW-10045')), because(key('NO-SUCH'))), () => '')).toEqual([
				expect.stringContaining('cannot be changed'),
				expect.stringContaining('no order with the number NO-SUCH'),
			]);
		});

		it('comes to the same under trouble on every fifth call', async () => {
			const numbers = Array.from({ length: 30 }, (_, at) => `N-${at}`);
			values(await orders().create(newOrders(numbers), { lookUpFirst: false }));
			place.control.faults([{ kind: 'any', every: 5 }]);
			expect(
				new Set(values(await cancel(...numbers.map((number) => because(key(number))))).map(({ outcome }) => outcome)),
			).toEqual(new Set(['cancelled']));
			expect(place.struck).toBeGreaterThan(0);
		});
	});
});
