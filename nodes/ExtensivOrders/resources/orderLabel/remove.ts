import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { LabelChange, LabelledOrder } from '../../../shared/api/ports/orderMarks';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { labelsField, readLabelNames } from '../../../shared/n8n/form/labelFields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { orderLabelsShape } from '../labelShapes';

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
