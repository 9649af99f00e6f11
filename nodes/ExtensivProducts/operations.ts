import type { INodeProperties } from 'n8n-workflow';
import { resourcesWithApiRequest } from '../shared/n8n/run/customCall';
import { choiceByContract, operationField } from '../shared/n8n/form/operationFields';

/** Resources and operations; a credential shows those that its contract supports. */
export const menu: INodeProperties[] = [
	...resourcesWithApiRequest(
		[
			{ name: 'Listing', value: 'listing', description: 'An offer of a product in a sales channel' },
			{ name: 'Product', value: 'product' },
			{
				name: 'Product Custom Field',
				value: 'productCustomField',
				description: 'A field of your own that products have',
			},
			{ name: 'Product Label', value: 'productLabel', description: 'A tag on a product' },
		],
		'product',
	),
	choiceByContract(
		operationField('product', 'getAll', [
			{
				name: 'Add Image',
				value: 'addImage',
				action: 'Add an image to a product',
				description: 'Add an image to a product. An existing image is not added twice.',
			},
			{
				name: 'Create',
				value: 'create',
				action: 'Create a product',
				description: 'Create products. Existing products are returned, not duplicated.',
			},
			{
				name: 'Create or Update',
				value: 'upsert',
				action: 'Create or update a product',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{ name: 'Get', value: 'get', action: 'Get a product', description: 'Get a product by its SKU, ID, UPC or MPN' },
			{ name: 'Get Many', value: 'getAll', action: 'Get many products', description: 'Get many products' },
			{
				name: 'Set Category',
				value: 'setCategory',
				action: 'Set a category of a product',
				description: 'Put products into a category',
			},
			{ name: 'Update', value: 'update', action: 'Update a product', description: 'Change products' },
		]),
	),
	operationField('productLabel', 'get', [
		{ name: 'Add', value: 'add', action: 'Add a label to a product', description: 'Add labels to a product' },
		{ name: 'Get', value: 'get', action: 'Get the labels of a product', description: 'Get the labels of a product' },
		{
			name: 'Remove',
			value: 'remove',
			action: 'Remove a label from a product',
			description: 'Remove labels from a product',
		},
	]),
	operationField('productCustomField', 'get', [
		{
			name: 'Get',
			value: 'get',
			action: 'Get the custom fields of a product',
			description: 'Get the custom fields of a product that have a value',
		},
		{
			name: 'Set',
			value: 'set',
			action: 'Set a custom field of a product',
			description: 'Set the value of a custom field',
		},
	]),
	operationField('listing', 'getAll', [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a listing',
			description: 'Offer products in a sales channel. Existing listings are returned, not duplicated.',
		},
		{ name: 'Get Many', value: 'getAll', action: 'Get many listings', description: 'Get many listings' },
		{
			name: 'Update',
			value: 'update',
			action: 'Update a listing',
			description: 'Change the SKU, stock push and state of listings',
		},
	]),
];
