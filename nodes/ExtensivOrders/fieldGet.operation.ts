import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../shared/api/requireSupported';
import type { OrderWithFields } from '../shared/api/ports/orderMarks';
import type { OrderKey } from '../shared/domain/order';
import { onlyFor, optionsWith } from '../shared/n8n/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../shared/n8n/locators';
import { batchOperation } from '../shared/n8n/operation';
import { outputFields } from '../shared/n8n/outputFields';
import { orderFieldsShape } from './markShapes';

export const fieldGetFields: INodeProperties[] = onlyFor('orderCustomField', 'get', [
	...orderLocator,
	...outputFields(orderFieldsShape),
	optionsWith(),
]);

export const fieldGet = batchOperation<OrderKey, OrderWithFields>({
	shape: orderFieldsShape,
	reads: true,
	read: readOrderLocator,
	nameOf: nameOfOrder,
	run: async (manager, keys) => await requireSupported(manager.orderFields, 'Get Order Custom Fields').get(keys),
});
