import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { atMostOnceHint } from '../shared/n8n/atMostOnce';
import { testAccessToken } from '../shared/n8n/credentialTest';
import { authentication } from '../shared/n8n/fields';
import { listSearch } from '../shared/n8n/listSearch';
import { type Operations, runNode } from '../shared/n8n/runner';
import { subtitleOf } from '../shared/n8n/subtitle';
import { toolNotice } from '../shared/n8n/toolFields';
import { accountFields, getCompany, getOptions, getThrottleLimits } from './account.operation';
import { create, createFields } from './create.operation';
import { get, getFields } from './get.operation';
import { getAll, getAllFields } from './getAll.operation';
import { menu } from './operations';
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
		subtitle: subtitleOf(menu),
		description:
			'Read and change warehouses, read sales channels and the account. The trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Warehouses' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'extensivOrderManagerApi',
				required: true,
				testedBy: 'testAccessToken',
				displayOptions: { show: { authentication: ['extensivOrderManagerApi'] } },
			},
			{
				name: 'extensivOrderManagerOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['extensivOrderManagerOAuth2Api'] } },
			},
			{
				name: 'extensivOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['extensivOAuth2Api'] } },
			},
		],
		hints: [atMostOnceHint(operations)],
		properties: [
			authentication,
			toolNotice,
			...menu,
			...createFields,
			...getFields,
			...getAllFields,
			...updateFields,
			...salesChannelsFields,
			...accountFields,
		],
	};

	methods = { credentialTest: { testAccessToken }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, operations);
	}
}
