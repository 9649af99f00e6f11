/** Which location gets a new name: by its id, or by its warehouse and present name. */
export type LocationRename = { newName: string } & ({ locationId: string } | { warehouseId: string; oldName: string });

/** What renaming a location came to; what was not given is null. */
export interface LocationReceipt {
	locationId: string | null;
	warehouseId: string | null;
	oldName: string | null;
	newName: string;
}

/** Switches of the location of a product; only those given are touched. */
export interface LocationFlags {
	sku: string;
	warehouseId: string;
	location?: string;
	active?: boolean;
	/** Orders may be picked from it. */
	pickable?: boolean;
	/** Deliveries may be put there. */
	receivable?: boolean;
	notes?: string;
}

/** What setting the switches came to. */
export interface LocationFlagsReceipt {
	sku: string;
	warehouseId: string;
	location: string | null;
	recordId: string | null;
}
