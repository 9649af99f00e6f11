import type { INodeProperties } from 'n8n-workflow';
import type { Order, OrderKey } from '../../../shared/domain/order/order';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { nameOfKey, orderKeyFields, readOrderKey } from './form/orderLocator';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { orderShape } from './output/orderShape';

export const getFields: INodeProperties[] = onlyFor('order', 'get', [
	...orderKeyFields,
	...outputFields(orderShape),
	optionsWith(),
]);

export const get = batchOperation<OrderKey, Order>({
	shape: orderShape,
	reads: true,
	read: readOrderKey,
	nameOf: nameOfKey,
	run: async (manager, keys) => await manager.orders.get(keys),
});
