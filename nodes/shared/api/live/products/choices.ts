import type { Product } from '../../../domain/product/product';
import type { ApiClient } from '../../../http/client';
import type { ProductChoices } from '../../ports/products';
import { rowsOf } from '../../common/parse';
import { type ChoicePage, chooseProducts } from '../../common/productChoices';
import { listed } from '../../common/queryParts';
import { recordsOf } from '../../common/records';
import { leaveOut } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { readProduct } from './read';

/**
 * Products of the live API for a list to choose from. The service searches by SKU prefix only; names are searched here.
 */
export const productChoices = async (
	client: ApiClient,
	text: string,
	from: string | undefined,
): Promise<ProductChoices> => {
	const { maxSize = 1, defaultSize = 1 } = LIVE.listProducts.paging ?? {};
	const page = async (number: number, sku?: string): Promise<ChoicePage> => {
		const body = await client.call(LIVE.listProducts, {
			query: { sku: listed(sku === undefined ? undefined : [sku]), page: number, limit: maxSize },
		});
		const rows = rowsOf(body, LIVE.listProducts.name);
		const products = recordsOf(rows, LIVE.listProducts.name, readProduct, leaveOut).map(({ value }): Product => value);
		// A page shorter than requested is not necessarily the last, because a service may silently cap the size.
		return { products, more: rows.length >= defaultSize };
	};
	return await chooseProducts(text, from, page, async (number) => page(number, text));
};
