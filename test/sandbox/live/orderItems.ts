import { pathId, type Call, type Handlers } from '../http/call';
import { badField, notFound, Problem } from '../http/problem';
import { money, type Money } from '../model/common';
import type { Order } from '../model/order';
import { allocate } from '../store/fulfilment';
import { newItem } from '../store/placeOrder';
import { orderById } from './orderQueries';

/** Channels whose orders can have their items edited. Which types these are is not documented: assumed. */
const EDITABLE_CHANNELS = new Set(['CUSTOM', 'SKUBANA']);
const CLOSED = new Set(['SHIPPED', 'CANCELLED', 'PENDING_FULFILLMENT', 'PROCESSED_OUTSIDE_OF_SKUBANA']);

interface PutOrderItem {
	listingSku: string;
	listingName: string;
	quantityOrdered: number;
	unitPrice: Money;
	tax: Money;
	discount?: Money | null;
	notes?: string | null;
}

interface PostOrderItem {
	orderItemId: number;
	quantity?: number | null;
	unitPrice?: Money | null;
	discount?: Money | null;
	notes?: string | null;
}

function editableOrder(call: Call): Order {
	const order = orderById(call, pathId(call, 'orderId'));
	const type = call.store.salesChannels.get(order.salesChannelId)?.type ?? '';
	if (!EDITABLE_CHANNELS.has(type)) throw new Problem(400, `Items of ${type} orders cannot be edited`);
	if (CLOSED.has(order.orderStatus))
		throw new Problem(400, `Order ${order.orderNumber} is ${order.orderStatus} and cannot be edited`);
	return order;
}

function finish(call: Call, order: Order, items: Order['items'], orderItemIds: number[]): unknown {
	call.store.book.change(order, { items });
	allocate(order, call.store);
	return {
		message: 'Success',
		results: {
			orderId: order.orderId,
			orderItemIds,
			orderItemTotal: money(
				items.reduce((sum, item) => sum + item.unitPrice.amount * item.quantity, 0),
				order.currency,
			),
		},
		errors: [],
	};
}

function addItems(call: Call): unknown {
	const order = editableOrder(call);
	const added = (call.body as PutOrderItem[]).map((row, at) => {
		if (row.quantityOrdered < 1)
			throw badField(400, 'quantityOrdered', 'quantityOrdered must be at least 1', at, row.quantityOrdered);
		const { listingSku, listingName, quantityOrdered: quantity, unitPrice, tax, discount, notes } = row;
		return newItem(
			call.store,
			order.salesChannelId,
			{ listingSku, listingName, quantity, unitPrice, tax, discount: discount ?? undefined, notes },
			order.currency,
		);
	});
	return finish(
		call,
		order,
		[...order.items, ...added],
		added.map((item) => item.orderItemId),
	);
}

function checkItems(order: Order, ids: number[]): void {
	for (const id of ids)
		if (!order.items.some((item) => item.orderItemId === id)) throw notFound(`Item of order ${order.orderNumber}`, id);
}

function updateItems(call: Call): unknown {
	const order = editableOrder(call);
	const rows = call.body as PostOrderItem[];
	checkItems(
		order,
		rows.map((row) => row.orderItemId),
	);
	const items = order.items.map((item) => {
		const row = rows.find(({ orderItemId }) => orderItemId === item.orderItemId);
		if (!row) return item;
		return {
			...item,
			quantity: row.quantity ?? item.quantity,
			unitPrice: row.unitPrice ?? item.unitPrice,
			discount: row.discount ?? item.discount,
			notes: row.notes ?? item.notes,
		};
	});
	return finish(
		call,
		order,
		items,
		rows.map((row) => row.orderItemId),
	);
}

function deleteItems(call: Call): unknown {
	const order = editableOrder(call);
	const ids = call.query.numbers('orderItemIds');
	checkItems(order, ids);
	const items = order.items.filter((item) => !ids.includes(item.orderItemId));
	if (items.length === 0) throw new Problem(400, 'An order needs at least one item');
	return finish(call, order, items, ids);
}

export const orderItemHandlers: Handlers = {
	'orders.items.add': addItems,
	'orders.items.update': updateItems,
	'orders.items.delete': deleteItems,
};
