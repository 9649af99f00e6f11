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
import { productSearch } from '../shared/n8n/search/productSearch';
import { outputsWithCalls } from '../shared/n8n/output/nodeOutputs';
import { runNode } from '../shared/n8n/run/runner';
import { stockSearch } from '../shared/n8n/search/stockSearch';
import { propertiesOf, subtitleOf } from '../shared/n8n/resources/nodeResources';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { location } from './resources/location';
import { stockLevel } from './resources/stockLevel';
import { stockRecord } from './resources/stockRecord';

const resources = [stockLevel, stockRecord, location];

/** Stock levels, the stock records behind them, and their locations. */
export class ExtensivInventory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Inventory',
		name: 'extensivInventory',
		icon: { light: 'file:../shared/icons/inventory.svg', dark: 'file:../shared/icons/inventory.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Read and change stock levels, stock records and locations. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Inventory' },
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
		properties: [authentication, toolNotice, ...propertiesOf(resources, 'stockLevel')],
	};

	methods = { credentialTest: { testAccessToken }, listSearch: { ...listSearch, ...productSearch, ...stockSearch } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, resources);
	}
}
