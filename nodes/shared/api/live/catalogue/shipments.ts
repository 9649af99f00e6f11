import { row } from '../../endpointRow';
import { ID, PARCELS_LISTED, RESULTS } from './confirms';
import { FIVE, paged } from './paces';

/**
 * Shipments and carriers. No source says how many parcels one registration takes; 50 keeps a refused batch cheap.
 * Labels cost money and a lost answer leaves all
 * orders of the call in doubt: 20.
 */
export const SHIPMENTS = {
	listShipments: row('listShipments', 'GET', '/v1/shipments', 'safe', 'SW TAP ESB MC', {
		pace: FIVE,
		paging: paged(20, 50),
		scope: 'read_shipments',
		timeoutMs: 120_000,
	}),
	registerShipments: row('registerShipments', 'PUT', '/v1.1/shipment/external', 'lookup', 'SW NODE GAS MC', {
		confirms: PARCELS_LISTED,
		pace: FIVE,
		batch: 50,
		scope: 'write_shipments',
		timeoutMs: 120_000,
	}),
	shipStandard: row('shipStandard', 'PUT', '/v1.1/shipment/standard', 'never', 'SW MC', {
		confirms: RESULTS,
		pace: FIVE,
		batch: 20,
		scope: 'write_shipments',
		timeoutMs: 300_000,
	}),
	// A repeat would put the pieces back on stock a second time, and without its date a shipment cannot be looked up.
	voidShipment: row('voidShipment', 'POST', '/v1/shipment/void/{shipmentId}', 'never', 'SW', {
		confirms: ID,
		pace: FIVE,
		scope: 'write_shipments',
	}),
	carriers: row('carriers', 'GET', '/v1/shipment/carriers', 'safe', 'SW TAP', { pace: FIVE, scope: 'read_shipments' }),
	shippingProviders: row('shippingProviders', 'GET', '/v1/shipment/providers', 'safe', 'SW TAP', {
		pace: FIVE,
		scope: 'read_shipments',
	}),
	shippingServices: row('shippingServices', 'GET', '/v1/shipment/services', 'safe', 'SW', {
		pace: FIVE,
		scope: 'read_shipments',
	}),
	packageTypes: row('packageTypes', 'GET', '/v1/shipment/packages', 'safe', 'SW TAP', {
		pace: FIVE,
		scope: 'read_shipments',
	}),
} as const;
