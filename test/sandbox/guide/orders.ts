import * as countries from 'i18n-iso-countries';
import { pathId, type Call, type Handlers } from '../http/call';
import { Reply, badField, notFound, Problem } from '../http/problem';
import { money, type Money } from '../model/common';
import type { Order, ShipTo } from '../model/order';
import { isoSeconds } from '../store/clock';
import { OPEN_STATUSES } from '../store/fulfilment';
import { compareBy } from '../store/orderBook';
import { itemTotal } from '../store/orderView';
import { placeOrder } from '../store/placeOrder';
import { pageOf } from '../store/table';
import { REFUSE_ME } from '../live/bulk';

interface Address {
	name: string;
	street1: string;
	city: string;
	state?: string | null;
	postal_code: string;
	country: string;
}

type OrderExtras = Partial<
	Record<'currency' | 'shipping_method', string | null> & Record<'shipping_cost' | 'tax_total', number | null>
>;

interface NewOrder extends OrderExtras {
	order_number: string;
	items: Array<{ sku: string; quantity: number; unit_price?: number | null; tax?: number | null }>;
	shipping_address: Address;
}

const UNKNOWN_SKU = 'UNKNOWN_SKU';

/** States of the guide; whatever is neither shipped nor cancelled is pending. */
export function guideStatus(order: Order): 'pending' | 'fulfilled' | 'cancelled' {
	if (order.orderStatus === 'SHIPPED') return 'fulfilled';
	return order.orderStatus === 'CANCELLED' ? 'cancelled' : 'pending';
}

const amountOf = (value: unknown): number => (value as Money | undefined)?.amount ?? 0;

export function guideOrder(order: Order, call: Call): Record<string, unknown> {
	const { shipTo, extra } = order;
	const products = call.store.catalog.products;
	const taxes = order.items.reduce((sum, item) => sum + item.tax.amount, 0);
	return {
		id: order.orderId,
		order_number: order.orderNumber,
		status: guideStatus(order),
		created_at: isoSeconds(order.created),
		updated_at: isoSeconds(order.modified),
		currency: order.currency,
		warehouse_id: order.warehouseId,
		shipping_method: extra['requestedShippingService'] ?? null,
		shipping_cost: amountOf(extra['shippingCost']),
		tax_total: call.store.guideTaxTotals.get(order.orderId) ?? money(taxes).amount,
		items: order.items.map((item) => ({
			sku: (item.productId === null ? undefined : products.get(item.productId)?.masterSku) ?? item.listingSku,
			quantity: item.quantity,
			unit_price: item.unitPrice.amount,
			tax: item.tax.amount,
		})),
		shipping_address: {
			name: shipTo.shipName,
			street1: shipTo.shipAddress1,
			city: shipTo.shipCity,
			state: shipTo.shipState,
			postal_code: shipTo.shipZipCode,
			country: countries.alpha3ToAlpha2(shipTo.shipCountry) ?? shipTo.shipCountry,
		},
	};
}

function readAddress(address: Address): ShipTo {
	const country = /^[A-Z]{2}$/.test(address.country) ? countries.alpha2ToAlpha3(address.country) : undefined;
	if (!country)
		throw badField(
			400,
			'shipping_address.country',
			`shipping_address.country must be an ISO 3166 alpha-2 code such as US, not ${address.country}`,
		);
	if (address.country === 'US' && !address.state)
		throw badField(400, 'shipping_address.state', 'shipping_address.state is required for US');
	if (address.name === REFUSE_ME) throw badField(422, 'shipping_address.name', 'This order is refused as asked');
	return {
		shipName: address.name,
		shipCompany: null,
		shipEmail: null,
		shipPhone: null,
		shipAddress1: address.street1,
		shipAddress2: null,
		shipAddress3: null,
		shipCity: address.city,
		shipState: address.state ?? null,
		shipZipCode: address.postal_code,
		shipCountry: country,
	};
}

function readOptionalFields(body: OrderExtras, currency: string): Record<string, unknown> {
	const extra: Record<string, unknown> = {};
	if (typeof body.shipping_method === 'string') extra['requestedShippingService'] = body.shipping_method;
	if (typeof body.shipping_cost === 'number') extra['shippingCost'] = money(body.shipping_cost, currency);
	return extra;
}

/** The guide knows no sales channel: its orders come in through the first active one. */
function channelOf(call: Call): number {
	const channel = call.store.salesChannels.rows.find((row) => row.active);
	if (!channel) throw new Problem(422, 'There is no active sales channel');
	return channel.salesChannelId;
}

