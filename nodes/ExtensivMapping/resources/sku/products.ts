import type { OrderManagerApi } from '../../../shared/api/ports';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { TakeUnreadable } from '../../../shared/api/ports/unreadable';
import { InputProblem } from '../../../shared/domain/inputProblem';
import { type ProductCode, productTarget } from '../../../shared/domain/mapping/products';
import { type Target, foldSku } from '../../../shared/domain/mapping/target';
import { addTo } from '../../../shared/domain/multiMap';
import type { Product, ProductFilter } from '../../../shared/domain/product/product';
import { ApiError } from '../../../shared/http/errors/apiError';

/** The filter of the product list for each code that it can be searched by. */
const FILTERS = { sku: 'skus', upc: 'upcs', mpn: 'mpns' } as const satisfies Partial<
	Record<ProductCode, keyof ProductFilter>
>;

/** Products of the account that codes were looked up in, each once, with the SKUs of its listings. */
export class KnownProducts {
	private readonly byId = new Map<string, Product>();
	private readonly listingSkus = new Map<string, string[]>();
	unreadable = 0;

	constructor(private readonly manager: OrderManagerApi) {}

	targets(): Target[] {
		return [...this.byId].map(([id, product]) => productTarget(product, this.listingSkus.get(id) ?? []));
	}

	/**
	 * Looks up texts as one kind of code, with as few calls as possible.
	 * @returns those that a product has as a whole
	 */
	async lookUp(by: ProductCode, texts: readonly string[]): Promise<Set<string>> {
		if (texts.length === 0) return new Set();
		if (by === 'listingSku') await this.lookUpListings({ listingSkus: [...texts] });
		else if (by === 'productId') await this.lookUpIds(texts);
		else await this.lookUpProducts(by, texts);
		const known = new Set(this.targets().flatMap(({ keys }) => (keys[by] ?? []).map(foldSku)));
		return new Set(texts.filter((text) => known.has(foldSku(text))));
	}

	private async lookUpProducts(by: keyof typeof FILTERS, texts: readonly string[]): Promise<void> {
		const pages = this.manager.products.list({ [FILTERS[by]]: [...texts] }, { unreadable: this.countUnreadable });
		for await (const page of pages) for (const { value } of page) this.byId.set(value.productId, value);
	}

	private async lookUpIds(texts: readonly string[]): Promise<void> {
		const ids = texts.filter((text) => /^\d+$/.test(text));
		const results = await this.manager.products.get(ids.map((productId, index) => ({ index, value: { productId } })));
		for (const result of results) {
			if (result.ok) this.byId.set(result.value.value.productId, result.value.value);
			else if (!isMissing(result.error)) throw result.error;
		}
	}

	/** The listings with these SKUs, or those of products with these SKUs. */
	async lookUpListings(filter: { listingSkus?: string[]; skus?: string[] }): Promise<void> {
		const listings = requireSupported(this.manager.listings, 'productBy.listingSku');
		const skus = new Set<string>();
		for await (const page of listings.list(filter, { unreadable: this.countUnreadable })) {
			for (const { value } of page) {
				if (value.productId === null || value.sku === null) continue;
				addTo(this.listingSkus, value.productId, value.listingSku);
				if (!this.byId.has(value.productId)) skus.add(value.sku);
			}
		}
		await this.lookUpProducts('sku', [...skus]);
	}

	/** Adds products whose SKUs begin like a text, as candidates. */
	async lookAround(text: string): Promise<void> {
		const { products } = await this.manager.products.choices(beginningOf(text));
		for (const product of products) if (!this.byId.has(product.productId)) this.byId.set(product.productId, product);
	}

	private readonly countUnreadable: TakeUnreadable = () => (this.unreadable += 1);
}

/** A text that is no ID, or the ID of no product. */
const isMissing = (error: Error): boolean =>
	error instanceof InputProblem || (error instanceof ApiError && error.kind === 'notFound');

/** The part of a SKU that its neighbors are likely to share: up to its last separator, or its first half. */
function beginningOf(text: string): string {
	const parts = /^(.+)[-_./ ]/.exec(text);
	return parts?.[1] ?? text.slice(0, Math.ceil(text.length / 2));
}
