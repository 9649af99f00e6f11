import type { INodeProperties } from 'n8n-workflow';
import { type Product, type ProductKey, nameOfProduct } from '../shared/domain/product';
import { onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { anyProduct, readProductKey } from '../shared/n8n/productLocator';

export const getFields: INodeProperties[] = onlyFor('product', 'get', [...anyProduct, optionsWith(), simplify]);

export const get = batchOperation<ProductKey, Product>({
	reads: true,
	read: (fields) => readProductKey(fields),
	nameOf: nameOfProduct,
	run: async (manager, keys) => await manager.products.get(keys),
});
