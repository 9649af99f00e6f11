import type { Call, Handlers } from '../http/call';
import { badField, Problem } from '../http/problem';
import { NOTHING, type Order, type OrderItem } from '../model/order';
import { OPEN_STATUSES, allocate } from '../store/fulfilment';
import { singleId } from './bulk';
import { pick } from './orderCreate';
import { orderById } from './orderQueries';

interface SplitOrder {
	orderItems?: Array<{ listingSku: string; quantityOrdered: number }> | null;
	[field: string]: unknown;
}

/** Takes the items of one part out of what is left of the original. */
function takeItems(call: Call, left: OrderItem[], part: SplitOrder, at: number): OrderItem[] {
	const wanted = part.orderItems ?? [];
	if (wanted.length === 0) throw badField(400, `splitOrders[${at}].orderItems`, 'A part needs at least one item');
	return wanted.map(({ listingSku, quantityOrdered }) => {
		const source = left.find((item) => item.listingSku === listingSku);
		if (!source || !(quantityOrdered >= 1) || source.quantity < quantityOrdered)
			throw badField(
				400,
				`splitOrders[${at}].orderItems`,
				`The order does not have ${quantityOrdered} of ${listingSku} left`,
			);
		source.quantity -= quantityOrdered;
		return { ...source, orderItemId: call.store.book.newItemId(), quantity: quantityOrdered };
	});
}

/** Splits an order: each part becomes an order of its own (number with a suffix, assumed), the original keeps the rest. */
function split(call: Call): unknown {
	const order = orderById(call);
	const parts = (call.body as { splitOrders: SplitOrder[] }).splitOrders;
	if (!OPEN_STATUSES.has(order.orderStatus))
		throw new Problem(400, `Order ${order.orderNumber} is ${order.orderStatus} and cannot be split`);
	if (parts.length === 0) throw badField(400, 'splitOrders', 'At least one part is needed');
	const { book } = call.store;
	const left = order.items.map((item) => ({ ...item }));
	const taken = parts.map((part, at) => takeItems(call, left, part, at));
	const rest = left.filter((item) => item.quantity > 0);
	if (rest.length === 0) throw badField(400, 'splitOrders', 'The original order must keep at least one item');
	book.release(order, false);
	const ids = taken.map((items, at) => {
		const orderId = book.orders.newId();
		const extra = {
			...order.extra,
			relatedOrderIds: [order.orderId],
			...pick(parts[at]!, ['amountPaid', 'discount', 'insuredValue', 'orderTotal', 'shippingCost', 'weight']),
		};
		const made: Order = {
			...order,
			orderId,
			orderNumber: `${order.orderNumber}-${at + 2}`,
			items,
			extra,
			shipmentIds: NOTHING,
			allocations: NOTHING,
			created: call.store.now(),
			modified: call.store.now(),
		};
		allocate(made, call.store);
		book.add(made);
		return orderId;
	});
	book.change(
		order,
		{ items: rest },
		{ relatedOrderIds: [...((order.extra['relatedOrderIds'] as number[] | undefined) ?? []), ...ids] },
	);
	allocate(order, call.store);
	return singleId(order.orderId);
}

export const orderSplitHandlers: Handlers = { 'orders.split': split };
