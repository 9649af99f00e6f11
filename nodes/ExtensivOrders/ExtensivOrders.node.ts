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
import { getLabels } from '../shared/n8n/form/labelFields';
import { listSearch } from '../shared/n8n/search/listSearch';
import { listingSearch } from '../shared/n8n/search/listingSearch';
import { outputsWithCalls } from '../shared/n8n/output/nodeOutputs';
import { runNode } from '../shared/n8n/run/runner';
import { shippingSearch } from '../shared/n8n/search/shippingSearch';
import { propertiesOf, subtitleOf } from '../shared/n8n/resources/nodeResources';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { order } from './resources/order';
import { getOrderColumns } from './resources/order/lines/getOrderColumns';
import { orderCustomField, getOrderCustomFields } from './resources/orderCustomField';
import { orderItem } from './resources/orderItem';
import { orderLabel } from './resources/orderLabel';

const resources = [order, orderItem, orderLabel, orderCustomField];

/** Orders, with their lines, labels and custom fields. */
export class ExtensivOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Orders',
		name: 'extensivOrders',
		icon: { light: 'file:../shared/icons/orders.svg', dark: 'file:../shared/icons/orders.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description:
			'Create, find, change, hold, split, send and cancel orders. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Orders' },
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
		properties: [authentication, toolNotice, ...propertiesOf(resources, 'order')],
	};

	methods = {
		credentialTest: { testAccessToken },
		listSearch: { ...listSearch, ...listingSearch, ...shippingSearch },
		loadOptions: { getLabels, getOrderCustomFields },
		resourceMapping: { getOrderColumns },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, resources);
	}
}
