import type { LabelledProduct } from '../../../shared/api/ports/products';
import { nameOfProduct, type ProductKey } from '../../../shared/domain/product/product';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';
import { labelResource } from '../../../shared/n8n/resources/labels';
import { productLabelsShape } from '../product/productShapes';

export const productLabel = labelResource<ProductKey, LabelledProduct>({
	thing: 'Product',
	locator: [{ ...product, required: true }],
	readKey: (fields) => readProductKey(fields),
	nameOf: nameOfProduct,
	portOf: ({ productLabels }) => productLabels,
	shape: productLabelsShape,
});
