import { money, type Money, type Shipment } from '../model/common';
import { productInfo } from '../model/product';
import type { Order, OrderItem } from '../model/order';
import { isoOrNull, isoSeconds } from './clock';
import { stockView } from './stockView';
import type { Store } from './store';

/** Keys of the read shape that stay at their default unless the order's `extra` says otherwise. */
export const ORDER_DEFAULTS = {
	orderType: 'STANDARD',
	subscription: false,
	pos: false,
	relatedOrderIds: [],
	amzFbaShipmentId: null,
	shipByDate: null,
	receiveByDate: null,
	holdUntilDate: null,
	addressType: 'UNKNOWN',
	paymentType: null,
	requestedShippingService: null,
	length: null,
	width: null,
	height: null,
	weight: null,
	deliveryConfirmation: 'NO_CONFIRMATION',
	insuranceProvider: 'NO_INSURANCE_PROVIDER',
	includeReturnLabel: false,
	saturdayDelivery: false,
	nonMachinable: false,
	showPostage: false,
	doNotPrepayPostage: false,
	releaseWithoutSignature: false,
	containsAlcohol: false,
	containsDryIce: false,
	dryIceWeight: null,
	billDutiesToPayor: false,
	customShipBillingOption: 'BILL_SHIPPING_TO_MY_ACCOUNT',
	customShipBilling: null,
	internationalNonDeliveryAction: null,
	customsDeclarationType: 'NO_CUSTOMS_DECLARATION',
	customsDeclarationItems: [],
	orderCustomsDocuments: [],
	orderCartonIds: [],
	internalNotes: null,
	notesFromBuyer: null,
	notesToBuyer: null,
	gift: false,
	giftMessage: null,
	customField1: null,
	customField2: null,
	customField3: null,
	fraudAnalysis: null,
	cancelReason: null,
	suppressChannelUpdate: false,
};

export function itemTotal(order: Order): number {
	return order.items.reduce((sum, item) => sum + item.unitPrice.amount * item.quantity, 0);
}

function itemView(item: OrderItem, order: Order, store: Store): unknown {
	const product = item.productId === null ? undefined : store.catalog.products.get(item.productId);
	const picked = order.allocations
		.map(({ productStockId }) => store.stockroom.stocks.get(productStockId))
		.filter((stock) => stock !== undefined && stock.productId === item.productId);
	return {
		orderItemId: item.orderItemId,
		listingSku: item.listingSku,
		listingName: item.listingName,
		product: product ? productInfo(product) : null,
		quantityOrdered: item.quantity,
		unitPrice: item.unitPrice,
		tax: item.tax,
		discount: item.discount,
		notes: item.notes,
		purchaseOrderItemNumber: null,
		pickingStocks: picked.map((stock) => ({ productStock: stockView(stock!, store) })),
		brokenDown: false,
		fulfilled: item.fulfilled,
	};
}

function variablePart(order: Order, store: Store): Record<string, unknown> {
	const { shipTo } = order;
	const shipments = order.shipmentIds
		.map((id) => store.book.shipments.get(id))
		.filter((shipment): shipment is Shipment => shipment !== undefined);
	const warehouse = order.warehouseId === null ? undefined : store.warehouses.get(order.warehouseId);
	const zero: Money = money(0, order.currency);
	const items = money(itemTotal(order), order.currency);
	return {
		orderId: order.orderId,
		orderNumber: order.orderNumber,
		orderStatus: order.orderStatus,
		unresolvedStatus: order.unresolvedStatus,
		external: order.external,
		orderDate: isoSeconds(order.ordered),
		createdDate: isoSeconds(order.created),
		modifiedDate: isoSeconds(order.modified),
		paymentDate: isoOrNull(order.paid),
		shipDate: isoOrNull(order.shipped),
		salesChannel: store.salesChannels.get(order.salesChannelId) ?? null,
		customer: {
			customerId: order.customerId,
			name: shipTo.shipName,
			companyName: shipTo.shipCompany,
			emailAddresses: shipTo.shipEmail ? [shipTo.shipEmail] : [],
		},
		...shipTo,
		currency: order.currency,
		orderTotal: items,
		orderItemTotal: items,
		shippingCost: zero,
		discount: zero,
		insuranceCost: zero,
		insuredValue: zero,
		confirmationCost: zero,
		amountPaid: order.paid === null ? zero : ((order.extra['orderTotal'] as Money | undefined) ?? items),
		fulfillmentSource: warehouse ? { warehouseId: warehouse.warehouseId, name: warehouse.name } : null,
		shipMethod: order.shipMethod,
		shipment: shipments[0] ?? null,
		shipments: shipments.map((shipment) => ({
			trackingNumbers: shipment.trackingNumber ? [shipment.trackingNumber] : [],
			items: order.items.map((item) => ({ listingSku: item.listingSku, quantity: item.quantity })),
		})),
		labels: order.labels,
		orderItems: order.items.map((item) => itemView(item, order, store)),
	};
}

/** An order in the read shape of the live contract: every key is there, absent values are null. */
export function orderView(order: Order, store: Store): Record<string, unknown> {
	return { ...ORDER_DEFAULTS, ...variablePart(order, store), ...order.extra };
}
