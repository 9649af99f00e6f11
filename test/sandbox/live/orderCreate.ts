import type { Call, Handlers } from '../http/call';
import { badField, Problem } from '../http/problem';
import type { Label, Money, ShipMethod } from '../model/common';
import type { ShipTo } from '../model/order';
import { timeOrNull } from '../store/clock';
import { placeOrder } from '../store/placeOrder';
import { REFUSE_ME } from './bulk';
import { readCustomFieldValues } from './customFields';

interface PutOrderItem {
	listingSku: string;
	listingName: string;
	quantityOrdered: number;
	unitPrice: Money;
	tax: Money;
	discount?: Money | null;
	notes?: string | null;
}

interface PutOrder extends Partial<ShipTo> {
	salesChannelId: number;
	orderNumber?: string | null;
	orderItems: PutOrderItem[];
	orderTotal?: Money;
	orderDate?: string | null;
	paymentDate?: string | null;
	externalOrder?: boolean | null;
	externalOrderFulfillmentWarehouseId?: number | null;
	shipMethod?: Partial<ShipMethod> | null;
	labels?: Label[] | null;
	customFieldValues?: Array<{ customFieldDefId: string; value?: unknown }> | null;
	[field: string]: unknown;
}

/** Body fields kept under the same name in the read shape. */
const KEPT = [
	'orderTotal',
	'shippingCost',
	'discount',
	'insuranceCost',
	'insuredValue',
	'confirmationCost',
	'amountPaid',
	'shipByDate',
	'receiveByDate',
	'holdUntilDate',
	'requestedShippingService',
	'length',
	'width',
	'height',
	'weight',
	'deliveryConfirmation',
	'insuranceProvider',
	'includeReturnLabel',
	'saturdayDelivery',
	'nonMachinable',
	'showPostage',
	'doNotPrepayPostage',
	'releaseWithoutSignature',
	'containsAlcohol',
	'containsDryIce',
	'dryIceWeight',
	'billDutiesToPayor',
	'customShipBillingOption',
	'customShipBilling',
	'customsDeclarationType',
	'customsDeclarationItems',
	'internalNotes',
	'notesFromBuyer',
	'notesToBuyer',
	'gift',
	'giftMessage',
	'customField1',
	'customField2',
	'customField3',
	'suppressChannelUpdate',
] as const;

/** The alpha-3 rule and the state rule of the live contract, with the field named. */
export function checkCountry(call: Call, country: unknown, state: unknown, index: number): void {
	const countries = call.service.live.enums['CountryCode'] ?? [];
	if (typeof country !== 'string' || !countries.includes(country)) {
		throw badField(
			400,
			'shipCountry',
			`shipCountry must be an ISO 3166 alpha-3 code such as USA, not ${String(country)}`,
			index,
			country,
		);
	}
	if (country === 'USA' && (typeof state !== 'string' || !call.service.live.enums['UsState']?.includes(state))) {
		throw badField(400, 'shipState', 'shipState must be a two-letter state code when shipCountry is USA', index, state);
	}
}

function checkOrder(call: Call, order: PutOrder, index: number): void {
	checkCountry(call, order.shipCountry, order.shipState, index);
	const channel = call.store.salesChannels.get(order.salesChannelId);
	if (!channel)
		throw badField(
			400,
			'salesChannelId',
			`There is no sales channel ${order.salesChannelId}`,
			index,
			order.salesChannelId,
		);
	if (order.orderItems.length === 0) throw badField(400, 'orderItems', 'An order needs at least one item', index);
	order.orderItems.forEach((item, at) => {
		if (item.quantityOrdered < 1)
			throw badField(
				400,
				`orderItems[${at}].quantityOrdered`,
				'quantityOrdered must be at least 1',
				index,
				item.quantityOrdered,
			);
	});
	if ((order.customFieldValues?.length ?? 0) > 25)
		throw badField(400, 'customFieldValues', 'At most 25 custom field values', index);
	const warehouseId = order.externalOrderFulfillmentWarehouseId;
	if (warehouseId && !call.store.warehouses.get(warehouseId))
		throw badField(
			400,
			'externalOrderFulfillmentWarehouseId',
			`There is no warehouse ${warehouseId}`,
			index,
			warehouseId,
		);
	if (order.shipName === REFUSE_ME)
		throw badField(422, 'shipName', `Order ${index + 1} is refused as asked`, index, order.orderNumber);
}

export function shipMethodOf(given: Partial<ShipMethod> | null | undefined): ShipMethod | null {
	if (!given) return null;
	return {
		shippingProviderId: given.shippingProviderId ?? null,
		shippingCarrier: given.shippingCarrier ?? null,
		shippingServiceId: given.shippingServiceId ?? null,
		packageTypeId: given.packageTypeId ?? null,
		ltlFtlShipment: given.ltlFtlShipment ?? null,
	};
}

/** Fields of the body that are set, for the `extra` of an order. */
export function pick(body: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
	const picked: Record<string, unknown> = {};
	for (const name of names) if (body[name] !== undefined && body[name] !== null) picked[name] = body[name];
	return picked;
}

function create(call: Call, order: PutOrder): { orderId: number; orderNumber: string; orderStatus: string } {
	const { store } = call;
	const placed = placeOrder(store, {
		orderNumber: order.orderNumber ? call.service.storedNumber(order.orderNumber) : order.orderNumber,
		salesChannelId: order.salesChannelId,
		currency: order.orderTotal?.currency,
		ordered: timeOrNull(order.orderDate),
		paid: timeOrNull(order.paymentDate),
		external: order.externalOrder ?? false,
		warehouseId: order.externalOrderFulfillmentWarehouseId,
		shipMethod: shipMethodOf(order.shipMethod),
		labels: (order.labels ?? [])
			.map(({ labelId, name }) => store.labels.get(labelId) ?? store.labels.rows.find((label) => label.name === name))
			.filter((label): label is Label => label !== undefined),
		customFieldValues: readCustomFieldValues(store.orderFieldDefs, order.customFieldValues ?? [], store),
		extra: pick(order, KEPT),
		shipTo: {
			shipName: order.shipName ?? '',
			shipCompany: order.shipCompany ?? null,
			shipEmail: order.shipEmail ?? null,
			shipPhone: order.shipPhone ?? null,
			shipAddress1: order.shipAddress1 ?? '',
			shipAddress2: order.shipAddress2 ?? null,
			shipAddress3: order.shipAddress3 ?? null,
			shipCity: order.shipCity ?? '',
			shipState: order.shipState ?? null,
			shipZipCode: order.shipZipCode ?? '',
			shipCountry: order.shipCountry ?? '',
		},
		items: order.orderItems.map((item) => ({
			listingSku: item.listingSku,
			listingName: item.listingName,
			quantity: item.quantityOrdered,
			unitPrice: item.unitPrice,
			tax: item.tax,
			discount: item.discount ?? undefined,
			notes: item.notes,
		})),
	});
	call.service.noteArrival(placed);
	return { orderId: placed.orderId, orderNumber: placed.orderNumber, orderStatus: placed.orderStatus };
}

/** All or nothing (assumed): one bad row refuses the whole batch, naming the row. */
function createOrders(call: Call): unknown {
	const rows = call.body as PutOrder[];
	if (rows.length === 0) throw new Problem(400, 'The array of orders is empty');
	rows.forEach((order, index) => checkOrder(call, order, index));
	const orders = rows.map((order) => create(call, order));
	return { ids: orders.map((order) => order.orderId), message: 'Success', orders };
}

export const orderCreateHandlers: Handlers = { 'orders.create': createOrders };
