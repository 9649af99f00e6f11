import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../shared/api/requireSupported';
import type { LabelChange, LabelledOrder } from '../shared/api/ports/orderMarks';
import { onlyFor, optionsWith } from '../shared/n8n/fields';
import { labelsField, readLabelNames } from '../shared/n8n/labelFields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../shared/n8n/locators';
import { batchOperation } from '../shared/n8n/operation';
import { outputFields } from '../shared/n8n/outputFields';
import { orderLabelsShape } from './markShapes';

export const labelRemoveFields: INodeProperties[] = onlyFor('orderLabel', 'remove', [
	...orderLocator,
	labelsField,
	...outputFields(orderLabelsShape),
	optionsWith(),
]);

export const labelRemove = batchOperation<LabelChange, LabelledOrder>({
	shape: orderLabelsShape,
	read: (fields) => ({ key: readOrderLocator(fields), labels: readLabelNames(fields) }),
	nameOf: ({ key }) => nameOfOrder(key),
	run: async (manager, changes) => await requireSupported(manager.orderLabels, 'Remove Order Label').remove(changes),
});
