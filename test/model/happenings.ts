import type { EventName } from '../../nodes/shared/events/names';
import type { Sandbox } from '../sandbox';
import { SandboxClient } from '../sandbox/client';
import { DIRECT } from '../support/parameters';

/** One kind of thing that happens at the service, and how the trigger tells of it. */
export interface Happening {
	event: EventName;
	/** What must be there before the trigger begins, for so many to happen. */
	arrange?(sandbox: Sandbox, count: number): void;
	/** Lets the one with this number happen. */
	happen(sandbox: Sandbox, number: number): void | Promise<unknown>;
	/** What an item calls it. */
	nameOf(item: Record<string, unknown>): string;
	/** What it is called. */
	name(number: number): string;
	/** Only the live API has it. */
	liveOnly?: true;
}

const WAREHOUSE = 5102;
const LONG_AGO = '2025-01-01T00:00:00Z';
const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
const field =
	(record: string, name: string): Happening['nameOf'] =>
	(item) =>
		String((item[record] as Record<string, unknown>)[name]);
const somebody = (sandbox: Sandbox): SandboxClient => new SandboxClient(sandbox);
const idOf = (sandbox: Sandbox, number: string): unknown => sandbox.control.orders({ number })[0]?.['orderId'];

const oldOrders: Happening['arrange'] = (sandbox, count) =>
	void sandbox.control.seed({
		orders: numbers(count).map((number) => ({ orderNumber: `N-${number}`, createdDate: LONG_AGO })),
	});
const products = (sandbox: Sandbox, count: number, onHand?: number): void => {
	const skus = numbers(count).map((number) => `S-${number}`);
	const stock = onHand === undefined ? [] : skus.map((sku) => ({ sku, warehouseId: WAREHOUSE, onHand }));
	sandbox.control.seed({ products: skus.map((sku) => ({ sku })), stock });
};

const ordered = { nameOf: field('order', 'orderNumber'), name: (number: number) => `N-${number}` };
const shipped = { nameOf: field('shipment', 'trackingNumber'), name: (number: number) => `1Z-${number}` };
const made = { nameOf: field('product', 'sku'), name: (number: number) => `S-${number}` };
const stocked = { nameOf: field('stockLevel', 'sku'), name: (number: number) => `S-${number}` };
const parcel = (number: number) => ({ orderNumber: `N-${number}`, trackingNumber: `1Z-${number}` });

export const HAPPENINGS: readonly Happening[] = [
	{
		event: 'orderCreated',
		...ordered,
		happen: ({ control }, number) => void control.seed({ orders: [{ orderNumber: `N-${number}` }] }),
	},
	{
		event: 'orderUpdated',
		...ordered,
		arrange: oldOrders,
		happen: async (sandbox, number) =>
			await somebody(sandbox).send('POST', '/v1/orders/notes', {
				orderId: idOf(sandbox, `N-${number}`),
				internalNotes: 'changed',
			}),
	},
	{
		event: 'orderStatusChanged',
		...ordered,
		arrange: oldOrders,
		happen: async (sandbox, number) =>
			await somebody(sandbox).send(
				'POST',
				`/v1/orders/cancel?cancelReasonType=OTHER&salesChannelId=${DIRECT}&orderId=${String(idOf(sandbox, `N-${number}`))}`,
			),
	},
	{
		event: 'shipmentCreated',
		...shipped,
		arrange: oldOrders,
		happen: ({ control }, number) => void control.seed({ shipments: [parcel(number)] }),
	},
	{
		event: 'shipmentUpdated',
		...shipped,
		liveOnly: true,
		arrange: (sandbox, count) => {
			oldOrders(sandbox, count);
			const created = `${new Date(Date.parse(sandbox.control.clock({}).now) - 86_400_000).toISOString().slice(0, 19)}Z`;
			sandbox.control.seed({ shipments: numbers(count).map((number) => ({ ...parcel(number), created })) });
		},
		happen: ({ control }, number) =>
			void control.seed({ deliveries: [{ trackingNumber: `1Z-${number}`, deliveryStatus: 'DELIVERED' }] }),
	},
	{
		event: 'productCreated',
		...made,
		happen: ({ control }, number) => void control.seed({ products: [{ sku: `S-${number}` }] }),
	},
	{
		event: 'productUpdated',
		...made,
		arrange: products,
		happen: async (sandbox, number) =>
			await somebody(sandbox).send('POST', '/v1/products', [{ masterSku: `S-${number}`, name: 'Changed' }]),
	},
	{
		event: 'stockLevelChanged',
		...stocked,
		arrange: (sandbox, count) => products(sandbox, count, 20),
		happen: ({ control }, number) =>
			void control.seed({ stock: [{ sku: `S-${number}`, warehouseId: WAREHOUSE, onHand: 19 }] }),
	},
	{
		event: 'stockBelowThreshold',
		...stocked,
		arrange: (sandbox, count) => products(sandbox, count, 20),
		happen: ({ control }, number) =>
			void control.seed({ stock: [{ sku: `S-${number}`, warehouseId: WAREHOUSE, onHand: 5 }] }),
	},
	{
		event: 'rmaCreated',
		liveOnly: true,
		nameOf: field('rma', 'rmaNumber'),
		name: (number) => `R-${number}`,
		happen: async (sandbox, number) => {
			const [order] = sandbox.control.orders({ number: 'NW-10045' }) as Array<{
				orderId: number;
				orderItems: Array<{ orderItemId: number }>;
			}>;
			const item = {
				orderItemId: order?.orderItems[0]?.orderItemId,
				returnedQuantity: 1,
				type: 'REFUND',
				action: 'WRITE_OFF',
				reason: 'DAMAGED',
			};
			await somebody(sandbox).send('PUT', '/v1/shipments/rmas', [
				{ orderId: order?.orderId, rmaNumber: `R-${number}`, items: [item] },
			]);
		},
	},
	{
		event: 'purchaseOrderUpdated',
		liveOnly: true,
		nameOf: field('purchaseOrder', 'number'),
		name: (number) => `P-${number}`,
		happen: ({ control }, number) => void control.seed({ purchaseOrders: [{ number: `P-${number}` }] }),
	},
];
