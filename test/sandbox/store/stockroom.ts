import { availableOf, type Stock } from '../model/product';
import { Table } from './table';

export interface StockTotals {
	onHandQuantity: number;
	availableQuantity: number;
	allocatedQuantity: number;
	lockedQuantity: number;
	inTransitQuantity: number;
	minInventoryLevel: number;
}

export interface StockEdit {
	description: string;
	editTypeDesc: string;
	notes: string | null;
	/** Epoch milliseconds. */
	at: number;
}

/** The service keeps this many edits per stock record. */
const HISTORY_LIMIT = 100;

/** Name of the only location of warehouses that are not DIRECT_FULFILLMENT. */
export const GLOBAL_LOCATION = 'GLOBAL';

const locationKey = (warehouseId: number, location: string): string => `${warehouseId}|${location.toLowerCase()}`;
const placeKey = (productId: number, warehouseId: number): string => `${productId}|${warehouseId}`;

/** Stock records, one per product and location of a warehouse. */
export class Stockroom {
	readonly stocks = new Table<Stock>((stock) => stock.productStockId, 900451);
	private readonly byProduct = new Map<number, Stock[]>();
	private readonly locationIds = new Map<string, number>();
	private readonly history = new Map<number, StockEdit[]>();
	private readonly inTransit = new Map<string, number>();
	private nextLocationId = 33012;

	constructor(private readonly now: () => number) {}

	of(productId: number): readonly Stock[] {
		return this.byProduct.get(productId) ?? [];
	}

	find(productId: number, warehouseId: number, location: string): Stock | undefined {
		const wanted = location.toLowerCase();
		return this.of(productId).find(
			(stock) => stock.warehouseId === warehouseId && stock.location.toLowerCase() === wanted,
		);
	}

	create(given: Pick<Stock, 'productId' | 'warehouseId' | 'location' | 'quantity'> & Partial<Stock>): Stock {
		const now = this.now();
		const stock = this.stocks.add({
			productStockId: this.stocks.newId(),
			stockLocationId: this.locationId(given.warehouseId, given.location),
			allocated: 0,
			locked: 0,
			minStock: 0,
			drawRank: 1,
			pickable: true,
			receivable: true,
			active: true,
			created: now,
			modified: now,
			...given,
		});
		const siblings = this.byProduct.get(stock.productId);
		if (siblings) siblings.push(stock);
		else this.byProduct.set(stock.productId, [stock]);
		return stock;
	}

	/** Changes a record, noting the edit in its history. */
	edit(stock: Stock, change: Partial<Stock>, editTypeDesc: string, notes: string | null = null): void {
		const before = stock.quantity;
		Object.assign(stock, change, { modified: this.now() });
		const edits = this.history.get(stock.productStockId) ?? [];
		const description = before === stock.quantity ? editTypeDesc : `${editTypeDesc}: ${before} to ${stock.quantity}`;
		edits.push({ description, editTypeDesc, notes, at: stock.modified });
		if (edits.length > HISTORY_LIMIT) edits.shift();
		this.history.set(stock.productStockId, edits);
	}

	/** Edits of a record, newest first. */
	edits(productStockId: number): StockEdit[] {
		return [...(this.history.get(productStockId) ?? [])].reverse();
	}

	/** Drops all histories: what happened while the seeded start was made is no news. */
	forgetEdits(): void {
		this.history.clear();
	}

	totals(productId: number, warehouseId?: number): StockTotals {
		const totals: StockTotals = {
			onHandQuantity: 0,
			availableQuantity: 0,
			allocatedQuantity: 0,
			lockedQuantity: 0,
			inTransitQuantity: 0,
			minInventoryLevel: 0,
		};
		const warehouses = new Set<number>();
		for (const stock of this.of(productId)) {
			if (warehouseId !== undefined && stock.warehouseId !== warehouseId) continue;
			warehouses.add(stock.warehouseId);
			totals.onHandQuantity += stock.quantity;
			totals.availableQuantity += availableOf(stock);
			totals.allocatedQuantity += stock.allocated;
			totals.lockedQuantity += stock.locked;
			totals.minInventoryLevel += stock.minStock;
		}
		for (const id of warehouses) totals.inTransitQuantity += this.inTransit.get(placeKey(productId, id)) ?? 0;
		return totals;
	}

	changeInTransit(productId: number, warehouseId: number, by: number): void {
		const key = placeKey(productId, warehouseId);
		this.inTransit.set(key, (this.inTransit.get(key) ?? 0) + by);
	}

	hasLocation(warehouseId: number, location: string): boolean {
		return this.locationIds.has(locationKey(warehouseId, location));
	}

	/** Renames a location for every record in it; false when the warehouse has no such location. */
	renameLocation(warehouseId: number, from: string, to: string): boolean {
		const id = this.locationIds.get(locationKey(warehouseId, from));
		if (id === undefined) return false;
		this.locationIds.delete(locationKey(warehouseId, from));
		this.locationIds.set(locationKey(warehouseId, to), id);
		for (const stock of this.stocks.rows)
			if (stock.stockLocationId === id) Object.assign(stock, { location: to, modified: this.now() });
		return true;
	}

	private locationId(warehouseId: number, location: string): number {
		const key = locationKey(warehouseId, location);
		const id = this.locationIds.get(key) ?? this.nextLocationId++;
		this.locationIds.set(key, id);
		return id;
	}
}
