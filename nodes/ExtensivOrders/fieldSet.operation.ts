import type { ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requireSupported } from '../shared/api/requireSupported';
import type { FieldsChange, OrderWithFields } from '../shared/api/ports/orderMarks';
import { customFieldOptions, customFieldsField, readCustomFields } from '../shared/n8n/customFieldFields';
import { onlyFor, optionsWith } from '../shared/n8n/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../shared/n8n/locators';
import { batchOperation } from '../shared/n8n/operation';
import { outputFields } from '../shared/n8n/outputFields';
import { orderFieldsShape } from './markShapes';

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
