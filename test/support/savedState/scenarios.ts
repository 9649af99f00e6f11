import type { IDataObject } from 'n8n-workflow';
import { type Contract, CONTRACTS } from '../credentials';
import { byId, COLUMBUS, DIRECT } from '../parameters';
import type { Stage } from '../stage';
import { changeOrder, somebody } from '../watch';
import type { Scenario } from './scenario';

const cancel = async (stage: Stage, number: string): Promise<unknown> => {
	const { orderId } = stage.order(number);
	const query = `cancelReasonType=OTHER&salesChannelId=${DIRECT}&orderId=${String(orderId)}`;
	return await somebody(stage).send('POST', `/v1/orders/cancel?${query}`);
};
const product = async (stage: Stage, masterSku: string, name: string): Promise<unknown> =>
	await somebody(stage).send('POST', '/v1/products', [{ masterSku, name }]);
const returned = async (stage: Stage): Promise<unknown> => {
	const [item] = stage.order('NW-10045').orderItems as Array<{ orderItemId: number }>;
	const line = { returnedQuantity: 1, type: 'REFUND', action: 'WRITE_OFF', reason: 'DAMAGED' };
	const items = [{ orderItemId: item?.orderItemId, ...line }];
	return await somebody(stage).send('PUT', '/v1/shipments/rmas', [{ orderId: 77120045, items }]);
};
const level = (stage: Stage, sku: string, onHand: number): unknown =>
	stage.control.seed({ stock: [{ sku, warehouseId: Number(COLUMBUS), onHand }] });
const stocked = (stage: Stage): void => {
	level(stage, 'MUG', 10);
	level(stage, 'POT', 7);
};

const orders = (contract: Contract): Scenario => ({
	name: 'orders',
	contract,
	parameters: { events: ['orderCreated', 'orderUpdated', 'orderStatusChanged'] },
	moments: [
		{
			after: 0,
			happens: ({ control }) => control.seed({ orders: ['A-1', 'A-2'].map((orderNumber) => ({ orderNumber })) }),
		},
		{
			after: 5,
			happens: async (stage) => {
				stage.control.seed({ orders: ['N-1', 'N-2'].map((orderNumber) => ({ orderNumber })) });
				await changeOrder(stage, 'A-1', 'first');
				await cancel(stage, 'A-2');
			},
		},
		{
			after: 1,
			happens: async (stage) => {
				stage.control.seed({ orders: [{ orderNumber: 'N-3' }] });
				await changeOrder(stage, 'N-1', 'second');
				await cancel(stage, 'N-2');
			},
		},
	],
	next: {
		after: 1,
		happens: async (stage) => {
			stage.control.seed({ orders: [{ orderNumber: 'N-4' }] });
			await changeOrder(stage, 'A-1', 'third');
			await cancel(stage, 'N-1');
		},
	},
	emitted: ['orderCreated N-4', 'orderUpdated A-1', 'orderUpdated N-1', 'orderStatusChanged N-1: pending → cancelled'],
});

const BACKLOG = Array.from({ length: 24 }, (_, at) => `B-${at + 1}`);
const backlogTime = (at: number): string => new Date(Date.UTC(2026, 2, 5, 9, 10 + 5 * at)).toISOString();

const backlog = (contract: Contract): Scenario => ({
	name: 'backlog',
	contract,
	parameters: {
		events: ['orderCreated', 'orderUpdated'],
		startFrom: 'date',
		startDate: '2026-03-05T09:00:00Z',
		options: { maxRecords: 5 },
	},
	moments: [
		{
			after: 0,
			happens: ({ control }) =>
				control.seed({
					orders: BACKLOG.map((orderNumber, at) => ({
						orderNumber,
						createdDate: backlogTime(at),
						modifiedDate: backlogTime(at),
					})),
				}),
		},
		{ after: 1 },
	],
	next: { after: 1, happens: ({ control }) => control.seed({ orders: [{ orderNumber: 'N-1' }] }) },
	emitted: [...BACKLOG.slice(12), 'N-1'].map((number) => `orderCreated ${number}`),
});

const records = (contract: Contract): Scenario => {
	const isLive = contract === 'live';
	return {
		name: 'records',
		contract,
		parameters: {
			events: [
				'productCreated',
				'productUpdated',
				'shipmentCreated',
				...(isLive ? ['shipmentUpdated', 'rmaCreated', 'purchaseOrderUpdated'] : []),
			],
		},
		moments: [
			{
				after: 0,
				happens: ({ control }) =>
					control.seed({
						orders: ['S-1', 'S-2', 'S-3'].map((orderNumber) => ({ orderNumber })),
						shipments: [{ orderNumber: 'S-1', trackingNumber: '1Z-1' }],
					}),
			},
			{
				after: 5,
				happens: async (stage) => {
					stage.control.seed({
						products: [{ sku: 'LAMP' }],
						shipments: [{ orderNumber: 'S-2', trackingNumber: '1Z-2' }],
						purchaseOrders: [{ number: 'PO-1' }],
						deliveries: [{ trackingNumber: '1Z-1', deliveryStatus: 'DELIVERED' }],
					});
					await product(stage, 'MUG-BLU-12', 'Mug with a new name');
					if (isLive) await returned(stage);
				},
			},
			{ after: 1 },
		],
		next: {
			after: 1,
			happens: async (stage) => {
				stage.control.seed({
					products: [{ sku: 'BULB' }],
					shipments: [{ orderNumber: 'S-3', trackingNumber: '1Z-3' }],
					purchaseOrders: [{ number: 'PO-2' }],
					deliveries: [{ trackingNumber: '1Z-2', deliveryStatus: 'DELIVERED' }],
				});
				await product(stage, 'LAMP', 'Lamp with a new name');
				if (isLive) await returned(stage);
			},
		},
		emitted: [
			'productCreated BULB',
			'productUpdated LAMP',
			'shipmentCreated 1Z-3',
			...(isLive
				? [
						// The return's own shipment.
						'shipmentCreated null',
						'shipmentUpdated 1Z-2: null → DELIVERED',
						'rmaCreated 20882',
						'purchaseOrderUpdated PO-2',
					]
				: []),
		],
	};
};

