import type { INodeProperties } from 'n8n-workflow';
import type { OrderReceipt } from '../../../shared/api/ports/types';
import type { OrderChange } from '../../../shared/domain/order/order';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { changeField, readChange } from './form/updateFields';
import { nameOfKey, orderKeyFields, readOrderKey } from './form/orderLocator';

export const updateFields: INodeProperties[] = onlyFor('order', 'update', [
	...orderKeyFields,
	changeField,
	simplify,
	optionsWith(),
]);

export const update = batchOperation<OrderChange, OrderReceipt>({
	read: (fields) => readChange(fields, readOrderKey(fields)),
	nameOf: ({ key }) => nameOfKey(key),
	run: async (manager, changes) => await manager.orders.update(changes),
	notSent: ({ notSent }) => notSent,
});
