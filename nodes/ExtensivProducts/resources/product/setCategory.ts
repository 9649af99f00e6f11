import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { type CategoryAssignment, type CategoryReceipt, nameOfProduct } from '../../../shared/domain/product/product';
import { onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';

export const setCategoryFields: INodeProperties[] = onlyFor('product', 'setCategory', [
	{ ...product, required: true },
	{
		displayName: 'Category',
		name: 'category',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Kitchen',
		description: 'Name of the category. One that does not exist is created; the categories that the product has stay.',
	},
	simplify,
	optionsWith(),
]);

export const setCategory = batchOperation<CategoryAssignment, CategoryReceipt>({
	read: (fields) => ({ key: readProductKey(fields), category: fields.required('category', 'Category') }),
	nameOf: ({ key }) => nameOfProduct(key),
	run: async ({ products }, assignments) => await requireSupported(products.setCategories, 'Set Category')(assignments),
});
