/** A level to set, a row that cannot be set, the reason to stop, or the figures of the run. */
export interface StockAction {
	action: 'set' | 'refused' | 'stop' | 'summary';
	sku?: string;
	warehouse?: string;
	warehouseId?: string;
	location?: string;
	onHand?: unknown;
	/** What Extensiv has; null if it has no stock record. */
	before?: number | null;
	difference?: number;
	reason?: string;
	remedy?: string;
	message?: string;
	/** Whether the table of failures does not yet say that the brake is on. */
	isNew?: boolean;
	[figure: string]: unknown;
}

export interface StockOfExtensiv {
	warehouses: Array<{ warehouseId?: string; name?: string; type?: string | null; active?: boolean | null }>;
	products: Array<{ sku?: string }>;
	records: Array<{ sku?: string; warehouseId?: string; location?: string | null; onHand?: number }>;
}

export function compareStock(
	stock: Array<Record<string, unknown>>,
	extensiv: StockOfExtensiv,
	settings: Record<string, unknown>,
	failures?: ReadonlyArray<{ key?: string; state?: string }>,
): StockAction[];
