import type { INodeProperties } from 'n8n-workflow';
import { alphabetical } from '../../../shared/domain/alphabetical';
import { credentialsFor } from '../../../shared/contracts';
import type { NewShipment, ShipmentReceipt } from '../../../shared/domain/shipping/shipment';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import {
	carrier,
	nameOfOrder,
	orderLocator,
	packageType,
	readOrderLocator,
	shippingService,
} from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { deliveryStatus } from './deliveryStatus';

const date = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
});
const withNotice = { show: { authentication: credentialsFor('shipment.notify') } };

export const createExternalFields: INodeProperties[] = [
	...orderLocator,
	{ ...carrier, required: true },
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1Z999AA10123456784',
		description: 'Prevents the parcel from being registered twice',
	},
	{
		displayName: 'Notify Customer',
		name: 'notifyCustomer',
		type: 'boolean',
		default: false,
		description: 'Whether Order Manager notifies the buyer',
		displayOptions: withNotice,
	},
	{
		displayName: 'Update Channel',
		name: 'updateChannel',
		type: 'boolean',
		default: true,
		description:
			'Whether Order Manager informs the sales channel that the order has shipped. If not, the shop or ' +
			'marketplace keeps waiting.',
		displayOptions: withNotice,
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			{
				displayName: 'Cost',
				name: 'cost',
				type: 'number',
				typeOptions: { numberPrecision: 2 },
				default: 0,
				description: 'What the carrier charges',
			},
			{
				displayName: 'Currency',
				name: 'currency',
				type: 'string',
				default: '',
				placeholder: 'e.g. USD',
				description: 'Currency of the cost. The default is the currency of the order.',
			},
			deliveryStatus,
			date('Estimated Arrival', 'estimatedArrival', 'When the parcel should arrive'),
			{ displayName: 'Insurance Tracking Number', name: 'insuranceTrackingNumber', type: 'string', default: '' },
			packageType,
			date('Received', 'receivedAt', 'When the parcel arrived'),
			date('Ship Date', 'shipDate', 'When the parcel left. The default is the current time.'),
			{
				displayName: 'Shipping Service Name',
				name: 'serviceName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Ground',
				description: "Used with the developer guide's contract. The live API needs the service ID instead.",
			},
			shippingService,
			{
				displayName: 'Transaction ID',
				name: 'transactionId',
				type: 'string',
				default: '',
				description: "The carrier's number for the purchase",
			},
		].sort((one, other) => alphabetical(one.displayName, other.displayName)) as INodeProperties[],
	},
	simplify,
	optionsWith(),
];

export const createExternal = batchOperation<NewShipment, ShipmentReceipt>({
	read: (fields) => {
		const more = fields.inside('additionalFields');
		return {
			key: readOrderLocator(fields),
			carrier: fields.carrier('carrier') ?? fields.requiredLocator('carrier', 'Carrier'),
			trackingNumber: fields.tracking('trackingNumber', 'Tracking Number'),
			serviceName: more.text('serviceName'),
			shippingServiceId: more.locator('shippingService'),
			packageTypeId: more.locator('packageType'),
			shipDate: more.businessDate('shipDate', 'Ship Date'),
			estimatedArrival: more.businessDate('estimatedArrival', 'Estimated Arrival'),
			receivedAt: more.businessDate('receivedAt', 'Received'),
			deliveryStatus: more.text('deliveryStatus'),
			cost: more.amount('cost', 'Cost'),
			currency: more.currency('currency'),
			insuranceTrackingNumber: more.code('insuranceTrackingNumber'),
			transactionId: more.code('transactionId'),
			notifyCustomer: fields.flag('notifyCustomer'),
			updateChannel: fields.flag('updateChannel'),
		};
	},
	nameOf: ({ key, trackingNumber }) => `${nameOfOrder(key)}, parcel ${trackingNumber}`,
	run: async (manager, shipments) => await manager.shipments.register(shipments),
	notSent: ({ notSent }) => notSent,
});
