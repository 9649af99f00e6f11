/** One line of a purchase order. Costs are per unit of measure, in the currency of the order. */
export interface PurchaseOrderLine {
	lineId: string | null;
	/** The product's own SKU. */
	sku: string | null;
	vendorSku: string | null;
	/** In units of measure, each of `unitQuantity` pieces. */
	quantity: number | null;
	unitQuantity: number | null;
	unitCost: number | null;
	/** The service's own word. */
	status: string | null;
	estimatedDelivery: string | null;
	deliveredAt: string | null;
	receivedAt: string | null;
}

/** An order of goods from a vendor. Dates are ISO-8601 UTC; absent values are null. */
export interface PurchaseOrder {
	purchaseOrderId: string;
	number: string | null;
	customNumber: string | null;
	/** The service's own word, for example `PENDING_DELIVERY`. */
	status: string | null;
	type: string | null;
	vendorId: string | null;
	/** The warehouse that the goods go to. */
	warehouseId: string | null;
	currency: string | null;
	shippingCost: number | null;
	internalNotes: string | null;
	createdAt: string | null;
	updatedAt: string | null;
	issuedAt: string | null;
	authorizedAt: string | null;
	confirmBy: string | null;
	confirmedAt: string | null;
	lines: PurchaseOrderLine[];
}

/** Which purchase orders to list. Dates are ISO-8601 UTC; an absent field does not filter. */
export interface PurchaseOrderFilter {
	modifiedFrom?: string;
	modifiedTo?: string;
	warehouseId?: string;
}
