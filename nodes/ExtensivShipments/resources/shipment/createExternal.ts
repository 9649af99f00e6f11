import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../shared/contracts';
import type { NewShipment, ShipmentReceipt } from '../../../shared/domain/shipping/shipment';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
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

export const createExternalFields: INodeProperties[] = onlyFor('shipment', 'createExternal', [
	...orderLocator,
	{ ...carrier, required: true },
	{
		displayName: 'Tracking Number',
		name: 'trackingNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1Z999AA10123456784',
		description: 'It keeps the parcel from being registered twice',
	},
	{
		displayName: 'Notify Customer',
		name: 'notifyCustomer',
		type: 'boolean',
		default: false,
		description: 'Whether Order Manager writes to the buyer',
		displayOptions: withNotice,
	},
	{
		displayName: 'Update Channel',
		name: 'updateChannel',
		type: 'boolean',
		default: true,
		description:
			'Whether Order Manager tells the sales channel that the order is shipped. Without it the shop or ' +
			'marketplace goes on waiting.',
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
				description: "Currency of the cost; the order's when left out",
			},
			deliveryStatus,
			date('Estimated Arrival', 'estimatedArrival', 'When it should be there'),
			{ displayName: 'Insurance Tracking Number', name: 'insuranceTrackingNumber', type: 'string', default: '' },
			packageType,
			date('Received', 'receivedAt', 'When it arrived'),
			date('Ship Date', 'shipDate', 'When the parcel left; the service takes the current time when left out'),
			{
				displayName: 'Shipping Service Name',
				name: 'serviceName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Ground',
				description: "For the contract of the developer guide; the live API takes the service's ID",
			},
			shippingService,
			{
				displayName: 'Transaction ID',
				name: 'transactionId',
				type: 'string',
				default: '',
				description: "The carrier's own number for the purchase",
			},
		].sort((one, other) => one.displayName.localeCompare(other.displayName)) as INodeProperties[],
	},
	simplify,
	optionsWith(),
]);

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
