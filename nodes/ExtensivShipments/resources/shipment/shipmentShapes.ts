import type { CarrierEntry } from '../../../shared/domain/shipping/carrier';
import { type OrderShipments, type Shipment, sameTracking } from '../../../shared/domain/shipping/shipment';
import {
	joined,
	type OutputColumn,
	own,
	ownWith,
	type PartOf,
	partsOf,
	shapeOf,
} from '../../../shared/n8n/output/shape';

/** All fields of a parcel. */
export const SHIPMENT_FIELDS = [
	'shipmentId',
	'orderId',
	'orderNumber',
	'type',
	'external',
	'deliveryStatus',
	'carrier',
	'service',
	'shippingServiceId',
	'shippingProviderId',
	'packageTypeId',
	'trackingNumber',
	'trackingUrls',
	'shipDate',
	'createdAt',
	'estimatedArrival',
	'receivedAt',
	'warehouseId',
	'cost',
	'currency',
	'batchNumber',
	'labelUrls',
	'insuranceTrackingNumber',
	'transactionId',
	'rmaId',
] as const satisfies ReadonlyArray<keyof Shipment>;

const COLUMNS: Array<OutputColumn<Shipment>> = [
	...own<Shipment>('orderNumber', 'trackingNumber', 'carrier'),
	...ownWith<Shipment>('shipment.details', 'deliveryStatus'),
	...own<Shipment>('shipDate'),
	...ownWith<Shipment>('shipment.details', 'receivedAt', 'cost', 'currency', 'type', 'warehouseId'),
	...own<Shipment>('orderId', 'shipmentId'),
];

/** The output of parcels. */
export const shipmentShape = shapeOf<Shipment>({ columns: COLUMNS, fields: SHIPMENT_FIELDS });

type One = PartOf<OrderShipments, Shipment>;

/** The pieces of one SKU in a parcel, with the shipment that has the parcel's tracking number. */
type ShippedLine = Partial<Shipment> & { sku: string; quantity: number };

const shippedLines = ({ shipments, parcels }: OrderShipments): ShippedLine[] =>
	parcels.flatMap(({ trackingNumbers, items }) => {
		const shipment = shipments.find(({ trackingNumber }) =>
			trackingNumbers.some((one) => sameTracking(trackingNumber, one)),
		);
		return items.map((item) => ({ ...shipment, trackingNumber: joined(trackingNumbers), ...item }));
	});

const ofShippedLine = (name: keyof ShippedLine): OutputColumn<PartOf<OrderShipments, ShippedLine>> => ({
	name,
	of: ({ part }) => part?.[name] ?? null,
});
const ofItsOrder = (name: 'orderId' | 'orderNumber' | 'status'): OutputColumn<PartOf<OrderShipments, ShippedLine>> => ({
	name,
	of: ({ whole }) => whole[name],
});

/** The output of the parcels of an order: one row for the order, or one for each parcel. */
export const orderShipmentsShape = shapeOf<OrderShipments>({
	columns: [
		...own<OrderShipments>('orderNumber', 'status'),
		{ name: 'shipmentCount', of: ({ shipments }) => shipments.length },
		{
			name: 'tracking',
			of: ({ shipments, parcels }) =>
				joined([
					...shipments.map(({ trackingNumber }) => trackingNumber),
					...parcels.flatMap(({ trackingNumbers }) => trackingNumbers),
				]),
		},
		{ name: 'carriers', of: ({ shipments }) => joined(shipments.map(({ carrier }) => carrier)) },
		{
			name: 'lastShipDate',
			of: ({ shipments }) =>
				shipments
					.map(({ shipDate }) => shipDate ?? '')
					.sort()
					.at(-1) || null,
		},
		{
			name: 'deliveryStatuses',
			of: ({ shipments }) => joined(shipments.map(({ deliveryStatus }) => deliveryStatus)),
			needs: 'shipment.details',
		},
		...own<OrderShipments>('orderId'),
	],
	fields: ['lifecycle', 'shipments', 'parcels'],
	parts: [
		partsOf<OrderShipments, Shipment>({
			parameter: 'oneItemPerShipment',
			label: 'One Item per Shipment',
			description: 'Whether to output each shipment as its own item. An order without shipments still gives one item.',
			of: ({ shipments }) => shipments,
			columns: COLUMNS.map(({ name, of, needs }) => ({
				name,
				of: ({ whole, part }: One) =>
					(part ? of(part) : undefined) ??
					(name === 'orderNumber' ? whole.orderNumber : name === 'orderId' ? whole.orderId : null),
				...(needs ? { needs } : {}),
			})),
			fields: SHIPMENT_FIELDS,
		}),
		partsOf<OrderShipments, ShippedLine>({
			parameter: 'oneItemPerShippedLine',
			label: 'One Item per Shipped Line',
			description:
				'Whether to output each SKU of each parcel as its own item, with its tracking number: for systems that post ' +
				'what was shipped line by line. An order without parcels still gives one item.',
			needs: 'shipment.details',
			of: shippedLines,
			columns: [
				ofItsOrder('orderNumber'),
				...(['trackingNumber', 'sku', 'quantity', 'carrier', 'shipDate'] as const).map(ofShippedLine),
				ofItsOrder('status'),
				ofItsOrder('orderId'),
				ofShippedLine('shipmentId'),
			],
			fields: ['sku', 'quantity', ...SHIPMENT_FIELDS],
		}),
	],
});

const kind =
	(...kinds: string[]) =>
	(parameters: { raw(name: string): unknown }): boolean =>
		kinds.some((one) => one === parameters.raw('kind'));
const only = (when: OutputColumn<CarrierEntry>['when'], name: keyof CarrierEntry): OutputColumn<CarrierEntry> => ({
	...(own<CarrierEntry>(name)[0] as OutputColumn<CarrierEntry>),
	when,
});

/** The output of carriers, services, package types and providers. */
export const carrierShape = shapeOf<CarrierEntry>({
	columns: [
		...own<CarrierEntry>('name', 'code'),
		only(kind('service', 'packageType'), 'carrier'),
		only(kind('service', 'packageType', 'provider'), 'active'),
		only(kind('service', 'packageType'), 'international'),
		...own<CarrierEntry>('id', 'kind'),
	],
	fields: [],
});
