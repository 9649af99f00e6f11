import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';
import { checkBody } from '../../sandbox/contract/body';
import { SchemaBook } from '../../sandbox/contract/schema';
import { goodGuideOrder } from '../../sandbox/examples';
import { loadGuideContract } from '../../sandbox/guide/contract';

interface GuideOrder {
	id: number;
	order_number: string;
	status: string;
	[key: string]: unknown;
}
interface Refusal {
	error: { code: string; message: string; details: Array<{ field: string; message: string }> };
}

describe('guide contract', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = await SandboxClient.forGuide(sandbox);
	});
	beforeEach(() => void sandbox.control.reset());
	afterAll(() => sandbox.close());

	const create = (change: Record<string, unknown> = {}): Promise<GuideOrder> =>
		client.send<GuideOrder>('POST', '/api/orders', goodGuideOrder(change));
	const address = (change: Record<string, unknown>): Record<string, unknown> => ({
		shipping_address: { ...(goodGuideOrder()['shipping_address'] as object), ...change },
	});

	it('creates, reads and cancels an order', async () => {
		const order = await create({ currency: 'EUR', shipping_cost: 4.5, shipping_method: 'Ground', tax_total: 1.2 });
		expect(order).toMatchObject({
			status: 'pending',
			currency: 'EUR',
			shipping_cost: 4.5,
			shipping_method: 'Ground',
			tax_total: 1.2,
			shipping_address: { country: 'US' },
			items: [{ sku: 'MUG-BLU-12', quantity: 2 }],
		});
		expect(await client.get(`/api/orders/${order.id}`)).toEqual(order);
		const moved = await client.send<GuideOrder>('PUT', `/api/orders/${order.id}`, address({ city: 'Akron' }));
		expect(moved).toMatchObject({ status: 'pending', shipping_address: { city: 'Akron' } });
		expect(await client.send('PUT', `/api/orders/${order.id}`, { status: 'cancelled' })).toMatchObject({
			status: 'cancelled',
		});
		expect((await client.call('PUT', `/api/orders/${order.id}`, address({ city: 'Nowhere' }))).status).toBe(422);
		expect((await client.call('GET', '/api/orders/1')).status).toBe(404);
	});

	it('takes a number twice', async () => {
		await create();
		await create();
		expect(sandbox.control.books().doubled).toEqual(['G-1']);
	});

	it.each<[string, Record<string, unknown>, number, string]>([
		[
			'an unknown SKU',
			{
				items: [
					{ sku: 'MUG-BLU-12', quantity: 1 },
					{ sku: 'NOPE', quantity: 1 },
				],
			},
			422,
			'items[1].sku',
		],
		[
			'an alpha-3 country',
			{ shipping_address: { ...(goodGuideOrder()['shipping_address'] as object), country: 'USA' } },
			400,
			'shipping_address.country',
		],
		[
			'a US address without state',
			{ shipping_address: { ...(goodGuideOrder()['shipping_address'] as object), state: null } },
			400,
			'shipping_address.state',
		],
		['an unknown field', { orderNumber: 'X' }, 400, 'orderNumber'],
		['no number', { order_number: undefined }, 400, 'order_number'],
		['an array', [] as unknown as Record<string, unknown>, 400, 'order_number'],
		[
			'a recipient to be refused',
			{ shipping_address: { ...(goodGuideOrder()['shipping_address'] as object), name: 'REFUSE ME' } },
			422,
			'shipping_address.name',
		],
	])('refuses %s and names the field', async (_what, change, status, field) => {
		const response = await client.call('POST', '/api/orders', Array.isArray(change) ? [{}] : goodGuideOrder(change));
		expect(response.status).toBe(status);
		const { error } = response.body as Refusal;
		expect(error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
		if (!Array.isArray(change)) expect(error.details.map((detail) => detail.field)).toContain(field);
	});

	it('filters and pages orders', async () => {
		sandbox.control.clock({ now: '2025-07-01T00:00:00Z', frozen: true });
		await create({ order_number: 'G-1' });
		await create({ order_number: 'G-10' });
		const numbers = async (query: string): Promise<string[]> =>
			(await client.get<GuideOrder[]>(`/api/orders?${query}`)).map((order) => order.order_number);
		expect(await numbers('order_number=G-1')).toEqual(['G-1']);
		expect(await numbers('created_from=2025-07-01T00:00:00.000Z')).toEqual(['G-1', 'G-10']);
		expect(await numbers('updated_to=2025-06-30T00:00:00Z&status=fulfilled')).toEqual(['NW-10045']);
		expect(await numbers('page=2&pageSize=3')).toEqual(['G-1', 'G-10'].slice(0, 2));
		expect((await client.call('GET', '/api/orders?limit=3')).status).toBe(422);
		expect((await client.call('GET', '/api/orders?status=shipped')).status).toBe(422);
	});

	it('sets stock levels row by row, with 0-based row errors', async () => {
		const response = await client.send<{ results: unknown[]; errors: unknown[] }>('PUT', '/api/inventory', [
			{ sku: 'MUG-BLU-12', warehouse_id: 5102, on_hand: 33 },
			{ sku: 'NOPE', warehouse_id: 5102, on_hand: 1 },
			{ sku: 'MUG-BLU-12', warehouse_id: 9, on_hand: 1 },
			{ sku: 'SHIRT-M', warehouse_id: 5102, on_hand: 4 },
		]);
		expect(response.results).toMatchObject([
			{ sku: 'MUG-BLU-12', on_hand: 33 },
			{ sku: 'SHIRT-M', on_hand: 4 },
		]);
		expect(response.errors).toMatchObject([
			{ index: 1, code: 'UNKNOWN_SKU', field: 'sku' },
			{ index: 2, code: 'UNKNOWN_WAREHOUSE', field: 'warehouse_id' },
		]);
		expect(await client.get('/api/inventory/warehouses?sku=MUG-BLU-12&warehouse_id=5102')).toMatchObject([
			{ warehouse_name: 'Columbus 3PL', on_hand: 33, available: 31, allocated: 2 },
		]);
	});

	it('adds up the locations of a warehouse', async () => {
		sandbox.control.seed({ stock: [{ sku: 'MUG-BLU-12', warehouseId: 5101, onHand: 10, location: 'Z-1' }] });
		expect(await client.get('/api/inventory/warehouses?sku=MUG-BLU-12&warehouse_id=5101')).toMatchObject([
			{ on_hand: 150 },
		]);
		await client.send('PUT', '/api/inventory', [{ sku: 'MUG-BLU-12', warehouse_id: 5101, on_hand: 100 }]);
		expect(await client.get('/api/inventory/warehouses?sku=MUG-BLU-12&warehouse_id=5101')).toMatchObject([
			{ on_hand: 100 },
		]);
	});

	it('creates and changes products, which orders can name at once', async () => {
		const made = await client.send<{ id: number }>('POST', '/api/products', { sku: 'NEW-1', name: 'New' });
		expect(await client.send('PUT', `/api/products/${made.id}`, { name: 'Newer', active: false })).toMatchObject({
			sku: 'NEW-1',
			name: 'Newer',
			active: false,
		});
		expect(await client.get('/api/products?sku=NEW-1')).toHaveLength(1);
		expect((await client.call('POST', '/api/products', { sku: 'NEW-1', name: 'Again' })).status).toBe(422);
		expect((await create({ items: [{ sku: 'NEW-1', quantity: 1 }] })).status).toBe('pending');
	});

	it('ships an order and lists shipments', async () => {
		const order = await create();
		const shipment = {
			order_number: 'G-1',
			carrier: 'UPS',
			service: 'Ground',
			tracking_number: '1Z1',
			shipped_at: '2025-08-01T10:00:00Z',
		};
		expect((await client.call('POST', '/api/shipments', shipment)).status).toBe(201);
		expect(await client.get(`/api/orders/${order.id}`)).toMatchObject({ status: 'fulfilled' });
		expect(
			await client.get('/api/shipments?shipped_from=2025-08-01T00:00:00Z&shipped_to=2025-08-02T00:00:00Z'),
		).toMatchObject([shipment]);
		expect((await client.call('POST', '/api/shipments', shipment)).status).toBe(422);
	});

	it('answers in the types of its own table', async () => {
		const contract = loadGuideContract();
		const schemas = new SchemaBook(contract, 'strict');
		const faulty: string[] = [];
		const ids: Record<string, string> = {
			'orders.get': '77120046',
			'products.get': '410233',
			'warehouses.get': '5101',
		};
		for (const endpoint of contract.endpoints.filter(({ method }) => method === 'GET')) {
			const response = await client.get(endpoint.path.replace('{id}', ids[endpoint.id] ?? '1'));
			faulty.push(
				...checkBody(response, endpoint.response!, schemas).map(({ message }) => `${endpoint.id}: ${message}`),
			);
		}
		expect(faulty).toEqual([]);
	});

	it('wraps lists when told to', async () => {
		sandbox.control.envelope({ guide: 'resource' });
		expect(await client.get('/api/warehouses')).toMatchObject({
			warehouses: [{ id: 5101 }, { id: 5102 }, { id: 5103 }],
		});
		sandbox.control.envelope({ guide: 'data' });
		expect(Object.keys(await client.get<object>('/api/orders'))).toEqual(['data']);
	});
});
