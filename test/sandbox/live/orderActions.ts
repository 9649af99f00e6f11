import type { Call, Handlers } from '../http/call';
import { Reply, badField, notFound, Problem } from '../http/problem';
import type { ShipMethod } from '../model/common';
import type { Order, ShipTo } from '../model/order';
import { timeOrNull, isoSeconds } from '../store/clock';
import { OPEN_STATUSES, allocate } from '../store/fulfilment';
import { bulk, REFUSE_ME, RowError, singleId, type ValidationDetail } from './bulk';
import { checkCountry, pick, shipMethodOf } from './orderCreate';
import { orderById } from './orderQueries';

interface OrderIdentifier {
	orderId?: number | null;
	orderNumber?: string | null;
	salesChannelId?: number | null;
}

interface PostOrder extends Partial<ShipTo> {
	orderIdentifier?: OrderIdentifier | null;
	paymentDate?: string | null;
	fulfillmentSource?: { warehouseId: number } | null;
	shipMethod?: Partial<ShipMethod> | null;
	[field: string]: unknown;
}

const SHIP_TO = [
	'shipName',
	'shipCompany',
	'shipPhone',
	'shipAddress1',
	'shipAddress2',
	'shipAddress3',
	'shipCity',
	'shipState',
	'shipZipCode',
	'shipCountry',
] as const;
const KEPT = [
	'amountPaid',
	'billDutiesToPayor',
	'containsAlcohol',
	'containsDryIce',
	'customField1',
	'customField2',
	'customField3',
	'customShipBilling',
	'customShipBillingOption',
	'deliveryConfirmation',
	'gift',
	'giftMessage',
	'height',
	'includeReturnLabel',
	'insuranceProvider',
	'internalNotes',
	'length',
	'nonMachinable',
	'receiveByDate',
	'releaseWithoutSignature',
	'saturdayDelivery',
	'shipByDate',
	'showPostage',
	'weight',
	'width',
] as const;
const CLOSED = new Set(['SHIPPED', 'CANCELLED', 'PROCESSED_OUTSIDE_OF_SKUBANA']);
const EXPORTABLE = new Set(['AWAITING_3PL_EXPORT', 'AWAITING_DROPSHIP']);
const EXPORT_LIMIT = 500;

/** The order an identifier means: by id, or by number within a channel. Of several with one number the oldest. */
export function identify(call: Call, identifier: OrderIdentifier | null | undefined): Order {
	const { book } = call.store;
	const { orderId, orderNumber, salesChannelId } = identifier ?? {};
	if (orderId) {
		const order = book.orders.get(orderId);
		if (!order) throw new RowError('orderIdentifier.orderId', `There is no order ${orderId}`, orderId);
		return order;
	}
	if (!orderNumber || !salesChannelId)
		throw new RowError('orderIdentifier', 'orderIdentifier needs orderId, or orderNumber and salesChannelId');
	const order = book.numbered(orderNumber, salesChannelId)[0];
	if (!order)
		throw new RowError(
			'orderIdentifier.orderNumber',
			`There is no order ${orderNumber} in sales channel ${salesChannelId}`,
			orderNumber,
		);
	return order;
}

function checkUpdate(call: Call, row: PostOrder, index: number): Order {
	const order = identify(call, row.orderIdentifier);
	if (CLOSED.has(order.orderStatus))
		throw new RowError(
			'orderIdentifier',
			`Order ${order.orderNumber} is ${order.orderStatus} and cannot be changed`,
			order.orderId,
		);
	if (row.shipCountry || row.shipState)
		checkCountry(call, row.shipCountry ?? order.shipTo.shipCountry, row.shipState ?? order.shipTo.shipState, index);
	const source = row.fulfillmentSource;
	if (source && !call.store.warehouses.get(source.warehouseId))
		throw new RowError(
			'fulfillmentSource.warehouseId',
			`There is no warehouse ${source.warehouseId}`,
			source.warehouseId,
		);
	if (row.shipName === REFUSE_ME) throw new RowError('shipName', 'This row is refused as asked', order.orderNumber);
	return order;
}

function updateOrder(call: Call, row: PostOrder, index: number): unknown {
	const order = checkUpdate(call, row, index);
	const { book } = call.store;
	const shipMethod = row.shipMethod ? shipMethodOf(row.shipMethod) : order.shipMethod;
	book.change(order, { shipTo: { ...order.shipTo, ...pick(row, SHIP_TO) }, shipMethod }, pick(row, KEPT));
	const source = row.fulfillmentSource?.warehouseId;
	const paid = timeOrNull(row.paymentDate);
	if (paid !== null) order.paid = paid;
	if (source) {
		book.release(order, false);
		order.warehouseId = source;
	}
	if ((paid !== null && order.orderStatus === 'AWAITING_PAYMENT') || source) allocate(order, call.store);
	return { orderId: order.orderId, orderNumber: order.orderNumber };
}

