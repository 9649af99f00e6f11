/** A purchase order as read. Dates are ISO-8601 UTC; unreported fields are null. */
export interface PurchaseOrder {
	purchaseOrderId: string;
	number: string | null;
	customNumber: string | null;
	/** The service's term, for example `PENDING_DELIVERY`. */
	status: string | null;
	type: string | null;
	vendorId: string | null;
	/** Where the goods go. */
	warehouseId: string | null;
	currency: string | null;
	createdAt: string | null;
	updatedAt: string | null;
	issuedAt: string | null;
	authorizedAt: string | null;
	confirmedAt: string | null;
	internalNotes: string | null;
	lines: PurchaseOrderLine[];
}

export interface PurchaseOrderLine {
	lineId: string | null;
	/** Master SKU of the product. */
	sku: string | null;
	vendorSku: string | null;
	/** In the vendor's unit; `piecesPerUnit` is the number of pieces in one unit. */
	quantity: number;
	piecesPerUnit: number | null;
	unitCost: number | null;
	status: string | null;
	estimatedDelivery: string | null;
	receivedAt: string | null;
}
