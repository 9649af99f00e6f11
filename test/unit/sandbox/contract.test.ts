import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient, type SandboxResponse } from '../../sandbox/client';
import { goodOrder, usd } from '../../sandbox/examples';
import { loadLiveContract } from '../../sandbox/contract/spec';
import { loadGuideContract } from '../../sandbox/guide/contract';
import { guideHandlers } from '../../sandbox/guide';
import { liveHandlers } from '../../sandbox/live';

const fieldsOf = (response: SandboxResponse): string[] =>
	(response.body as { errors: Array<{ fieldName: string }> }).errors.map((error) => error.fieldName);

describe('contract enforcement', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = new SandboxClient(sandbox);
	});
	afterAll(() => sandbox.close());

	it('refuses unknown paths of either contract and other methods with 404', async () => {
		expect((await client.call('GET', '/v1.1/nothing')).status).toBe(404);
		expect((await client.call('GET', '/v1/orders')).status).toBe(404);
		expect((await client.call('GET', '/api/nothing')).status).toBe(404);
		expect((await client.call('DELETE', '/v1.1/products')).status).toBe(404);
	});

	it.each([
		['an unknown parameter', '/v1.1/orders?pageSize=5', 'pageSize'],
		['bracket notation', '/v1.1/orders?orderNumber[]=A', 'orderNumber[]'],
		['an ill-typed number', '/v1.1/orders?page=one', 'page'],
		['an ill-typed boolean', '/v1.1/orders?external=yes', 'external'],
		['an unknown enum value', '/v1.1/orders?status=SHIPPED,LOST', 'status'],
		['a date with fractions', '/v1.1/orders?createdDateFrom=2025-01-01T00:00:00.000Z', 'createdDateFrom'],
		['a date that does not exist', '/v1.1/orders?createdDateFrom=2025-02-30T00:00:00Z', 'createdDateFrom'],
		['a repeated single value', '/v1.1/orders?salesChannelId=1207&salesChannelId=1210', 'salesChannelId'],
		['an int32 out of range', '/v1.1/orders?salesChannelId=99999999999', 'salesChannelId'],
		['a page below 1', '/v1.1/orders?page=0', 'page'],
		['a missing required parameter', '/v1.1/orders/channelpurchases?orderId=1', 'salesChannelId'],
		['a missing date pair', '/v1/shipments', 'shipmentFromDate'],
		['half a date pair', '/v1/shipments?shipmentFromDate=2025-01-01T00:00:00Z', 'shipmentFromDate'],
		[
			'a window over 7 days',
			'/v1/shipments?shipmentFromDate=2025-01-01T00:00:00Z&shipmentToDate=2025-01-08T00:00:01Z',
			'shipmentToDate',
		],
	])('refuses %s in the query with 422 and names it', async (_what, path, field) => {
		const response = await client.call('GET', path);
		expect(response.status).toBe(422);
		expect(fieldsOf(response)).toContain(field);
	});

	it('takes arrays as repeated keys, joined by commas, and quoted', async () => {
		const numbers = async (query: string): Promise<string[]> =>
			(await client.get<Array<{ masterSku: string }>>(`/v1.1/products?${query}`)).map((product) => product.masterSku);
		const expected = ['MUG-BLU-12', 'POT-CMP-2L'];
		expect(await numbers('sku=MUG-BLU-12&sku=POT-CMP-2L')).toEqual(expected);
		expect(await numbers('sku=MUG-BLU-12,POT-CMP-2L')).toEqual(expected);
		expect(await numbers(`sku=${encodeURIComponent('"MUG-BLU-12","POT-CMP-2L"')}`)).toEqual(expected);
		expect(await numbers(`sku=${encodeURIComponent('"MUG-BLU-12,POT-CMP-2L"')}`)).toEqual([]);
	});

	it.each<[string, Record<string, unknown>, string]>([
		['an unknown field', { shipContry: 'USA' }, 'shipContry'],
		['a missing required field', { shipCity: undefined }, 'shipCity'],
		['an empty required text', { shipCity: '' }, 'shipCity'],
		['an over-long text', { orderNumber: 'N'.repeat(192) }, 'orderNumber'],
		['a wrong type', { salesChannelId: '1207' }, 'salesChannelId'],
		['a wrong enum value', { deliveryConfirmation: 'MAYBE' }, 'deliveryConfirmation'],
		['a wrong date', { orderDate: '06.03.2025' }, 'orderDate'],
		['a wrong currency', { orderTotal: { amount: 1, currency: 'XXQ' } }, 'orderTotal.currency'],
		[
			'a missing item field',
			{ orderItems: [{ listingSku: 'A', quantityOrdered: 1, unitPrice: usd(1), tax: usd(0) }] },
			'orderItems[0].listingName',
		],
		['an alpha-2 country', { shipCountry: 'US' }, 'shipCountry'],
		['a US address without state', { shipState: undefined }, 'shipState'],
		['an unknown sales channel', { salesChannelId: 4711 }, 'salesChannelId'],
	])('refuses %s in a body with 400, naming field and row', async (_what, change, field) => {
		const response = await client.call('PUT', '/v1/order', [goodOrder(), goodOrder(change)]);
		expect(response.status).toBe(400);
		expect(fieldsOf(response)).toContain(field);
		expect((response.body as { errors: Array<{ index: number }> }).errors[0]!.index).toBe(2);
	});

	it('takes an address outside the USA without a state', async () => {
		const response = await client.call('PUT', '/v1/order', [
			goodOrder({ orderNumber: 'T-DE', shipCountry: 'DEU', shipState: undefined }),
		]);
		expect(response.status).toBe(200);
	});

	it('refuses broken JSON, a wrong kind of body, a missing and an unasked body', async () => {
		expect((await client.call('PUT', '/v1/order', '[{')).status).toBe(400);
		expect((await client.call('PUT', '/v1/order', goodOrder())).status).toBe(400);
		expect((await client.call('PUT', '/v1/order')).status).toBe(400);
		expect(
			(
				await client.call('POST', '/v1/orders/cancel?cancelReasonType=OTHER&salesChannelId=1207&orderId=1', {
					orderId: 1,
				})
			).status,
		).toBe(400);
	});

	it('answers 400 to a path id that is no number and 404 to one that is unknown', async () => {
		expect((await client.call('GET', '/v1.1/orders/abc')).status).toBe(400);
		expect((await client.call('GET', '/v1.1/orders/1')).status).toBe(404);
	});

	it.each<[string, string, string, unknown, RegExp]>([
		['a path', 'GET', '/v1.1/nothing', undefined, /not part of the live contract/],
		['a path of the guide', 'GET', '/api/nothing', undefined, /not part of the guide contract/],
		['a parameter', 'GET', '/v1.1/orders?colour=red', undefined, /colour is not a parameter/],
		['a value of an enum', 'GET', '/v1.1/orders?status=LOST', undefined, /not a valid enum/],
		['a type', 'PUT', '/v1/order', [goodOrder({ salesChannelId: '1207' })], /salesChannelId/],
		['a field', 'PUT', '/v1/order', [goodOrder({ colour: 'red' })], /unknown field colour/],
		['the lack of a field', 'PUT', '/v1/order', [goodOrder({ shipCity: undefined })], /shipCity is required/],
		[
			'a call that is not implemented',
			'GET',
			'/v1/analytics/accounting/salessummary?startDate=2025-01-01T00:00:00Z&endDate=2025-01-02T00:00:00Z',
			undefined,
			/not implement/,
		],
	])('notes a breach of the contract, until it is asked: %s', async (_what, method, path, body, message) => {
		sandbox.control.takeBreaches();
		const caller = path.startsWith('/api') ? await SandboxClient.forGuide(sandbox) : client;
		await caller.call(method, path, body);
		sandbox.control.clearRequests();
		expect(sandbox.control.requests().breaches).toEqual([expect.stringMatching(message)]);
		expect(sandbox.control.takeBreaches()).toHaveLength(1);
		expect(sandbox.control.takeBreaches()).toEqual([]);
	});

	it('takes no refusal of its rules for a breach', async () => {
		sandbox.control.takeBreaches();
		expect((await client.call('GET', '/v1.1/orders/1')).status).toBe(404);
		expect((await client.call('PUT', '/v1/order', [goodOrder({ shipName: 'REFUSE ME' })])).status).toBe(422);
		expect(sandbox.control.takeBreaches()).toEqual([]);
	});

	it('answers 501 where an operation is known but not implemented', async () => {
		const response = await client.call(
			'GET',
			'/v1/analytics/accounting/salessummary?startDate=2025-01-01T00:00:00Z&endDate=2025-01-02T00:00:00Z',
		);
		expect(response.status).toBe(501);
		expect((response.body as { message: string }).message).toContain('analytics.salesSummary');
	});

	it('has handlers only for operations of the contracts, and all of the guide', () => {
		const live = loadLiveContract().endpoints.map((endpoint) => endpoint.id);
		const guide = loadGuideContract().endpoints.map((endpoint) => endpoint.id);
		expect(Object.keys(liveHandlers).filter((id) => !live.includes(id))).toEqual([]);
		expect(Object.keys(guideHandlers).sort()).toEqual([...guide].sort());
	});
});

describe('where nothing is enforced', () => {
	it('lets through what strict mode refuses', async () => {
		const sandbox = await startSandbox({ mode: 'none' });
		const client = new SandboxClient(sandbox);
		try {
			expect((await client.call('GET', '/v1.1/orders?pageSize=5')).status).toBe(200);
			expect((await client.call('GET', '/v1/shipments')).status).toBe(200);
			expect(
				(await client.call('PUT', '/v1/order', [goodOrder({ shipContry: 'USA', orderNumber: 'N'.repeat(192) })]))
					.status,
			).toBe(200);
			expect((await client.call('GET', '/v1.1/nothing')).status).toBe(404);
		} finally {
			await sandbox.close();
		}
	});
});
