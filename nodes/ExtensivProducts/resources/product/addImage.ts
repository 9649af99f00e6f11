import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { type ImageAddition, type ImageReceipt, nameOfProduct } from '../../../shared/domain/product/product';
import { webAddress } from '../../../shared/domain/webAddress';
import { additionalFields, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';

export const addImageFields: INodeProperties[] = [
	{ ...product, required: true },
	{
		displayName: 'Image URL',
		name: 'imageUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/mug.jpg',
		description:
			'Address from which the service can fetch the image. If the product already has the image, it is not ' +
			'added again.',
	},
	additionalFields([
		{
			displayName: 'Rank',
			name: 'rank',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Position among the images of the product',
		},
	]),
	simplify,
	optionsWith(),
];

export const addImage = batchOperation<ImageAddition, ImageReceipt>({
	read: (fields) => {
		const more = fields.inside('additionalFields');
		return {
			key: readProductKey(fields),
			imageUrl: webAddress(fields.required('imageUrl', 'Image URL'), 'Image URL'),
			rank: more.text('rank') === undefined ? undefined : more.quantity('rank', 'Rank', 0),
		};
	},
	nameOf: ({ key }) => nameOfProduct(key),
	run: async ({ products }, images) => await requireSupported(products.addImages, 'Add Image')(images),
});
