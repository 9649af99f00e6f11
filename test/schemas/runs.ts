import type { IDataObject } from 'n8n-workflow';
import type { Case } from '../integration/operations/cases/case';
import { chosen, defineFields, seedOrder } from '../support/orderActions';
import type { Contract } from '../support/credentials';
import { byId, COLUMBUS, DIRECT, newOrder, RENO } from '../support/parameters';
import { byHand, bySku, MUG } from '../support/products';
import { column } from '../support/results';
import { selected } from '../support/selected';
import { newParcel, numbered } from '../support/shipments';
import type { NodeName, Stage } from '../support/stage';

/** A run that shows fields or values which the case of its operation leaves out; the rest is as in the case. */
export interface Run extends Partial<Pick<Case, 'parameters' | 'arrange' | 'good'>> {
	contract?: Contract;
}

const OPEN = { no: 'NW-10046' };
const SHIPPED = { no: 'NW-10045' };
const ofShipped = { orderNumber: 'NW-10045' };
const ORDERS = '/v1.1/orders';
/** The live API has no place for the requested shipping in a change. */
const change = { updateFields: { city: 'Troy', requestedShipping: 'Express' } };

/** Puts a value into answers that the seed of the sandbox leaves empty. */
const withValue = (path: string, where: Record<string, unknown>, set: Record<string, unknown>) => (stage: Stage) =>
	stage.control.oddValues([{ path, where, set }]);

const onOrder = async (stage: Stage, resource: string, operation: string, parameters: IDataObject): Promise<void> =>
	void (await stage.orders(operation, { resource, ...chosen(parameters) }, { items: [OPEN] }));

const newOrders: Run[] = [
	{ contract: 'guide', parameters: newOrder({ additionalFields: { company: 'Example Inc.' } }) },
	{
		// The look-up finds no order of this number, as if another n8n process created it a moment later.
		arrange: (stage) => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1', items: [{ sku: 'MUG' }] }] });
			stage.control.faults([{ kind: 'answer', method: 'GET', path: ORDERS, at: [1], response: { body: [] } }]);
		},
	},
	{ arrange: (stage) => void stage.control.numbering({ orders: 'plain' }), good: { no: '#1001', to: 'Alex Example' } },
];

const newProducts: Run[] = [
	{ contract: 'guide', parameters: byHand({ sku: 'CUP-1', name: 'Cup', brand: 'Northwind', mpn: 'C-1' }) },
];

/** Only the user's own warehouses have locations with names. */
const stocked = (stage: Stage): void =>
	void stage.control.seed({ stock: [{ sku: 'MUG', warehouseId: Number(RENO), onHand: 10, location: 'A-01' }] });
const located = (parameters: IDataObject, arrange?: Run['arrange']): Run => ({
	arrange,
	parameters: { sku: 'MUG', warehouse: byId(RENO), additionalFields: { location: 'A-01' }, ...parameters },
});

/** By node, resource and operation. */
export const FURTHER_RUNS: Record<NodeName, Record<string, Run[]>> = {
	extensivOrders: {
		'order create': newOrders,
		'order upsert': newOrders,
		'order get': [{ good: SHIPPED }],
		'order update': [{ parameters: { orderBy: 'id', orderId: '77120046', ...change } }],
		'order validate': [
			{ parameters: { order: numbered('={{ $json.no }}'), salesChannel: byId(DIRECT), ...change }, good: SHIPPED },
		],
		'order sendToFulfillment': [
			{
				arrange: (stage) => {
					seedOrder(stage, 'A', { status: 'AWAITING_3PL_EXPORT', warehouseId: Number(COLUMBUS) });
					const failed = { status: 'FAILED', processingMessage: 'No stock' };
					withValue('/v1/orders/sendtofulfillment', { 'order.orderNumber': 'A' }, failed)(stage);
				},
				parameters: { send: 'waiting', warehouse: byId(COLUMBUS) },
			},
		],
		'orderCustomField get': [
			{
				arrange: async (stage) => {
					await defineFields(stage, 'Route');
					await onOrder(stage, 'orderCustomField', 'set', {
						customFields: { field: [{ field: 'Route', value: 'North' }] },
					});
				},
			},
		],
		'orderLabel remove': [{ arrange: async (stage) => await onOrder(stage, 'orderLabel', 'add', { labels: ['13'] }) }],
	},
	extensivInventory: {
		'location rename': [
			{
				arrange: async (stage) => {
					const [id] = column(
						await stage.stock('getAll', { resource: 'stockRecord', ...selected('locationId') }),
						'locationId',
					);
					return { id: String(id) };
				},
				parameters: { locationBy: 'id', locationId: '={{ $json.id }}', newName: 'B-01' },
			},
		],
		'location setFlags': [located({ location: 'A-01', flags: { pickable: false } }, stocked)],
		'stockLevel add': [located({ quantity: 1 }, stocked)],
		'stockLevel remove': [located({ quantity: 1 }, stocked)],
		'stockRecord create': [located({ onHand: 4 })],
	},
	extensivProducts: {
		'listing getAll': [{ arrange: withValue('/v1/listings', { fnSku: null }, { fnSku: 'X001ABCDEF' }) }],
		'product create': newProducts,
		'product upsert': newProducts,
		'product update': [{ parameters: { product: bySku('MUG'), ...byHand({ name: 'Mug', digital: true }) } }],
		'productLabel remove': [{ parameters: { product: bySku(MUG.sku), labels: ['12'] } }],
	},
	extensivShipments: {
		'shipment createExternal': [{ contract: 'guide', parameters: newParcel({ additionalFields: { cost: 9.1 } }) }],
		'shipment getAll': [
			{ arrange: withValue('/v1/shipments', { received: null }, { received: '2025-03-09T16:00:00Z' }) },
		],
		'shipment shipStandard': [
			{
				arrange: withValue(ORDERS, ofShipped, { 'shipment.shippingLabelUrls': ['https://labels.example.com/1.pdf'] }),
				good: SHIPPED,
			},
		],
	},
	extensivWarehouses: {
		'account getOptions': [{ good: { catalogue: 'fraudAnalysisTypes' } }],
		'account getThrottleLimits': [
			{ arrange: withValue('/v1/throttlelimits', { notes: null }, { notes: 'Per company' }) },
		],
	},
	extensivMapping: {},
	extensivInsights: {
		'connection check': [
			{
				arrange: (stage) =>
					void stage.control.faults([
						{ kind: 'answer', path: '/v1/labels', response: { status: 403, body: { message: 'Forbidden' } } },
					]),
			},
		],
		'kpi get': [{ parameters: { from: '2025-03-01', to: '2025-04-01', inventoryAccuracy: '99.5' } }],
		'order reconcile': [],
		'stock reconcile': [
			{
				parameters: {
					sku: '={{ $json.sku }}',
					onHand: '={{ $json.onHand }}',
					warehouse: byId(COLUMBUS),
				},
			},
		],
	},
};
