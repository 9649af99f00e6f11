import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderWithFields } from '../../../shared/api/ports/orderMarks';
import type { OrderKey } from '../../../shared/domain/order/order';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { orderFieldsShape } from '../labelShapes';

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
