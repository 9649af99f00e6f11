import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';
import { checkBody } from '../../sandbox/contract/body';
import { SchemaBook } from '../../sandbox/contract/schema';
import { loadLiveContract } from '../../sandbox/contract/spec';
import { goodOrder, usd } from '../../sandbox/examples';
import { orderView } from '../../sandbox/store/orderView';
import { ordersText } from '../../sandbox/store/orderText';
import { Service } from '../../sandbox/service';
import { generateOrders } from '../../sandbox/seed/generate';

const SAMPLES = join(__dirname, '../../sandbox/contract/samples');
const sample = (name: string): unknown => JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), 'utf8'));
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** Paths of all keys of a value; arrays count by their first element. */
function keyPaths(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.length > 0 ? keyPaths(value[0], `${at}[]`) : [];
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => [`${at}.${key}`, ...keyPaths(inner, `${at}.${key}`)]);
}

/** Keys of the sample that the answer lacks, leaving out what lies below a null or an empty list of the answer. */
function missingKeys(expected: unknown, actual: unknown): string[] {
	const known = new Set(keyPaths(actual));
	const isCutOff = (path: string): boolean => {
		const parent = path.slice(0, path.lastIndexOf('.')).replace(/\[\]$/, '');
		return (
			parent !== '' &&
			!(
				known.has(path) || [...known].some((other) => other.startsWith(`${parent}.`) || other.startsWith(`${parent}[]`))
			)
		);
	};
	return keyPaths(expected).filter((path) => !known.has(path) && !isCutOff(path));
}

/** Paths of all keys that any row of a list has. */
const keysOfRows = (rows: unknown): Set<string> => new Set([rows].flat().flatMap((row) => everyKey(row)));

function everyKey(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((element) => everyKey(element, `${at}[]`));
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => [`${at}.${key}`, ...everyKey(inner, `${at}.${key}`)]);
}

/** Paths that are null somewhere in a value. */
function nullPaths(value: unknown, at = ''): string[] {
	if (value === null) return [at];
	if (Array.isArray(value)) return value.flatMap((element) => nullPaths(element, `${at}[]`));
	if (typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => nullPaths(inner, `${at}.${key}`));
}

describe('the comparison of keys', () => {
	it('notices a missing key, and forgives what lies below a null', () => {
		expect(missingKeys({ a: 1, b: { c: 2 } }, { a: 1, b: { d: 2 } })).toEqual(['.b.c']);
		expect(missingKeys({ a: [{ b: 1 }] }, { a: [] })).toEqual([]);
		expect(missingKeys({ a: 1, b: { c: 2 } }, { a: 1, b: null })).toEqual([]);
		expect(missingKeys({ a: 1, b: 2 }, { a: 1 })).toEqual(['.b']);
	});
});