function createOrder(call: Call): Reply {
	const body = call.body as NewOrder;
	const shipTo = readAddress(body.shipping_address);
	if (body.items.length === 0) throw badField(422, 'items', 'An order needs at least one item');
	const currency = body.currency ?? 'USD';
	const items = body.items.map((item, at) => {
		const product = call.store.catalog.productBySku(item.sku);
		if (!product)
			throw new Problem(
				422,
				`Unknown SKU ${item.sku}`,
				[{ field: `items[${at}].sku`, message: `There is no product ${item.sku}` }],
				UNKNOWN_SKU,
			);
		if (item.quantity < 1) throw badField(422, `items[${at}].quantity`, 'quantity must be at least 1');
		return {
			listingSku: item.sku,
			listingName: product.name,
			productId: product.productId,
			quantity: item.quantity,
			// Only sums are in cents: screws cost less.
			unitPrice: { amount: item.unit_price ?? 0, currency },
			tax: money(item.tax ?? 0, currency),
		};
	});
	const order = placeOrder(call.store, {
		orderNumber: call.service.storedNumber(body.order_number),
		salesChannelId: channelOf(call),
		currency,
		paid: call.store.now(),
		shipTo,
		items,
		extra: readOptionalFields(body, currency),
	});
	if (typeof body.shipping_cost === 'number' || typeof body.tax_total === 'number') {
		const taxes = body.tax_total ?? order.items.reduce((sum, item) => sum + item.tax.amount, 0);
		order.extra = { ...order.extra, orderTotal: money(itemTotal(order) + taxes + (body.shipping_cost ?? 0), currency) };
	}
	if (typeof body.tax_total === 'number') call.store.guideTaxTotals.set(order.orderId, body.tax_total);
	call.service.noteArrival(order);
	return new Reply(201, guideOrder(order, call));
}

function orderOf(call: Call): Order {
	const order = call.store.book.orders.get(pathId(call, 'id'));
	if (!order || !call.service.shows(order, 'byId')) throw notFound('Order', call.params['id']);
	return order;
}

function updateOrder(call: Call): unknown {
	const order = orderOf(call);
	const body = call.body as Partial<NewOrder> & { status?: string | null };
	const status = guideStatus(order);
	if (status !== 'pending' && !(body.status === status && Object.keys(body).length === 1))
		throw badField(422, 'status', `Order ${order.orderNumber} is ${status} and cannot be changed`);
	if (body.status && body.status !== status && body.status !== 'cancelled')
		throw badField(422, 'status', 'status can only be set to cancelled');
	const { book } = call.store;
	if (body.order_number) book.renumber(order, body.order_number);
	const shipTo = body.shipping_address
		? {
				...order.shipTo,
				...readAddress(body.shipping_address),
				shipEmail: order.shipTo.shipEmail,
				shipPhone: order.shipTo.shipPhone,
			}
		: order.shipTo;
	if (typeof body.tax_total === 'number') call.store.guideTaxTotals.set(order.orderId, body.tax_total);
	book.change(
		order,
		{ shipTo, currency: body.currency ?? order.currency },
		readOptionalFields(body, body.currency ?? order.currency),
	);
	if (body.status === 'cancelled' && OPEN_STATUSES.has(order.orderStatus)) {
		book.release(order, false);
		book.change(order, { orderStatus: 'CANCELLED' });
	}
	return guideOrder(order, call);
}

/** Order numbers are matched exactly here (inferred). */
function listOrders(call: Call): unknown {
	const { query, store, service, page, limit } = call;
	const number = query.text('order_number');
	const status = query.text('status');
	const warehouse = query.number('warehouse_id');
	const times = (['created', 'updated'] as const).map((name) => ({
		name,
		from: query.time(`${name}_from`),
		to: query.time(`${name}_to`),
	}));
	const isFree =
		service.visibility.lists === 0 &&
		status === undefined &&
		warehouse === undefined &&
		times.every(({ from, to }) => from === undefined && to === undefined);
	const test = (order: Order): boolean =>
		service.shows(order, 'lists') &&
		(status === undefined || guideStatus(order) === status) &&
		(warehouse === undefined || order.warehouseId === warehouse) &&
		times.every(({ name, from, to }) => {
			const time = name === 'created' ? order.created : order.modified;
			return (from === undefined || time >= from) && (to === undefined || time <= to);
		});
	const rows =
		number === undefined
			? store.book.inOrder(service.ordering)
			: store.book.numbered(number).sort(compareBy(service.ordering));
	return pageOf(rows, page, limit, isFree ? undefined : test).map((order) => guideOrder(order, call));
}

export const guideOrderHandlers: Handlers = {
	'orders.create': createOrder,
	'orders.list': listOrders,
	'orders.get': (call) => guideOrder(orderOf(call), call),
	'orders.update': updateOrder,
};
