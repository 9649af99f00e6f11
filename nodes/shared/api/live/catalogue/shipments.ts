import { row } from '../../../http/endpoint';
import { ID, PARCELS_LISTED, RESULTS } from './confirms';
import { FIVE_PER_SECOND, paged } from './rateLimits';

/**
 * Shipments and carriers. No source says how many parcels one registration accepts; 50 keeps a refused batch cheap.
 * Labels cost money, and a lost response leaves all orders of the call in doubt: 20.
 */
export const SHIPMENTS = {
	listShipments: row('listShipments', 'GET', '/v1/shipments', 'retry', 'SW TAP ESB MC', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(20, 50),
		scope: 'read_shipments',
		timeoutMs: 120_000,
	}),
	registerShipments: row('registerShipments', 'PUT', '/v1.1/shipment/external', 'reconcile', 'SW NODE GAS MC', {
		confirms: PARCELS_LISTED,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_shipments',
		timeoutMs: 120_000,
	}),
	shipStandard: row('shipStandard', 'PUT', '/v1.1/shipment/standard', 'fail', 'SW MC', {
		confirms: RESULTS,
		rateLimit: FIVE_PER_SECOND,
		batch: 20,
		scope: 'write_shipments',
		timeoutMs: 300_000,
	}),
	// A repeat would return the items to stock twice, and without its date a shipment cannot be looked up.
	voidShipment: row('voidShipment', 'POST', '/v1/shipment/void/{shipmentId}', 'fail', 'SW', {
		confirms: ID,
		rateLimit: FIVE_PER_SECOND,
		scope: 'write_shipments',
	}),
	carriers: row('carriers', 'GET', '/v1/shipment/carriers', 'retry', 'SW TAP', {
		rateLimit: FIVE_PER_SECOND,
		scope: 'read_shipments',
	}),
	shippingProviders: row('shippingProviders', 'GET', '/v1/shipment/providers', 'retry', 'SW TAP', {
		rateLimit: FIVE_PER_SECOND,
		scope: 'read_shipments',
	}),
	shippingServices: row('shippingServices', 'GET', '/v1/shipment/services', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
		scope: 'read_shipments',
	}),
	packageTypes: row('packageTypes', 'GET', '/v1/shipment/packages', 'retry', 'SW TAP', {
		rateLimit: FIVE_PER_SECOND,
		scope: 'read_shipments',
	}),
} as const;
