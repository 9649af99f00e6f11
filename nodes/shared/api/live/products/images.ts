import { append } from '../../../domain/append';
import type {
	CategoryAssignment,
	CategoryReceipt,
	ImageAddition,
	ImageReceipt,
	Product,
	ProductAttribute,
} from '../../../domain/product/product';
import { mapConcurrent } from '../../../batch/sendInBatches';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { forEachGroup, groupsOf } from '../../../batch/groups';
import * as z from '../../../vendor/zod';
import { readAs, recordId, text } from '../../common/parse';
import { doubtAbout } from '../../../batch/confirm/confirm';
import type { WithRaw } from '../../ports/types';
import { type Located, fold, keyText, locateProducts } from '../../common/productKeys';
import { readRecords } from '../../common/records';
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { sendOne } from '../../../batch/sendOne';
import { recordReader } from '../../common/unreadable';
import { leaveOut } from '../../ports/unreadable';
import { LIVE_DIALECT } from '../dialect';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { findBySku, getProducts } from './find';
import { sendReconciled } from '../../../batch/sendReconciled';

/**
 * Adds images. The products are read first: an image that is there already is reported, not added again, also after a
 * lost answer.
 */
export async function addImages(
	client: ApiClient,
	images: ReadonlyArray<BatchItem<ImageAddition>>,
): Promise<Array<ItemResult<WithRaw<ImageReceipt>>>> {
	const { once, repeats } = rejectDuplicates(
		images,
		({ key, imageUrl }) => `${keyText(key)}\n${imageUrl}`,
		({ imageUrl }) => `the image ${imageUrl}`,
		'imageUrl',
	);
	const { found, missing } = await locateProducts(once, async (keys) => getProducts(client, keys));
	// One after the other: the service gives an image without a rank the next place.
	const added = await mapConcurrent(found, 1, async ({ value }) => addImage(client, value));
	return [...repeats, ...missing, ...added];
}

async function addImage(client: ApiClient, { input, product }: Located<ImageAddition>): Promise<WithRaw<ImageReceipt>> {
	const { productId, sku, imageUrls } = product.value;
	const receipt = (outcome: ImageReceipt['outcome'], raw: unknown): WithRaw<ImageReceipt> => ({
		value: { outcome, productId, sku, imageUrl: input.imageUrl },
		raw,
	});
	if (imageUrls.includes(input.imageUrl)) return receipt('existing', product.raw);
	const query = { productId: wireId(productId, 'productId'), imageUrl: input.imageUrl, rank: input.rank };
	return await sendOne(
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

/** Puts products into categories; one call takes many products of one category. */
export async function setCategories(
	client: ApiClient,
	assignments: ReadonlyArray<BatchItem<CategoryAssignment>>,
): Promise<Array<ItemResult<Assigned>>> {
	// One product that is not there would have the whole call refused, so that each is looked up.
	const { found, missing } = await locateProducts(assignments, async (keys) => getProducts(client, keys));
	const assigned = await forEachGroup(
		groupsOf(found, ({ input }) => input.category),
		async (group) => assign(client, group),
	);
	return [...missing, ...assigned];
}

/** Products that are to get the same category. */
async function assign(
	client: ApiClient,
	group: Array<BatchItem<Located<CategoryAssignment>>>,
): Promise<Array<ItemResult<Assigned>>> {
	const category = group[0]?.value.input.category ?? '';
	const receipt = ({ value: { productId, sku } }: WithRaw<Product>, raw: unknown): Assigned => ({
		value: { outcome: 'assigned', productId, sku, category },
		raw,
	});
	return await sendReconciled<Located<CategoryAssignment>, Assigned>(client, LIVE.setProductCategory, group, {
		body: (open) => ({
			categoryName: category,
			productIds: [...new Set(open.map(({ value }) => wireId(value.product.value.productId, 'productId')))],
		}),
		done: async (open) => {
			// By SKU, which the list filters by; the call by ID takes one product.
			const now = await findBySku(
				client,
				open.map(({ value }) => value.product.value.sku),
			);
			return new Map(
				open.flatMap(({ index, value }): Array<[number, Assigned]> => {
					const product = now.get(fold(value.product.value.sku));
					return product?.value.categories.includes(category) ? [[index, receipt(product, product.raw)]] : [];
				}),
			);
		},
		outcomes: (open, response) => {
			const doubt = doubtAbout(LIVE.setProductCategory, response, LIVE_DIALECT);
			if (doubt) throw doubt;
			return open.map(({ index, value }) => ({ index, ok: true, value: receipt(value.product, response) }));
		},
	});
}

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
