import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';
import { goodOrder, usd } from '../../sandbox/examples';

interface Bulk {
	results: Array<Record<string, unknown>>;
	errors: Array<{ index: number; errorCode: string }>;
}
interface Product {
	productId: number;
	masterSku: string;
	[key: string]: unknown;
}

describe('live products, listings, shipments and the rest', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = new SandboxClient(sandbox);
	});
	beforeEach(() => void sandbox.control.reset());
	afterAll(() => sandbox.close());

	const core = (masterSku: string, change: Record<string, unknown> = {}): Record<string, unknown> => ({
		brand: 'Northwind',
		masterSku,
		name: masterSku,
		...change,
	});
	const product = (sku: string): Promise<Product> => client.get<Product>(`/v1.1/product?sku=${sku}`);

	it('creates core products, bundles, virtual products and variations', async () => {
		const cores = await client.send<Bulk>('PUT', '/v1.1/products/cores', [
			core('C-1', { weight: 33, isDigital: true }),
			core('MUG-BLU-12'),
			core('C-2', { name: 'REFUSE ME' }),
		]);
		expect(cores.errors.map(({ index }) => index)).toEqual([2, 3]);
		expect(await product('C-1')).toMatchObject({
			type: 'CORE_PRODUCT',
			digital: true,
			pounds: 2,
			ounces: 1,
			parentId: 0,
		});
		const bundles = await client.send<Bulk>('PUT', '/v1.1/products/bundles', [
			{ bundleProduct: core('B-1'), bundledItems: [{ productId: 410233, quantity: 3 }] },
			{ bundleProduct: core('B-2'), bundledItems: [{ productId: 1, quantity: 3 }] },
		]);
		expect(bundles.errors).toMatchObject([{ index: 2, errorCode: 'ERR053' }]);
		expect(await product('B-1')).toMatchObject({
			type: 'BUNDLE_KIT',
			bundle: true,
			bundledItems: [{ bundledProductQuantity: 3 }],
		});
		await client.send('PUT', '/v1.1/products/virtuals', [core('V-1', { description: 'Parent' })]);
		const parent = (await product('V-1')).productId;
		const { ids } = await client.send<{ ids: number[] }>('PUT', '/v1/products/variations/attributes/groups', {
			name: 'Size',
		});
		const attributes = await client.send<{ ids: number[] }>('PUT', '/v1/products/variations/attributes', [
			{ name: 'L', attributeGroupId: ids[0] },
		]);
		await client.send('PUT', '/v1.1/products/variations', [
			core('V-1-L', { virtualProductId: parent, attributeIds: attributes.ids }),
		]);
		expect(await product('V-1-L')).toMatchObject({
			parentId: parent,
			attributes: ['L'],
			attributeGroups: [{ name: 'Size', attributes: [{ name: 'L' }] }],
		});
		expect(await client.get('/v1/products/variations/attributes/groups?attributeGroupName=Size')).toHaveLength(1);
	});

	it('updates products, images, categories, labels and custom fields', async () => {
		const updated = await client.send<Bulk>('POST', '/v1/products', [
			{ masterSku: 'POT-CMP-2L', upc: '123', active: false },
			{ masterSku: 'NOPE', active: true },
		]);
		expect(updated.errors).toMatchObject([{ index: 2, errorCode: 'ERR053' }]);
		expect(await client.get('/v1.1/products?upc=12')).toMatchObject([{ masterSku: 'POT-CMP-2L', active: false }]);
		expect(await client.get('/v1.1/products?upc=00000041024')).toEqual([]);
		await client.send('PUT', '/v1/products/images?imageUrl=https://images.example.com/x.jpg&productId=410240');
		await client.send('PUT', '/v1/products/categories', { categoryName: 'Sale', productIds: [410240] });
		await client.send('POST', '/v1/products/categories', { oldCategoryName: 'Sale', newCategoryName: 'Outlet' });
		await client.send('POST', '/v1/product/410240/labels?labelId=12');
		const defs = await client.send<Bulk>('PUT', '/v1.1/products/customfielddefinitions', {
			customFieldDefinitions: [{ name: 'Colour' }],
		});
		await client.send('PUT', '/v1.1/products/410240/customfieldvalues', {
			customFieldValues: [{ customFieldDefId: defs.results[0]!['customFieldDefId'], value: 'red' }],
		});
		expect(await product('POT-CMP-2L')).toMatchObject({
			imageUrls: [{ rank: 0 }],
			categories: ['Kitchen', 'Outlet'],
			labels: ['core-range', 'Priority'],
			customFieldValues: [{ value: 'red' }],
		});
		await client.send('DELETE', '/v1/products/categories', { categoryName: 'Outlet', productIds: [410240] });
		await client.send('DELETE', '/v1/product/410240/labels?labelId=12');
		expect(await product('POT-CMP-2L')).toMatchObject({ categories: ['Kitchen'], labels: ['core-range'] });
		expect(await client.get<Bulk>('/v1.1/products/customfielddefinitions')).toMatchObject({
			results: [{ name: 'Material' }, { name: 'Colour' }],
		});
	});

	it('finds changed and unstocked products', async () => {
		sandbox.control.clock({ now: '2025-10-01T00:00:00Z', frozen: true });
		await client.send('POST', '/v1/products', [{ productId: 410233, name: 'Mug' }]);
		expect(await client.get('/v1.1/products?modifiedDateFrom=2025-10-01T00:00:00Z')).toMatchObject([
			{ masterSku: 'MUG-BLU-12', name: 'Mug' },
		]);
		expect(
			(await client.get<Product[]>('/v1.1/products?productInvStatus=UNCONFIGURED_STOCK')).map((row) => row.masterSku),
		).toEqual(['SHIRT', 'KIT-CMP-1']);
	});

	it('creates and edits listings; a listing makes its SKU orderable', async () => {
		const created = await client.send<Bulk>('PUT', '/v1/listings', {
			salesChannelId: 1210,
			listings: [
				{ listingSku: 'SH-MUG', productId: 410233 },
				{ listingSku: 'NW-MUG-BLU', productId: 410233 },
			],
		});
		expect(created.errors).toMatchObject([{ index: 2 }]);
		await client.send('POST', '/v1/listings', {
			salesChannelId: 1210,
			listings: [{ productListingId: created.results[0]!['listingId'], listingSku: 'SH-MUG-2' }],
		});
		expect(await client.get('/v1/listings?salesChannelId=1210&listingSku=SH-MUG-2')).toMatchObject([
			{ masterSku: 'MUG-BLU-12', active: true },
		]);
		const item = { listingSku: 'SH-MUG-2', listingName: 'Mug', quantityOrdered: 1, unitPrice: usd(1), tax: usd(0) };
		expect(
			await client.send('PUT', '/v1/order', [goodOrder({ salesChannelId: 1210, orderItems: [item] })]),
		).toMatchObject({
			orders: [{ orderStatus: 'AWAITING_3PL_EXPORT' }],
		});
		expect((await client.call('PUT', '/v1/listings', { salesChannelId: 1, listings: [] })).status).toBe(422);
	});

	it('registers external shipments row by row', async () => {
		const { ids } = await client.send<{ ids: number[] }>('PUT', '/v1/order', [goodOrder({ orderNumber: 'E-1' })]);
		const rows = await client.send<Array<Record<string, unknown>>>('PUT', '/v1.1/shipment/external', {
			shipments: [
				{
					orderNumber: 'E-1',
					salesChannelId: 1207,
					trackingNumber: 'TR-1',
					shipMethod: { shippingCarrier: 'UPS' },
					shipDate: '2025-11-02T10:00:00Z',
				},
				{ orderId: 1, trackingNumber: 'TR-2', shipMethod: { shippingCarrier: 'UPS' } },
				{ trackingNumber: 'TR-3', shipMethod: { shippingCarrier: 'UPS' } },
			],
		});
		expect(rows.map((row) => row['status'])).toEqual(['SHIPPED', 'FAILED', 'FAILED']);
		expect(rows[1]).toMatchObject({ shipment: null, processingMessage: 'The order does not exist' });
		expect(await client.get(`/v1.1/orders/${ids[0]}`)).toMatchObject({
			orderStatus: 'SHIPPED',
			shipDate: '2025-11-02T10:00:00Z',
			shipment: { trackingNumber: 'TR-1' },
			shipments: [{ trackingNumbers: ['TR-1'] }],
		});
		const window = 'shipmentFromDate=2025-11-01T00:00:00Z&shipmentToDate=2025-11-08T00:00:00Z';
		const found = await client.get<Array<{ shipmentId: number }>>(`/v1/shipments?${window}&trackingNumber=TR`);
		expect(found).toHaveLength(1);
		expect(await client.get(`/v1/shipments?${window}&city=Alb`)).toEqual([]);
		await client.send('POST', `/v1/shipment/void/${found[0]!.shipmentId}?readdInventory=true`);
		expect(await client.get(`/v1.1/orders/${ids[0]}`)).toMatchObject({
			orderStatus: 'AWAITING_SHIPMENT',
			shipment: null,
		});
		expect((await client.call('POST', `/v1/shipment/void/${found[0]!.shipmentId}`)).status).toBe(422);
	});

	it('ships through the provider in bulk', async () => {
		const { ids } = await client.send<{ ids: number[] }>('PUT', '/v1/order', [
			goodOrder({ orderNumber: 'P-1', shipMethod: { shippingProviderId: 88 } }),
			goodOrder({ orderNumber: 'P-2' }),
		]);
		const response = await client.send<Bulk>('PUT', '/v1.1/shipment/standard', { orderIds: [...ids, 1] });
		expect(response.results).toHaveLength(1);
		expect(response.errors.map(({ index }) => index)).toEqual([2, 3]);
	});

	it('takes returns', async () => {
		const [shipped] = await client.get<Array<{ orderId: number; orderItems: Array<{ orderItemId: number }> }>>(
			'/v1.1/orders?orderNumber=NW-10045',
		);
		const good = {
			orderId: shipped!.orderId,
			warehouseId: 5101,
			notes: 'chipped',
			items: [
				{
					orderItemId: shipped!.orderItems[0]!.orderItemId,
					returnedQuantity: 1,
					type: 'REFUND',
					action: 'WRITE_OFF',
					reason: 'DAMAGED',
					lossToSeller: usd(4),
				},
			],
		};
		const some = await client.call('PUT', '/v1/shipments/rmas', [
			good,
			{ orderId: 77120046, items: [{ orderItemId: 1 }] },
		]);
		expect(some.status).toBe(201);
		const [rma] = some.body as Array<{ rmaId: number }>;
		expect(
			(await client.call('PUT', '/v1/shipments/rmas', [{ orderId: 77120046, items: [{ orderItemId: 1 }] }])).status,
		).toBe(422);
		const list =
			'/v1/shipments/rmas?createdFromDate=2020-01-01T00:00:00Z&createdToDate=2099-01-01T00:00:00Z&orderNumber=NW-10045';
		expect(await client.get(list)).toMatchObject([
			{ rmaId: rma!.rmaId, notes: 'chipped', returnsLocation: { name: 'Reno Returns' } },
		]);
		await client.send('POST', '/v1/shipments/rmas', { rmaId: rma!.rmaId, notes: 'broken' });
		expect(await client.send('POST', '/v1/shipments/rmas/markshipped', [rma!.rmaId])).toMatchObject([
			{ notes: 'broken' },
		]);
		expect((await client.call('GET', '/v1/shipments/rmas')).status).toBe(422);
	});

	it('lists what is needed to fill in forms', async () => {
		const counts: Record<string, number> = {};
		for (const path of [
			'/v1/shipment/carriers',
			'/v1/shipment/services?carrierCode=UPS',
			'/v1/shipment/services/1',
			'/v1/shipment/packages?carrierId=1',
			'/v1/shipment/packages/2',
			'/v1/shipment/providers',
			'/v1/paymenttypes',
			'/v1/incotermshiprules',
			'/v1/addresstypes',
			'/v1/vendors',
			'/v1/vendors?activeOnly=false',
			'/v1/dropshipVendors',
			'/v1/vendorproducts?vendorId=3301',
			'/v1.1/purchaseorders?status=PENDING_DELIVERY',
			'/v1/purchaseorders/formats',
		]) {
			counts[path] = (await client.get<unknown[]>(path)).length;
		}
		expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
		expect(counts['/v1/vendors?activeOnly=false']! - counts['/v1/vendors']!).toBe(1);
		expect(await client.get('/v1/vendor/3301')).toMatchObject({ name: 'Lakeside Metalworks' });
		expect(await client.get('/v1.1/purchaseorders?purchaseOrderNumber=OTHER')).toEqual([]);
		expect((await client.call('GET', '/v1/shipment/services/99')).status).toBe(404);
	});

	it('creates and changes warehouses, channels and app properties', async () => {
		const { id } = await client.send<{ id: number }>('PUT', '/v1/warehouses', {
			name: 'Third',
			type: 'THIRD_PARTY_LOGISTICS',
		});
		await client.send('POST', '/v1/warehouses', { warehouseId: id, active: false });
		expect(await client.get(`/v1/warehouse/${id}`)).toMatchObject({ name: 'Third', active: false });
		await client.send('PUT', '/v1/saleschannels?salesChannelName=My+Shop');
		await client.send('PUT', '/v1.1/saleschannels', { salesChannelName: 'Other Shop', salesChannelType: 'CUSTOM' });
		const names = async (query: string): Promise<string[]> =>
			(await client.get<Array<{ name: string }>>(`/v1/saleschannels${query}`)).map((channel) => channel.name);
		expect(await names('')).toEqual(['Northwind Direct', 'Northwind Shopify', 'My Shop', 'Other Shop']);
		expect(await names('?includeInactive=true')).toHaveLength(5);
		const [property] = await client.send<Array<{ id: number }>>('POST', '/v1/apps/properties', [
			{ name: 'cursor', value: '1' },
		]);
		await client.send('DELETE', `/v1/apps/properties/${property!.id}`);
		expect(await client.get('/v1/apps/properties')).toEqual([]);
	});

	it('reads channel purchases', async () => {
		expect(await client.get('/v1.1/orders/channelpurchases?salesChannelId=1207&orderNumber=NW-10046')).toMatchObject([
			{ purchaseOrderNumber: 'NW-10046', purchaseOrderItems: [{ purchaseQuantity: 2 }, { purchaseQuantity: 1 }] },
		]);
	});
});