describe('answers and the samples', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = new SandboxClient(sandbox);
	});
	afterAll(() => sandbox.close());

	it.each([
		['order', '/v1.1/orders?orderNumber=NW-10046'],
		['order_shipped', '/v1.1/orders?orderNumber=NW-10045'],
		['order_unresolved', '/v1.1/orders?orderNumber=NW-10047'],
		['product', '/v1.1/products?sku=MUG-BLU-12'],
		['product_bundle', '/v1.1/products?sku=KIT-CMP-1'],
		['inventory', '/v1/inventory?sku=MUG-BLU-12'],
		['product_stock_total', '/v1.1/productstocks/total?sku=MUG-BLU-12'],
		['warehouse', '/v1/warehouses'],
		['sales_channel', '/v1/saleschannels'],
		['listing', '/v1/listings'],
		['shipment', '/v1/shipments?shipmentFromDate=2025-03-01T00:00:00Z&shipmentToDate=2025-03-07T00:00:00Z'],
		['purchase_order', '/v1.1/purchaseorders'],
		['vendor', '/v1/vendors'],
		['vendor_product', '/v1/vendorproducts'],
		['stock_transfer', '/v1/inventory/stocktransfers'],
		['company_info', '/v1/companyinfo'],
		['throttle_limits', '/v1/throttlelimits'],
	])('%s has every key of its sample', async (name, path) => {
		const reply = first(await client.get(path));
		expect(missingKeys(first(sample(name)), reply)).toEqual([]);
	});

	it.each([
		['order', '/v1.1/orders?orderNumber=NW-10046'],
		['order_shipped', '/v1.1/orders?orderNumber=NW-10045'],
		['order_unresolved', '/v1.1/orders?orderNumber=NW-10047'],
		['product', '/v1.1/products'],
		['product_bundle', '/v1.1/products'],
		['inventory', '/v1/inventory'],
		['warehouse', '/v1/warehouses'],
		['sales_channel', '/v1/saleschannels'],
		['listing', '/v1/listings'],
		['shipment', '/v1/shipments?shipmentFromDate=2025-03-01T00:00:00Z&shipmentToDate=2025-03-07T00:00:00Z'],
		['purchase_order', '/v1.1/purchaseorders'],
		['vendor', '/v1/vendors'],
		['vendor_product', '/v1/vendorproducts'],
		['stock_transfer', '/v1/inventory/stocktransfers'],
		['company_info', '/v1/companyinfo'],
	])('%s has a null wherever its sample has one', async (name, path) => {
		const nulls = new Set(nullPaths([await client.get(path)].flat()));
		expect(nullPaths([sample(name)].flat()).filter((at) => !nulls.has(at))).toEqual([]);
	});

	// Here nothing is forgiven: what the samples have below a null of one row, another row must have.
	it.each([
		['orders', '/v1.1/orders', ['order', 'order_shipped', 'order_unresolved']],
		['products', '/v1.1/products', ['product', 'product_bundle']],
		['inventory', '/v1/inventory', ['inventory']],
		['stock totals', '/v1.1/productstocks/total', ['product_stock_total']],
		[
			'shipments',
			'/v1/shipments?shipmentFromDate=2025-03-01T00:00:00Z&shipmentToDate=2025-03-07T00:00:00Z',
			['shipment'],
		],
		['warehouses', '/v1/warehouses', ['warehouse']],
		['listings', '/v1/listings', ['listing']],
	])('the %s have every key of the samples', async (_what, path, names) => {
		const responded = keysOfRows(await client.get(path));
		const expected = names.flatMap((name) => [...keysOfRows(sample(name))]);
		expect(expected.length).toBeGreaterThan(5);
		expect(expected.filter((key) => !responded.has(key))).toEqual([]);
	});

	it('lists are bare arrays that fit the response types of the contract, without keys the contract does not know', async () => {
		const contract = loadLiveContract();
		const schemas = new SchemaBook(contract, 'strict');
		const query: Record<string, string> = {
			'shipments.list': '?shipmentFromDate=2025-03-01T00:00:00Z&shipmentToDate=2025-03-07T00:00:00Z',
			'rmas.list': '?createdFromDate=2025-01-01T00:00:00Z&createdToDate=2035-01-01T00:00:00Z',
			'orders.channelPurchases': '?salesChannelId=1207&orderNumber=NW-10046',
			'products.get': '?sku=MUG-BLU-12',
			'inventory.history': '?productStockId=900452',
			'inventory.fba': '?warehouseId=1&sku=A',
			'inventoryValue.list': '?productIds=1',
			'inventoryValue.cogs': '?productIds=1',
		};
		const ids: Record<string, string> = {
			orderId: '77120046',
			productId: '410233',
			id: '5101',
			warehouseId: '5101',
			vendorId: '3301',
			purchaseOrderId: '150077',
			stockTransferId: '8802',
			carrierId: '1',
			providerId: '88',
			vendorProductId: '45010',
		};
		const faulty: string[] = [];
		let checked = 0;
		for (const endpoint of contract.endpoints.filter(({ method, response }) => method === 'GET' && response)) {
			const path = endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? '1');
			const reply = await client.call('GET', `${path}${query[endpoint.id] ?? ''}`);
			if (reply.status !== 200) continue;
			checked += 1;
			if (/customFieldValues\.list$/.test(endpoint.id)) continue;
			const complaints = checkBody(reply.body, endpoint.response!, schemas);
			faulty.push(...complaints.map(({ message }) => `${endpoint.id}: ${message}`));
		}
		expect(faulty).toEqual([]);
		expect(checked).toBeGreaterThan(50);
	});

	it('writes answer in the shapes of the samples', async () => {
		const created = await client.send('PUT', '/v1/order', [goodOrder({ orderNumber: 'F-1' })]);
		expect(keyPaths(created)).toEqual(keyPaths(sample('create_order_response')));
		const request = sample('external_shipment_request') as { shipments: Array<Record<string, unknown>> };
		request.shipments[0]!['orderId'] = (created as { ids: number[] }).ids[0];
		const shipped = (await client.send('PUT', '/v1.1/shipment/external', request)) as unknown[];
		const expected = sample('external_shipment_response') as unknown[];
		expect(missingKeys(expected[0], shipped[0])).toEqual([]);
		expect(missingKeys(expected[1], shipped[1])).toEqual([]);
		const partial = await client.send('POST', '/v1.1/inventory/adjust', [
			{ masterSku: 'MUG-BLU-12', warehouseId: 5102, onHandQuantity: 90 },
			{ masterSku: 'NO-SUCH-SKU', warehouseId: 5102, onHandQuantity: 1 },
		]);
		expect(missingKeys(sample('bulk_response_partial'), partial)).toEqual([]);
		const order = (created as { ids: number[] }).ids[0]!;
		const [item] = (await client.get<{ orderItems: Array<{ orderItemId: number }> }>(`/v1.1/orders/${order}`))
			.orderItems;
		const rmas = await client.send<unknown[]>('PUT', '/v1/shipments/rmas', [
			{
				orderId: order,
				warehouseId: 5101,
				items: [
					{
						orderItemId: item!.orderItemId,
						returnedQuantity: 1,
						type: 'REFUND',
						action: 'WRITE_OFF',
						reason: 'DAMAGED',
						lossToSeller: usd(4.35),
					},
				],
			},
		]);
		expect(missingKeys(sample('rma'), rmas[0])).toEqual([]);
		const nulls = nullPaths(rmas[0]);
		expect(nullPaths(sample('rma')).filter((at) => !nulls.includes(at))).toEqual([]);
		expect(nullPaths(expected).filter((at) => !nullPaths(shipped).includes(at))).toEqual([]);
		const feed = await client.send('POST', '/v1.2/inventory/acknowledge?salesChannelId=1207');
		expect(missingKeys(first(sample('inventory_acknowledge')), first(feed))).toEqual([]);
	});

	it('the request samples are accepted as they are', async () => {
		expect((await client.call('PUT', '/v1/order', sample('create_order_request'))).status).toBe(200);
	});
});

