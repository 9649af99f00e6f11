import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { authentication, resourceField } from '../shared/n8n/fields';
import { listSearch } from '../shared/n8n/listSearch';
import { runNode } from '../shared/n8n/runner';
import { cancel, cancelFields } from './cancel.operation';
import { create, createFields } from './create.operation';
import { get, getFields } from './get.operation';
import { getAll, getAllFields } from './getAll.operation';
import { update, updateFields } from './update.operation';

/** Orders: into Order Manager, out of it, changed and cancelled. */
export class ExtensivOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Orders',
		name: 'extensivOrders',
		icon: { light: 'file:../shared/icons/orders.svg', dark: 'file:../shared/icons/orders.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create, find, change and cancel orders in Extensiv Order Manager',
		defaults: { name: 'Extensiv Orders' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'extensivOrderManagerApi', required: true, displayOptions: { show: { authentication: ['extensivOrderManagerApi'] } } },
			{ name: 'extensivOrderManagerOAuth2Api', required: true, displayOptions: { show: { authentication: ['extensivOrderManagerOAuth2Api'] } } },
			{ name: 'extensivOAuth2Api', required: true, displayOptions: { show: { authentication: ['extensivOAuth2Api'] } } },
		],
		properties: [
			authentication,
			resourceField([{ name: 'Order', value: 'order' }], 'order'),
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['order'] } },
				options: [
					{ name: 'Cancel', value: 'cancel', action: 'Cancel an order', description: 'Cancel orders, with a reason' },
					{ name: 'Create', value: 'create', action: 'Create an order', description: 'Create orders; one that is there already is reported, not doubled' },
					{ name: 'Get', value: 'get', action: 'Get an order', description: 'Get an order by its ID or number' },
					{ name: 'Get Many', value: 'getAll', action: 'Get many orders', description: 'Get many orders' },
					{ name: 'Update', value: 'update', action: 'Update an order', description: 'Change the address, notes, shipping and dates of orders' },
				],
				default: 'create',
			},
			...createFields,
			...getFields,
			...getAllFields,
			...updateFields,
			...cancelFields,
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, { order: { cancel, create, get, getAll, update } });
	}
}
