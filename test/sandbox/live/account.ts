import { pathId, type Handlers } from '../http/call';
import { notFound } from '../http/problem';
import { COMPANY_ID } from '../oauth/routes';
import { addressOf } from '../seed/address';

/** Figures told when no quota is set for an operation. Invented: the vendor's own are not published. */
const UNLIMITED = { burst: 1000, perSecond: 1000 };
const APP_ID = 9999;

const address = addressOf(7000, '1 Example Plaza', 'Reno', 'NV', '89501');
const COMPANY = {
	companyId: COMPANY_ID,
	name: 'Northwind Outdoor LLC',
	status: 'ACTIVE',
	countryOfOperation: 'USA',
	contactName: 'Robin Planner',
	contactEmail: 'robin@example.com',
	contactPhone: '555-0101',
	address,
	billingAddress: address,
};

export const placeHandlers: Handlers = {
	'warehouses.list': ({ store }) => store.warehouses.rows,
	'warehouses.get': (call) => {
		const id = pathId(call, 'id');
		const warehouse = call.store.warehouses.get(id);
		if (!warehouse) throw notFound('Warehouse', id);
		return warehouse;
	},
	'salesChannels.list': ({ store, query }) =>
		query.flag('includeInactive')
			? store.salesChannels.rows
			: store.salesChannels.rows.filter((channel) => channel.active),
	'global.companyInfo': () => COMPANY,
	'global.throttleLimits': ({ service }) =>
		service.live.endpoints.map(({ method, path }) => {
			const rule =
				service.quotas.rules.find((quota) => quota.method.toUpperCase() === method && quota.path === path) ?? UNLIMITED;
			const throttleConfig = {
				appId: APP_ID,
				companyId: COMPANY_ID,
				quotaMaxRequest: rule.burst,
				quotaRestoreRate: rule.perSecond,
				quotaMaxRequestHourly: rule.burst + rule.perSecond * 3600,
			};
			return { requestMethod: method, requestPath: path, notes: null, throttleConfig };
		}),
};