describe('generated orders', () => {
	it('are rendered alike piecewise and whole', () => {
		const { store } = new Service({ seed: 7, mode: 'strict' });
		generateOrders(store, { count: 60 });
		const { rows } = store.book.orders;
		const whole: unknown = JSON.parse(JSON.stringify(rows.map((order) => orderView(order, store))));
		expect(JSON.parse(ordersText(rows, store))).toEqual(whole);
	});

	it('stay the same for one seed', () => {
		const numbers = [1, 1, 2].map((seed) => {
			const { store } = new Service({ seed, mode: 'strict' });
			generateOrders(store, { count: 30, from: '2025-01-01T00:00:00Z', to: '2025-01-31T00:00:00Z' });
			return ordersText(store.book.orders.rows.slice(3), store);
		});
		expect(numbers[1]).toBe(numbers[0]);
		expect(numbers[2]).not.toBe(numbers[0]);
	});

	it('make pages of 100,000 orders without reading all of them', async () => {
		const sandbox = await startSandbox();
		try {
			sandbox.control.seed({ generateOrders: { count: 100_000 } });
			const client = new SandboxClient(sandbox);
			await client.get('/v1.1/orders?page=1');
			const start = performance.now();
			for (const page of [1, 300, 600, 900])
				expect(await client.get<unknown[]>(`/v1.1/orders?page=${page}`)).toHaveLength(100);
			expect((performance.now() - start) / 4).toBeLessThan(400);
			expect(await client.get<unknown[]>('/v1.1/orders?page=1002')).toEqual([]);
		} finally {
			await sandbox.close();
		}
	});
});