/** The guide dates shipments by the day on which they were shipped, and they may be entered late. */
const lateShipments: Scenario = {
	name: 'lateShipments',
	contract: 'guide',
	parameters: {
		events: ['shipmentCreated'],
		startFrom: 'date',
		startDate: '2026-03-03T09:00:00Z',
		options: { maxRecords: 3 },
	},
	moments: [
		{
			after: 0,
			happens: ({ control }) =>
				control.seed({
					orders: BACKLOG.slice(0, 10).map((orderNumber) => ({ orderNumber })),
					shipments: BACKLOG.slice(0, 10).map((orderNumber, at) => {
						const created = `2026-03-04T1${at}:00:00Z`;
						return { orderNumber, trackingNumber: `1Z-${at}`, created, shipDate: created };
					}),
				}),
		},
		...[1, 1, 1, 1, 1, 61].map((after) => ({ after })),
	],
	next: {
		after: 61,
		happens: ({ control }) => {
			const created = '2026-03-04T18:30:00Z';
			control.seed({
				orders: [{ orderNumber: 'LATE' }],
				shipments: [{ orderNumber: 'LATE', trackingNumber: '1Z-LATE', created, shipDate: created }],
			});
		},
	},
	emitted: ['shipmentCreated 1Z-LATE'],
};

const STOCK: IDataObject = {
	events: ['stockLevelChanged', 'stockBelowThreshold'],
	stockDetail: 'warehouse',
	stockQuantity: 'onHand',
	threshold: 5,
};
/** A level that cannot be read. */
const ODD = {
	live: { where: { 'product.masterSku': 'MUG-XL' }, set: { availableQuantity: 'some' } },
	guide: { where: { sku: 'MUG-XL' }, set: { on_hand: 'some' } },
};

const stock = (contract: Contract): Scenario => ({
	name: 'stock',
	contract,
	parameters: STOCK,
	moments: [
		{
			after: 0,
			happens: (stage) => {
				stocked(stage);
				level(stage, 'MUG-XL', 3);
				stage.control.oddValues([ODD[contract]]);
			},
		},
		{ after: 5, happens: (stage) => level(stage, 'MUG', 4) },
	],
	next: { after: 1, happens: (stage) => level(stage, 'POT', 3) },
	emitted: [`stockLevelChanged POT@${COLUMBUS}: 7 → 3`, `stockBelowThreshold POT@${COLUMBUS}: 7 → 3`],
});

/** The poll had no time for all warehouses. */
const stockInterrupted = (contract: Contract): Scenario => ({
	name: 'stockInterrupted',
	contract,
	parameters: STOCK,
	moments: [
		{ after: 0, happens: stocked },
		{ after: 5, budgetMs: 0 },
	],
	next: { after: 1, happens: (stage) => level(stage, 'MUG', 4) },
	emitted: [`stockLevelChanged MUG@${COLUMBUS}: 10 → 4`, `stockBelowThreshold MUG@${COLUMBUS}: 10 → 4`],
});

const LEVELS = '/v1/productstocks/total';
const stockFeed: Scenario = {
	name: 'stockFeed',
	contract: 'live',
	parameters: { events: ['stockLevelChanged'], options: { feedChannel: byId(DIRECT), maxTries: 1 } },
	moments: [
		{ after: 0, happens: stocked },
		{ after: 10 },
		{ after: 5, happens: (stage) => level(stage, 'MUG', 4) },
		{ after: 1, happens: ({ control }) => control.faults([{ kind: '500', path: LEVELS }]), fails: true },
		{ after: 0, happens: ({ control }) => control.faults([]) },
	],
	next: { after: 1, happens: (stage) => level(stage, 'POT', 3) },
	emitted: ['stockLevelChanged POT: 7 → 3'],
};

const clocks = (contract: Contract): Scenario => ({
	name: 'clocks',
	contract,
	clockAhead: 60,
	parameters: { events: ['orderCreated'] },
	moments: [{ after: 0 }, { after: 1 }],
	next: { after: 1, happens: ({ control }) => control.seed({ orders: [{ orderNumber: 'N-1' }] }) },
	emitted: ['orderCreated N-1'],
	notice: "This machine's clock is 60 minutes ahead of the service's clock",
});

/** Every kind of state that the polling trigger saves. */
export const SCENARIOS: readonly Scenario[] = [
	...CONTRACTS.flatMap((contract) =>
		[orders, backlog, records, stock, stockInterrupted, clocks].map((scenario) => scenario(contract)),
	),
	lateShipments,
	stockFeed,
];
