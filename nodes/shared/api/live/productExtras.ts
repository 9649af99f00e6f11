import type { CategoryAssignment, CategoryReceipt, ImageAddition, ImageReceipt, ProductAttribute } from '../../domain/product';
import { type Outcome, type Placed, eachAtWidth, sendInBatches } from '../../http/batches';
import type { ApiClient, Recovery } from '../../http/client';
import { groupByGroup, groupsOf } from '../../http/groups';
import * as z from '../../vendor/zod';
import { readAs, recordId, text } from '../answers';
import type { Sourced } from '../port';
import { type Located, keyText, locateProducts } from '../productKeys';
import { readRecords } from '../records';
import { refuseRepeats } from '../repeats';
import { leaveOut, recordReader } from '../unreadable';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { getProducts } from './productFind';

/** Adds images. The products are read first: an image that is there already is reported, not added again, also after a lost answer. */
export async function addImages(client: ApiClient, images: ReadonlyArray<Placed<ImageAddition>>): Promise<Array<Outcome<Sourced<ImageReceipt>>>> {
	const { once, repeats } = refuseRepeats(images, ({ key, imageUrl }) => `${keyText(key)}\n${imageUrl}`, ({ imageUrl }) => `the image ${imageUrl}`, 'Image URL');
	const { found, missing } = await locateProducts(once, async (keys) => getProducts(client, keys));
	// One after the other: the service gives an image without a rank the next place.
	const added = await eachAtWidth(found, 1, async ({ value }) => addImage(client, value));
	return [...repeats, ...missing, ...added];
}

async function addImage(client: ApiClient, { input, product }: Located<ImageAddition>): Promise<Sourced<ImageReceipt>> {
	const { productId, sku, imageUrls } = product.value;
	const receipt = (outcome: ImageReceipt['outcome'], source: unknown): Sourced<ImageReceipt> => ({ value: { outcome, productId, sku, imageUrl: input.imageUrl }, source });
	if (imageUrls.includes(input.imageUrl)) return receipt('existing', product.source);
	const recover = async (): Promise<Recovery> => {
		const [now] = await getProducts(client, [{ index: 0, value: { productId } }]);
		return now?.ok && now.value.value.imageUrls.includes(input.imageUrl) ? { answer: now.value.source } : { again: {} };
	};
	const query = { productId: wireId(productId, 'Product ID'), imageUrl: input.imageUrl, rank: input.rank };
	return receipt('added', (await client.call(LIVE.addProductImage, { query, recover })) ?? {});
}

/** Puts products into categories; one call takes many products of one category. */
export async function setCategories(
	client: ApiClient,
	assignments: ReadonlyArray<Placed<CategoryAssignment>>,
): Promise<Array<Outcome<Sourced<CategoryReceipt>>>> {
	// One product that is not there would have the whole call refused, so that each is looked up.
	const { found, missing } = await locateProducts(assignments, async (keys) => getProducts(client, keys));
	const assigned = await groupByGroup(groupsOf(found, ({ input }) => input.category), async (group) =>
		sendInBatches(group, LIVE.setProductCategory.batch ?? 1, async (batch) => {
			const productIds = [...new Set(batch.map(({ value }) => wireId(value.product.value.productId, 'Product ID')))];
			const category = batch[0]?.value.input.category ?? '';
			const source = (await client.call(LIVE.setProductCategory, { body: { categoryName: category, productIds } })) ?? {};
			return batch.map(({ index, value: { product } }): Outcome<Sourced<CategoryReceipt>> => {
				const { productId, sku } = product.value;
				return { index, ok: true, value: { value: { outcome: 'assigned', productId, sku, category }, source } };
			});
		}),
	);
	return [...missing, ...assigned];
}

const wireGroup = z.looseObject({
	name: text,
	attributeGroupId: recordId,
	attributes: z.array(z.looseObject({ attributeId: recordId, name: text })).nullish(),
});
const readGroup = recordReader({ what: 'Attribute group', id: 'attributeGroupId', name: 'name' }, (row, endpoint) => readAs(wireGroup, row, endpoint));

/** The attributes that variations can have, group by group. */
export async function listAttributes(client: ApiClient): Promise<ProductAttribute[]> {
	const pages = readRecords(client, LIVE.productAttributes, { read: readGroup, key: ({ attributeGroupId }) => attributeGroupId, unreadable: leaveOut });
	const all: ProductAttribute[] = [];
	for await (const page of pages) {
		for (const { name: group, attributes } of page) {
			all.push(...(attributes ?? []).map(({ attributeId, name }) => ({ attributeId, name: name ?? '', group })));
		}
	}
	return all;
}
