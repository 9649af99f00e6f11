import type { ApiClient } from '../../http/client';
import { customCalls } from '../customCalls';
import type { OrderManagerApi } from '../port';
import { liveAccount } from './account';
import { liveChanges } from './changes';
import { liveCarriers } from './carriers';
import { LIVE } from './catalogue';
import { FIVE_PER_SECOND, paged } from './catalogue/rateLimits';
import { liveLabels } from './labels';
import { liveListings } from './listings';
import { liveOrderFields } from './orderFields';
import { liveOrderItems } from './orderItems';
import { liveOrderLabels } from './orderLabels';
import { liveOrderSearch } from './orderSearch';
import { liveOrders } from './orders';
import { liveSalesChannels, liveWarehouses } from './places';
import { liveProductFields } from './productFields';
import { liveProductLabels } from './productLabels';
import { liveProducts } from './products';
import { liveShipments } from './shipments';
import { liveStock } from './stock';
import { liveStockLocations } from './stockLocations';
import { liveStockRecords } from './stockRecords';

/** A read that needs nothing but a token. */
export const LIVE_PROBE = LIVE.companyInfo.path;

/** Order Manager through its live API. */
export const liveOrderManager = (client: ApiClient): OrderManagerApi => ({
	contract: 'live',
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
	// 20 is the smallest default of its lists.
	custom: customCalls(client, LIVE, { paging: paged(20, 1000), rateLimit: FIVE_PER_SECOND }),
});
