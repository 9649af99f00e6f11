import type { Call, Handlers } from '../http/call';
import { Reply, badField, notFound, Problem } from '../http/problem';
import { money, type Money } from '../model/common';
import { productInfo } from '../model/product';
import type { Rma, RmaItem } from '../model/supply';
import { isoSeconds } from '../store/clock';
import { pageOf } from '../store/table';

interface PutRma {
	orderId?: number | null;
	warehouseId?: number | null;
	rmaNumber?: string | null;
	notes?: string | null;
	issueDate?: string | null;
	inStoreReturn?: boolean | null;
	forwardToEmail?: string | null;
	generateShippingLabels?: boolean | null;
	trackingNumber?: string | null;
	length?: number | null;
	width?: number | null;
	height?: number | null;
	lbs?: number | null;
	oz?: number | null;
	insuredValue?: Money | null;
	insuranceCost?: Money | null;
	confirmationCost?: Money | null;
	items: Array<{
		orderItemId?: number | null;
		returnedQuantity?: number | null;
		type?: string | null;
		action?: string | null;
		reason?: string | null;
		lossToSeller?: Money | null;
	}>;
}

function list(call: Call): Rma[] {
	const { query, store } = call;
	const { book } = store;
	const from = query.time('createdFromDate') ?? Number.NEGATIVE_INFINITY;
	const to = query.time('createdToDate') ?? Number.POSITIVE_INFINITY;
	const ids = query.numbers('rmaId');
	const numbers = query.texts('rmaNumber');
	const orderIds = query.numbers('orderId');
	const orderNumbers = query.texts('orderNumber');
	const channel = query.id('salesChannelId');
	const texts = {
		returner: query.text('returner'),
		city: query.text('city'),
		state: query.text('state'),
		country: query.text('country'),
		tracking: query.text('trackingNumber'),
	};
	return pageOf(store.rmas.rows, call.page, call.limit, (rma) => {
		const time = Date.parse(rma.issueDate);
		const shipment = rma.shipmentId === null ? undefined : book.shipments.get(rma.shipmentId);
		const order = book.orders.get(rma.items[0]?.rmaOrderItem?.orderId ?? 0);
		return (
			time >= from &&
			time <= to &&
			(ids.length === 0 || ids.includes(rma.rmaId)) &&
			(numbers.length === 0 || numbers.includes(rma.rmaNumber)) &&
			(orderIds.length === 0 || (order !== undefined && orderIds.includes(order.orderId))) &&
			(orderNumbers.length === 0 || (order !== undefined && orderNumbers.includes(order.orderNumber))) &&
			(!channel || order?.salesChannelId === channel) &&
			(texts.returner === undefined || order?.shipTo.shipName === texts.returner) &&
			(texts.city === undefined || order?.shipTo.shipCity === texts.city) &&
			(texts.state === undefined || order?.shipTo.shipState === texts.state) &&
			(texts.country === undefined || order?.shipTo.shipCountry === texts.country) &&
			(texts.tracking === undefined || shipment?.trackingNumber === texts.tracking)
		);
	});
}

