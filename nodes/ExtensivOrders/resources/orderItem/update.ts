import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { InputError } from '../../../shared/domain/inputError';
import type { ItemChange, ItemReceipt } from '../../../shared/domain/order/orderItem';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { DEFAULT_CURRENCY } from '../order/form/prices';
import { itemKeyFields, nameOfItem, readItemKey } from './orderItemLocator';

export const updateFields: INodeProperties[] = [
	...orderLocator,
	...itemKeyFields,
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			{
				displayName: 'Discount',
				name: 'discount',
				type: 'number',
				default: 0,
				description: 'Amount taken off the whole line',
			},
			{ displayName: 'Notes', name: 'notes', type: 'string', default: '' },
			{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
			{ displayName: 'Unit Price', name: 'unitPrice', type: 'number', default: 0 },
		],
	},
	simplify,
	optionsWith(),
];

export const update = batchOperation<ItemChange, ItemReceipt>({
	read: (fields) => {
		const more = fields.inside('updateFields');
		const quantity = more.text('quantity') === undefined ? undefined : more.quantity('quantity', 'Quantity');
		const unitPrice = more.amount('unitPrice', 'Unit Price');
		const amount = quantity === undefined || unitPrice === undefined ? undefined : quantity * unitPrice;
		const change = {
			quantity,
			unitPrice,
			discount: more.discount('discount', 'Discount', { amount, currency: DEFAULT_CURRENCY, name: 'line' }),
			notes: more.text('notes'),
		};
		if (Object.values(change).every((value) => value === undefined))
			throw new InputError('Update Fields', 'There is nothing to change.', 'Add at least one field.');
		return { key: readOrderLocator(fields), item: readItemKey(fields), ...change };
	},
	nameOf: ({ key, item }) => `${nameOfOrder(key)}, ${nameOfItem(item)}`,
	run: async (manager, changes) => await requireSupported(manager.orderItems, 'Update Order Item').update(changes),
});
