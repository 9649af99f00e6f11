import type { Address, Money, ReturnsLocation } from './common';
import type { ProductInfo } from './product';

export interface StockTransferItem {
	stockTransferOrderItemId: number;
	stockTransferOrderId: number;
	masterSku: string;
	productId: number;
	quantity: number;
	internalNotes: string | null;
	status: 'PENDING' | 'RECEIVED' | 'REJECTED';
	receivedDate: string | null;
	receivedProductStockId: number | null;
	eligibleReceivingStockIds: number[];
}

export interface StockTransfer {
	stockTransferOrderId: number;
	stockTransferOrderNumber: string;
	status:
		| 'AWAITING_SHIPMENT'
		| 'PENDING_RECEIVING'
		| 'PARTIALLY_DELIVERED'
		| 'DELIVERED'
		| 'CLOSED_SHORT'
		| 'REJECTED'
		| 'CANCELED';
	createdDate: string;
	fromWarehouseId: number;
	toWarehouseId: number;
	internalNotes: string | null;
	externalShipmentId: string | null;
	shipMethod: { shippingCarrier: string; shippingServiceId?: number | null; packageTypeId?: number | null } | null;
	items: StockTransferItem[];
}

export interface PaymentTerm {
	vendorPaymentTermId: number;
	description: string;
	active: boolean;
}

export interface Vendor {
	vendorId: number;
	name: string;
	active: boolean;
	supplier: boolean;
	manufacturer: boolean;
	dropshipper: boolean;
	warehouse: { warehouseId: number; name: string } | null;
	address: Address;
	contactEmail: string;
	contactPhone1: string;
	contactPhone2: string | null;
	fax: string | null;
	website: string | null;
	purchaseOrderEmail: string;
	percentageTax: number;
	defaultVendorPaymentTerm: PaymentTerm;
	defaultPurchaseOrderFormat: string;
	defaultPurchaseOrderTemplateId: number | null;
	dropshipPurchaseOrderTemplateId: number | null;
	defaultIncotermShippingRuleId: number | null;
	defaultIncotermShippingRule: string | null;
}

export interface VendorProduct {
	vendorProductId: number;
	vendorId: number;
	vendorSku: string;
	product: ProductInfo;
	active: boolean;
	defaultProduct: boolean;
	autoPoRounding: string;
	leadTime: number;
	minOrderQuantity: number;
	packaging: string | null;
	pricingTiers: Array<{ id: number; fromQuantity: number; toQuantity: number; cost: Money }>;
	unitsOfMeasure: Array<{ id: number; name: string; unitQuantity: number }>;
}

export interface PurchaseOrderItem {
	purchaseOrderItemId: number;
	vendorProductId: number;
	vendorProductMasterSku: string;
	vendorProductVendorSku: string;
	quantity: number;
	unitOfMeasure: string;
	uomUnitQuantity: number;
	packaging: string | null;
	originalUnitCost: Money;
	billedUnitCost: Money | null;
	landedUnitCost: Money | null;
	discount: { amount: number; discountType: string } | null;
	percentageTax: number;
	status: string;
	estimatedDeliveryDate: string | null;
	deliveryDate: string | null;
	receivedDate: string | null;
	billedDate: string | null;
	referenceNumber: string | null;
	memo: string | null;
	productStockId: number | null;
	holds: unknown[];
}

export interface PurchaseOrder {
	purchaseOrderId: number;
	number: string;
	customPurchaseOrderNumber: string | null;
	status: string;
	type: string;
	format: string;
	vendorId: number;
	destinationWarehouseId: number;
	dropshipOrderId: number | null;
	currency: string;
	dateCreated: string;
	dateModified: string;
	dateIssued: string | null;
	dateAuthorized: string | null;
	vendorConfirmByDate: string | null;
	vendorConfirmedOnDate: string | null;
	paymentTerm: PaymentTerm;
	incotermShippingRule: string | null;
	incotermShippingRuleId: number | null;
	purchaseOrderTemplateId: number | null;
	autoUpdatesEnabled: boolean;
	internalNotes: string | null;
	messagesToVendor: string[];
	shippingCost: Money;
	otherCosts: Array<{ amount: Money; description: string }>;
	authorizer: { userId: number; name: string; email: string } | null;
	createdBy: { userId: number; name: string; email: string };
	assignedPurchaseOrderMilestones: unknown[];
	purchaseOrderItems: PurchaseOrderItem[];
}

export interface RmaItem {
	rmaItemId: number;
	rmaId: number;
	type: string | null;
	action: string | null;
	reason: string | null;
	returnedQuantity: number | null;
	lossToSeller: Money | null;
	rmaOrderItem: { orderId: number; listingSku: string; quantityOrdered: number; product: ProductInfo | null } | null;
}

export interface Rma {
	rmaId: number;
	rmaNumber: string;
	shipmentId: number | null;
	issueDate: string;
	notes: string | null;
	inStoreReturn: boolean;
	forwardToEmail: string | null;
	returnsLocation: ReturnsLocation | null;
	shippingLabelUrls: string[];
	deliveryConfirmation: string;
	insuranceProvider: string;
	insuredValue: Money;
	insuranceCost: Money;
	confirmationCost: Money;
	length: number | null;
	width: number | null;
	height: number | null;
	weight: number | null;
	items: RmaItem[];
}
