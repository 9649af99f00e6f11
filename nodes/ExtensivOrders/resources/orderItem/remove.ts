import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { ItemReceipt, ItemRemoval } from '../../../shared/domain/order/orderItem';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { itemKeyFields, nameOfItem, readItemKey } from './orderItemLocator';

export const itemRemoveFields: INodeProperties[] = onlyFor('orderItem', 'remove', [
	...orderLocator,
	...itemKeyFields,
	simplify,
	optionsWith(),
]);

export const itemRemove = batchOperation<ItemRemoval, ItemReceipt>({
	read: (fields) => ({ key: readOrderLocator(fields), item: readItemKey(fields) }),
	nameOf: ({ key, item }) => `${nameOfOrder(key)}, ${nameOfItem(item)}`,
	run: async (manager, removals) => await requireSupported(manager.orderItems, 'Remove Order Item').remove(removals),
});
