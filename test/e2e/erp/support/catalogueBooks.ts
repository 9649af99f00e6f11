import { z } from 'zod/v4';
import type { Sandbox } from '../../../sandbox';
import { SandboxClient } from '../../../sandbox/client';

const money = z.object({ amount: z.number() }).nullable();
const product = z.object({
	productId: z.number(),
	masterSku: z.string(),
	name: z.string(),
	type: z.string(),
	mapPrice: money,
	vendorCost: money,
	upc: z.string().nullable(),
	bundledItems: z.array(
		z.object({ bundledProduct: z.object({ masterSku: z.string() }), bundledProductQuantity: z.number() }),
	),
});
const listing = z.object({ listingSku: z.string(), masterSku: z.string(), salesChannelId: z.number() });
export type BookedProduct = z.infer<typeof product>;

/** Products, bundles and listings in the books of Extensiv, and what a person changes there. */
export class CatalogueBooks {
	private readonly client: SandboxClient;

	constructor(private readonly sandbox: Sandbox) {
		this.client = new SandboxClient(sandbox);
	}

	/** Active products by SKU. */
	async products(): Promise<Map<string, BookedProduct>> {
		const rows = await this.pages('/v1.1/products?active=true', product);
		return new Map(rows.map((row) => [row.masterSku, row]));
	}

	/** Components of each bundle, as `2 × SKU`. */
	async bundles(): Promise<Record<string, string[]>> {
		const bundles = [...(await this.products()).values()].filter(({ type }) => type === 'BUNDLE_KIT');
		return Object.fromEntries(
			bundles.map(({ masterSku, bundledItems }) => [
				masterSku,
				bundledItems
					.map(({ bundledProduct, bundledProductQuantity: pieces }) => `${pieces} × ${bundledProduct.masterSku}`)
					.sort(),
			]),
		);
	}

	/** Active listings as `SKU of the listing = SKU of the product`, for each channel. */
	async listings(salesChannelId: number): Promise<string[]> {
		const rows = await this.pages(`/v1/listings?active=true&salesChannelId=${salesChannelId}`, listing);
		return rows.map(({ listingSku, masterSku }) => `${listingSku} = ${masterSku}`).sort();
	}

	async create(...products: Array<Record<string, unknown> & { masterSku: string; name: string }>): Promise<void> {
		const rows = products.map((one) => ({ brand: 'Leaf', ...one }));
		await this.client.send('PUT', '/v1.1/products/cores', rows);
	}

	async createBundle(masterSku: string, name: string, parts: Readonly<Record<string, number>>): Promise<void> {
		const known = await this.products();
		const bundledItems = Object.entries(parts).map(([sku, quantity]) => ({
			productId: known.get(sku)?.productId,
			quantity,
		}));
		const bundleProduct = { masterSku, name, brand: 'Leaf' };
		await this.client.send('PUT', '/v1.1/products/bundles', [{ bundleProduct, bundledItems }]);
	}

	async change(masterSku: string, values: Record<string, unknown>): Promise<void> {
		await this.client.send('POST', '/v1/products', [{ masterSku, ...values }]);
	}

	/** Calls that changed something since the requests were cleared. */
	writes(): string[] {
		return Object.keys(this.sandbox.control.requests().byEndpoint).filter((endpoint) => !endpoint.startsWith('GET '));
	}

	private async pages<Row>(path: string, row: z.ZodType<Row>): Promise<Row[]> {
		const all: Row[] = [];
		for (let page = 1; ; page++) {
			const rows = z.array(row).parse(await this.client.get(`${path}&page=${page}&limit=100`));
			all.push(...rows);
			if (rows.length < 100) return all;
		}
	}
}
