import type { ApiClient } from '../../http/client';
import type { ContractAdapter } from '../common/adapter';
import { customCalls } from '../common/customCalls';
import type { OrderManagerApi } from '../ports';
import { LIVE_CONTRACT } from './contract';
import { LIVE_DIALECT } from './dialect';
import { liveAccount } from './account/company';
import { liveChanges } from './changes';
import { liveCarriers } from './shipments/carriers';
import { LIVE } from './catalogue';
import { FIVE_PER_SECOND, paged } from './catalogue/rateLimits';
import { liveHealth } from './account/health';
import { readRateLimits } from './account/rateLimits';
import { liveLabels } from './account/labels';
import { liveListings } from './listings';
import { liveOrderFields } from './orders/customFields';
import { liveOrderItems } from './orders/items';
import { liveOrderLabels } from './orders/labels';
import { liveOrderSearch } from './orders/search';
import { liveOrders } from './orders';
import { liveWarehouses } from './account/warehouses';
import { liveSalesChannels } from './account/salesChannels';
import { liveProductFields } from './products/customFields';
import { liveProductLabels } from './products/labels';
import { liveProducts } from './products';
import { liveShipments } from './shipments';
import { liveStock } from './stock/levels';
import { liveStockLocations } from './stock/locations';
import { liveStockRecords } from './stock/records';

/** Order Manager through its live API. */
export const liveOrderManager = (client: ApiClient): OrderManagerApi => ({
	contract: LIVE_CONTRACT,
	orders: liveOrders(client),
	orderItems: liveOrderItems(client),
	orderLabels: liveOrderLabels(client),
	orderFields: liveOrderFields(client),
	labels: liveLabels(client),
	stock: liveStock(client),
	stockRecords: liveStockRecords(client),
	stockLocations: liveStockLocations(client),
	products: liveProducts(client),
	productLabels: liveProductLabels(client),
	productFields: liveProductFields(client),
	listings: liveListings(client),
	warehouses: liveWarehouses(client),
	salesChannels: liveSalesChannels(client),
	shipments: liveShipments(client),
	carriers: liveCarriers(client),
	account: liveAccount(client),
	orderSearch: liveOrderSearch(client),
	changes: (options) => liveChanges(client, options),
	// 20 is the smallest default page size of its lists.
	custom: customCalls(client, LIVE, { paging: paged(20, 1000), rateLimit: FIVE_PER_SECOND }),
	health: liveHealth(client),
});

export const liveAdapter: ContractAdapter = {
	dialect: LIVE_DIALECT,
	// A read that needs only a token.
	probe: LIVE.companyInfo.path,
	connect: liveOrderManager,
	readRateLimits,
};
