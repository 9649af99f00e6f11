/** The location to rename: by its id, or by its warehouse and current name. */
export type LocationRename = { newName: string } & ({ locationId: string } | { warehouseId: string; oldName: string });

/** The result of renaming a location; fields that were not given are null. */
export interface LocationReceipt {
	locationId: string | null;
	warehouseId: string | null;
	oldName: string | null;
	newName: string;
}

/** Switches of a product's location; only the given ones change. */
export interface LocationFlags {
	sku: string;
	warehouseId: string;
	location?: string;
	active?: boolean;
	/** Orders may be picked from it. */
	pickable?: boolean;
	/** Deliveries may be received there. */
	receivable?: boolean;
	notes?: string;
}

/** The result of setting the switches. */
export interface LocationFlagsReceipt {
	sku: string;
	warehouseId: string;
	location: string | null;
	recordId: string | null;
}
