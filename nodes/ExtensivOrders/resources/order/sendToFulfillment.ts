import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { Release, ReleaseReceipt } from '../../../shared/domain/order/orderActions';
import { optionsWith, salesChannel, simplify, warehouse } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';

const showFor = (send: string, property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, send: [send] } },
});

export const sendToFulfillmentFields: INodeProperties[] = [
	{
		displayName: 'Send',
		name: 'send',
		type: 'options',
		options: [
			{ name: 'An Order', value: 'order', description: 'The chosen order, for each incoming item' },
			{
				name: 'Everything That Waits',
				value: 'waiting',
				description: 'All orders that await an export, once for each incoming item',
			},
		],
		default: 'order',
		description: 'Only orders that await a 3PL export or a drop shipment can be sent',
	},
	...orderLocator.map((property) => showFor('order', property)),
	showFor('waiting', { ...salesChannel, description: 'Only orders of this sales channel. Leave empty for all.' }),
	showFor('waiting', { ...warehouse, description: 'Only orders that this warehouse fulfills. Leave empty for all.' }),
	simplify,
	optionsWith(),
];

export const sendToFulfillment = batchOperation<Release, ReleaseReceipt>({
	read: (fields) =>
		fields.raw('send') === 'waiting'
			? { salesChannelId: fields.locator('salesChannel'), warehouseId: fields.locator('warehouse') }
			: { key: readOrderLocator(fields) },
	nameOf: (release) => ('key' in release ? nameOfOrder(release.key) : 'Waiting orders'),
	run: async (manager, releases) =>
		await requireSupported(manager.orders.sendToFulfillment, 'Send to Fulfillment')(releases),
});
