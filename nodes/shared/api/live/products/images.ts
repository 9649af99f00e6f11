import { append } from '../../../domain/append';
import type {
	CategoryAssignment,
	CategoryReceipt,
	ImageAddition,
	ImageReceipt,
	Product,
	ProductAttribute,
} from '../../../domain/product/product';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { readAs, recordId, text } from '../../common/parse';
import { doubtAbout } from '../../../batch/confirm/confirm';
import type { WithRaw } from '../../ports/types';
import { type Located, fold, keyText, locateProducts } from '../../common/productKeys';
import { readRecords } from '../../common/records';
import { write } from '../../../batch/write';
import { writeOne } from '../../../batch/writeOne';
import { recordReader } from '../../common/unreadable';
import { leaveOut } from '../../ports/unreadable';
import { LIVE_DIALECT } from '../dialect';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { findBySku, getProducts } from './find';

/**
 * Adds images. The products are read first: an existing image is returned, not added again, even after a lost response.
 */
export async function addImages(
	client: ApiClient,
	images: ReadonlyArray<BatchItem<ImageAddition>>,
): Promise<Array<ItemResult<WithRaw<ImageReceipt>>>> {
	return await write(client, images, {
		duplicates: {
			by: ({ key, imageUrl }) => `${keyText(key)}\n${imageUrl}`,
			name: ({ imageUrl }) => `the image ${imageUrl}`,
			field: 'imageUrl',
		},
		sendGroup: async (once) => {
			const { found, missing } = await locateProducts(once, async (keys) => getProducts(client, keys));
			// One after the other: the service puts an image without a rank last.
			const added = await write(client, found, { sendEach: async ({ value }) => addImage(client, value) });
			return [...missing, ...added];
		},
	});
}

async function addImage(client: ApiClient, { input, product }: Located<ImageAddition>): Promise<WithRaw<ImageReceipt>> {
	const { productId, sku, imageUrls } = product.value;
	const receipt = (outcome: ImageReceipt['outcome'], raw: unknown): WithRaw<ImageReceipt> => ({
		value: { outcome, productId, sku, imageUrl: input.imageUrl },
		raw,
	});
	if (imageUrls.includes(input.imageUrl)) return receipt('existing', product.raw);
	const query = { productId: wireId(productId, 'productId'), imageUrl: input.imageUrl, rank: input.rank };
	return await writeOne(
		client,
		LIVE.addProductImage,
		{ query },
		{
			taken: (raw) => receipt('added', raw),
			find: async () => {
				const [now] = await getProducts(client, [{ index: 0, value: { productId } }]);
				if (now && !now.ok) throw now.error;
				return now?.value.value.imageUrls.includes(input.imageUrl) ? receipt('added', now.value.raw) : undefined;
			},
		},
	);
}

type Assigned = WithRaw<CategoryReceipt>;

/** Puts products into categories; one call covers many products of one category. */
export async function setCategories(
	client: ApiClient,
	assignments: ReadonlyArray<BatchItem<CategoryAssignment>>,
): Promise<Array<ItemResult<Assigned>>> {
	// One missing product makes the service refuse the whole call, so each is looked up.
	const { found, missing } = await locateProducts(assignments, async (keys) => getProducts(client, keys));
	const assigned = await write(client, found, {
		groupBy: ({ input }) => input.category,
		distinctBy: ({ product }) => product.value.productId,
		endpoint: LIVE.setProductCategory,
		call: (rows) => ({
			body: {
				categoryName: rows[0]?.value.input.category ?? '',
				productIds: [...new Set(rows.map(({ value }) => wireId(value.product.value.productId, 'productId')))],
			},
		}),
		settle: (rows, response) => {
			const doubt = doubtAbout(LIVE.setProductCategory, response, LIVE_DIALECT);
			if (doubt) throw doubt;
			return rows.map(({ index, value }) => ({
				index,
				ok: true,
				value: assignedTo(value.input, value.product.value, response),
			}));
		},
		find: async (rows) => {
			// By SKU, because the list filters by it; the call by ID takes one product.
			const now = await findBySku(
				client,
				rows.map(({ value }) => value.product.value.sku),
			);
			return ({ value }) => {
				const product = now.get(fold(value.product.value.sku));
				return product?.value.categories.includes(value.input.category)
					? assignedTo(value.input, product.value, product.raw)
					: undefined;
			};
		},
	});
	return [...missing, ...assigned];
}

const assignedTo = ({ category }: CategoryAssignment, { productId, sku }: Product, raw: unknown): Assigned => ({
	value: { outcome: 'assigned', productId, sku, category },
	raw,
});

const wireGroup = z.looseObject({
	name: text,
	attributeGroupId: recordId,
	attributes: z.array(z.looseObject({ attributeId: recordId, name: text })).nullish(),
});
const readGroup = recordReader({ what: 'Attribute group', id: 'attributeGroupId', name: 'name' }, (row, endpoint) =>
	readAs(wireGroup, row, endpoint),
);

/** The attributes that variations can have, group by group. */
export async function listAttributes(client: ApiClient): Promise<ProductAttribute[]> {
	const pages = readRecords(client, LIVE.productAttributes, {
		read: readGroup,
		key: ({ attributeGroupId }) => attributeGroupId,
		unreadable: leaveOut,
	});
	const all: ProductAttribute[] = [];
	for await (const page of pages) {
		for (const { name: group, attributes } of page) {
			append(
				all,
				(attributes ?? []).map(({ attributeId, name }) => ({ attributeId, name: name ?? '', group })),
			);
		}
	}
	return all;
}
