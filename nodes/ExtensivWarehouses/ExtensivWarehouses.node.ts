import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { atMostOnceHint } from '../shared/n8n/atMostOnce';
import { authentication } from '../shared/n8n/fields';
import { listSearch } from '../shared/n8n/listSearch';
import { type Operations, runNode } from '../shared/n8n/runner';
import { accountFields, getCompany, getOptions, getThrottleLimits } from './account.operation';
import { create, createFields } from './create.operation';
import { get, getFields } from './get.operation';
import { getAll, getAllFields } from './getAll.operation';
import { menu } from './menu';
import { salesChannelsFields, salesChannelsGetAll } from './salesChannels.operation';
import { update, updateFields } from './update.operation';

const operations: Operations = {
	account: { getCompany, getOptions, getThrottleLimits },
	salesChannel: { getAll: salesChannelsGetAll },
	warehouse: { create, get, getAll, update },
};

/** Warehouses and sales channels, and what the account is and may do. */
export class ExtensivWarehouses implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Warehouses',
		name: 'extensivWarehouses',
		icon: { light: 'file:../shared/icons/warehouses.svg', dark: 'file:../shared/icons/warehouses.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read, create and change warehouses in Extensiv Order Manager, and read sales channels and the account',
		defaults: { name: 'Extensiv Warehouses' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'extensivOrderManagerApi', required: true, displayOptions: { show: { authentication: ['extensivOrderManagerApi'] } } },
			{ name: 'extensivOrderManagerOAuth2Api', required: true, displayOptions: { show: { authentication: ['extensivOrderManagerOAuth2Api'] } } },
			{ name: 'extensivOAuth2Api', required: true, displayOptions: { show: { authentication: ['extensivOAuth2Api'] } } },
		],
		hints: [atMostOnceHint(operations)],
		properties: [
			authentication,
			...menu,
			...createFields,
			...getFields,
			...getAllFields,
			...updateFields,
			...salesChannelsFields,
			...accountFields,
		],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, operations);
	}
}
