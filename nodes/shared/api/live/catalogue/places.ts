import { row } from '../../endpointRow';
import { LOOKED_UP, OWN_ID } from './confirms';
import { FIVE } from './paces';

/** Warehouses, sales channels and the account. */
export const PLACES = {
	companyInfo: row('companyInfo', 'GET', '/v1/companyinfo', 'safe', 'SW TAP', { pace: FIVE }),
	salesChannels: row('salesChannels', 'GET', '/v1/saleschannels', 'safe', 'SW TAP ESB', { pace: FIVE }),
	warehouses: row('warehouses', 'GET', '/v1/warehouses', 'safe', 'SW TAP SV', { pace: FIVE }),
	warehouse: row('warehouse', 'GET', '/v1/warehouse/{id}', 'safe', 'SW ESB', { pace: FIVE }),
	createWarehouse: row('createWarehouse', 'PUT', '/v1/warehouses', 'lookup', 'SW', { confirms: LOOKED_UP, pace: FIVE }),
	updateWarehouse: row('updateWarehouse', 'POST', '/v1/warehouses', 'safe', 'SW', { confirms: OWN_ID, pace: FIVE }),
	throttleLimits: row('throttleLimits', 'GET', '/v1/throttlelimits', 'safe', 'SW'),
} as const;
