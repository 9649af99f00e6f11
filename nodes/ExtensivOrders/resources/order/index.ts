import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { OrderReceipt } from '../../../shared/api/ports/types';
import type { Order, OrderChange, OrderKey } from '../../../shared/domain/order/order';
import type { Split, SplitReceipt, StatusRow, Validation } from '../../../shared/domain/order/orderActions';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { nameOfOrder, orderLocator, readOrderLocator } from '../../../shared/n8n/form/locators';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { batchOperation, listOperation } from '../../../shared/n8n/run/operation';
import { cancel, cancelFields } from './cancel';
import { create, createFields } from './create';
import { newOrderFields } from './form/orderInput';
import { nameOfKey, orderKeyFields, readOrderKey } from './form/orderLocator';
import { partFields, readParts } from './form/splitParts';
import { changeField, readChange } from './form/updateFields';
import { getAll, getAllFields } from './getAll';
import { hold, holdFields } from './hold';
import { orderShape } from './output/orderShape';
import { validationShape } from './output/validationShape';
import { sendToFulfillment, sendToFulfillmentFields } from './sendToFulfillment';
import { setNotes, setNotesFields } from './setNotes';
import { upsert, upsertFields } from './upsert';

export const order: Resource = {
	name: 'Order',
	value: 'order',
	fields: newOrderFields,
	operations: [
		{
			name: 'Cancel',
			value: 'cancel',
			action: 'Cancel order',
			description: 'Cancel orders, with a reason',
			fields: cancelFields,
			run: cancel,
		},
		{
			name: 'Create',
			value: 'create',
			action: 'Create order',
			description: 'Create orders. Existing orders are returned, not duplicated.',
			initial: true,
			fields: createFields,
			run: create,
		},
		{
			name: 'Create or Update',
			value: 'upsert',
			action: 'Create or update order',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			fields: upsertFields,
			run: upsert,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get order',
			description: 'Get an order by its ID or number',
			fields: [...orderKeyFields, ...outputFields(orderShape), optionsWith()],
			run: batchOperation<OrderKey, Order>({
				shape: orderShape,
				reads: true,
				read: readOrderKey,
				nameOf: nameOfKey,
				run: async (manager, keys) => await manager.orders.get(keys),
			}),
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many orders',
			description: 'Get many orders',
			// An AI agent starts with an operation that only reads.
			initialInTools: true,
			fields: getAllFields,
			run: getAll,
		},
		{
			name: 'Get Statuses',
			value: 'getStatuses',
			action: 'Get order statuses',
			description: 'Get the statuses that orders can have',
			fields: [
				{
					displayName: 'Include All',
					name: 'includeAll',
					type: 'boolean',
					default: false,
					description: 'Whether to include the statuses that the service leaves out by default',
				},
				simplify,
				optionsWith(),
			],
			run: listOperation<boolean, StatusRow>({
				whole: true,
				read: (fields) => fields.flag('includeAll'),
				list: async function* (manager, all, options) {
					yield await requireSupported(manager.orders.statuses, 'Get Statuses')(all, options);
				},
			}),
		},
		{
			name: 'Put on Hold',
			value: 'hold',
			action: 'Put order on hold',
			description: 'Hold orders until a date',
			fields: holdFields,
			run: hold,
		},
		{
			name: 'Restore',
			value: 'restore',
			action: 'Restore order',
			description: 'Release orders from hold, or restore canceled orders',
			fields: [...orderLocator, simplify, optionsWith()],
			run: batchOperation<OrderKey, OrderReceipt>({
				read: readOrderLocator,
				nameOf: nameOfOrder,
				run: async (manager, keys) => await requireSupported(manager.orders.restore, 'Restore')(keys),
			}),
		},
		{
			name: 'Send to Fulfillment',
			value: 'sendToFulfillment',
			action: 'Send order to fulfillment',
			description: 'Send orders that await an export to their warehouse',
			fields: sendToFulfillmentFields,
			run: sendToFulfillment,
		},
		{
			name: 'Set Notes',
			value: 'setNotes',
			action: 'Set notes of order',
			description: 'Set the internal notes and the notes from and to the buyer',
			fields: setNotesFields,
			run: setNotes,
		},
		{
			name: 'Split',
			value: 'split',
			action: 'Split order',
			description: 'Move pieces of an order into new orders',
			fields: [...orderLocator, ...partFields, simplify, optionsWith()],
			run: batchOperation<Split, SplitReceipt>({
				atMostOnce: true,
				read: (fields) => ({ key: readOrderLocator(fields), parts: readParts(fields) }),
				nameOf: ({ key }) => nameOfOrder(key),
				run: async (manager, splits) => await requireSupported(manager.orders.split, 'Split')(splits),
			}),
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update order',
			description: 'Change the address, notes, shipping and dates of orders',
			fields: [...orderKeyFields, changeField, simplify, optionsWith()],
			run: batchOperation<OrderChange, OrderReceipt>({
				read: (fields) => readChange(fields, readOrderKey(fields)),
				nameOf: ({ key }) => nameOfKey(key),
				run: async (manager, changes) => await manager.orders.update(changes),
				notSent: ({ notSent }) => notSent,
			}),
		},
		{
			name: 'Validate',
			value: 'validate',
			action: 'Validate change of order',
			description: 'Ask whether the service would accept an update, without making it',
			fields: [
				...orderLocator,
				{ ...changeField, description: 'The change to validate. The order stays as it is.' },
				...outputFields(validationShape),
				optionsWith(),
			],
			run: batchOperation<OrderChange, Validation>({
				shape: validationShape,
				reads: true,
				read: (fields) => readChange(fields, readOrderLocator(fields)),
				nameOf: ({ key }) => nameOfOrder(key),
				run: async (manager, changes) => await requireSupported(manager.orders.validate, 'Validate')(changes),
				notSent: ({ notSent }) => notSent,
			}),
		},
	],
};
