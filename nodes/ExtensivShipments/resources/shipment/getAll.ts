import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../shared/contracts';
import { type OptionalFilters, refuseUnsupportedFilters } from '../../../shared/n8n/form/filters';
import { carrierCode } from '../../../shared/domain/shipping/carrier';
import { now } from '../../../shared/domain/values/dates/dateSpan';
import { InputError } from '../../../shared/domain/inputError';
import type { Shipment, ShipmentFilter } from '../../../shared/domain/shipping/shipment';
import { limit, listOptions, optionsWith, returnAll, salesChannel, warehouse } from '../../../shared/n8n/form/fields';
import { carrier, shippingProvider } from '../../../shared/n8n/form/locators';
import { listOperation } from '../../../shared/n8n/run/operation';
import type { Fields } from '../../../shared/n8n/read/params';
import { deliveryStatus } from './deliveryStatus';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { shipmentShape } from './shipmentShapes';

const text = (displayName: string, name: string, placeholder: string, description?: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	...(description ? { description } : {}),
});

const filters: INodeProperties[] = [
	text('Batch Number', 'batchNumber', 'e.g. 4411'),
	{
		...carrier,
		description:
			'Only parcels of this carrier. The service has no such filter, so the node filters the rows after ' +
			'reading them.',
	},
	text('City', 'city', 'e.g. Albany', 'Destination city. The beginning of the name is enough.'),
	text('Country', 'country', 'e.g. US', 'Destination country'),
	deliveryStatus,
	text('Order Numbers', 'orderNumbers', 'e.g. 10250, 10251', 'One or more full order numbers, separated by commas'),
	text('Recipient', 'recipient', 'e.g. Jordan', 'Name of the recipient. The beginning of the name is enough.'),
	{ ...salesChannel, description: 'Only parcels of orders of this sales channel' },
	shippingProvider,
	text('State', 'state', 'e.g. NY', 'Destination state'),
	text('Tracking Number', 'trackingNumber', 'e.g. 1Z999AA10123456784', 'The full tracking number'),
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Fulfillment', value: 'FULFILLMENT', description: 'On its way to the buyer' },
			{ name: 'Return', value: 'RETURN', description: 'On its way back' },
		],
		default: 'FULFILLMENT',
	},
	{ ...warehouse, description: 'Only parcels from this warehouse' },
];

export const getAllFields: INodeProperties[] = [
	{
		displayName: 'Date',
		name: 'dateField',
		type: 'options',
		options: [
			{
				name: 'Created',
				value: 'created',
				description:
					'When Order Manager recorded the shipment. Choose this to continue where you stopped, because ship ' +
					'dates can be in the past.',
			},
			{ name: 'Ship Date', value: 'shipDate', description: 'When the parcel left' },
		],
		default: 'shipDate',
		description: 'The date that From and Until refer to',
		displayOptions: { show: { authentication: credentialsFor('filter.shipmentCreated') } },
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		required: true,
		default: '',
		description:
			'Start of the period. The period can be of any length: the service returns one week at a time, and ' +
			'the node reads week after week.',
	},
	{
		displayName: 'Until',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: 'End of the period. The default is now.',
	},
	returnAll,
	limit,
	...outputFields(shipmentShape),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: filters,
	},
	optionsWith(listOptions),
];

export const getAll = listOperation<ShipmentFilter, Shipment>({
	shape: shipmentShape,
	read: (fields, manager) => {
		const filter = readFilter(fields);
		const { dateField, ...others } = filter;
		// Every contract has the ship date.
		const asked = dateField === 'created' ? filter : others;
		refuseUnsupportedFilters(asked, manager.contract, OPTIONAL_FILTERS);
		return filter;
	},
	// Without an end, the list grows at its end.
	fixedBy: (filter, fields) => (fields.date('to', 'Until') === undefined ? { ...filter, to: undefined } : filter),
	list: (manager, filter, options) => manager.shipments.list(filter, options),
});

function readFilter(fields: Fields): ShipmentFilter {
	const more = fields.inside('filters');
	const from = fields.date('from', 'From');
	if (from === undefined)
		throw new InputError('From', 'The period has no start.', 'Give the date from which to read shipments.');
	const by = more.locator('carrier');
	return {
		dateField: fields.raw('dateField') === 'created' ? 'created' : 'shipDate',
		from,
		to: fields.date('to', 'Until') ?? now(),
		orderNumbers: more.list('orderNumbers'),
		trackingNumber: more.code('trackingNumber'),
		carrier: by === undefined ? undefined : carrierCode(by),
		type: more.text('type'),
		deliveryStatus: more.text('deliveryStatus'),
		warehouseId: more.locator('warehouse'),
		salesChannelId: more.locator('salesChannel'),
		shippingProviderId: more.locator('shippingProvider'),
		batchNumber: more.code('batchNumber'),
		recipient: more.text('recipient'),
		city: more.text('city'),
		state: more.text('state'),
		country: more.text('country') === undefined ? undefined : more.country('country', 'Country'),
	};
}

const OPTIONAL_FILTERS: OptionalFilters<ShipmentFilter> = {
	dateField: ['Date', 'filter.shipmentCreated'],
	type: ['Type', 'filter.shipmentDetails'],
	deliveryStatus: ['Delivery Status', 'filter.shipmentDetails'],
	warehouseId: ['Warehouse', 'filter.shipmentDetails'],
	salesChannelId: ['Sales Channel', 'filter.salesChannel'],
	shippingProviderId: ['Shipping Provider', 'filter.shipmentDetails'],
	batchNumber: ['Batch Number', 'filter.shipmentDetails'],
	recipient: ['Recipient', 'filter.recipient'],
	city: ['City', 'filter.recipient'],
	state: ['State', 'filter.recipient'],
	country: ['Country', 'filter.recipient'],
};
