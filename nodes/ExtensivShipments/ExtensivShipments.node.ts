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
import { shippingSearch } from '../shared/n8n/search/shippingSearch';
import { propertiesOf, subtitleOf } from '../shared/n8n/resources/nodeResources';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { carrier } from './resources/carrier';
import { shipment } from './resources/shipment';

const resources = [shipment, carrier];

/** Shipments, labels and carriers. */
export class ExtensivShipments implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Shipments',
		name: 'extensivShipments',
		icon: { light: 'file:../shared/icons/shipments.svg', dark: 'file:../shared/icons/shipments.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Read, register, buy and void shipments, and look up carriers. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Shipments' },
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
		properties: [authentication, toolNotice, ...propertiesOf(resources, 'shipment')],
	};

	methods = { credentialTest: { testAccessToken }, listSearch: { ...listSearch, ...shippingSearch } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, resources);
	}
}
