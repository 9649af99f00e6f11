import type { ApiClient } from '../../http/client';
import type { OrderManager } from '../port';
import { guideOrders } from './orders';
import { guideStock, guideWarehouses } from './stock';

/** Order Manager through the guide's contract. */
export const guideOrderManager = (client: ApiClient): OrderManager => ({
	contract: 'guide',
	orders: guideOrders(client),
	stock: guideStock(client),
	warehouses: guideWarehouses(client),
});
