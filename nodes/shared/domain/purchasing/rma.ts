/** A return authorization as read. Dates are ISO-8601 UTC; what the service does not tell is null. */
export interface Rma {
	rmaId: string;
	rmaNumber: string | null;
	shipmentId: string | null;
	/** When it was issued. */
	issueDate: string | null;
	notes: string | null;
	/** Returned in a shop rather than sent. */
	inStoreReturn: boolean | null;
	items: RmaItem[];
}

/** What is to come back and what becomes of it. */
export interface RmaItem {
	orderId: string | null;
	/** Listing SKU of the order's line. */
	sku: string | null;
	/** Master SKU of the product. */
	productSku: string | null;
	productName: string | null;
	quantity: number;
	/** The service's words, for example `REFUND`, `WRITE_OFF`, `DAMAGED`. */
	type: string | null;
	action: string | null;
	reason: string | null;
}
