import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderChange } from '../../../shared/domain/order/order';
import type { Validation } from '../../../shared/domain/order/orderActions';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { changeField, readChange } from './form/updateFields';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { validationShape } from './output/validationShape';

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
