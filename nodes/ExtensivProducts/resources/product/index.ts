import { requireSupported } from '../../../shared/api/ports/requireSupported';
import {
	type CategoryAssignment,
	type CategoryReceipt,
	nameOfProduct,
	type Product,
	type ProductKey,
} from '../../../shared/domain/product/product';
import { optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { anyProduct, product as productField, readProductKey } from '../../../shared/n8n/form/productLocator';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { addImage, addImageFields } from './addImage';
import { create, createFields } from './create';
import { getAll, getAllFields } from './getAll';
import { productShape } from './productShapes';
import { update, updateFields } from './update';
import { upsert, upsertFields } from './upsert';

export const product: Resource = {
	name: 'Product',
	value: 'product',
	operations: [
		{
			name: 'Add Image',
			value: 'addImage',
			action: 'Add image to product',
			description: 'Add an image to a product. An existing image is not added twice.',
			fields: addImageFields,
			run: addImage,
		},
		{
			name: 'Create',
			value: 'create',
			action: 'Create product',
			description: 'Create products. Existing products are returned, not duplicated.',
			fields: createFields,
			run: create,
		},
		{
			name: 'Create or Update',
			value: 'upsert',
			action: 'Create or update product',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			fields: upsertFields,
			run: upsert,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get product',
			description: 'Get a product by its SKU, ID, UPC or MPN',
			fields: [...anyProduct, ...outputFields(productShape), optionsWith()],
			run: batchOperation<ProductKey, Product>({
				shape: productShape,
				reads: true,
				read: (fields) => readProductKey(fields),
				nameOf: nameOfProduct,
				run: async (manager, keys) => await manager.products.get(keys),
			}),
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many products',
			description: 'Get many products',
			initial: true,
			fields: getAllFields,
			run: getAll,
		},
		{
			name: 'Set Category',
			value: 'setCategory',
			action: 'Set category of product',
			description: 'Add products to a category',
			fields: [
				{ ...productField, required: true },
				{
					displayName: 'Category',
					name: 'category',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. Kitchen',
					description:
						'Name of the category. It is created if it does not exist. The product keeps its other categories.',
				},
				simplify,
				optionsWith(),
			],
			run: batchOperation<CategoryAssignment, CategoryReceipt>({
				read: (fields) => ({ key: readProductKey(fields), category: fields.required('category', 'Category') }),
				nameOf: ({ key }) => nameOfProduct(key),
				run: async ({ products }, assignments) =>
					await requireSupported(products.setCategories, 'Set Category')(assignments),
			}),
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update product',
			description: 'Change products',
			fields: updateFields,
			run: update,
		},
	],
};
