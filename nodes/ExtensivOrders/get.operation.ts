import type { INodeProperties } from 'n8n-workflow';
import type { Order, OrderKey } from '../shared/domain/order';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { nameOfKey, orderKeyFields, readOrderKey } from './orderKey';

export const getFields: INodeProperties[] = onlyFor('order', 'get', [...orderKeyFields, optionsWith(), simplify]);

export const get = batchOperation<OrderKey, Order>({
	reads: true,
	read: readOrderKey,
	nameOf: nameOfKey,
	run: async (manager, keys) => await manager.orders.get(keys),
});
