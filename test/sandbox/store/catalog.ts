import type { AttributeGroup, Listing, Product } from '../model/product';
import type { CustomFieldDef } from '../model/common';
import { Table } from './table';
import { PrefixIndex } from './prefixIndex';

const listingKey = (salesChannelId: number, listingSku: string): string =>
	`${salesChannelId}|${listingSku.toLowerCase()}`;

/** Products and their listings. SKUs are compared without regard to case (as a production client does). */
export class Catalog {
	readonly products = new Table<Product>((product) => product.productId, 410233);
	readonly listings = new Table<Listing>((listing) => listing.listingId, 730015);
	readonly customFieldDefs: CustomFieldDef[] = [];
	readonly attributeGroups = new Table<AttributeGroup>((group) => group.attributeGroupId, 2101);
	private nextAttributeId = 2501;
	private nextImageId = 51001;
	private nextBundleItemId = 8101;
	private readonly bySku = new Map<string, Product>();
	private readonly listingBySku = new Map<string, Listing>();
	private readonly listingsByProduct = new Map<number, Listing[]>();
	private readonly prefixes = {
		sku: new PrefixIndex<Product>(),
		upc: new PrefixIndex<Product>(),
		mpn: new PrefixIndex<Product>(),
	};

	addProduct(product: Product): Product {
		if (this.bySku.has(product.masterSku.toLowerCase())) throw new RangeError(`SKU ${product.masterSku} is taken`);
		this.products.add(product);
		this.bySku.set(product.masterSku.toLowerCase(), product);
		this.prefixes.sku.add(product.masterSku, product);
		if (product.upc) this.prefixes.upc.add(product.upc, product);
		if (product.mpn) this.prefixes.mpn.add(product.mpn, product);
		return product;
	}

	/** Changes fields of a product and keeps the indexes right. */
	changeProduct(product: Product, change: Partial<Product>, modifiedDate: string): void {
		for (const name of ['upc', 'mpn'] as const) {
			const next = change[name];
			if (next === undefined || next === product[name]) continue;
			const before = product[name];
			if (before) this.prefixes[name].remove(before, product);
			if (next) this.prefixes[name].add(next, product);
		}
		Object.assign(product, change, { modifiedDate });
		if (change.weight !== undefined)
			Object.assign(product, { pounds: Math.floor(product.weight / 16), ounces: product.weight % 16 });
	}

	productBySku(sku: string): Product | undefined {
		return this.bySku.get(sku.toLowerCase());
	}

	/** Products any of whose SKU, UPC or MPN begins with one of the texts; each once, in id order. */
	productsStartingWith(index: 'sku' | 'upc' | 'mpn', prefixes: string[]): Product[] {
		const found = new Set(prefixes.flatMap((prefix) => this.prefixes[index].startingWith(prefix)));
		return [...found].sort((a, b) => a.productId - b.productId);
	}

	addListing(listing: Listing): Listing {
		const key = listingKey(listing.salesChannelId, listing.listingSku);
		if (this.listingBySku.has(key))
			throw new RangeError(`listing ${listing.listingSku} exists in channel ${listing.salesChannelId}`);
		this.listings.add(listing);
		this.listingBySku.set(key, listing);
		const siblings = this.listingsByProduct.get(listing.productId);
		if (siblings) siblings.push(listing);
		else this.listingsByProduct.set(listing.productId, [listing]);
		return listing;
	}

	renameListing(listing: Listing, listingSku: string): void {
		this.listingBySku.delete(listingKey(listing.salesChannelId, listing.listingSku));
		listing.listingSku = listingSku;
		this.listingBySku.set(listingKey(listing.salesChannelId, listingSku), listing);
	}

	listing(salesChannelId: number, listingSku: string): Listing | undefined {
		return this.listingBySku.get(listingKey(salesChannelId, listingSku));
	}

	listingsOf(productId: number): readonly Listing[] {
		return this.listingsByProduct.get(productId) ?? [];
	}

	newAttributeId(): number {
		return this.nextAttributeId++;
	}
	newImageId(): number {
		return this.nextImageId++;
	}
	newBundleItemId(): number {
		return this.nextBundleItemId++;
	}
}
