import type { ApiClient } from '../../http/client';
import { customCalls } from '../common/customCalls';
import type { OrderManagerApi } from '../ports';
import { GUIDE, PAGED } from './catalogue';
import { guideChanges } from './changes';
import { guideOrderSearch } from './orders/search';
import { guideOrders } from './orders';
import { guideProducts } from './products';
import { guideShipments } from './shipments';
import { guideStock } from './stock/levels';
import { guideWarehouses } from './account/warehouses';

/** A read that needs nothing but a token. */
export const GUIDE_PROBE = `${GUIDE.listOrders.path}?page=1&${PAGED.sizeParameter}=1`;

/** Order Manager through the guide's contract. */
export const guideOrderManager = (client: ApiClient): OrderManagerApi => ({
	contract: 'guide',
	orders: guideOrders(client),
	stock: guideStock(client),
	products: guideProducts(client),
	warehouses: guideWarehouses(client),
	shipments: guideShipments(client),
	orderSearch: guideOrderSearch(client),
	changes: (options) => guideChanges(client, options),
	custom: customCalls(client, GUIDE, { paging: PAGED }),
});
