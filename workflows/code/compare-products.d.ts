/** A product to write, one that cannot be written, or the figures of the run. */
export interface ProductAction {
	action: 'write' | 'refused' | 'summary';
	sku?: string;
	isNew?: boolean;
	/** Columns of *Create or Update*: all that the ERP gives of a new product, and what differs of another one. */
	columns?: Record<string, unknown>;
	reason?: string;
	remedy?: string;
	[figure: string]: unknown;
}

export function compareProducts(
	products: ReadonlyArray<Record<string, unknown>>,
	existing: ReadonlyArray<Record<string, unknown>>,
	settings: { brandIfNone?: unknown; currency?: unknown },
): ProductAction[];

export function columnsOfNew(
	row: Readonly<Record<string, unknown>>,
	settings: { brandIfNone?: unknown; currency?: unknown },
): Record<string, unknown>;
