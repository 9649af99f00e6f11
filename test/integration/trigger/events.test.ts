import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, COLUMBUS, DIRECT, SHOPIFY } from '../../support/parameters';
import { useStage } from '../../support/stage';
import { changeOrder, somebody, Watch } from '../../support/watch';

const numbers = (items: IDataObject[]): unknown[] => items.map(({ order }) => (order as IDataObject).orderNumber);
const eventsOf = (items: IDataObject[]): unknown[] => items.map(({ event }) => event);

describe.each(LINES)('Extensiv Trigger, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('tells new orders once, and not those that were there', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'BEFORE' }] });
			const watch = new Watch(stage, { events: ['orderCreated'] }, contract);
			expect(await watch.items()).toEqual([]);
			stage.control.seed({ orders: [{ orderNumber: 'N-1' }, { orderNumber: 'N-2' }] });
			const items = await watch.items();
			expect(numbers(items)).toEqual(['N-1', 'N-2']);
			expect(items[0]).toMatchObject({
				event: 'orderCreated',
				eventId: expect.stringMatching(/^orderCreated:\d+:\d+$/),
				occurredAt: expect.stringMatching(/Z$/),
			});
			expect(await watch.items()).toEqual([]);
		});

		it('gives an item for each line of an order, with its order, on One Item per Line', async () => {
			const watch = new Watch(stage, { events: ['orderCreated'], oneItemPerLine: true }, contract);
			await watch.items();
			const items = [
				{ sku: 'MUG', quantity: 2, unitPrice: 14.5 },
				{ sku: 'POT', quantity: 1, unitPrice: 29 },
			];
			stage.control.seed({
				orders: [
					{ orderNumber: 'N-1', items },
					{ orderNumber: 'EMPTY', items: [] },
				],
			});
			const lines = await watch.items();
			expect(numbers(lines)).toEqual(['N-1', 'N-1', 'EMPTY']);
			expect(lines.map(({ line }) => line)).toMatchObject([
				{ lineNumber: 1, sku: 'MUG', quantity: 2 },
				{ lineNumber: 2, sku: 'POT', quantity: 1 },
				undefined,
			]);
			expect(new Set(lines.map(({ eventId }) => eventId)).size).toBe(3);
			// Otherwise an order of a thousand lines would come a thousand times with all of them.
			for (const { order } of lines.slice(0, 2)) expect(order).not.toHaveProperty('lines');
			expect(await watch.items()).toEqual([]);
		});

		it('tells changed orders, each version once', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'N-1', createdDate: '2026-01-01T00:00:00Z' }] });
			const watch = new Watch(stage, { events: ['orderUpdated'] }, contract);
			await watch.items();
			// The service's clock is late, so that two changes lie in different seconds of the past.
			stage.control.clock({ advanceMs: -30_000, frozen: true });
			await changeOrder(stage, 'N-1', 'first');
			expect(numbers(await watch.items())).toEqual(['N-1']);
			expect(await watch.items()).toEqual([]);
			stage.control.clock({ advanceMs: 5_000 });
			await changeOrder(stage, 'N-1', 'second');
			expect(numbers(await watch.items())).toEqual(['N-1']);
			expect(await watch.items()).toEqual([]);
		});

		it('tells a change of status, with the status before', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'N-1' }, { orderNumber: 'N-2' }] });
			const watch = new Watch(stage, { events: ['orderStatusChanged'], toStatus: ['cancelled'] }, contract);
			await watch.items();
			const { orderId } = stage.order('N-1');
			await changeOrder(stage, 'N-2', 'still the same');
			await somebody(stage).call(
				'POST',
				`/v1/orders/cancel?cancelReasonType=OTHER&salesChannelId=${DIRECT}&orderId=${String(orderId)}`,
			);
			const items = await watch.items();
			expect(numbers(items)).toEqual(['N-1']);
			expect(items[0]).toMatchObject({
				event: 'orderStatusChanged',
				previous: { lifecycle: 'pending' },
				current: { lifecycle: 'cancelled' },
			});
		});

		it('tells new shipments', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'N-1' }] });
			const watch = new Watch(stage, { events: ['shipmentCreated'] }, contract);
			await watch.items();
			stage.control.seed({ shipments: [{ orderNumber: 'N-1', trackingNumber: '1Z-1' }] });
			expect(await watch.items()).toMatchObject([
				{ event: 'shipmentCreated', shipment: { orderNumber: 'N-1', trackingNumber: '1Z-1' } },
			]);
			expect(await watch.items()).toEqual([]);
		});

		it('tells new and changed products', async () => {
			const watch = new Watch(stage, { events: ['productCreated', 'productUpdated'] }, contract);
			await watch.items();
			stage.control.seed({ products: [{ sku: 'LAMP', name: 'Lamp' }] });
			await somebody(stage).send('POST', '/v1/products', [{ masterSku: 'MUG-BLU-12', name: 'Mug with a new name' }]);
			const items = await watch.items();
			expect(items.map(({ event, product }) => [event, (product as IDataObject).sku])).toEqual([
				['productCreated', 'LAMP'],
				['productUpdated', 'MUG-BLU-12'],
			]);
			expect(await watch.items()).toEqual([]);
		});

		it('tells changed stock levels, with the level before', async () => {
			stage.control.seed({
				stock: [
					{ sku: 'MUG', warehouseId: 5102, onHand: 10 },
					{ sku: 'POT', warehouseId: 5102, onHand: 7 },
				],
			});
			const watch = new Watch(
				stage,
				{ events: ['stockLevelChanged'], filters: { warehouse: byId(COLUMBUS) } },
				contract,
			);
			expect(await watch.items()).toEqual([]);
			stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: 5102, onHand: 4 }] });
			expect(await watch.items()).toMatchObject([
				{
					event: 'stockLevelChanged',
					previous: { onHand: 10 },
					current: { onHand: 4 },
					stockLevel: { sku: 'MUG', warehouseId: COLUMBUS, onHand: 4 },
				},
			]);
			expect(await watch.items()).toEqual([]);
		});

		it('tells when stock falls below its threshold, once', async () => {
			stage.control.seed({
				stock: [
					{ sku: 'MUG', warehouseId: 5102, onHand: 10 },
					{ sku: 'POT', warehouseId: 5102, onHand: 2 },
				],
			});
			const skuThresholds = { row: [{ sku: 'mug', threshold: 8 }] };
			const watch = new Watch(
				stage,
				{ events: ['stockBelowThreshold'], threshold: 3, skuThresholds, filters: { skus: 'MUG,POT' } },
				contract,
			);
			const levels: unknown[] = [];
			for (const onHand of [10, 8, 7, 5, 9, 7]) {
				stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: 5102, onHand }] });
				levels.push((await watch.items()).map(({ current }) => current));
			}
			const below = (onHand: number): unknown => [expect.objectContaining({ onHand, threshold: 8 })];
			expect(levels).toEqual([[], [], below(7), [], [], below(7)]);
		});

		it('lets several events be chosen', async () => {
			const watch = new Watch(stage, { events: ['orderCreated', 'orderUpdated', 'productCreated'] }, contract);
			await watch.items();
			stage.control.seed({ orders: [{ orderNumber: 'N-1' }], products: [{ sku: 'LAMP' }] });
			expect(eventsOf(await watch.items()).sort()).toEqual(['orderCreated', 'productCreated']);
		});

		it("gives the service's own object with Simplify off", async () => {
			const watch = new Watch(stage, { events: ['orderCreated'], simplify: false }, contract);
			await watch.items();
			stage.control.seed({ orders: [{ orderNumber: 'N-1' }] });
			const own = {
				live: { orderNumber: 'N-1', orderStatus: 'AWAITING_3PL_EXPORT' },
				guide: { order_number: 'N-1', status: 'pending' },
			};
			expect(await watch.items()).toMatchObject([{ order: own[contract] }]);
		});
	});

	describe('what only the live API tells', () => {
		it('the delivery status of shipments', async () => {
			stage.control.seed({
				orders: [{ orderNumber: 'N-1' }],
				shipments: [{ orderNumber: 'N-1', trackingNumber: '1Z-1' }],
			});
			const watch = new Watch(stage, { events: ['shipmentUpdated'], options: { watchDays: 3 } });
			expect(await watch.items()).toEqual([]);
			stage.control.seed({ deliveries: [{ trackingNumber: '1Z-1', deliveryStatus: 'DELIVERED' }] });
			expect(await watch.items()).toMatchObject([
				{
					event: 'shipmentUpdated',
					previous: { deliveryStatus: 'IN_TRANSIT' },
					current: { deliveryStatus: 'DELIVERED' },
					shipment: { trackingNumber: '1Z-1' },
				},
			]);
			expect(await watch.items()).toEqual([]);
		});

		it('new RMAs', async () => {
			const watch = new Watch(stage, { events: ['rmaCreated'] });
			await watch.items();
			const [item] = stage.order('NW-10045').orderItems as Array<{ orderItemId: number }>;
			await somebody(stage).send('PUT', '/v1/shipments/rmas', [
				{
					orderId: 77120045,
					items: [
						{
							orderItemId: item?.orderItemId,
							returnedQuantity: 1,
							type: 'REFUND',
							action: 'WRITE_OFF',
							reason: 'DAMAGED',
						},
					],
				},
			]);
			expect(await watch.items()).toMatchObject([
				{ event: 'rmaCreated', rma: { items: [{ quantity: 1, type: 'REFUND', reason: 'DAMAGED' }] } },
			]);
			expect(await watch.items()).toEqual([]);
		});

		it('new and changed purchase orders', async () => {
			const watch = new Watch(stage, { events: ['purchaseOrderUpdated'] });
			await watch.items();
			stage.control.seed({ purchaseOrders: [{ number: 'PO-NEW' }, { number: 'PO-2025-0077', status: 'FULFILLED' }] });
			const items = await watch.items();
			expect(items.map(({ purchaseOrder }) => (purchaseOrder as IDataObject).number).sort()).toEqual([
				'PO-2025-0077',
				'PO-NEW',
			]);
			expect(await watch.items()).toEqual([]);
		});

		it('changed availability by the feed of a channel, which tells whose levels to read', async () => {
			stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: 5102, onHand: 10 }] });
			const watch = new Watch(stage, { events: ['stockLevelChanged'], options: { feedChannel: byId(DIRECT) } });
			await watch.items();
			// All levels are compared until what somebody may have taken from the feed before has shown.
			stage.control.clock({ advanceMs: 600_000 });
			await watch.items();
			stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: 5102, onHand: 4 }] });
			stage.control.clearRequests();
			expect(await watch.items()).toMatchObject([
				{
					event: 'stockLevelChanged',
					previous: { available: 10 },
					current: { available: 4 },
					stockLevel: { sku: 'MUG' },
				},
			]);
			expect(await watch.items()).toEqual([]);
			// What was read once may show late, so it is read in the next poll too.
			expect(stage.control.requests().byEndpoint).toEqual({
				'POST /v1.2/inventory/acknowledge': 2,
				'GET /v1/productstocks/total': 2,
			});
			expect(stage.queries('GET', '/v1/productstocks/total').map((query) => query.getAll('sku'))).toEqual([
				['MUG'],
				['MUG'],
			]);
		});

		it('is refused under the guide, in words', async () => {
			const { error } = await new Watch(stage, { events: ['rmaCreated'] }, 'guide').poll();
			expect(error).toMatchObject({ message: expect.stringContaining('RMA Created'), ofLine: true });
			expect(stage.control.requests().total).toBe(0);
		});
	});

	describe('filters', () => {
		it('let only those through that are wanted', async () => {
			const watch = new Watch(stage, {
				events: ['orderCreated'],
				filters: { salesChannel: byId(SHOPIFY), skus: 'pot, LAMP', status: ['pending'] },
			});
			await watch.items();
			const pot = [{ sku: 'POT' }];
			stage.control.seed({
				orders: [
					{ orderNumber: 'WANTED', salesChannelId: Number(SHOPIFY), items: pot },
					{ orderNumber: 'OTHER-CHANNEL', salesChannelId: Number(DIRECT), items: pot },
					{ orderNumber: 'OTHER-SKU', salesChannelId: Number(SHOPIFY), items: [{ sku: 'MUG' }] },
					{ orderNumber: 'OTHER-STATUS', salesChannelId: Number(SHOPIFY), items: pot, paid: false },
				],
			});
			expect(numbers(await watch.items())).toEqual(['WANTED']);
		});

		it.each([
			[
				{ events: ['shipmentCreated'], filters: { skus: 'MUG' } },
				'SKUs: Shipment Created does not support this filter.',
			],
			[
				{ events: ['orderStatusChanged'], filters: { status: ['pending'] } },
				'Status: Order Status Changed does not support this filter.',
			],
			[{ events: [] }, 'Trigger On: Nothing is selected.'],
			[{ events: ['orderCreated'], startFrom: 'date', startDate: '' }, 'Start Date'],
			[
				{ events: ['stockLevelChanged'], stockQuantity: 'onHand', options: { feedChannel: '1207' } },
				'Feed of Sales Channel',
			],
		])('that cannot be applied are refused: %j', async (parameters, message) => {
			const { error } = await new Watch(stage, parameters).poll();
			expect(error?.message).toContain(message);
		});
	});
});
