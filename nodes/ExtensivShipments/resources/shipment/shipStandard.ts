import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderKey } from '../../../shared/domain/order/order';
import type { LabelReceipt } from '../../../shared/domain/shipping/shipment';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';

export const shipStandardFields: INodeProperties[] = [
	{
		displayName:
			'This buys labels. Orders that have already shipped are returned unchanged. If the connection ' +
			'breaks, the node does not send the order again. Check the order before you run it again.',
		name: 'costNotice',
		type: 'notice',
		default: '',
	},
	...orderLocator,
	simplify,
	optionsWith([
		{
			displayName: 'Batch Number',
			name: 'batchNumber',
			type: 'string',
			default: '',
			placeholder: 'e.g. 4411',
			description: 'The print batch to add the orders to. The default is a new batch.',
		},
		{
			displayName: 'Complete Batch Without Failed Orders',
			name: 'discardFailed',
			type: 'boolean',
			default: false,
			description: 'Whether to finish the print batch without the orders that could not be shipped',
		},
	]),
];

export const shipStandard = batchOperation<OrderKey, LabelReceipt>({
	atMostOnce: true,
	read: readOrderLocator,
	nameOf: nameOfOrder,
	run: async (manager, keys, options) => {
		const more = options.inside('options');
		const batchNumber =
			more.text('batchNumber') === undefined ? undefined : more.quantity('batchNumber', 'Batch Number');
		return await requireSupported(manager.shipments.shipStandard, 'Ship Standard')(keys, {
			batchNumber,
			discardFailed: more.flag('discardFailed'),
		});
	},
});
