import type { ListOptions, OrderManager, Sourced } from '../../../nodes/shared/api/port';
import type { UnreadableRecord } from '../../../nodes/shared/api/unreadable';
import { orderManager } from '../../support/apiClient';
import { DIRECT } from '../../support/parameters';
import { COLUMBUS, errorAt, factsOf, placed, summary } from '../../support/samples';
import { useScriptedService } from '../../support/scriptedService';

type Row = Record<string, unknown>;
type Pages = AsyncIterable<ReadonlyArray<Sourced<unknown>>>;

interface List {
	contract: 'live' | 'guide';
	read: (manager: OrderManager, options: ListOptions) => Pages;
	/** A row that can be read. */
	good: (nth: number) => Row;
	/** The same row with something that cannot be read. */
	odd: (row: Row) => unknown;
	/** What the odd row is called. */
	named: RegExp;
	/** Around the rows of an answer. */
	wrap?: (rows: unknown[]) => unknown;
	/** Answers before the list. */
	before?: unknown[];
	unpaged?: true;
}

async function* once(rows: Promise<ReadonlyArray<Sourced<unknown>>>): Pages {
	yield await rows;
}

const dates = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
const UNSAFE = 2 ** 60;
const LISTS: Record<string, List> = {
	orders: {
		contract: 'live',
		read: ({ orders }, options) => orders.list({}, options),
		good: (id) => ({ orderId: id, orderNumber: `A-${id}`, orderItems: [{ unitPrice: { amount: '10.00', currency: 'USD' } }] }),
		odd: (row) => ({ ...row, orderItems: [{ unitPrice: { amount: 'ten' } }] }),
		named: /^Order A-2 \(ID 2\).*“orderItems\.0\.unitPrice\.amount” is “ten”/,
	},
	products: {
		contract: 'live',
		read: ({ products }, options) => products.list({}, options),
		good: (id) => ({ productId: id, masterSku: `S-${id}`, weight: '1.5' }),
		odd: (row) => ({ ...row, weight: '1,5' }),
		named: /^Product S-2 \(ID 2\).*“weight” is “1,5”/,
	},
	'stock levels': {
		contract: 'live',
		read: ({ stock }, options) => stock.list({ perWarehouse: false }, options),
		good: (id) => ({ product: { productId: id, masterSku: `S-${id}` }, onHandQuantity: '5' }),
		odd: (row) => ({ ...row, availableQuantity: 'many' }),
		named: /^Stock level S-2 .*“availableQuantity”/,
	},
	'stock levels without a SKU': {
		contract: 'live',
		read: ({ stock }, options) => stock.list({ perWarehouse: false }, options),
		good: (id) => ({ product: { productId: id, masterSku: `S-${id}` }, onHandQuantity: 5 }),
		odd: () => ({ product: null, onHandQuantity: 5 }),
		named: /“product\.masterSku” is missing/,
	},
	'stock records': {
		contract: 'live',
		read: ({ stockRecords }, options) => stockRecords!.list({}, options),
		good: (id) => ({ productStockId: id, product: { masterSku: `S-${id}` }, quantity: 1 }),
		odd: (row) => ({ ...row, productStockId: UNSAFE }),
		named: /^Stock record S-2 .*“productStockId” is 1152921504606847000, not a number with all its digits/,
	},
	'stock changes': {
		contract: 'live',
		read: ({ stock }, options) => stock.changes!({ salesChannelId: DIRECT, perWarehouse: false }, options),
		good: (id) => ({ product: { productId: id, masterSku: `S-${id}` }, availableQuantity: 1 }),
		odd: (row) => ({ ...row, availableQuantity: {} }),
		named: /^Stock change S-2 .*“availableQuantity” is an object/,
		wrap: (rows) => [{ pagesRemaining: rows.length > 0, productAggregatedQuantities: rows }],
	},
	'the history of a stock record': {
		contract: 'live',
		read: ({ stockRecords }, options) => stockRecords!.history({ recordId: '1' }, options),
		good: (id) => ({ masterSku: `S-${id}`, formattedEditTime: '2026-03-05T09:00:00Z' }),
		odd: (row) => ({ ...row, productId: UNSAFE }),
		named: /^Entry of the history .*“productId”/,
	},
	shipments: {
		contract: 'live',
		read: ({ shipments }, options) => shipments.list({ ...dates, dateField: 'created' }, options),
		good: (id) => ({ shipmentId: id, trackingNumber: `1Z${id}`, carrierFee: { amount: '4.50' } }),
		odd: (row) => ({ ...row, trackingNumber: 9.400111899223817e21 }),
		named: /^Shipment \(ID 2\).*“trackingNumber” is 9\.400111899223817e\+21/,
	},
	listings: {
		contract: 'live',
		read: ({ listings }, options) => listings!.list({}, options),
		good: (id) => ({ listingId: id, listingSku: `L-${id}`, active: 'true' }),
		odd: (row) => ({ ...row, active: 'maybe' }),
		named: /^Listing L-2 \(ID 2\).*“active” is “maybe”/,
	},
	warehouses: {
		contract: 'live',
		read: ({ warehouses }, options) => once(warehouses.list(options)),
		good: (id) => ({ warehouseId: id, name: `W-${id}` }),
		odd: (row) => ({ ...row, domesticBackups: [UNSAFE] }),
		named: /^Warehouse W-2 \(ID 2\).*“domesticBackups\.0”/,
		unpaged: true,
	},
	'sales channels': {
		contract: 'live',
		read: ({ salesChannels }, options) => once(salesChannels!.list(options)),
		good: (id) => ({ salesChannelId: id, name: `C-${id}` }),
		odd: (row) => ({ ...row, salesChannelId: null }),
		named: /^Sales channel C-2 .*“salesChannelId”/,
		unpaged: true,
	},
	carriers: {
		contract: 'live',
		read: ({ carriers }, options) => once(carriers!.list('service', undefined, options)),
		good: (id) => ({ shippingServiceId: id, serviceName: `Ground ${id}` }),
		odd: (row) => ({ ...row, shippingServiceId: UNSAFE }),
		named: /^Entry Ground 2 .*“shippingServiceId”/,
		unpaged: true,
	},
	statuses: {
		contract: 'live',
		read: ({ orders }, options) => once(orders.statuses!(true, options)),
		good: (id) => ({ id, status: `STATUS_${id}` }),
		odd: (row) => ({ ...row, status: 5 }),
		named: /^Status .*“status” is 5, not a text/,
		wrap: (rows) => ({ statuses: rows }),
		unpaged: true,
	},
	'throttle limits': {
		contract: 'live',
		read: ({ account }, options) => once(account!.throttleLimits(options)),
		good: (id) => ({ requestPath: `/${id}`, throttleConfig: { quotaMaxRequest: '5' } }),
		odd: (row) => ({ ...row, throttleConfig: { quotaMaxRequest: 'x' } }),
		named: /^Limit \/2 .*“throttleConfig\.quotaMaxRequest”/,
		unpaged: true,
	},
	options: {
		contract: 'live',
		read: ({ account }, options) => once(account!.options('paymentTypes', options)),
		good: (id) => ({ orderPaymentTypeId: id, name: `Type ${id}` }),
		odd: (row) => ({ ...row, orderPaymentTypeId: UNSAFE }),
		named: /^Entry Type 2 .*“orderPaymentTypeId”/,
		unpaged: true,
	},
	'orders (guide)': {
		contract: 'guide',
		read: ({ orders }, options) => orders.list({}, options),
		good: (id) => ({ id, order_number: `A-${id}`, shipping_cost: '5.00', items: [{ sku: 'A', quantity: '2', unit_price: '10' }] }),
		odd: (row) => ({ ...row, items: [{ sku: 'A', quantity: 'two' }] }),
		named: /^Order A-2 \(ID 2\).*“items\.0\.quantity” is “two”/,
	},
	'products (guide)': {
		contract: 'guide',
		read: ({ products }, options) => products.list({}, options),
		good: (id) => ({ id, sku: `S-${id}`, weight: '0.5' }),
		odd: (row) => ({ ...row, id: UNSAFE }),
		named: /^Product S-2 .*“id”/,
	},
	'stock levels by warehouse (guide)': {
		contract: 'guide',
		read: ({ stock }, options) => stock.list({ perWarehouse: true }, options),
		good: (id) => ({ sku: `S-${id}`, warehouse_id: 1, on_hand: '5' }),
		odd: (row) => ({ ...row, on_hand: 'five' }),
		named: /^Stock level S-2 .*“on_hand” is “five”/,
	},
	'stock levels by SKU (guide)': {
		contract: 'guide',
		read: ({ stock }, options) => stock.list({ perWarehouse: false }, options),
		good: (id) => ({ sku: `S-${id}`, warehouse_id: 1, on_hand: 5 }),
		odd: (row) => ({ ...row, available: '1,250' }),
		named: /^Stock level S-2 .*“available” is “1,250”/,
	},
	'shipments (guide)': {
		contract: 'guide',
		read: ({ shipments }, options) => shipments.list({ ...dates, dateField: 'shipDate' }, options),
		good: (id) => ({ id, order_number: `A-${id}`, tracking_number: `1Z${id}` }),
		odd: (row) => ({ ...row, order_number: UNSAFE }),
		named: /^Shipment 1Z2 \(ID 2\).*“order_number”/,
	},
	'warehouses (guide)': {
		contract: 'guide',
		read: ({ warehouses }, options) => once(warehouses.list(options)),
		good: (id) => ({ id, name: `W-${id}` }),
		odd: (row) => ({ ...row, active: 'perhaps' }),
		named: /^Warehouse W-2 \(ID 2\).*“active”/,
	},
};

