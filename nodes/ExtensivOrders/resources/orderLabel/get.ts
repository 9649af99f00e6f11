import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { LabelledOrder } from '../../../shared/api/ports/orderMarks';
import type { OrderKey } from '../../../shared/domain/order/order';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { orderLabelsShape } from '../labelShapes';

export const labelGetFields: INodeProperties[] = onlyFor('orderLabel', 'get', [
	...orderLocator,
	...outputFields(orderLabelsShape),
	optionsWith(),
]);

export const labelGet = batchOperation<OrderKey, LabelledOrder>({
	shape: orderLabelsShape,
	reads: true,
	read: readOrderLocator,
	nameOf: nameOfOrder,
	run: async (manager, keys) => await requireSupported(manager.orderLabels, 'Get Order Labels').get(keys),
});