/** One RMA with its return shipment. Every item must belong to the order and to nothing bigger than what was ordered. */
function create(call: Call, row: PutRma): Rma {
	const { store } = call;
	const { book } = store;
	const itemIds = row.items.map((item) => item.orderItemId ?? 0);
	const order = row.orderId
		? book.orders.get(row.orderId)
		: book.orders.rows.find((known) => known.items.some((item) => item.orderItemId === itemIds[0]));
	if (!order) throw new Problem(422, `There is no order ${String(row.orderId)}`);
	if (row.items.length === 0) throw badField(422, 'items', 'An RMA needs at least one item');
	if (order.orderStatus !== 'SHIPPED')
		throw new Problem(422, `Order ${order.orderNumber} is ${order.orderStatus}; only shipped orders are returned`);
	const warehouse = store.warehouses.get(row.warehouseId ?? order.warehouseId ?? 0);
	const rmaId = store.rmas.newId();
	const items = row.items.map((given): RmaItem => {
		const item = order.items.find(({ orderItemId }) => orderItemId === given.orderItemId);
		if (!item)
			throw badField(422, 'items.orderItemId', `Order ${order.orderNumber} has no item ${String(given.orderItemId)}`);
		if ((given.returnedQuantity ?? 0) > item.quantity)
			throw badField(422, 'items.returnedQuantity', `At most ${item.quantity} can be returned`);
		const product = item.productId === null ? undefined : store.catalog.products.get(item.productId);
		return {
			rmaItemId: store.newRmaItemId(),
			rmaId,
			type: given.type ?? null,
			action: given.action ?? null,
			reason: given.reason ?? null,
			returnedQuantity: given.returnedQuantity ?? null,
			lossToSeller: given.lossToSeller ?? null,
			rmaOrderItem: {
				orderId: order.orderId,
				listingSku: item.listingSku,
				quantityOrdered: item.quantity,
				product: product ? productInfo(product) : null,
			},
		};
	});
	const now = isoSeconds(store.now());
	const shipment = book.shipments.add({
		...book.shipments.get(order.shipmentIds[0] ?? 0)!,
		shipmentId: book.shipments.newId(),
		type: 'RETURN',
		created: now,
		shipDate: now,
		warehouseId: warehouse?.warehouseId ?? null,
		trackingNumber: row.generateShippingLabels
			? `1ZRMA${String(rmaId).padStart(13, '0')}`
			: (row.trackingNumber ?? null),
		rma: rmaId,
	});
	return store.rmas.add({
		rmaId,
		rmaNumber: row.rmaNumber || `RMA-${rmaId}`,
		shipmentId: shipment.shipmentId,
		issueDate: row.issueDate ?? now,
		notes: row.notes ?? null,
		inStoreReturn: row.inStoreReturn ?? false,
		forwardToEmail: row.forwardToEmail ?? null,
		returnsLocation: warehouse?.returnsLocation ?? null,
		shippingLabelUrls: [],
		deliveryConfirmation: 'NO_CONFIRMATION',
		insuranceProvider: 'NO_INSURANCE_PROVIDER',
		insuredValue: row.insuredValue ?? money(0),
		insuranceCost: row.insuranceCost ?? money(0),
		confirmationCost: row.confirmationCost ?? money(0),
		length: row.length ?? null,
		width: row.width ?? null,
		height: row.height ?? null,
		weight: row.lbs || row.oz ? (row.lbs ?? 0) * 16 + (row.oz ?? 0) : null,
		items,
	});
}

/** 200 with all, 201 with only some of them. When none can be made the call is refused, naming the first reason (assumed). */
function createAll(call: Call): Reply {
	const made: Rma[] = [];
	let refusal: Problem | undefined;
	(call.body as PutRma[]).forEach((row, index) => {
		try {
			made.push(create(call, row));
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			refusal ??= new Problem(
				error.status,
				error.message,
				error.complaints.map((complaint) => ({ ...complaint, index })),
			);
		}
	});
	if (refusal && made.length === 0) throw refusal;
	return new Reply(refusal ? 201 : 200, made);
}

function updateNotes(call: Call): RmaItem[] {
	const body = call.body as { rmaId?: number | null; notes?: string | null };
	const rma = call.store.rmas.get(body.rmaId ?? 0);
	if (!rma) throw notFound('RMA', body.rmaId);
	rma.notes = body.notes ?? rma.notes;
	return rma.items;
}

function markReceived(call: Call): Rma[] {
	const rmas = (call.body as number[]).map((id) => {
		const rma = call.store.rmas.get(id);
		if (!rma) throw notFound('RMA', id);
		return rma;
	});
	for (const rma of rmas) {
		const shipment = rma.shipmentId === null ? undefined : call.store.book.shipments.get(rma.shipmentId);
		if (shipment) Object.assign(shipment, { received: isoSeconds(call.store.now()), deliveryStatus: 'DELIVERED' });
	}
	return rmas;
}

export const rmaHandlers: Handlers = {
	'rmas.list': list,
	'rmas.create': createAll,
	'rmas.updateNotes': updateNotes,
	'rmas.markReceived': markReceived,
};
