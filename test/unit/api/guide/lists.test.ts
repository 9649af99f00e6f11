import { orderManager } from '../../../support/apiClient';
import { usePlace } from '../../../support/place';
import { COLUMBUS, factsOf, listed, newOrders, values } from '../../../support/samples';
import { useScriptedService } from '../../../support/scriptedService';

describe("the guide's lists", () => {
	const place = usePlace();

	it.each(['none', 'data', 'items', 'results', 'resource'] as const)(
		'are read wherever the rows stand (%s)',
		async (guide) => {
			place.control.envelope({ guide });
			place.control.seed({ generateOrders: { count: 147 } });
			const manager = place.manager('guide');
			expect(await listed(manager.orders.list({}, { pageSize: 100 }))).toHaveLength(150);
			expect((await listed(manager.stock.list({ perWarehouse: true }, {}))).length).toBeGreaterThan(0);
			expect((await manager.warehouses.list()).map(({ value }) => value)).toContainEqual(
				expect.objectContaining({ warehouseId: COLUMBUS, name: 'Columbus 3PL', active: true }),
			);
		},
	);
});

describe("a guide's service that sends something else", () => {
	const service = useScriptedService();

	it.each([
		['an object without a list', { total: 0 }],
		['a list under another name', { rows: [] }],
		['a number', 7],
	])('as a list (%s) is an error, not an empty list', async (_what, body) => {
		service.script({ body });
		expect(await factsOf(listed(orderManager('guide', service.url).orders.list({}, {})))).toMatchObject({
			kind: 'unreadable',
			endpoint: 'listOrders',
		});
	});

	it('as an order without an id is an error that names the field', async () => {
		service.script({ body: [{ order_number: 'A' }] });
		expect((await factsOf(listed(orderManager('guide', service.url).orders.list({}, {})))).message).toContain('“id”');
	});

	it('than it was asked for — an order whose number begins so — does not keep an order from being created', async () => {
		const created = { id: 9, order_number: 'A-1', status: 'pending' };
		service.script({ body: [{ id: 1, order_number: 'A-10' }] }, { status: 201, body: created }, { body: [created] });
		const outcomes = await orderManager('guide', service.url).orders.create(newOrders(['A-1']), { lookUpFirst: true });
		expect(values(outcomes)).toMatchObject([{ outcome: 'created', orderId: '9', orderNumber: 'A-1' }]);
	});

	it('than it was asked for — orders of other numbers — is filtered', async () => {
		service.script({
			body: [
				{ id: 1, order_number: 10010 },
				{ id: 2, order_number: 1001 },
			],
		});
		const orders = await listed(orderManager('guide', service.url).orders.list({ orderNumbers: ['1001'] }, {}));
		expect(orders.map(({ orderId }) => orderId)).toEqual(['2']);
	});

	it('than it was asked for — stock of SKUs that begin so — is filtered', async () => {
		service.script({ body: ['A-1', 'A-10'].map((sku) => ({ sku, warehouse_id: 5102, on_hand: 1 })) });
		const levels = await listed(
			orderManager('guide', service.url).stock.list({ skus: ['a-1'], perWarehouse: true }, {}),
		);
		expect(levels.map(({ sku }) => sku)).toEqual(['A-1']);
	});
});
