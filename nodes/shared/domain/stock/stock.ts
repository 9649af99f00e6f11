/** Stock of one product, in one warehouse or (if `warehouseId` is null) in all of them. Quantities are pieces. */
export interface StockLevel {
	sku: string;
	productId: string | null;
	productName: string | null;
	warehouseId: string | null;
	warehouseName: string | null;
	onHand: number;
	available: number | null;
	allocated: number | null;
	locked: number | null;
	inTransit: number | null;
	updatedAt: string | null;
}

/** Which stock levels to read. */
export interface StockFilter {
	skus?: string[];
	warehouseId?: string;
	/** One row per product and warehouse, not one per product. */
	perWarehouse: boolean;
}

/** A stock level to set: it overwrites the quantity on hand. */
export interface StockSetting {
	sku: string;
	warehouseId: string;
	onHand: number;
	/** Stock location; the service keeps all stock of external warehouses under `GLOBAL`. */
	location?: string;
	notes?: string;
}

/** The result of setting a stock level. */
export interface StockReceipt {
	sku: string;
	warehouseId: string;
	onHand: number;
	available: number | null;
	/** The stock record did not exist and was created. */
	created: boolean;
	notSent: string[];
}

/** A place that holds stock. */
export interface Warehouse {
	warehouseId: string;
	name: string;
	type: string | null;
	active: boolean | null;
}

/** A shop front, marketplace or API feed that orders come from. */
export interface SalesChannel {
	salesChannelId: string;
	name: string;
	type: string | null;
	active: boolean | null;
}
