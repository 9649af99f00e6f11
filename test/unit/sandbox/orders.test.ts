import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';
import { goodOrder, usd } from '../../sandbox/examples';

interface Order {
	orderId: number;
	orderNumber: string;
	orderStatus: string;
	unresolvedStatus: string;
	modifiedDate: string;
	orderItems: Array<{ orderItemId: number; listingSku: string; quantityOrdered: number; pickingStocks: unknown[] }>;
	fulfillmentSource: { warehouseId: number } | null;
	[key: string]: unknown;
}

interface Bulk {
	results: unknown[];
	errors: Array<{ errorCode: string; index: number; fieldName: string }>;
}

describe('live orders', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = new SandboxClient(sandbox);
	});
	beforeEach(() => void sandbox.control.reset());
	afterAll(() => sandbox.close());

	const create = async (change: Record<string, unknown> = {}): Promise<number> =>
		(await client.send<{ ids: number[] }>('PUT', '/v1/order', [goodOrder(change)])).ids[0]!;
	const order = (id: number): Promise<Order> => client.get<Order>(`/v1.1/orders/${id}`);

	it('gives a new order the status its data leads to', async () => {
		const status = async (change: Record<string, unknown>): Promise<string> =>
			(await order(await create(change))).orderStatus;
		expect(await status({ orderNumber: 'S-1' })).toBe('AWAITING_3PL_EXPORT');
		expect(await status({ orderNumber: 'S-2', shipState: 'CA', shipCity: 'Fresno' })).toBe('AWAITING_SHIPMENT');
		expect(await status({ orderNumber: 'S-3', paymentDate: undefined })).toBe('AWAITING_PAYMENT');
		expect(await status({ orderNumber: 'S-4', externalOrder: true })).toBe('PROCESSED_OUTSIDE_OF_SKUBANA');
		expect(await status({ orderNumber: 'S-5', holdUntilDate: '2099-01-01T00:00:00Z' })).toBe('ON_HOLD');
		const items = [
			{ listingSku: 'WHO-KNOWS', listingName: 'Unknown', quantityOrdered: 1, unitPrice: usd(1), tax: usd(0) },
		];
		const unknown = await order(await create({ orderNumber: 'S-6', orderItems: items }));
		expect(unknown).toMatchObject({
			orderStatus: 'UNRESOLVED',
			unresolvedStatus: 'MISSING_PRODUCT_INFO',
			fulfillmentSource: null,
		});
	});

	it('answers the creation in its own form, and makes up a missing number', async () => {
		const response = await client.send<{ ids: number[]; orders: Array<{ orderId: number; orderNumber: string }> }>(
			'PUT',
			'/v1/order',
			[goodOrder({ orderNumber: undefined })],
		);
		expect(response.orders).toEqual([
			{ orderId: response.ids[0], orderNumber: expect.stringMatching(/.+/), orderStatus: 'AWAITING_3PL_EXPORT' },
		]);
	});

	it('takes the same order number twice, and the books show it', async () => {
		await create({ orderNumber: 'D-1' });
		await create({ orderNumber: 'D-1' });
		expect(sandbox.control.books()).toMatchObject({ doubled: ['D-1'], ordersByNumber: { 'D-1': 2 } });
		expect(sandbox.control.orders({ number: 'D-1' })).toHaveLength(2);
	});

	it('does not call one number in two channels doubled', async () => {
		await create({ orderNumber: 'D-2' });
		await create({ orderNumber: 'D-2', salesChannelId: 1210 });
		expect(sandbox.control.books().doubled).toEqual([]);
	});

	it('refuses a whole batch for one row that is to be refused', async () => {
		const response = await client.call('PUT', '/v1/order', [
			goodOrder({ orderNumber: 'R-1' }),
			goodOrder({ orderNumber: 'R-2', shipName: 'REFUSE ME' }),
		]);
		expect(response.status).toBe(422);
		expect(response.body).toMatchObject({ errors: [{ index: 2, fieldName: 'shipName' }] });
		expect(sandbox.control.books().ordersByNumber['R-1']).toBeUndefined();
	});

	it('filters order numbers by their beginning, in any case of letters', async () => {
		for (const orderNumber of ['P-1', 'P-10', 'P-100', 'Q-1']) await create({ orderNumber });
		const numbers = async (query: string): Promise<string[]> =>
			(await client.get<Order[]>(`/v1.1/orders?${query}`)).map((row) => row.orderNumber);
		expect(await numbers('orderNumber=P-1')).toEqual(['P-1', 'P-10', 'P-100']);
		expect(await numbers('orderNumber=p-10')).toEqual(['P-10', 'P-100']);
		expect(await numbers('orderNumber=P-100,Q-1')).toEqual(['P-100', 'Q-1']);
		expect(await numbers('orderNumber=P-1&limit=2&page=2')).toEqual(['P-100']);
	});

	it('filters by status, channel, product, warehouse, id and dates, ends included', async () => {
		sandbox.control.clock({ now: '2025-06-01T10:00:00Z', frozen: true });
		const id = await create({ orderNumber: 'F-1', salesChannelId: 1210 });
		const ids = async (query: string): Promise<number[]> =>
			(await client.get<Order[]>(`/v1.1/orders?${query}`)).map((row) => row.orderId);
		expect(await ids('salesChannelId=1210')).toEqual([id]);
		expect(await ids('createdDateFrom=2025-06-01T10:00:00Z&createdDateTo=2025-06-01T10:00:00Z')).toEqual([id]);
		expect(await ids('modifiedDateFrom=2025-06-01T10:00:01Z')).toEqual([]);
		expect(await ids(`orderId=${id}`)).toEqual([id]);
		expect(await ids('status=UNRESOLVED,SHIPPED')).toHaveLength(2);
		expect(await ids('productId=410240')).toHaveLength(1);
		expect(await ids('salesChannelId=0&warehouseId=5102')).toHaveLength(3);
		expect(await ids('unresolvedStatus=MISSING_PRODUCT_INFO')).toHaveLength(1);
	});

	it('updates header fields in bulk, naming rows that fail by their 1-based place', async () => {
		const id = await create();
		const response = await client.send<Bulk>('POST', '/v1.1/orders', [
			{ orderIdentifier: { orderId: 1 }, shipCity: 'Nowhere' },
			{ orderIdentifier: { orderNumber: 'T-1', salesChannelId: 1207 }, shipCity: 'Cleveland', internalNotes: 'moved' },
			{ orderIdentifier: { orderId: id }, shipName: 'REFUSE ME' },
			{ shipCity: 'Nowhere' },
		]);
		expect(response.errors.map((error) => error.index)).toEqual([1, 3, 4]);
		expect(response.results).toHaveLength(1);
		expect(await order(id)).toMatchObject({ shipCity: 'Cleveland', internalNotes: 'moved', shipName: 'Alex Example' });
	});

	it('a payment makes an unpaid order ready', async () => {
		const id = await create({ paymentDate: undefined });
		await client.send('POST', '/v1.1/orders', [
			{ orderIdentifier: { orderId: id }, paymentDate: '2025-03-07T08:00:00Z' },
		]);
		expect((await order(id)).orderStatus).toBe('AWAITING_3PL_EXPORT');
	});

	it('cancels, restores and holds through the query', async () => {
		const id = await create();
		const before = sandbox.control.books().stock.find((row) => row.sku === 'MUG-BLU-12' && row.warehouseId === 5102)!;
		await client.send(
			'POST',
			`/v1/orders/cancel?cancelReasonType=BUYER_CANCELLED&cancelReason=changed+mind&salesChannelId=1207&orderId=${id}`,
		);
		expect(await order(id)).toMatchObject({
			orderStatus: 'CANCELLED',
			cancelReason: { type: 'BUYER_CANCELLED', details: 'changed mind' },
		});
		const after = sandbox.control.books().stock.find((row) => row.sku === 'MUG-BLU-12' && row.warehouseId === 5102)!;
		expect(after.available).toBe(before.available + 1);
		const restored = await client.call('POST', '/v1/orders/restore', [id, 1]);
		expect(restored.status).toBe(201);
		expect((await order(id)).orderStatus).toBe('AWAITING_3PL_EXPORT');
		await client.send('POST', `/v1/orders/onhold?holdUntil=2099-01-01T00:00:00Z&salesChannelId=1207&orderNumber=T-1`);
		expect(await order(id)).toMatchObject({ orderStatus: 'ON_HOLD', holdUntilDate: '2099-01-01T00:00:00Z' });
		expect((await client.call('POST', '/v1/orders/restore', [id])).status).toBe(200);
	});

	it('does not cancel shipped orders, nor orders of another channel', async () => {
		expect(
			(await client.call('POST', '/v1/orders/cancel?cancelReasonType=OTHER&salesChannelId=1207&orderNumber=NW-10045'))
				.status,
		).toBe(422);
		expect(
			(await client.call('POST', '/v1/orders/cancel?cancelReasonType=OTHER&salesChannelId=1210&orderNumber=NW-10046'))
				.status,
		).toBe(404);
		expect(
			(await client.call('POST', '/v1/orders/cancel?cancelReasonType=OTHER&salesChannelId=0&orderNumber=NW-10046'))
				.status,
		).toBe(422);
	});

	it('sends at most 500 orders to fulfilment per call', async () => {
		sandbox.control.seed({ generateOrders: { count: 600, status: 'AWAITING_3PL_EXPORT' } });
		interface Sent {
			results: number[];
			ordersRemaining: boolean;
		}
		const first = await client.send<Sent>('POST', '/v1/orders/sendtofulfillment?warehouseId=5102');
		expect(first).toMatchObject({ ordersRemaining: true });
		expect(first.results).toHaveLength(500);
		const second = await client.send<Sent>('POST', '/v1/orders/sendtofulfillment?warehouseId=5102');
		expect(second).toMatchObject({ ordersRemaining: false });
		expect(second.results).toHaveLength(101);
	});

	it('sets notes and lists statuses', async () => {
		const id = await create();
		await client.send('POST', '/v1/orders/notes', { orderId: id, notesToBuyer: 'thanks' });
		expect((await order(id))['notesToBuyer']).toBe('thanks');
		const statuses = await client.get<{ statuses: unknown[]; unresolvedStatuses: unknown[] }>('/v1/orders/statuses');
		expect([statuses.statuses.length, statuses.unresolvedStatuses.length]).toEqual([13, 10]);
	});

	it('validates an update without doing it', async () => {
		const details = await client.send<Bulk['errors']>('POST', '/v1/validation/orders', [
			{ orderIdentifier: { orderId: 1 } },
		]);
		expect(details).toMatchObject([{ index: 1, severity: 'CRITICAL' }]);
	});

	it('adds, edits and deletes items, one request at a time', async () => {
		const id = await create();
		const item = { listingSku: 'NW-POT-2L', listingName: 'Pot', quantityOrdered: 2, unitPrice: usd(29), tax: usd(0) };
		const [one, two] = await Promise.all([
			client.call('PUT', `/v1.1/orders/${id}/orderitems`, [item]),
			client.call('PUT', `/v1.1/orders/${id}/orderitems`, [item]),
		]);
		expect([one.status, two.status].sort()).toEqual([200, 429]);
		const added = (await order(id)).orderItems[1]!;
		expect(added).toMatchObject({ listingSku: 'NW-POT-2L', quantityOrdered: 2 });
		await client.send('POST', `/v1.1/orders/${id}/orderitems`, [{ orderItemId: added.orderItemId, quantity: 5 }]);
		expect((await order(id)).orderItems[1]!.quantityOrdered).toBe(5);
		expect((await client.call('POST', `/v1.1/orders/${id}/orderitems`, [{ orderItemId: 1, quantity: 5 }])).status).toBe(
			404,
		);
		await client.send('DELETE', `/v1.1/orders/${id}/orderitems?orderItemIds=${added.orderItemId}`);
		expect((await order(id)).orderItems).toHaveLength(1);
		const shopify = await create({ salesChannelId: 1210, orderNumber: 'SH-1' });
		expect((await client.call('PUT', `/v1.1/orders/${shopify}/orderitems`, [item])).status).toBe(400);
	});

	it('splits an order', async () => {
		const id = await create({
			orderItems: [
				{ listingSku: 'NW-MUG-BLU', listingName: 'Mug', quantityOrdered: 3, unitPrice: usd(14.5), tax: usd(0) },
			],
		});
		await client.send('POST', `/v1/order/${id}/split`, {
			splitOrders: [{ orderItems: [{ listingSku: 'NW-MUG-BLU', quantityOrdered: 2 }] }],
		});
		const original = await order(id);
		const [part] = original['relatedOrderIds'] as number[];
		expect(original.orderItems[0]!.quantityOrdered).toBe(1);
		expect(await order(part!)).toMatchObject({
			orderNumber: 'T-1-2',
			orderItems: [{ quantityOrdered: 2 }],
			relatedOrderIds: [id],
		});
		expect(
			(
				await client.call('POST', `/v1/order/${id}/split`, {
					splitOrders: [{ orderItems: [{ listingSku: 'NW-MUG-BLU', quantityOrdered: 1 }] }],
				})
			).status,
		).toBe(400);
	});

	it('keeps labels, custom fields and additional packages', async () => {
		const id = await create();
		const [label] = await client.send<Array<{ labelId: number }>>('PUT', '/v1/labels', [
			{ name: 'Fragile', hexColor: '#112233' },
		]);
		await client.send('POST', `/v1/orders/${id}/labels?labelId=${label!.labelId}&labelId=12`);
		expect(await client.get<unknown[]>(`/v1/order/${id}/labels`)).toHaveLength(2);
		await client.send('DELETE', `/v1/orders/${id}/labels?labelId=12`);
		await client.send('DELETE', `/v1/labels/${label!.labelId}`);
		expect((await order(id))['labels']).toEqual([]);

		const defs = await client.send<Bulk>('PUT', '/v1.1/orders/customfielddefinitions', {
			customFieldDefinitions: [{ name: 'Gate' }],
		});
		const { customFieldDefId } = defs.results[0] as { customFieldDefId: string };
		const values = await client.send<Bulk>('PUT', `/v1.1/orders/${id}/customfieldvalues`, {
			customFieldValues: [{ customFieldDefId, value: 'B' }],
		});
		expect(await client.get<Bulk>(`/v1.1/orders/${id}/customfieldvalues`)).toMatchObject({
			results: [{ value: 'B', customFieldDef: { name: 'Gate' } }],
		});
		await client.send('DELETE', `/v1.1/orders/${id}/customfieldvalues`, {
			customFieldValueIds: [(values.results[0] as { customFieldValueId: string }).customFieldValueId],
		});
		expect((await client.get<Bulk>(`/v1.1/orders/${id}/customfieldvalues`)).results).toEqual([]);

		const { ids } = await client.send<{ ids: number[] }>('PUT', `/v1/orders/additionalpackages/${id}`, [
			{ insuredValue: usd(5), weight: 20 },
		]);
		const edited = await client.send<Bulk>('POST', `/v1/orders/additionalpackages/${id}`, [
			{ additionalPackageId: ids[0], weight: 33 },
			{ additionalPackageId: 1 },
		]);
		expect(edited.errors).toMatchObject([{ index: 2 }]);
		expect(await client.get(`/v1/orders/additionalpackages/${id}`)).toMatchObject([
			{ weight: 33, ounces: '1', pounds: '2' },
		]);
		await client.send('DELETE', `/v1/orders/additionalpackages/${id}?additionalPackageId=${ids[0]}`);
		expect(await client.get(`/v1/orders/additionalpackages/${id}`)).toEqual([]);
	});
});
