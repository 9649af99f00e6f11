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
import { type Operations, runNode } from '../shared/n8n/run/runner';
import { subtitleOf } from '../shared/n8n/form/subtitle';
import { toolNotice } from '../shared/n8n/form/toolFields';
import { addImage, addImageFields } from './resources/product/addImage';
import { getProductAttributes } from './resources/product/form/attributes';
import { getProductColumns } from './resources/product/form/columnMapping';
import { create, createFields } from './resources/product/create';
import * as productCustomField from './resources/productCustomField/customFields';
import { get, getFields } from './resources/product/get';
import { getAll, getAllFields } from './resources/product/getAll';
import * as productLabel from './resources/productLabel/labels';
import { create as createListing, listingCreateFields } from './resources/listing/create';
import { getAll as getAllListings, listingGetAllFields } from './resources/listing/getAll';
import { update as updateListing, listingUpdateFields } from './resources/listing/update';
import { menu } from './operations';
import { setCategory, setCategoryFields } from './resources/product/setCategory';
import { update, updateFields } from './resources/product/update';
import { upsert, upsertFields } from './resources/product/upsert';

const operations: Operations = {
	product: { addImage, create, get, getAll, setCategory, update, upsert },
	productLabel: { add: productLabel.add, get: productLabel.get, remove: productLabel.remove },
	productCustomField: { get: productCustomField.get, set: productCustomField.set },
	listing: { create: createListing, getAll: getAllListings, update: updateListing },
};

/** Products with their labels and custom fields, and their listings in sales channels. */
export class ExtensivProducts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Products',
		name: 'extensivProducts',
		icon: { light: 'file:../shared/icons/products.svg', dark: 'file:../shared/icons/products.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleOf(menu),
		description: 'Create, find and change products and listings. Its trigger is Extensiv Order Manager Trigger.',
		defaults: { name: 'Extensiv Products' },
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
			...upsertFields,
			...updateFields,
			...getFields,
			...getAllFields,
			...addImageFields,
			...setCategoryFields,
			...productLabel.labelFields,
			...productCustomField.customFieldFields,
			...listingGetAllFields,
			...listingCreateFields,
			...listingUpdateFields,
		],
	};

	methods = {
		credentialTest: { testAccessToken },
		listSearch: { ...listSearch, ...productSearch },
		loadOptions: { getLabels, getProductAttributes, getProductCustomFields: productCustomField.getProductCustomFields },
		resourceMapping: { getProductColumns },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runNode(this, operations);
	}
}
