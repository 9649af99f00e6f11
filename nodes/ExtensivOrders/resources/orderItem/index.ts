import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { ItemAddition, ItemReceipt, ItemRemoval } from '../../../shared/domain/order/orderItem';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { readTerms, termFields } from '../order/form/prices';
import { LINE, readLine } from '../order/lines/lines';
import { itemKeyFields, nameOfItem, readItemKey } from './orderItemLocator';
import { update, updateFields } from './update';

const REQUIRED = ['sku', 'quantity'];
const newLine = LINE.map((property) => ({ ...property, required: REQUIRED.includes(property.name) }));

export const orderItem: Resource = {
	name: 'Order Item',
	value: 'orderItem',
	description: 'A line of an existing order',
	operations: [
		{
			name: 'Add',
			value: 'add',
			action: 'Add item to order',
			description: 'Add lines to orders. All lines for one order go out in one call.',
			fields: [...orderLocator, ...newLine, simplify, optionsWith(termFields)],
			run: batchOperation<ItemAddition, ItemReceipt>({
				atMostOnce: true,
				read: (fields) => ({
					key: readOrderLocator(fields),
					line: readLine(fields, readTerms(fields, fields.of({}))),
				}),
				nameOf: ({ key, line }) => `${nameOfOrder(key)}, SKU ${line.sku}`,
				run: async (manager, additions) => await requireSupported(manager.orderItems, 'Add Order Item').add(additions),
			}),
		},
		{
			name: 'Remove',
			value: 'remove',
			action: 'Remove item from order',
			description: 'Remove lines from orders',
			fields: [...orderLocator, ...itemKeyFields, simplify, optionsWith()],
			run: batchOperation<ItemRemoval, ItemReceipt>({
				read: (fields) => ({ key: readOrderLocator(fields), item: readItemKey(fields) }),
				nameOf: ({ key, item }) => `${nameOfOrder(key)}, ${nameOfItem(item)}`,
				run: async (manager, removals) =>
					await requireSupported(manager.orderItems, 'Remove Order Item').remove(removals),
			}),
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update item of order',
			description: 'Change the quantity, price, discount or notes of order lines',
			fields: updateFields,
			run: update,
		},
	],
};
