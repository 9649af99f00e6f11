import type { INodeProperties } from 'n8n-workflow';
import { resourcesWithApiRequest } from '../shared/n8n/run/customCall';
import { choiceByContract, operationField } from '../shared/n8n/form/operationFields';
import { startingInTools } from '../shared/n8n/form/toolFields';

const orderOperations = choiceByContract(
	operationField('order', 'create', [
		{ name: 'Cancel', value: 'cancel', action: 'Cancel an order', description: 'Cancel orders, with a reason' },
		{
			name: 'Create',
			value: 'create',
			action: 'Create an order',
			description: 'Create orders. Existing orders are returned, not duplicated.',
		},
		{
			name: 'Create or Update',
			value: 'upsert',
			action: 'Create or update an order',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
		},
		{ name: 'Get', value: 'get', action: 'Get an order', description: 'Get an order by its ID or number' },
		{ name: 'Get Many', value: 'getAll', action: 'Get many orders', description: 'Get many orders' },
		{
			name: 'Get Statuses',
			value: 'getStatuses',
			action: 'Get the statuses of orders',
			description: 'Get the statuses that orders can have',
		},
		{
			name: 'Put on Hold',
			value: 'hold',
			action: 'Put an order on hold',
			description: 'Hold orders back until a date',
		},
		{
			name: 'Restore',
			value: 'restore',
			action: 'Restore an order',
			description: 'Take orders from hold, or back from cancellation',
		},
		{
			name: 'Send to Fulfillment',
			value: 'sendToFulfillment',
			action: 'Send an order to fulfillment',
			description: 'Hand orders that wait for an export to their warehouse',
		},
		{
			name: 'Set Notes',
			value: 'setNotes',
			action: 'Set the notes of an order',
			description: 'Set internal notes and notes from and to the buyer',
		},
		{ name: 'Split', value: 'split', action: 'Split an order', description: 'Move pieces of an order into new orders' },
		{
			name: 'Update',
			value: 'update',
			action: 'Update an order',
			description: 'Change the address, notes, shipping and dates of orders',
		},
		{
			name: 'Validate',
			value: 'validate',
			action: 'Validate a change of an order',
			description: 'Ask what the service would say to an update, without making it',
		},
	]),
);

/** Resources and operations; a credential shows those that its contract supports. */
export const menu: INodeProperties[] = [
	...resourcesWithApiRequest(
		[
			{ name: 'Order', value: 'order' },
			{
				name: 'Order Custom Field',
				value: 'orderCustomField',
				description: 'A value of a field that the account has defined for orders',
			},
			{ name: 'Order Item', value: 'orderItem', description: 'A line of an existing order' },
			{ name: 'Order Label', value: 'orderLabel', description: 'A tag on an order' },
		],
		'order',
	),
	// A model that may do as it likes begins with reading.
	...startingInTools(orderOperations, 'getAll'),
	operationField('orderItem', 'add', [
		{
			name: 'Add',
			value: 'add',
			action: 'Add an item to an order',
			description: 'Add a line to an order; lines of one order go in one call',
		},
		{
			name: 'Remove',
			value: 'remove',
			action: 'Remove an item from an order',
			description: 'Take a line out of an order',
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update an item of an order',
			description: 'Change quantity, price, discount or notes of a line',
		},
	]),
	operationField('orderLabel', 'get', [
		{ name: 'Add', value: 'add', action: 'Add labels to an order', description: 'Put labels on an order' },
		{
			name: 'Get',
			value: 'get',
			action: 'Get the labels of an order',
			description: 'Get the labels that an order has',
		},
		{ name: 'Remove', value: 'remove', action: 'Remove labels from an order', description: 'Take labels off an order' },
	]),
	operationField('orderCustomField', 'get', [
		{
			name: 'Get',
			value: 'get',
			action: 'Get the custom fields of an order',
			description: 'Get the values of the custom fields of an order',
		},
		{
			name: 'Set',
			value: 'set',
			action: 'Set custom fields of an order',
			description: 'Set values of custom fields of an order',
		},
	]),
];
