import type { INodeProperties } from 'n8n-workflow';
import { offered } from '../shared/api/offered';
import type { LabelChange, LabelledOrder } from '../shared/api/ports/orderMarks';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { labelsField, readLabelNames } from '../shared/n8n/labelFields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../shared/n8n/locators';
import { batchOperation } from '../shared/n8n/operation';

export const labelAddFields: INodeProperties[] = onlyFor('orderLabel', 'add', [...orderLocator, labelsField, optionsWith(), simplify]);

export const labelAdd = batchOperation<LabelChange, LabelledOrder>({
	read: (fields) => ({ key: readOrderLocator(fields), labels: readLabelNames(fields) }),
	nameOf: ({ key }) => nameOfOrder(key),
	run: async (manager, changes) => await offered(manager.orderLabels, 'Add Order Label').add(changes),
});
