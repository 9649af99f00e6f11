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
import { getLabels } from '../shared/n8n/labelFields';
import { listSearch } from '../shared/n8n/listSearch';
import { productSearch } from '../shared/n8n/productSearch';
import { type Operations, runNode } from '../shared/n8n/runner';
import { subtitleOf } from '../shared/n8n/subtitle';
import { toolNotice } from '../shared/n8n/toolFields';
import { addImage, addImageFields } from './addImage.operation';
import { getProductAttributes } from './attributes';
import { getProductColumns } from './columnMapping';
import { create, createFields } from './create.operation';
import * as productCustomField from './customField.operation';
import { get, getFields } from './get.operation';
import { getAll, getAllFields } from './getAll.operation';
import * as productLabel from './label.operation';
import { create as createListing, listingCreateFields } from './listingCreate.operation';
import { getAll as getAllListings, listingGetAllFields } from './listingGetAll.operation';
import { update as updateListing, listingUpdateFields } from './listingUpdate.operation';
import { menu } from './operations';
import { setCategory, setCategoryFields } from './setCategory.operation';
import { update, updateFields } from './update.operation';
import { upsert, upsertFields } from './upsert.operation';

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
