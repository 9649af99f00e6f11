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
import { runNode } from '../shared/n8n/run/runner';
import { propertiesOf, subtitleOf } from '../shared/n8n/resources/nodeResources';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { country } from './resources/country';
import { orderStatus } from './resources/orderStatus';
import { salesChannel } from './resources/salesChannel';
import { shippingMethod } from './resources/shippingMethod';
import { sku } from './resources/sku';
import { state } from './resources/state';
import { tax } from './resources/tax';
import { unit } from './resources/unit';
import { warehouse } from './resources/warehouse';

const resources = [sku, warehouse, salesChannel, shippingMethod, orderStatus, tax, country, state, unit];

/** The ERP's codes and what they mean in the account, both ways. */
export class ExtensivMapping implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Mapping',
		name: 'extensivMapping',
		icon: { light: 'file:../shared/icons/mapping.svg', dark: 'file:../shared/icons/mapping.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: "Translate the ERP's codes to the account's and back. Unknown codes leave by an output of their own.",
		defaults: { name: 'Extensiv Mapping' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Mapped', 'Unmapped'],
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
		properties: [authentication, toolNotice, ...propertiesOf(resources, 'sku')],
	};

	methods = { credentialTest: { testAccessToken } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, resources);
	}
}
