import type { SalesChannel, Warehouse } from '../model/common';
import { isoSeconds } from '../store/clock';
import type { Store } from '../store/store';
import { addressOf } from './address';

/** A warehouse with every key of the read shape; a 3PL unless said otherwise. */
export function newWarehouse(given: Partial<Warehouse> & Pick<Warehouse, 'warehouseId' | 'name'>): Warehouse {
	return {
		type: 'THIRD_PARTY_LOGISTICS',
		active: true,
		color: null,
		timeZone: 'America/New_York',
		address: addressOf(7000 + given.warehouseId, '1 Sandbox Way', 'Columbus', 'OH', '43085'),
		contactEmail: null,
		contactPhone: null,
		phoneExtension: null,
		fax: null,
		salesChannelId: null,
		internationalRank: null,
		domesticBackups: [],
		stateAllocations: [],
		returnsLocation: null,
		...given,
	};
}

/** A sales channel with every key of the read shape; type CUSTOM unless said otherwise. */
export function newChannel(given: Partial<SalesChannel> & Pick<SalesChannel, 'salesChannelId' | 'name'>): SalesChannel {
	return {
		companyName: 'Northwind Outdoor LLC',
		phoneNumber: null,
		type: 'CUSTOM',
		active: true,
		connectionParams: null,
		...given,
	};
}

/** A listing for a product in one channel, made now. */
export function listProduct(store: Store, productId: number, salesChannelId: number, listingSku: string): void {
	if (store.catalog.listing(salesChannelId, listingSku)) return;
	const product = store.catalog.products.get(productId)!;
	const now = isoSeconds(store.now());
	store.catalog.addListing({
		listingId: store.catalog.listings.newId(),
		listingSku,
		masterSku: product.masterSku,
		productId,
		salesChannelId,
		fnSku: null,
		active: true,
		pushInventory: true,
		created: now,
		lastModified: now,
	});
}
