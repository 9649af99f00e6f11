import type { INodeProperties } from 'n8n-workflow';
import type { OrderKey } from '../../../shared/domain/order/order';
import type { OrderShipments } from '../../../shared/domain/shipping/shipment';
import { optionsWith } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { orderShipmentsShape } from './shipmentShapes';

export const getByOrderFields: INodeProperties[] = [
	...orderLocator,
	...outputFields(orderShipmentsShape),
	optionsWith([
		{
			displayName: 'Only What the Order Tells',
			name: 'ownOnly',
			type: 'boolean',
			default: false,
			description:
				'Whether to use only the shipments that the orders themselves list, with one request per hundred ' +
				'orders. Otherwise the node also searches all shipments since the oldest order, with one request per ' +
				'week, and finds voided and returned parcels too (live API).',
		},
	]),
];

export const getByOrder = batchOperation<OrderKey, OrderShipments>({
	shape: orderShipmentsShape,
	reads: true,
	read: readOrderLocator,
	nameOf: nameOfOrder,
	run: async (manager, keys, options) =>
		await manager.shipments.ofOrders(keys, { ownOnly: options.inside('options').flag('ownOnly') }),
});
