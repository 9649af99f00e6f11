import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../../shared/domain/inputError';
import type { NewProduct, ProductKey } from '../../../../shared/domain/product/product';
import { jsonRows } from '../../../../shared/n8n/read/jsonRows';
import type { Fields } from '../../../../shared/n8n/read/params';
import { product, readProductKey } from '../../../../shared/n8n/form/productLocator';

type Parts = Extract<NewProduct, { type: 'bundle' }>['parts'];

const EXAMPLE = '[{"sku": "MUG-BLU-12", "quantity": 2}]';

/** The components of a bundle, as a form or as JSON. */
export const partFields: INodeProperties[] = [
	{
		displayName: 'Components From',
		name: 'partsFrom',
		type: 'options',
		options: [
			{ name: 'Form', value: 'form', description: 'Choose the components below. Every item gets the same ones.' },
			{
				name: 'JSON',
				value: 'json',
				description: 'A list of components in one field, for example from the incoming item',
			},
		],
		default: 'form',
	},
	{
		displayName: 'Components',
		name: 'parts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add component',
		default: {},
		displayOptions: { show: { partsFrom: ['form'] } },
		options: [
			{
				displayName: 'Component',
				name: 'part',
				values: [
					product,
					{ displayName: 'Quantity', name: 'quantity', type: 'number', typeOptions: { minValue: 1 }, default: 1 },
				],
			},
		],
	},
	{
		displayName: 'Components (JSON)',
		name: 'partsJson',
		type: 'json',
		required: true,
		default: EXAMPLE,
		description: 'A list of components with sku or productId, and quantity',
		displayOptions: { show: { partsFrom: ['json'] } },
	},
];

/** Reads the components of a bundle. @throws InputError naming the component and its field */
export function readParts(fields: Fields): Parts {
	const isJson = fields.raw('partsFrom') === 'json';
	const rows = isJson
		? jsonRows(fields, 'partsJson', 'Components (JSON)', `Give a list such as ${EXAMPLE}.`)
		: fields.rows('parts', 'part');
	if (rows.length === 0)
		throw new InputError('Components', 'The bundle has no components.', 'Add at least one product and its quantity.');
	return rows.map((row, at) => {
		const where = rows.length === 1 ? '' : ` of component ${at + 1}`;
		return {
			product: isJson ? jsonKey(row, where) : readProductKey(row, 'product', `Product${where}`),
			quantity: row.quantity('quantity', `Quantity${where}`),
		};
	});
}

function jsonKey(row: Fields, where: string): ProductKey {
	const productId = row.code('productId');
	return productId === undefined ? { sku: row.requiredCode('sku', `SKU${where}`) } : { productId };
}
