import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../shared/domain/inputError';
import { type NewProduct, PRODUCT_TYPES, type ProductReceipt } from '../../../shared/domain/product/product';
import { columnsField } from '../../../shared/n8n/columns/columns';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { withoutLookUp } from '../../../shared/n8n/run/atMostOnce';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { choiceByContract } from '../../../shared/n8n/form/operationFields';
import type { Fields } from '../../../shared/n8n/read/params';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';
import {
	AMOUNTS,
	type ProductAccount,
	columnHints,
	loadAccount,
	readProductColumns,
	requireColumns,
} from './form/columnMapping';
import { partFields, readParts } from './form/parts';

/** Shows fields for products of one type. */
const forType = (type: string, fields: INodeProperties[]): INodeProperties[] =>
	fields.map((field) => ({
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, productType: [type] } },
	}));

const productType: INodeProperties = {
	displayName: 'Product Type',
	name: 'productType',
	type: 'options',
	options: [
		{ name: 'Bundle', value: 'bundle', description: 'A kit of other products' },
		{ name: 'Core', value: 'core', description: 'A plain product' },
		{
			name: 'Variation',
			value: 'variation',
			description: 'One version of a virtual product, for example one size of a shirt',
		},
		{ name: 'Virtual', value: 'virtual', description: 'The parent of variations, without stock of its own' },
	],
	default: 'core',
};

export const createFields: INodeProperties[] = [
	choiceByContract(productType),
	...forType('bundle', partFields),
	...forType('variation', [
		{
			...product,
			displayName: 'Virtual Product',
			name: 'virtualProduct',
			required: true,
			description: 'The parent of the variation',
		},
		{
			displayName: 'Attribute Names or IDs',
			name: 'attributeIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getProductAttributes' },
			required: true,
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			hint: 'What distinguishes the variation from its siblings',
		},
	]),
	columnsField({ method: 'getProductColumns', mode: 'add', dependsOn: ['productType'], description: AMOUNTS }),
	simplify,
	optionsWith([
		{
			displayName: 'Look Up SKU First',
			name: 'lookUpFirst',
			type: 'boolean',
			default: true,
			description: 'Whether to look for a product with this SKU first, and return it instead of creating it again',
		},
	]),
];

interface Input {
	product: NewProduct;
	unused: string[];
	assumed: string[];
}

export const create = batchOperation<Input, ProductReceipt, ProductAccount>({
	atMostOnce: withoutLookUp,
	load: loadAccount,
	read: (fields, account) => {
		const values = readProductColumns(fields, account);
		const type = fields.choice('productType', 'Product Type', PRODUCT_TYPES, 'core');
		const sku = requireColumns(values, account, type);
		const basics = { sku, details: values.details, customFields: values.customFields };
		return { product: typed(basics, type, fields), unused: values.unused, assumed: values.assumed };
	},
	nameOf: ({ product: { sku } }) => `SKU ${sku}`,
	run: async (manager, inputs, options) =>
		await manager.products.create(
			inputs.map(({ index, value }) => ({ index, value: value.product })),
			{
				lookUpFirst: options.inside('options').flag('lookUpFirst', true),
			},
		),
	notSent: ({ notSent }) => notSent,
	unused: ({ unused }) => unused,
	...columnHints,
});

function typed(
	basics: Pick<NewProduct, 'sku' | 'details' | 'customFields'>,
	type: NewProduct['type'],
	fields: Fields,
): NewProduct {
	if (type === 'bundle') return { ...basics, type, parts: readParts(fields) };
	if (type !== 'variation') return { ...basics, type };
	const attributeIds = fields.list('attributeIds') ?? [];
	if (attributeIds.length === 0)
		throw new InputError(
			'Attributes',
			'A variation needs at least one attribute.',
			'Choose what distinguishes it from its siblings, for example its size.',
		);
	return { ...basics, type, parent: readProductKey(fields, 'virtualProduct', 'Virtual Product'), attributeIds };
}
