/** Which changes of availability to read. Dates are ISO-8601 UTC. */
export interface StockChangeFilter {
	/** Only products that this channel lists. */
	salesChannelId: string;
	changedFrom?: string;
	changedTo?: string;
	/** A row per product and warehouse, not a row per product. */
	perWarehouse: boolean;
}

interface ChangedProduct {
	sku: string;
	productId: string | null;
	productName: string | null;
}

/** Pieces of a product that can be sold from a warehouse. */
export interface Availability {
	warehouseId: string;
	available: number;
}

/** A product whose availability has changed: over all warehouses with the share of each, or in one of them. */
export type StockChange = ChangedProduct & ({ available: number | null; warehouses: Availability[] } | Availability);
