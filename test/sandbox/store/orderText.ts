import { productInfo } from '../model/product';
import { money, type Shipment } from '../model/common';
import type { Order, OrderItem } from '../model/order';
import { isoOrNull, isoSeconds } from './clock';
import { itemTotal, ORDER_DEFAULTS, orderView } from './orderView';
import type { Store } from './store';

const DEFAULTS_TEXT = JSON.stringify(ORDER_DEFAULTS).slice(1);

/** JSON texts of objects that many orders of a page share (products, addresses, prices). */
class SharedTexts {
	private readonly texts = new Map<object, string>();

	of<T extends object>(key: T, value: (key: T) => unknown = (same) => same): string {
		let text = this.texts.get(key);
		if (text === undefined) {
			text = JSON.stringify(value(key));
			this.texts.set(key, text);
		}
		return text;
	}
}

const quote = (text: string): string => JSON.stringify(text);
const quoteOrNull = (text: string | null): string => (text === null ? 'null' : `"${text}"`);

function itemText(item: OrderItem, store: Store, shared: SharedTexts): string {
	const product = item.productId === null ? undefined : store.catalog.products.get(item.productId);
	return (
		`{"orderItemId":${item.orderItemId},"listingSku":${quote(item.listingSku)},"listingName":${quote(item.listingName)},` +
		`"product":${product ? shared.of(product, productInfo) : 'null'},"quantityOrdered":${item.quantity},"unitPrice":${shared.of(item.unitPrice)},` +
		`"tax":${shared.of(item.tax)},"discount":${shared.of(item.discount)},"notes":${item.notes === null ? 'null' : quote(item.notes)},` +
		`"purchaseOrderItemNumber":null,"pickingStocks":[],"brokenDown":false,"fulfilled":${item.fulfilled}}`
	);
}

/** Text of an order that has nothing out of the ordinary, put together from shared pieces: several times quicker than stringify. */
function plainText(order: Order, store: Store, shared: SharedTexts): string {
	const { shipTo } = order;
	const channel = store.salesChannels.get(order.salesChannelId);
	const warehouse = order.warehouseId === null ? undefined : store.warehouses.get(order.warehouseId);
	const shipments = order.shipmentIds
		.map((id) => store.book.shipments.get(id))
		.filter((shipment): shipment is Shipment => shipment !== undefined);
	const zero = `{"amount":0,"currency":"${order.currency}"}`;
	const total = JSON.stringify(money(itemTotal(order), order.currency));
	const boxes = shipments.map((shipment) => ({
		trackingNumbers: shipment.trackingNumber ? [shipment.trackingNumber] : [],
		items: order.items.map((item) => ({ listingSku: item.listingSku, quantity: item.quantity })),
	}));
	return (
		`{"orderId":${order.orderId},"orderNumber":${quote(order.orderNumber)},"orderStatus":"${order.orderStatus}","unresolvedStatus":"${order.unresolvedStatus}",` +
		`"external":${order.external},"orderDate":"${isoSeconds(order.ordered)}","createdDate":"${isoSeconds(order.created)}","modifiedDate":"${isoSeconds(order.modified)}",` +
		`"paymentDate":${quoteOrNull(isoOrNull(order.paid))},"shipDate":${quoteOrNull(isoOrNull(order.shipped))},"salesChannel":${channel ? shared.of(channel) : 'null'},` +
		`"customer":{"customerId":${order.customerId},"name":${quote(shipTo.shipName)},"companyName":${JSON.stringify(shipTo.shipCompany)},"emailAddresses":${JSON.stringify(shipTo.shipEmail ? [shipTo.shipEmail] : [])}},` +
		`${shared.of(shipTo).slice(1, -1)},"currency":"${order.currency}","orderTotal":${total},"orderItemTotal":${total},"shippingCost":${zero},"discount":${zero},` +
		`"insuranceCost":${zero},"insuredValue":${zero},"confirmationCost":${zero},"amountPaid":${order.paid === null ? zero : total},` +
		`"fulfillmentSource":${warehouse ? shared.of(warehouse, ({ warehouseId, name }) => ({ warehouseId, name })) : 'null'},` +
		`"shipMethod":${order.shipMethod ? shared.of(order.shipMethod) : 'null'},"shipment":${JSON.stringify(shipments[0] ?? null)},"shipments":${JSON.stringify(boxes)},` +
		`"labels":${JSON.stringify(order.labels)},"orderItems":[${order.items.map((item) => itemText(item, store, shared)).join(',')}],${DEFAULTS_TEXT}`
	);
}

/** A page of orders as JSON text, equal in content to `orderView` of each. */
export function ordersText(orders: readonly Order[], store: Store): string {
	const shared = new SharedTexts();
	const texts = orders.map((order) =>
		order.allocations.length === 0 && Object.keys(order.extra).length === 0
			? plainText(order, store, shared)
			: JSON.stringify(orderView(order, store)),
	);
	return `[${texts.join(',')}]`;
}
