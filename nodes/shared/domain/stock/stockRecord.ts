/**
 * The stock of one product in one location of a warehouse, the smallest unit in Order Manager. Quantities are pieces.
 */
export interface StockRecord {
	recordId: string;
	sku: string;
	productId: string | null;
	productName: string | null;
	warehouseId: string | null;
	locationId: string | null;
	/** `GLOBAL` in external warehouses. */
	location: string | null;
	onHand: number;
	available: number | null;
	allocated: number | null;
	locked: number | null;
	minStock: number | null;
	/** Locations are emptied in this order. */
	drawRank: number | null;
	pickable: boolean | null;
	receivable: boolean | null;
	active: boolean | null;
}

/** Which stock records to read. Dates are ISO-8601 UTC; an absent field does not filter. */
export interface StockRecordFilter {
	/** Complete SKUs, ignoring case. */
	skus?: string[];
	warehouseId?: string;
	location?: string;
	createdFrom?: string;
	createdTo?: string;
	/** The service includes them by default. */
	includeBundledItems?: boolean;
}

/** A stock record to create. */
export interface NewStockRecord {
	sku: string;
	warehouseId: string;
	location?: string;
	onHand: number;
	locked: number;
	minStock: number;
	pickable: boolean;
	receivable: boolean;
	drawRank?: number;
	notes?: string;
}

/** The result of creating a stock record. */
export interface StockRecordReceipt {
	recordId: string | null;
	sku: string;
	warehouseId: string;
	location: string | null;
	onHand: number;
	available: number | null;
}

/** Whose history to read: one stock record, or all records of a product in a warehouse. */
export type StockHistoryKey = { recordId: string } | { sku: string; warehouseId: string };

/** One change in the history of a stock record. The service keeps the last hundred of each. */
export interface StockEdit {
	sku: string | null;
	productId: string | null;
	/** ISO-8601 UTC. */
	editedAt: string | null;
	/** The service's own term. */
	type: string | null;
	description: string | null;
	notes: string | null;
	/** E-mail address of the user who made the change. */
	user: string | null;
}
