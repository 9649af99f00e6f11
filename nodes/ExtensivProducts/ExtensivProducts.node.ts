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
import { productSearch } from '../shared/n8n/search/productSearch';
import { outputsWithCalls } from '../shared/n8n/output/nodeOutputs';
import { runNode } from '../shared/n8n/run/runner';
import { propertiesOf, subtitleOf } from '../shared/n8n/resources/nodeResources';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { listing } from './resources/listing';
import { product } from './resources/product';
import { getProductAttributes } from './resources/product/form/attributes';
import { getProductColumns } from './resources/product/form/columnMapping';
import { productCustomField, getProductCustomFields } from './resources/productCustomField';
import { productLabel } from './resources/productLabel';

const resources = [product, productLabel, productCustomField, listing];

/** Products with their labels and custom fields, and their listings in sales channels. */
export class ExtensivProducts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Products',
		name: 'extensivProducts',
		icon: { light: 'file:../shared/icons/products.svg', dark: 'file:../shared/icons/products.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(resources),
		description: 'Create, find and change products and listings. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Products' },
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
		properties: [authentication, toolNotice, ...propertiesOf(resources, 'product')],
	};

	methods = {
		credentialTest: { testAccessToken },
		listSearch: { ...listSearch, ...productSearch },
		loadOptions: { getLabels, getProductAttributes, getProductCustomFields },
		resourceMapping: { getProductColumns },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, resources);
	}
}