/** The orders named in the query of cancel and onhold: a channel is needed, and ids or numbers. */
function namedOrders(call: Call): Order[] {
	const { book, salesChannels } = call.store;
	const channel = call.query.number('salesChannelId') ?? 0;
	if (!salesChannels.get(channel)) throw badField(422, 'salesChannelId', `There is no sales channel ${channel}`);
	const ids = call.query.numbers('orderId');
	const numbers = call.query.texts('orderNumber');
	if (ids.length === 0 && numbers.length === 0) throw badField(422, 'orderId', 'orderId or orderNumber is required');
	const byId = ids.map((id) => {
		const order = book.orders.get(id);
		if (!order || order.salesChannelId !== channel) throw notFound(`Order of sales channel ${channel}`, id);
		return order;
	});
	const byNumber = numbers.flatMap((number) => {
		const orders = book.numbered(number, channel);
		if (orders.length === 0) throw notFound(`Order of sales channel ${channel}`, number);
		return orders;
	});
	return [...new Set([...byId, ...byNumber])];
}

function cancel(call: Call): unknown {
	const orders = namedOrders(call);
	for (const order of orders)
		if (!OPEN_STATUSES.has(order.orderStatus))
			throw new Problem(422, `Order ${order.orderNumber} is ${order.orderStatus} and cannot be cancelled`);
	const cancelReason = {
		type: call.query.text('cancelReasonType') ?? null,
		details: call.query.text('cancelReason') ?? null,
	};
	for (const order of orders) {
		call.store.book.release(order, false);
		call.store.book.change(order, { orderStatus: 'CANCELLED' }, { cancelReason });
	}
	return singleId(orders[0]!.orderId);
}

function hold(call: Call): unknown {
	const orders = namedOrders(call);
	const until = call.query.time('holdUntil') ?? call.store.now();
	for (const order of orders)
		if (!OPEN_STATUSES.has(order.orderStatus))
			throw new Problem(422, `Order ${order.orderNumber} is ${order.orderStatus} and cannot be put on hold`);
	for (const order of orders) {
		call.store.book.release(order, false);
		call.store.book.change(order, { orderStatus: 'ON_HOLD' }, { holdUntilDate: isoSeconds(until) });
	}
	return singleId(orders[0]!.orderId);
}

function restore(call: Call): Reply {
	const response = bulk(call.body as number[], (id) => {
		const order = call.store.book.orders.get(id);
		if (!order) throw new RowError('orderId', `There is no order ${id}`, id);
		if (order.orderStatus !== 'ON_HOLD' && order.orderStatus !== 'CANCELLED')
			throw new RowError(
				'orderId',
				`Order ${order.orderNumber} is ${order.orderStatus}; only ON_HOLD and CANCELLED orders are restored`,
				id,
			);
		call.store.book.change(order, {}, { cancelReason: null, holdUntilDate: null });
		allocate(order, call.store);
		return { orderId: id };
	});
	return new Reply(response.errors.length > 0 ? 201 : 200, response);
}

function sendToFulfillment(call: Call): unknown {
	const { query, store } = call;
	const ids = query.numbers('orderId');
	const numbers = query.texts('orderNumber');
	const channel = query.id('salesChannelId');
	const warehouse = query.id('warehouseId');
	const isNamed = ids.length > 0 || numbers.length > 0;
	const named = [
		...ids.map((id) => store.book.orders.get(id)),
		...numbers.flatMap((number) => store.book.numbered(number, channel)),
	];
	const errors: ValidationDetail[] = [];
	const ready: Order[] = [];
	const pool = isNamed ? named : store.book.orders.rows.filter((order) => EXPORTABLE.has(order.orderStatus));
	pool.forEach((order, at) => {
		if (
			order &&
			EXPORTABLE.has(order.orderStatus) &&
			(!warehouse || order.warehouseId === warehouse) &&
			(!channel || order.salesChannelId === channel)
		)
			ready.push(order);
		else if (isNamed)
			errors.push({
				errorCode: 'SBX000',
				fieldName: 'orderId',
				identifier: order?.orderId ?? null,
				userIdentifier: order?.orderNumber ?? null,
				index: at + 1,
				message: 'The order is not waiting for an export',
				severity: 'CRITICAL',
			});
	});
	const sent = ready.slice(0, EXPORT_LIMIT);
	const batchNumber = store.book.newBatchNumber();
	for (const order of sent) store.book.change(order, { orderStatus: 'PENDING_FULFILLMENT' });
	const orders = sent.map((order) => ({
		order: { orderId: order.orderId, orderNumber: order.orderNumber, salesChannelId: order.salesChannelId },
		shipment: null,
		status: 'PENDING',
		processingMessage: null,
		orderBatchNumber: batchNumber,
	}));
	const orderBatch = {
		batchNumber,
		created: isoSeconds(store.now()),
		failedCount: errors.length,
		orders,
		printedDate: null,
		processedCount: sent.length,
		shippedDate: null,
	};
	return {
		message: 'Success',
		results: sent.map((order) => order.orderId),
		errors,
		ordersRemaining: ready.length > sent.length,
		orderBatch,
	};
}

function setNotes(call: Call): unknown {
	const body = call.body as { orderId: number } & Record<string, unknown>;
	const order = orderById(call, body.orderId);
	call.store.book.change(order, {}, pick(body, ['internalNotes', 'notesFromBuyer', 'notesToBuyer']));
	return singleId(order.orderId);
}

export const orderActionHandlers: Handlers = {
	'orders.update': (call) => bulk(call.body as PostOrder[], (row, index) => updateOrder(call, row, index)),
	'orders.validate': (call) => bulk(call.body as PostOrder[], (row, index) => checkUpdate(call, row, index)).errors,
	'orders.cancel': cancel,
	'orders.hold': hold,
	'orders.restore': restore,
	'orders.sendToFulfillment': sendToFulfillment,
	'orders.notes.update': setNotes,
};
