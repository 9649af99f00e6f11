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
): StockAction[];
