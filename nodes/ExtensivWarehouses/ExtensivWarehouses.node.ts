import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { atMostOnceHint } from '../shared/n8n/run/atMostOnce';
import { testAccessToken } from '../shared/n8n/connect/credentialTest';
import { authentication } from '../shared/n8n/form/fields';
import { listSearch } from '../shared/n8n/search/listSearch';
import { outputsWithCalls } from '../shared/n8n/output/nodeOutputs';
import { runNode } from '../shared/n8n/run/runner';
import { propertiesOf, subtitleOf } from '../shared/n8n/resources/nodeResources';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { account } from './resources/account';
import { salesChannel } from './resources/salesChannel';
import { warehouse } from './resources/warehouse';

const resources = [warehouse, salesChannel, account];

/** Warehouses, sales channels and the account. */
export class ExtensivWarehouses implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Warehouses',
		name: 'extensivWarehouses',
		icon: { light: 'file:../shared/icons/warehouses.svg', dark: 'file:../shared/icons/warehouses.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Read and change warehouses, read sales channels and the account. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Warehouses' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsWithCalls(),
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
		hints: [atMostOnceHint(resources)],
		properties: [authentication, toolNotice, ...propertiesOf(resources, 'warehouse')],
	};

	methods = { credentialTest: { testAccessToken }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, resources);
	}
}
