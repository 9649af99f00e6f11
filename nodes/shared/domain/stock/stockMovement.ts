/** Pieces that come to a product's stock in a place, or go from it. */
export interface StockMovement {
	sku: string;
	warehouseId: string;
	/** At least 1. */
	quantity: number;
	/** Stock location; required in your own warehouses. */
	location?: string;
	notes?: string;
}

/** What adding or removing pieces came to. */
export interface StockMovementReceipt {
	sku: string;
	warehouseId: string;
	location: string | null;
	/** Pieces added; below zero for pieces removed. */
	change: number;
	/** Pieces that can be sold afterwards; null when the service does not tell. */
	available: number | null;
	/** The stock record that was changed; null when the service does not tell. */
	recordId: string | null;
}

/** Pieces that go from one stock record of a product to another. */
export interface StockMove {
	fromRecordId: string;
	toRecordId: string;
	quantity: number;
	notes?: string;
}

/** What moving pieces came to. */
export type StockMoveReceipt = Omit<StockMove, 'notes'>;
