import type { OrderManagerApi } from '../../../nodes/shared/api/ports';
import { orderManager } from '../../support/apiClient';
import { DIRECT, errorAt, placed, summary } from '../../support/samples';
import { ScriptedService } from '../../support/scriptedService';
import { type Row, UNSAFE } from './oddLists';

describe('a look-up that meets a record that cannot be read', () => {
	let service: ScriptedService;
	// One for each test: what was created is remembered by the address of its service.
	beforeEach(async () => {
		service = new ScriptedService();
		await service.start();
	});
	afterEach(async () => await service.close());
	const manager = (contract: 'live' | 'guide' = 'live'): OrderManagerApi => orderManager(contract, service.url);

	const ODD = { orderItems: [{ unitPrice: { amount: 'ten' } }] };
	const order = (more: Row = {}) => ({
		orderId: 7,
		orderNumber: 'A-1',
		salesChannel: { salesChannelId: Number(DIRECT) },
		...more,
	});
	const wanted = (orderNumber: string) => ({
		orderNumber,
		salesChannelId: DIRECT,
		currency: 'USD',
		shipTo: { name: 'A', street1: '1', city: 'C', postalCode: '1', country: 'US' },
		details: {},
		lines: [{ sku: 'MUG', quantity: 1, unitPrice: 1, tax: 0, discount: 0 }],
		shippingCost: 0,
		discount: 0,
	});
	const created = (orderNumber: string) => ({
		body: { orders: [{ orderId: 9, orderNumber, orderStatus: 'AWAITING_SHIPMENT' }] },
	});
	const writes = (): unknown[] => service.seen.filter(({ method }) => method !== 'GET').map(({ body }) => body);
	const create = async (...numbers: string[]) =>
		await manager().orders.create(placed(numbers.map(wanted)) as never, { lookUpFirst: true });

	it.each([
		['has the number', order(ODD)],
		['has a number that cannot be read', order({ ...ODD, orderNumber: UNSAFE })],
		['has no channel', order({ ...ODD, salesChannel: null })],
	])('keeps an order from being created a second time when it %s; the others are created', async (_, row) => {
		service.script({ body: [row] }, created('A-2'));
		const outcomes = await create('A-1', ...(row.orderNumber === 'A-1' ? ['A-2'] : []));
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: {
				kind: 'unreadableRecord',
				message: expect.stringMatching(/^It is unknown whether an order A-1 exists: Order/),
			},
		});
		expect(JSON.stringify(writes())).not.toContain('A-1');
		if (row.orderNumber === 'A-1')
			expect(outcomes.find(({ index }) => index === 1)).toMatchObject({
				ok: true,
				value: { value: { outcome: 'created' } },
			});
	});

	it.each([
		['another number that begins so', order({ ...ODD, orderNumber: 'A-10' })],
		['another channel', order({ ...ODD, salesChannel: { salesChannelId: 1 } })],
	])('does not keep an order from being created when it has %s', async (_, row) => {
		service.script({ body: [row] }, created('A-1'));
		expect(summary(await create('A-1'), ({ outcome }) => outcome)).toEqual(['created']);
	});

	it('leaves it open whether an order was created whose answer was lost: it is not sent again', async () => {
		service.script({ body: [] }, { instead: 'break' }, { body: [order(ODD)] });
		expect(errorAt(await create('A-1'), 0)).toMatchObject({ facts: { kind: 'indeterminate' } });
		expect(writes()).toHaveLength(1);
	});

	it('leaves it open whether an order was created that the answer does not mention, and the others are created', async () => {
		service.script({ body: [] }, created('A-2'), { body: [order(ODD)] });
		const outcomes = await create('A-1', 'A-2');
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: {
				kind: 'indeterminate',
				message: expect.stringContaining('It is unknown whether an order A-1 exists'),
			},
		});
		expect(outcomes.find(({ index }) => index === 1)).toMatchObject({ ok: true });
		expect(writes()).toHaveLength(1);
	});

	it('may be a second order of a number that was just created: a notice says so', async () => {
		service.script({ body: [] }, created('A-1'), { body: [order({ orderId: 9 }), order(ODD)] });
		expect(summary(await create('A-1'), ({ outcome, notice }) => [outcome, notice])).toEqual([
			['created', expect.stringContaining('It is unknown whether an order A-1 exists')],
		]);
	});

	it.each(['live', 'guide'] as const)(
		'may be a second order: Create or Update does not guess which one is meant (%s)',
		async (contract) => {
			const rows =
				contract === 'live'
					? [order({ orderId: 9 }), order(ODD)]
					: [
							{ id: 9, order_number: 'A-1' },
							{ id: 7, order_number: 'A-1', items: [{ quantity: 'x' }] },
						];
			service.script({ body: rows });
			const given = { ...wanted('A-1'), order: wanted('A-1') };
			const outcomes = await manager(contract).orders.createOrUpdate(placed([given]) as never, { lookUpFirst: true });
			expect(errorAt(outcomes, 0)).toMatchObject({ facts: { kind: 'unreadableRecord' } });
			expect(writes()).toEqual([]);
		},
	);

	it('keeps an order from being changed or created by Create or Update', async () => {
		service.script({ body: [order(ODD)] });
		const given = { ...wanted('A-1'), order: wanted('A-1') };
		expect(
			errorAt(await manager().orders.createOrUpdate(placed([given]) as never, { lookUpFirst: true }), 0),
		).toMatchObject({ facts: { kind: 'unreadableRecord' } });
		expect(writes()).toEqual([]);
	});

	it('is the answer to who asks for it, and to nobody else', async () => {
		service.script({ body: [order(ODD), order({ orderId: 8, orderNumber: 'A-2' })] });
		const outcomes = await manager().orders.get(placed(['A-1', 'A-2', 'A-3'].map((orderNumber) => ({ orderNumber }))));
		expect(summary(outcomes, ({ orderId }) => orderId)).toEqual([
			expect.stringContaining('It is unknown whether an order A-1 exists'),
			'8',
			expect.stringContaining('There is no order with the number A-3'),
		]);
	});

	it('keeps a product from being created a second time', async () => {
		service.script(
			{ body: [{ productId: 1, masterSku: 'mug', weight: 'x' }] },
			{ body: { results: [], errors: null } },
			{ body: [] },
		);
		const products = ['MUG', 'POT'].map((sku) => ({
			type: 'core' as const,
			sku,
			details: { name: sku, brand: 'B' },
		}));
		const outcomes = await manager().products.create(placed(products) as never, { lookUpFirst: true });
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: { message: expect.stringContaining('It is unknown whether a product with the SKU MUG exists') },
		});
		expect(writes()).toEqual([[expect.objectContaining({ masterSku: 'POT' })]]);
	});

	it('keeps a warehouse from being created a second time', async () => {
		service.script({ body: [{ warehouseId: UNSAFE, name: 'Reno' }] });
		expect(
			errorAt(await manager().warehouses.create!(placed([{ name: 'RENO', type: 'DIRECT_FULFILLMENT' }]) as never), 0),
		).toMatchObject({ facts: { kind: 'unreadableRecord' } });
		expect(writes()).toEqual([]);
	});

	it('keeps a listing from being created a second time', async () => {
		service.script({
			body: [{ listingId: 1, listingSku: 'L-1', active: 'x', salesChannelId: Number(DIRECT) }],
		});
		const listing = { salesChannelId: DIRECT, listingSku: 'L-1', product: { productId: '1' }, details: {} };
		expect(errorAt(await manager().listings!.create(placed([listing]), { lookUpFirst: true }), 0)).toMatchObject({
			facts: { kind: 'unreadableRecord' },
		});
		expect(writes()).toEqual([]);
	});

	it('keeps an order, a product and a parcel from being created a second time under the guide’s contract', async () => {
		const guide = manager('guide');
		const row = { id: 1, order_number: 'A-1', items: [{ quantity: 'x' }] };
		service.script({ body: [row] });
		expect(
			errorAt(await guide.orders.create(placed([wanted('A-1')]) as never, { lookUpFirst: true }), 0),
		).toMatchObject({ facts: { kind: 'unreadableRecord' } });
		service.script({ body: [{ id: UNSAFE, sku: 'MUG' }] });
		const product = { type: 'core', sku: 'MUG', details: { name: 'Mug' } };
		expect(errorAt(await guide.products.create(placed([product]) as never, { lookUpFirst: true }), 0)).toMatchObject({
			facts: { kind: 'unreadableRecord' },
		});
		service.script(
			{ body: [{ id: 1, order_number: 'A-1' }] },
			{ body: [{ id: UNSAFE, order_number: 'A-1', tracking_number: '1Z' }] },
		);
		const parcel = {
			key: { orderNumber: 'A-1' },
			carrier: 'UPS',
			trackingNumber: '1Z',
			notifyCustomer: false,
			updateChannel: false,
		};
		expect(errorAt(await guide.shipments.register(placed([parcel])), 0)).toMatchObject({
			facts: { kind: 'unreadableRecord' },
		});
		expect(service.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
	});

	it('is named when a label or a custom field is not among those that can be read', async () => {
		service.script({ body: [order()] }, { body: [{ labelId: UNSAFE, name: 'Rush' }] });
		const outcomes = await manager().orderLabels!.add(placed([{ key: { orderNumber: 'A-1' }, labels: ['Rush'] }]));
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: { message: expect.stringMatching(/^Label Rush cannot be read: “labelId”/) },
		});
	});
});
