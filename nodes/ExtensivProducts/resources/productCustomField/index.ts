import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { ProductWithFields } from '../../../shared/api/ports/products';
import { nameOfProduct, type ProductKey } from '../../../shared/domain/product/product';
import { customFieldOptions } from '../../../shared/n8n/form/customFieldFields';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';
import { customFieldResource } from '../../../shared/n8n/resources/customFields';
import { productFieldsShape } from '../product/productShapes';

export const productCustomField = customFieldResource<ProductKey, ProductWithFields>({
	thing: 'Product',
	loadOptionsMethod: 'getProductCustomFields',
	locator: [{ ...product, required: true }],
	readKey: (fields) => readProductKey(fields),
	nameOf: nameOfProduct,
	portOf: ({ productFields }) => productFields,
	shape: productFieldsShape,
});

/** The account's custom fields of products, for the list. */
export async function getProductCustomFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await customFieldOptions(this, (manager) => manager.productFields?.definitions());
}
