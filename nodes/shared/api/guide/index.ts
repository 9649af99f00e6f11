import type { ApiClient } from '../../http/client';
import type { ContractAdapter } from '../common/adapter';
import { customCalls } from '../common/customCalls';
import type { OrderManagerApi } from '../ports';
import { GUIDE_CONTRACT } from './contract';
import { GUIDE_DIALECT } from './dialect';
import { GUIDE, PAGED } from './catalogue';
import { guideChanges } from './changes';
import { guideOrderSearch } from './orders/search';
import { guideOrders } from './orders';
import { guideHealth } from './account/health';
import { guideProducts } from './products';
import { guideShipments } from './shipments';
import { guideStock } from './stock/levels';
import { guideWarehouses } from './account/warehouses';

/** Order Manager through the guide's contract. */
export const guideOrderManager = (client: ApiClient): OrderManagerApi => ({
	contract: GUIDE_CONTRACT,
	orders: guideOrders(client),
	stock: guideStock(client),
	products: guideProducts(client),
	warehouses: guideWarehouses(client),
	shipments: guideShipments(client),
	orderSearch: guideOrderSearch(client),
	changes: (options) => guideChanges(client, options),
	custom: customCalls(client, GUIDE, { paging: PAGED }),
	health: guideHealth(client),
});

export const guideAdapter: ContractAdapter = {
	dialect: GUIDE_DIALECT,
	// A read that needs only a token.
	probe: `${GUIDE.listOrders.path}?page=1&${PAGED.sizeParameter}=1`,
	connect: guideOrderManager,
};
