import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../shared/api/requireSupported';
import type { OrderChange } from '../shared/domain/order';
import type { Validation } from '../shared/domain/orderActions';
import { onlyFor, optionsWith } from '../shared/n8n/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../shared/n8n/locators';
import { batchOperation } from '../shared/n8n/operation';
import { changeField, readChange } from './updateFields';
import { outputFields } from '../shared/n8n/outputFields';
import { validationShape } from './validationShape';

export const validateFields: INodeProperties[] = onlyFor('order', 'validate', [
	...orderLocator,
	{ ...changeField, description: 'The change to be judged. Nothing is changed.' },
	...outputFields(validationShape),
	optionsWith(),
]);

export const validate = batchOperation<OrderChange, Validation>({
	shape: validationShape,
	reads: true,
	read: (fields) => readChange(fields, readOrderLocator(fields)),
	nameOf: ({ key }) => nameOfOrder(key),
	run: async (manager, changes) => await requireSupported(manager.orders.validate, 'Validate')(changes),
	notSent: ({ notSent }) => notSent,
});
