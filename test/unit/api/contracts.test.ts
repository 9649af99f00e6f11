import { guideOrderManager } from '../../../nodes/shared/api/guide';
import { liveOrderManager } from '../../../nodes/shared/api/live';
import type { OrderManagerApi } from '../../../nodes/shared/api/ports';
import { CAPABILITIES, type Capability } from '../../../nodes/shared/api/ports/capabilities';
import { CONTRACTS, contractFor, credentialsFor } from '../../../nodes/shared/contracts';
import { ORDER_STATUSES } from '../../../nodes/shared/domain/order/orderStatus';
import { EVENTS } from '../../../nodes/shared/events/names';
import { apiClient } from '../../support/apiClient';

const client = apiClient('http://127.0.0.1');

/** What has to be there for a capability that a port stands behind. */
const PARTS: Partial<Record<Capability, (manager: OrderManagerApi) => unknown>> = {
	'resource.account': ({ account }) => account,
	'resource.carrier': ({ carriers }) => carriers,
	'resource.listing': ({ listings }) => listings,
	'resource.location': ({ stockLocations }) => stockLocations,
	'resource.orderCustomField': ({ orderFields }) => orderFields,
	'resource.orderItem': ({ orderItems }) => orderItems,
	'resource.orderLabel': ({ orderLabels }) => orderLabels,
	'resource.productCustomField': ({ productFields }) => productFields,
	'resource.productLabel': ({ productLabels }) => productLabels,
	'resource.salesChannel': ({ salesChannels }) => salesChannels,
	'resource.stockRecord': ({ stockRecords }) => stockRecords,
	'order.getStatuses': ({ orders }) => orders.statuses,
	'order.hold': ({ orders }) => orders.hold,
	'order.restore': ({ orders }) => orders.restore,
	'order.sendToFulfillment': ({ orders }) => orders.sendToFulfillment,
	'order.setNotes': ({ orders }) => orders.setNotes,
	'order.split': ({ orders }) => orders.split,
	'order.validate': ({ orders }) => orders.validate,
	'product.addImage': ({ products }) => products.addImages,
	'product.setCategory': ({ products }) => products.setCategories,
	'productType.variation': ({ products }) => products.attributes,
	'shipment.shipStandard': ({ shipments }) => shipments.shipStandard,
	'shipment.void': ({ shipments }) => shipments.void,
	'stockLevel.add': ({ stock }) => stock.add,
	'stockLevel.getChanges': ({ stock }) => stock.changes,
	'stockLevel.remove': ({ stock }) => stock.remove,
	'warehouse.create': ({ warehouses }) => warehouses.create,
	'warehouse.update': ({ warehouses }) => warehouses.update,
};

describe('the registry of contracts', () => {
	it.each([
		['extensivOrderManagerApi', liveOrderManager(client).contract],
		['extensivOrderManagerOAuth2Api', liveOrderManager(client).contract],
		['extensivOAuth2Api', guideOrderManager(client).contract],
	])('%s leads to its contract', (credential, contract) => {
		expect(contractFor(credential).contract).toBe(contract);
	});

	it('no credential leads to two contracts, and no two contracts have the same name', () => {
		const credentials = CONTRACTS.flatMap((entry) => entry.credentials);
		expect(new Set(credentials).size).toBe(credentials.length);
		expect(new Set(CONTRACTS.map(({ contract }) => contract.name)).size).toBe(CONTRACTS.length);
	});

	it('names the credentials for a capability, in the order of the menu', () => {
		expect(credentialsFor('order.hold')).toEqual(['extensivOrderManagerApi', 'extensivOrderManagerOAuth2Api']);
		expect(credentialsFor('event.orderCreated')).toHaveLength(3);
	});

	it('every capability has a meaning, and every event is one', () => {
		for (const meaning of Object.values(CAPABILITIES)) expect(meaning).toMatch(/^[A-Z].*\.$/);
		for (const event of EVENTS) expect(CAPABILITIES).toHaveProperty([`event.${event}`]);
	});
});

describe.each(CONTRACTS.map((entry) => [entry.contract.name, entry] as const))('the contract %s', (_name, entry) => {
	it.each(Object.entries(PARTS))('supports %s exactly where its adapter has it', (capability, part) => {
		expect(entry.contract.supports(capability as Capability)).toBe(part(entry.connect(client)) !== undefined);
	});

	it('can be asked for statuses that are known', () => {
		const known = ORDER_STATUSES.map(({ status }) => status);
		expect(entry.contract.orderStatuses.filter((status) => !known.includes(status))).toEqual([]);
	});
});
