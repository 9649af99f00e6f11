import { append } from '../../domain/append';
import type { Product } from '../../domain/product/product';
import type { ProductChoices } from '../ports/products';

/** A page of the service's list. */
export interface ChoicePage {
	products: Product[];
	/** Whether another page may follow. */
	more: boolean;
}

/** The most pages to search for names before the list appears, because a user is waiting. */
const LOOKED_THROUGH = 5;

/**
 * Products for a list to choose from.
 * @param from where to continue: `sku:2` for the second page of SKUs that begin with the text, `all:3` for the third
 *   page of all products
 * @param page a page of all products
 * @param skuPage a page of the products whose SKU begins with the text, if the service supports that search
 */
export async function chooseProducts(
	text: string,
	from: string | undefined,
	page: (number: number) => Promise<ChoicePage>,
	skuPage?: (number: number) => Promise<ChoicePage>,
): Promise<ProductChoices> {
	const [list, start] = from ? from.split(':') : [text && skuPage ? 'sku' : 'all', '1'];
	let number = Number(start);
	if (list === 'sku' && skuPage) {
		const { products, more } = await skuPage(number);
		if (products.length > 0 || number > 1) return { products, ...(more ? { next: `sku:${number + 1}` } : {}) };
	}
	const typed = text.toLowerCase();
	const found: Product[] = [];
	for (let looked = 0; looked < LOOKED_THROUGH && found.length === 0; looked++) {
		const { products, more } = await page(number);
		number += 1;
		append(
			found,
			products.filter(({ sku, name }) => sku.toLowerCase().includes(typed) || name?.toLowerCase().includes(typed)),
		);
		if (!more) return { products: found };
	}
	return { products: found, next: `all:${number}` };
}
