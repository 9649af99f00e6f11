import type { ApiClient } from '../../http/client';
import type { OrderManager } from '../port';
import { liveOrders } from './orders';
import { liveSalesChannels, liveWarehouses } from './places';
import { liveStock } from './stock';

/** Order Manager through its live API. */
export const liveOrderManager = (client: ApiClient): OrderManager => ({
	contract: 'live',
	orders: liveOrders(client),
	stock: liveStock(client),
	warehouses: liveWarehouses(client),
	salesChannels: liveSalesChannels(client),
});
