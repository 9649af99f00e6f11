import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { LabelledProduct, ProductLabelChange } from '../../../shared/api/ports/products';
import { type ProductKey, nameOfProduct } from '../../../shared/domain/product/product';
import { onlyFor, optionsWith } from '../../../shared/n8n/form/fields';
import { labelsField, readLabelNames } from '../../../shared/n8n/form/labelFields';
import { type AnyOperation, batchOperation } from '../../../shared/n8n/run/operation';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { productLabelsShape } from '../product/productShapes';

const RESOURCE = 'productLabel';

export const labelFields: INodeProperties[] = [
	...onlyFor(RESOURCE, ['add', 'get', 'remove'], [{ ...product, required: true }]),
	...onlyFor(RESOURCE, ['add', 'remove'], [labelsField]),
	...onlyFor(RESOURCE, ['add', 'get', 'remove'], [...outputFields(productLabelsShape), optionsWith()]),
];

const change = (verb: 'add' | 'remove', name: string): AnyOperation =>
	batchOperation<ProductLabelChange, LabelledProduct>({
		shape: productLabelsShape,
		read: (fields) => ({ key: readProductKey(fields), labels: readLabelNames(fields) }),
		nameOf: ({ key }) => nameOfProduct(key),
		run: async ({ productLabels }, changes) => await requireSupported(productLabels, name)[verb](changes),
	});

export const add = change('add', 'Add Product Label');
export const remove = change('remove', 'Remove Product Label');
export const get = batchOperation<ProductKey, LabelledProduct>({
	shape: productLabelsShape,
	reads: true,
	read: (fields) => readProductKey(fields),
	nameOf: nameOfProduct,
	run: async ({ productLabels }, keys) => await requireSupported(productLabels, 'Get Product Labels').get(keys),
});
