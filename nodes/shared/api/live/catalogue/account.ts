import { row } from '../../../http/endpoint';
import { LOOKED_UP, OWN_ID } from './confirms';
import { FIVE_PER_SECOND } from './rateLimits';

/** Warehouses, sales channels and the account. */
export const ACCOUNT = {
	companyInfo: row('companyInfo', 'GET', '/v1/companyinfo', 'retry', 'SW TAP', { rateLimit: FIVE_PER_SECOND }),
	salesChannels: row('salesChannels', 'GET', '/v1/saleschannels', 'retry', 'SW TAP ESB', {
		rateLimit: FIVE_PER_SECOND,
	}),
	warehouses: row('warehouses', 'GET', '/v1/warehouses', 'retry', 'SW TAP SV', { rateLimit: FIVE_PER_SECOND }),
	warehouse: row('warehouse', 'GET', '/v1/warehouse/{id}', 'retry', 'SW ESB', { rateLimit: FIVE_PER_SECOND }),
	createWarehouse: row('createWarehouse', 'PUT', '/v1/warehouses', 'reconcile', 'SW', {
		confirms: LOOKED_UP,
		rateLimit: FIVE_PER_SECOND,
	}),
	updateWarehouse: row('updateWarehouse', 'POST', '/v1/warehouses', 'retry', 'SW', {
		confirms: OWN_ID,
		rateLimit: FIVE_PER_SECOND,
	}),
	throttleLimits: row('throttleLimits', 'GET', '/v1/throttlelimits', 'retry', 'SW', { rateLimit: FIVE_PER_SECOND }),
} as const;
