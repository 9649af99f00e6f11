/** Pieces to add to a product's stock in a place, or to remove from it. */
export interface StockMovement {
	sku: string;
	warehouseId: string;
	/** At least 1. */
	quantity: number;
	/** Stock location; required in your own warehouses. */
	location?: string;
	notes?: string;
}

/** The result of adding or removing pieces. */
export interface StockMovementReceipt {
	sku: string;
	warehouseId: string;
	location: string | null;
	/** Pieces added; negative for pieces removed. */
	change: number;
	/** Pieces that can be sold afterwards; null if the service does not report it. */
	available: number | null;
	/** The changed stock record; null if the service does not report it. */
	recordId: string | null;
}

/** Pieces to move from one stock record of a product to another. */
export interface StockMove {
	fromRecordId: string;
	toRecordId: string;
	quantity: number;
	notes?: string;
}

/** The result of moving pieces. */
export type StockMoveReceipt = Omit<StockMove, 'notes'>;
