import type { ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { ProductFieldsChange, ProductWithFields } from '../../../shared/api/ports/products';
import { type ProductKey, nameOfProduct } from '../../../shared/domain/product/product';
import { customFieldOptions, customFieldsField, readCustomFields } from '../../../shared/n8n/form/customFieldFields';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { productFieldsShape } from '../product/productShapes';

const RESOURCE = 'productCustomField';

export const customFieldFields: INodeProperties[] = [
	...onlyFor(RESOURCE, ['get', 'set'], [{ ...product, required: true }]),
	...onlyFor(RESOURCE, 'set', [customFieldsField('getProductCustomFields')]),
	...onlyFor(RESOURCE, ['get', 'set'], [...outputFields(productFieldsShape), optionsWith()]),
];

export const get = batchOperation<ProductKey, ProductWithFields>({
	shape: productFieldsShape,
	reads: true,
	read: (fields) => readProductKey(fields),
	nameOf: nameOfProduct,
	run: async ({ productFields }, keys) => await requireSupported(productFields, 'Get Product Custom Fields').get(keys),
});

export const set = batchOperation<ProductFieldsChange, ProductWithFields>({
	shape: productFieldsShape,
	read: (fields) => ({ key: readProductKey(fields), values: readCustomFields(fields) }),
	nameOf: ({ key }) => nameOfProduct(key),
	run: async ({ productFields }, changes) =>
		await requireSupported(productFields, 'Set Product Custom Fields').set(changes),
});

/** The account's custom fields of products, for the list. */
export async function getProductCustomFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await customFieldOptions(this, (manager) => manager.productFields?.definitions());
}
