/** What a customer sends back of one order line. */
export interface RmaItem {
	rmaItemId: string | null;
	orderId: string | null;
	/** The SKU under which it was sold. */
	sku: string | null;
	productSku: string | null;
	quantity: number | null;
	/** `REFUND` or `EXCHANGE`. */
	type: string | null;
	/** What becomes of the goods, for example `REINSERT`. */
	action: string | null;
	reason: string | null;
	/** What the return costs the seller. */
	loss: number | null;
	currency: string | null;
}

/** A return that was authorized. Dates are ISO-8601 UTC; absent values are null. */
export interface Rma {
	rmaId: string;
	rmaNumber: string | null;
	shipmentId: string | null;
	issuedAt: string | null;
	notes: string | null;
	inStoreReturn: boolean | null;
	labelUrls: string[];
	items: RmaItem[];
}

/** Which RMAs to list: those of a span of time, both ends ISO-8601 UTC. */
export interface RmaFilter {
	createdFrom: string;
	createdTo: string;
	salesChannelId?: string;
}
