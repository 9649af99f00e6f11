import type { Order } from '../model/order';
import type { Warehouse } from '../model/common';
import { timeOrNull } from './clock';
import type { Store } from './store';

const STATUS_BY_WAREHOUSE: Record<string, string> = {
	THIRD_PARTY_LOGISTICS: 'AWAITING_3PL_EXPORT',
	DROPSHIP_VENDOR: 'AWAITING_DROPSHIP',
};

/** Statuses from which an order can be shipped, cancelled or put on hold. */
export const OPEN_STATUSES = new Set([
	'UNRESOLVED',
	'AWAITING_PAYMENT',
	'AWAITING_SHIPMENT',
	'AWAITING_MC_FULFILLMENT',
	'AWAITING_3PL_EXPORT',
	'AWAITING_DROPSHIP',
	'PENDING_FULFILLMENT',
	'ON_HOLD',
	'SKU_UNPROCESSED',
]);

/** Assumed routing: the active warehouse that serves the state, else the one with the best international rank. */
export function chooseSource(store: Store, state: string | null): Warehouse | undefined {
	const usable = store.warehouses.rows.filter(
		(warehouse) =>
			warehouse.active && (warehouse.type === 'DIRECT_FULFILLMENT' || warehouse.type === 'THIRD_PARTY_LOGISTICS'),
	);
	const serving = state ? usable.find((warehouse) => warehouse.stateAllocations.includes(state)) : undefined;
	return serving ?? usable.sort((a, b) => (a.internationalRank ?? 99) - (b.internationalRank ?? 99))[0];
}

/** The status an order has from its own data: unpaid, unknown listing, outside, held, or waiting for its source to ship. */
function statusOf(order: Order, store: Store): string {
	const heldUntil = timeOrNull(order.extra['holdUntilDate'] as string | undefined);
	if (order.external) return 'PROCESSED_OUTSIDE_OF_SKUBANA';
	if (order.paid === null) return 'AWAITING_PAYMENT';
	if (order.items.some((item) => item.productId === null)) return 'UNRESOLVED';
	if (heldUntil !== null && heldUntil > store.now()) return 'ON_HOLD';
	const type = order.warehouseId === null ? undefined : store.warehouses.get(order.warehouseId)?.type;
	return (type && STATUS_BY_WAREHOUSE[type]) ?? 'AWAITING_SHIPMENT';
}

/** Works out source, status and allocations anew (after creation, payment, restore, change of items or source). */
export function allocate(order: Order, store: Store): void {
	store.book.release(order, false);
	const isKnown = order.items.every((item) => item.productId !== null);
	order.unresolvedStatus = isKnown ? 'RESOLVED' : 'MISSING_PRODUCT_INFO';
	if (!isKnown) order.warehouseId = null;
	else if (order.warehouseId === null)
		order.warehouseId = chooseSource(store, order.shipTo.shipState)?.warehouseId ?? null;
	order.orderStatus = statusOf(order, store);
	if (order.orderStatus.startsWith('AWAITING_') && order.orderStatus !== 'AWAITING_PAYMENT') store.book.allocate(order);
}
