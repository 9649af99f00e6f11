/** A return authorization as read. Dates are ISO-8601 UTC; unreported fields are null. */
export interface Rma {
	rmaId: string;
	rmaNumber: string | null;
	shipmentId: string | null;
	/** When it was issued. */
	issueDate: string | null;
	notes: string | null;
	/** Returned in a store rather than shipped. */
	inStoreReturn: boolean | null;
	items: RmaItem[];
}

/** What comes back, and what happens to it. */
export interface RmaItem {
	orderId: string | null;
	/** Listing SKU of the order's line. */
	sku: string | null;
	/** Master SKU of the product. */
	productSku: string | null;
	productName: string | null;
	quantity: number;
	/** The service's terms, for example `REFUND`, `WRITE_OFF`, `DAMAGED`. */
	type: string | null;
	action: string | null;
	reason: string | null;
}
