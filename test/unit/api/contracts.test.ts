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
const PARTS: Record<string, (manager: OrderManagerApi) => unknown> = {
	'menu/resource.account': ({ account }) => account,
	'menu/resource.carrier': ({ carriers }) => carriers,
	'menu/resource.listing': ({ listings }) => listings,
	'menu/resource.location': ({ stockLocations }) => stockLocations,
	'menu/resource.orderCustomField': ({ orderFields }) => orderFields,
	'menu/resource.orderItem': ({ orderItems }) => orderItems,
	'menu/resource.orderLabel': ({ orderLabels }) => orderLabels,
	'menu/resource.productCustomField': ({ productFields }) => productFields,
	'menu/resource.productLabel': ({ productLabels }) => productLabels,
	'menu/resource.salesChannel': ({ salesChannels }) => salesChannels,
	'menu/resource.stockRecord': ({ stockRecords }) => stockRecords,
	'menu/order.getStatuses': ({ orders }) => orders.statuses,
	'menu/order.hold': ({ orders }) => orders.hold,
	'menu/order.restore': ({ orders }) => orders.restore,
	'menu/order.sendToFulfillment': ({ orders }) => orders.sendToFulfillment,
	'menu/order.setNotes': ({ orders }) => orders.setNotes,
	'menu/order.split': ({ orders }) => orders.split,
	'menu/order.validate': ({ orders }) => orders.validate,
	'menu/product.addImage': ({ products }) => products.addImages,
	'menu/product.setCategory': ({ products }) => products.setCategories,
	'productType.variation': ({ products }) => products.attributes,
	'menu/shipment.shipStandard': ({ shipments }) => shipments.shipStandard,
	'menu/shipment.void': ({ shipments }) => shipments.void,
	'menu/stockLevel.add': ({ stock }) => stock.add,
	'menu/stockLevel.getChanges': ({ stock }) => stock.changes,
	'menu/stockLevel.remove': ({ stock }) => stock.remove,
	'menu/warehouse.create': ({ warehouses }) => warehouses.create,
	'menu/warehouse.update': ({ warehouses }) => warehouses.update,
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
		expect(credentialsFor('menu/order.hold')).toEqual(['extensivOrderManagerApi', 'extensivOrderManagerOAuth2Api']);
		expect(credentialsFor('event.orderCreated')).toHaveLength(3);
	});

	it('every capability has a meaning, and every event is one', () => {
		for (const meaning of Object.values(CAPABILITIES)) expect(meaning).toMatch(/^[A-Z].*\.$/);
		for (const event of EVENTS) expect(CAPABILITIES).toHaveProperty([`event.${event}`]);
	});
});

describe.each(CONTRACTS.map((entry) => [entry.contract.name, entry] as const))('the contract %s', (_name, entry) => {
	it.each(Object.entries(PARTS))('supports %s exactly where its adapter has it', async (capability, part) => {
		const manager = (await entry.adapter()).connect(client);
		expect(entry.contract.supports(capability as Capability)).toBe(part(manager) !== undefined);
	});

	it('can be asked for statuses that are known', () => {
		const known = ORDER_STATUSES.map(({ status }) => status);
		expect(entry.contract.orderStatuses.filter((status) => !known.includes(status))).toEqual([]);
	});
});
