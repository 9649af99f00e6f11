import type { Order } from '../../shared/domain/order/order';
import { lifecycleOf } from '../../shared/domain/order/orderStatus';
import type { FilterName, Filters } from '../settings';
import { datedEvent, hasSku, passes } from './dated';

const ORDER_FILTERS: readonly FilterName[] = ['salesChannelId', 'warehouseId', 'statuses', 'skus'];

const fits = (order: Order, { salesChannelId, warehouseId, statuses, skus }: Filters): boolean =>
	passes(salesChannelId, order.salesChannel?.id) &&
	passes(warehouseId, order.warehouse?.id) &&
	(!statuses || statuses.includes(order.status)) &&
	hasSku(
		skus,
		order.lines.flatMap(({ sku, productSku }) => [sku, productSku]),
	);

export const orderCreated = datedEvent<Order>({
	name: 'orderCreated',
	record: 'order',
	feed: ({ ordersCreated }) => ordersCreated,
	kind: { is: 'birth' },
	filters: ORDER_FILTERS,
	fits,
});

export const orderUpdated = datedEvent<Order>({
	name: 'orderUpdated',
	record: 'order',
	feed: ({ ordersModified }) => ordersModified,
	kind: { is: 'version', creations: 'orderCreated' },
	filters: ORDER_FILTERS,
	fits,
});

export const orderStatusChanged = datedEvent<Order>({
	name: 'orderStatusChanged',
	record: 'order',
	feed: ({ ordersModified }) => ordersModified,
	kind: {
		is: 'transition',
		valueOf: ({ status }) => status,
		shown: (status) => ({ status, lifecycle: lifecycleOf(status) }),
		// The status before an order was first seen is unknown: it may be the one that the user waits for.
		counts: (previous, current, { fromStatuses, toStatuses }) =>
			(!fromStatuses || previous === undefined || fromStatuses.includes(previous)) &&
			(!toStatuses || toStatuses.includes(current)),
	},
	filters: ['salesChannelId', 'warehouseId', 'skus'],
	fits,
});
