import type { INodeProperties } from 'n8n-workflow';
import type { OrderReceipt } from '../shared/api/port';
import type { OrderChange } from '../shared/domain/order';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { changeField, readChange } from './updateFields';
import { nameOfKey, orderKeyFields, readOrderKey } from './orderKey';

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
