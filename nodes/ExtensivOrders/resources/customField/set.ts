import type { ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { FieldsChange, OrderWithFields } from '../../../shared/api/ports/orderMarks';
import { customFieldOptions, customFieldsField, readCustomFields } from '../../../shared/n8n/form/customFieldFields';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { orderFieldsShape } from '../labelShapes';

export const fieldSetFields: INodeProperties[] = onlyFor('orderCustomField', 'set', [
	...orderLocator,
	customFieldsField('getOrderCustomFields'),
	...outputFields(orderFieldsShape),
	optionsWith(),
]);

export const fieldSet = batchOperation<FieldsChange, OrderWithFields>({
	shape: orderFieldsShape,
	read: (fields) => ({ key: readOrderLocator(fields), values: readCustomFields(fields) }),
	nameOf: ({ key }) => nameOfOrder(key),
	run: async (manager, changes) => await requireSupported(manager.orderFields, 'Set Order Custom Fields').set(changes),
});

/** The account's custom fields of orders, for the list. */
export async function getOrderCustomFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await customFieldOptions(this, (manager) => manager.orderFields?.definitions());
}
