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
import { connection } from './resources/connection';
import { dashboard } from './resources/dashboard';
import { kpi } from './resources/kpi';
import { order } from './resources/order';
import { stock } from './resources/stock';

const OUTPUTS = ['Result', 'Summary'];
const resources = [connection, dashboard, kpi, order, stock];

/** Whether the connection works, whether the ERP and Order Manager agree, and how orders go. */
export class ExtensivInsights implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Insights',
		name: 'extensivInsights',
		icon: { light: 'file:../shared/icons/insights.svg', dark: 'file:../shared/icons/insights.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Check the connection, compare stock and orders with your ERP, and report on orders',
		defaults: { name: 'Extensiv Insights' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsWithCalls(...OUTPUTS),
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
		properties: [authentication, toolNotice, ...propertiesOf(resources, 'connection')],
	};

	methods = { credentialTest: { testAccessToken }, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, resources, OUTPUTS.length);
	}
}
