import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { inEditor } from './editor';

/** By the beginning of the SKU, otherwise by part of the name; the service pages the results. */
async function choose(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	paginationToken: string | undefined,
	value: 'productId' | 'sku',
): Promise<INodeListSearchResult> {
	const { products, next } = await inEditor(
		context,
		async (manager) => await manager.products.choices(filter?.trim() ?? '', paginationToken),
	);
	return {
		results: products.map((product) => ({
			name: product.name === null || product.name === product.sku ? product.sku : `${product.sku} – ${product.name}`,
			value: product[value],
		})),
		...(next === undefined ? {} : { paginationToken: next }),
	};
}

/** The searchable lists of products. */
export const productSearch = {
	async searchProducts(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await choose(this, filter, paginationToken, 'productId');
	},
	/** The same for fields whose value is the SKU. */
	async searchSkus(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		return await choose(this, filter, paginationToken, 'sku');
	},
};
