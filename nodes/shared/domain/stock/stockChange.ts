/** Which changes of availability to read. Dates are ISO-8601 UTC. */
export interface StockChangeFilter {
	/** Only products that this channel lists. */
	salesChannelId: string;
	changedFrom?: string;
	changedTo?: string;
	/** One row per product and warehouse, not one per product. */
	perWarehouse: boolean;
}

interface ChangedProduct {
	sku: string;
	productId: string | null;
	productName: string | null;
}

/** The pieces of a product that a warehouse can sell. */
export interface Availability {
	warehouseId: string;
	available: number;
}

/** A product whose availability has changed: in all warehouses with the share of each, or in one of them. */
export type StockChange = ChangedProduct & ({ available: number | null; warehouses: Availability[] } | Availability);
