import type { NodeName } from '../../../support/stage';
import type { Cases } from './case';
import { CUSTOM_CALL } from './customCall';
import { INSIGHTS } from './insights';
import { INVENTORY } from './inventory';
import { MAPPING } from './mapping';
import { ORDERS } from './orders';
import { ORDER_PARTS } from './orderParts';
import { PRODUCTS } from './products';
import { SHIPMENTS } from './shipments';
import { WAREHOUSES } from './warehouses';

/** A case for every operation of every node. */
export const CASES: Record<NodeName, Cases> = {
	extensivOrders: { ...ORDERS, ...ORDER_PARTS, ...CUSTOM_CALL },
	extensivInventory: { ...INVENTORY, ...CUSTOM_CALL },
	extensivProducts: { ...PRODUCTS, ...CUSTOM_CALL },
	extensivShipments: { ...SHIPMENTS, ...CUSTOM_CALL },
	extensivWarehouses: { ...WAREHOUSES, ...CUSTOM_CALL },
	extensivMapping: { ...MAPPING, ...CUSTOM_CALL },
	extensivInsights: { ...INSIGHTS, ...CUSTOM_CALL },
};
