import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderReceipt } from '../../../shared/api/ports/types';
import { InputError } from '../../../shared/domain/inputError';
import type { Hold } from '../../../shared/domain/order/orderActions';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';

export const holdFields: INodeProperties[] = [
	...orderLocator,
	{
		displayName: 'Hold Until',
		name: 'holdUntil',
		type: 'dateTime',
		required: true,
		default: '',
		description: 'When Order Manager releases the order. If the order is already on hold, this replaces its date.',
	},
	simplify,
	optionsWith(),
];

export const hold = batchOperation<Hold, OrderReceipt>({
	read: (fields) => {
		const until = fields.businessDate('holdUntil', 'Hold Until');
		if (until === undefined)
			throw new InputError('Hold Until', 'A date is required.', 'Give the date until which to hold the order.');
		return { key: readOrderLocator(fields), until };
	},
	nameOf: ({ key }) => nameOfOrder(key),
	run: async (manager, holds) => await requireSupported(manager.orders.hold, 'Put on Hold')(holds),
});
