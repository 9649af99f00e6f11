import type { INodeProperties } from 'n8n-workflow';
import { type Product, type ProductKey, nameOfProduct } from '../../../shared/domain/product/product';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { anyProduct, readProductKey } from '../../../shared/n8n/form/productLocator';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { productShape } from './productShapes';

export const getFields: INodeProperties[] = onlyFor('product', 'get', [
	...anyProduct,
	...outputFields(productShape),
	optionsWith(),
]);

export const get = batchOperation<ProductKey, Product>({
	shape: productShape,
	reads: true,
	read: (fields) => readProductKey(fields),
	nameOf: nameOfProduct,
	run: async (manager, keys) => await manager.products.get(keys),
});
