import type { INodeProperties } from 'n8n-workflow';
import type { ProductReceipt, ProductUpsert } from '../../../shared/domain/product/product';
import { columnsField } from '../../../shared/n8n/columns/columns';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import {
	AMOUNTS,
	type ProductAccount,
	columnHints,
	loadAccount,
	readProductColumns,
	requireColumns,
} from './form/columnMapping';

export const upsertFields: INodeProperties[] = [
	columnsField({ method: 'getProductColumns', mode: 'upsert', description: AMOUNTS }),
	simplify,
	optionsWith(),
];

interface Input {
	product: ProductUpsert;
	unused: string[];
	assumed: string[];
}

/**
 * Creates the products whose SKU does not exist and changes the others. What a new one needs is checked only then.
 */
export const upsert = batchOperation<Input, ProductReceipt, ProductAccount>({
	load: loadAccount,
	read: (fields, account) => {
		const values = readProductColumns(fields, account, ['productId']);
		return {
			product: {
				sku: requireColumns(values, account, 'upsert'),
				details: values.details,
				customFields: values.customFields,
			},
			unused: values.unused,
			assumed: values.assumed,
		};
	},
	nameOf: ({ product: { sku } }) => `SKU ${sku}`,
	run: async (manager, inputs) =>
		await manager.products.createOrUpdate(inputs.map(({ index, value }) => ({ index, value: value.product }))),
	notSent: ({ notSent }) => notSent,
	unused: ({ unused }) => unused,
	...columnHints,
});
