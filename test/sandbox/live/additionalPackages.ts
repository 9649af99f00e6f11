import type { Call, Handlers } from '../http/call';
import { badField } from '../http/problem';
import { money, type Money } from '../model/common';
import type { Order } from '../model/order';
import { isoSeconds } from '../store/clock';
import { itemTotal } from '../store/orderView';
import type { AdditionalPackage } from '../store/store';
import { bulk, multipleIds, RowError } from './bulk';
import { orderById } from './orderQueries';

type PackageBody = {
	additionalPackageId?: number;
	height?: number | null;
	length?: number | null;
	width?: number | null;
	weight?: number | null;
	insuredValue?: Money | null;
};

/** A package in the shape of the server entity the service shows; its display-only fields are left null. */
function packageView(row: AdditionalPackage): Record<string, unknown> {
	return {
		...row,
		df: null,
		insuredValueString: row.insuredValue ? String(row.insuredValue.amount) : null,
		ounces: row.weight === null ? null : String(row.weight % 16),
		pounds: row.weight === null ? null : String(Math.floor(row.weight / 16)),
		palletId: null,
		physicalPackagingTypeEnum: 'BOX',
		weightUnitOfMeasure: 'OUNCE',
	};
}

function packagesOf(call: Call): AdditionalPackage[] {
	const { orderId } = orderById(call);
	return call.store.additionalPackages.rows.filter((row) => row.orderId === orderId);
}

function addPackages(call: Call): unknown {
	const { orderId } = orderById(call);
	const { additionalPackages } = call.store;
	const rows = call.body as PackageBody[];
	return multipleIds(
		rows.map(
			({ height, length, width, weight, insuredValue }) =>
				additionalPackages.add({
					id: additionalPackages.newId(),
					orderId,
					height: height ?? null,
					length: length ?? null,
					width: width ?? null,
					weight: weight ?? null,
					insuredValue: insuredValue ?? null,
				}).id,
		),
	);
}

function packageOf(call: Call, id: number | undefined): AdditionalPackage {
	const row = packagesOf(call).find((known) => known.id === id);
	if (!row) throw new RowError('additionalPackageId', `The order has no additional package ${String(id)}`, id);
	return row;
}

function updatePackages(call: Call): unknown {
	return bulk(call.body as PackageBody[], ({ additionalPackageId, ...change }) => {
		const row = packageOf(call, additionalPackageId);
		for (const [name, value] of Object.entries(change))
			if (value !== null && value !== undefined) Object.assign(row, { [name]: value });
		return packageView(row);
	});
}

function deletePackages(call: Call): unknown {
	return bulk(call.query.numbers('additionalPackageId'), (id) => {
		packageOf(call, id);
		call.store.additionalPackages.remove(id);
		return { id };
	});
}

/** What the channel sent for an order. The sandbox makes it up from the order itself. */
function purchaseView(call: Call, order: Order): unknown {
	const { currency, extra } = order;
	const zero = money(0, currency);
	return {
		channelPurchaseId: order.orderId + 1_000_000,
		createdDate: isoSeconds(order.created),
		properties: null,
		purchaseOrderDate: isoSeconds(order.ordered),
		purchaseOrderDiscount: (extra['discount'] as Money | undefined) ?? zero,
		purchaseOrderItems: order.items.map((item) => ({
			fulfillmentBreakdowns: [
				{
					fulfillmentState: item.fulfilled ? 'SHIPPED' : order.orderStatus === 'CANCELLED' ? 'CANCELLED' : 'UNSHIPPED',
					orderId: order.orderId,
					orderItemId: item.orderItemId,
					productId: item.productId,
					quantity: item.quantity,
				},
			],
			properties: null,
			purchaseItemDiscount: item.discount,
			purchaseItemId: item.orderItemId + 1_000_000,
			purchaseItemName: item.listingName,
			purchaseItemPrice: item.unitPrice,
			purchaseItemShipping: zero,
			purchaseItemSku: item.listingSku,
			purchaseItemTax: item.tax,
			purchaseOrderItemNumber: null,
			purchaseQuantity: item.quantity,
		})),
		purchaseOrderNumber: order.orderNumber,
		purchaseOrderShipping: (extra['shippingCost'] as Money | undefined) ?? zero,
		purchaseOrderTotal: (extra['orderTotal'] as Money | undefined) ?? money(itemTotal(order), currency),
		relatedOrderIds: [order.orderId],
		salesChannel: call.store.salesChannels.get(order.salesChannelId) ?? null,
	};
}

function channelPurchases(call: Call): unknown {
	const { book, salesChannels } = call.store;
	const channel = call.query.number('salesChannelId') ?? 0;
	if (!salesChannels.get(channel)) throw badField(422, 'salesChannelId', `There is no sales channel ${channel}`);
	const ids = call.query.numbers('orderId');
	const numbers = call.query.texts('orderNumber');
	if (ids.length === 0 && numbers.length === 0) throw badField(422, 'orderId', 'orderId or orderNumber is required');
	const orders = [...ids.map((id) => book.orders.get(id)), ...numbers.flatMap((number) => book.numbered(number))];
	return orders
		.filter((order): order is Order => order?.salesChannelId === channel)
		.map((order) => purchaseView(call, order));
}

export const additionalPackageHandlers: Handlers = {
	'orders.channelPurchases': channelPurchases,
	'orders.additionalPackages.list': (call) => packagesOf(call).map(packageView),
	'orders.additionalPackages.add': addPackages,
	'orders.additionalPackages.update': updatePackages,
	'orders.additionalPackages.delete': deletePackages,
};
