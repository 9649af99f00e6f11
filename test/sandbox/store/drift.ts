import { isoSeconds } from './clock';
import type { Store } from './store';
import type { Table } from './table';

/** Touches so many random rows behind a list, so that rows move between the pages of a reader. */
export function drift(store: Store, endpointId: string, count: number): void {
	const now = store.now();
	for (let done = 0; done < count; done += 1) {
		if (endpointId === 'orders.list') touch(store.book.orders, (order) => store.book.change(order, {}), store);
		else if (endpointId === 'products.list')
			touch(store.catalog.products, (product) => (product.modifiedDate = isoSeconds(now)), store);
		else if (endpointId === 'listings.list')
			touch(store.catalog.listings, (listing) => (listing.lastModified = isoSeconds(now)), store);
		else if (endpointId === 'shipments.list')
			touch(
				store.book.shipments,
				(shipment) => void (store.movedShipments.delete(shipment), store.movedShipments.add(shipment)),
				store,
			);
		else if (endpointId.startsWith('inventory.'))
			touch(store.stockroom.stocks, (stock) => (stock.modified = now), store);
	}
}

function touch<Row extends object>(table: Table<Row>, change: (row: Row) => void, store: Store): void {
	if (table.size > 0) change(store.random.pick(table.rows));
}
