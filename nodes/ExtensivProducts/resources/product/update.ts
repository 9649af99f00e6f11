import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../shared/domain/inputError';
import { type ProductChange, type ProductReceipt, nameOfProduct } from '../../../shared/domain/product/product';
import { columnsField } from '../../../shared/n8n/columns/columns';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';
import { type ProductAccount, columnHints, loadAccount, readProductColumns } from './form/columnMapping';

export const updateFields: INodeProperties[] = [
	{ ...product, required: true },
	columnsField({
		method: 'getProductColumns',
		mode: 'add',
		valuesLabel: 'Values to Change',
		description:
			'Only columns that have a value are changed. Amounts stay in the currency of the product unless the ' +
			'column Currency says otherwise.',
	}),
	simplify,
	optionsWith(),
];

/** Columns that identify the product and are not part of the change. */
const KEYS = ['sku', 'productId'];

interface Input {
	change: ProductChange;
	unused: string[];
	assumed: string[];
}

export const update = batchOperation<Input, ProductReceipt, ProductAccount>({
	load: loadAccount,
	read: (fields, account) => {
		const key = readProductKey(fields);
		const { details, customFields, unused, assumed } = readProductColumns(fields, account, KEYS);
		if (Object.keys(details).length === 0 && customFields.length === 0) {
			throw new InputError('Columns', 'There is nothing to change.', 'Map at least one column to a value.');
		}
		return { change: { key, details, customFields }, unused, assumed };
	},
	nameOf: ({ change: { key } }) => nameOfProduct(key),
	run: async (manager, inputs) =>
		await manager.products.update(inputs.map(({ index, value }) => ({ index, value: value.change }))),
	notSent: ({ notSent }) => notSent,
	unused: ({ unused }) => unused,
	...columnHints,
});