describe('a record that cannot be read', () => {
	const service = useScriptedService();
	const manager = (contract: 'live' | 'guide' = 'live'): OrderManager => orderManager(contract, service.url);

	async function readAll({ contract, read }: List, options: ListOptions = {}): Promise<unknown[]> {
		const sources: unknown[] = [];
		for await (const page of read(manager(contract), options)) sources.push(...page.map(({ source }) => source));
		return sources;
	}

	describe.each(Object.entries(LISTS))('in a list of %s', (_, list) => {
		const { good, odd, named, wrap = (rows) => rows, unpaged } = list;
		const rows = (from: number, to: number): Row[] => Array.from({ length: to - from }, (__, at) => good(from + at));
		const answers = (...pages: unknown[][]): void => service.script(...[...pages, ...(unpaged ? [] : [[]])].map((page) => ({ body: wrap(page) })));

		it('is handed over with its name, and the others come out', async () => {
			answers([good(1), odd(good(2)), good(3)]);
			const unreadable: UnreadableRecord[] = [];
			const read = await readAll(list, { unreadable: (record) => unreadable.push(record) });
			expect(read).toHaveLength(2);
			expect(unreadable.map(({ message }) => message)).toEqual([expect.stringMatching(named)]);
			expect(unreadable[0]?.source).toEqual(odd(good(2)));
		});

		it('is the error of the list where nobody takes it: what is not read may be what is looked for', async () => {
			answers([good(1), odd(good(2)), good(3)]);
			expect(await factsOf(readAll(list))).toMatchObject({ kind: 'unreadableRecord', message: expect.stringMatching(named) });
		});

		if (unpaged) return;

		it('counts as a row, so that a full page is not taken for the last one', async () => {
			const size = 500;
			answers([...rows(0, 2), odd(good(2)), ...rows(3, size)], rows(size, size + 3));
			const read = await readAll(list, { pageSize: size, unreadable: () => undefined });
			expect(service.seen.length).toBeGreaterThan(1);
			expect(read).toHaveLength(size + 2);
		});
	});

	it('takes the sum of its SKU with it, and all sums where its SKU is not known (guide)', async () => {
		const level = (sku: unknown, on_hand: unknown, warehouse_id = 1) => ({ sku, warehouse_id, on_hand });
		const list = LISTS['stock levels by SKU (guide)']!;
		service.script({ body: [level('A', 1), level('B', 1), level('A', 'x', 2)] });
		expect(await readAll(list, { unreadable: () => undefined })).toEqual([{ sku: 'B', warehouses: [level('B', 1)] }]);
		service.script({ body: [level('A', 1), level(null, 1)] });
		expect(await factsOf(readAll(list, { unreadable: () => undefined }))).toMatchObject({ kind: 'unreadableRecord' });
	});

	describe('in a look-up', () => {
		const ODD = { orderItems: [{ unitPrice: { amount: 'ten' } }] };
		const order = (more: Row = {}) => ({ orderId: 7, orderNumber: 'A-1', salesChannel: { salesChannelId: Number(DIRECT) }, ...more });
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
		const created = (orderNumber: string) => ({ body: { orders: [{ orderId: 9, orderNumber, orderStatus: 'AWAITING_SHIPMENT' }] } });
		const writes = (): unknown[] => service.seen.filter(({ method }) => method !== 'GET').map(({ body }) => body);
		const create = async (...numbers: string[]) => await manager().orders.create(placed(numbers.map(wanted)) as never, { lookUpFirst: true });

		it.each([
			['has the number', order(ODD)],
			['has a number that cannot be read', order({ ...ODD, orderNumber: UNSAFE })],
			['has no channel', order({ ...ODD, salesChannel: null })],
		])('keeps an order from being created a second time when it %s; the others are created', async (_, row) => {
			service.script({ body: [row] }, created('A-2'));
			const outcomes = await create('A-1', ...(row.orderNumber === 'A-1' ? ['A-2'] : []));
			expect(errorAt(outcomes, 0)).toMatchObject({ facts: { kind: 'unreadableRecord', message: expect.stringMatching(/^Whether there is an order A-1 cannot be told: Order/) } });
			expect(JSON.stringify(writes())).not.toContain('A-1');
			if (row.orderNumber === 'A-1') expect(outcomes.find(({ index }) => index === 1)).toMatchObject({ ok: true, value: { value: { outcome: 'created' } } });
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
			expect(errorAt(await create('A-1'), 0)).toMatchObject({ facts: { kind: 'effectUnknown' } });
			expect(writes()).toHaveLength(1);
		});

		it('keeps an order from being changed or created by Create or Update', async () => {
			service.script({ body: [order(ODD)] });
			const given = { ...wanted('A-1'), order: wanted('A-1') };
			expect(errorAt(await manager().orders.createOrUpdate(placed([given]) as never, { lookUpFirst: true }), 0)).toMatchObject({ facts: { kind: 'unreadableRecord' } });
			expect(writes()).toEqual([]);
		});

		it('is the answer to who asks for it, and to nobody else', async () => {
			service.script({ body: [order(ODD), order({ orderId: 8, orderNumber: 'A-2' })] });
			const outcomes = await manager().orders.get(placed(['A-1', 'A-2', 'A-3'].map((orderNumber) => ({ orderNumber }))));
			expect(summary(outcomes, ({ orderId }) => orderId)).toEqual([
				expect.stringContaining('Whether there is an order A-1 cannot be told'),
				'8',
				expect.stringContaining('There is no order with the number A-3'),
			]);
		});

		it('keeps a product from being created a second time', async () => {
			service.script({ body: [{ productId: 1, masterSku: 'mug', weight: 'x' }] }, { body: { results: [], errors: null } }, { body: [] });
			const products = ['MUG', 'POT'].map((sku) => ({ type: 'core' as const, sku, details: { name: sku, brand: 'B' } }));
			const outcomes = await manager().products.create(placed(products) as never, { lookUpFirst: true });
			expect(errorAt(outcomes, 0)).toMatchObject({ facts: { message: expect.stringContaining('Whether there is a product with the SKU MUG') } });
			expect(writes()).toEqual([[expect.objectContaining({ masterSku: 'POT' })]]);
		});

		it('keeps a warehouse from being created a second time', async () => {
			service.script({ body: [{ warehouseId: UNSAFE, name: 'Reno' }] });
			expect(errorAt(await manager().warehouses.create!(placed([{ name: 'RENO', type: 'DIRECT_FULFILLMENT' }]) as never), 0)).toMatchObject({ facts: { kind: 'unreadableRecord' } });
			expect(writes()).toEqual([]);
		});

		it('keeps a listing from being created a second time', async () => {
			service.script({ body: [{ listingId: 1, listingSku: 'L-1', active: 'x', salesChannelId: Number(DIRECT) }] });
			const listing = { salesChannelId: DIRECT, listingSku: 'L-1', product: { productId: '1' }, details: {} };
			expect(errorAt(await manager().listings!.create(placed([listing]), { lookUpFirst: true }), 0)).toMatchObject({ facts: { kind: 'unreadableRecord' } });
			expect(writes()).toEqual([]);
		});

		it('keeps an order, a product and a parcel from being created a second time under the guide’s contract', async () => {
			const guide = manager('guide');
			const row = { id: 1, order_number: 'A-1', items: [{ quantity: 'x' }] };
			service.script({ body: [row] });
			expect(errorAt(await guide.orders.create(placed([wanted('A-1')]) as never, { lookUpFirst: true }), 0)).toMatchObject({ facts: { kind: 'unreadableRecord' } });
			service.script({ body: [{ id: UNSAFE, sku: 'MUG' }] });
			const product = { type: 'core', sku: 'MUG', details: { name: 'Mug' } };
			expect(errorAt(await guide.products.create(placed([product]) as never, { lookUpFirst: true }), 0)).toMatchObject({ facts: { kind: 'unreadableRecord' } });
			service.script({ body: [{ id: 1, order_number: 'A-1' }] }, { body: [{ id: UNSAFE, order_number: 'A-1', tracking_number: '1Z' }] });
			const parcel = { key: { orderNumber: 'A-1' }, carrier: 'UPS', trackingNumber: '1Z', notifyCustomer: false, updateChannel: false };
			expect(errorAt(await guide.shipments.register(placed([parcel])), 0)).toMatchObject({ facts: { kind: 'unreadableRecord' } });
			expect(service.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
		});

		it('is named when a label or a custom field is not among those that can be read', async () => {
			service.script({ body: [order()] }, { body: [{ labelId: UNSAFE, name: 'Rush' }] });
			const outcomes = await manager().orderLabels!.add(placed([{ key: { orderNumber: 'A-1' }, labels: ['Rush'] }]));
			expect(errorAt(outcomes, 0)).toMatchObject({ facts: { message: expect.stringMatching(/^Label Rush cannot be read: “labelId”/) } });
		});
	});

	it('does not leave the shipments of its order short without a word', async () => {
		const row = { orderId: 7, orderNumber: 'A-1', createdDate: new Date().toISOString() };
		service.script({ body: [row] }, { body: [{ shipmentId: UNSAFE, orderId: 7 }, { shipmentId: 2, orderId: 8 }] }, { body: [] });
		const outcomes = await manager().shipments.ofOrders(placed([{ orderNumber: 'A-1' }]), { ownOnly: false });
		expect(errorAt(outcomes, 0)).toMatchObject({ facts: { kind: 'unreadableRecord', message: expect.stringContaining('another shipment of order A-1') } });
	});

	it('is left out of a list to choose from, which is shown all the same', async () => {
		service.script({ body: [{ orderId: UNSAFE, orderNumber: 'A-1' }, { orderId: 2, orderNumber: 'A-2' }] });
		expect((await manager().orderSearch.find('A')).map(({ orderNumber }) => orderNumber)).toEqual(['A-2']);
		service.script({ body: [{ productId: 1, masterSku: 'A', weight: 'x' }, { productId: 2, masterSku: 'AB' }] });
		expect((await manager().products.choices('A')).products.map(({ sku }) => sku)).toEqual(['AB']);
		service.script({ body: [{ productStockId: UNSAFE, product: { masterSku: 'A' } }, { productStockId: 2, product: { masterSku: 'A' }, stockLocation: { warehouseId: COLUMBUS } }] });
		expect((await manager().stockRecords!.find('A')).map(({ recordId }) => recordId)).toEqual(['2']);
	});
});
