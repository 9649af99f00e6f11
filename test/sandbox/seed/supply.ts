import { money } from '../model/common';
import { productInfo } from '../model/product';
import type { Store } from '../store/store';
import { addressOf } from './address';

const CASEY = { userId: 9001, name: 'Casey Buyer', email: 'casey@example.com' };
const ROBIN = { userId: 9002, name: 'Robin Planner', email: 'robin@example.com' };

/** Vendors, what they sell, and a purchase order and stock transfer on their way. */
export function seedSupply(store: Store): void {
	const mug = store.catalog.products.get(410233)!;
	const terms = store.paymentTerms.add({ vendorPaymentTermId: 21, description: 'Net 30', active: true });
	store.vendors.add({
		vendorId: 3301,
		name: 'Lakeside Metalworks',
		active: true,
		supplier: true,
		manufacturer: true,
		dropshipper: false,
		warehouse: null,
		address: addressOf(7100, '9 Foundry Rd', 'Erie', 'PA', '16501'),
		contactEmail: 'sales@example.com',
		contactPhone1: '555-0170',
		contactPhone2: null,
		fax: null,
		website: 'https://vendor.example.com',
		purchaseOrderEmail: 'po@example.com',
		percentageTax: 0,
		defaultVendorPaymentTerm: terms,
		defaultPurchaseOrderFormat: 'PO_PDF_ATTACHMENT',
		defaultPurchaseOrderTemplateId: 1,
		dropshipPurchaseOrderTemplateId: null,
		defaultIncotermShippingRuleId: null,
		defaultIncotermShippingRule: null,
	});
	store.vendors.add({
		...store.vendors.get(3301)!,
		vendorId: 3302,
		name: 'Lakeside Dropship',
		manufacturer: false,
		dropshipper: true,
		warehouse: { warehouseId: 5103, name: 'Lakeside Dropship' },
	});
	store.vendors.add({ ...store.vendors.get(3301)!, vendorId: 3303, name: 'Closed Pottery', active: false });
	store.vendorProducts.add({
		vendorProductId: 45010,
		vendorId: 3301,
		vendorSku: 'LM-M12B',
		product: productInfo(mug),
		active: true,
		defaultProduct: true,
		autoPoRounding: 'ROUND_UP',
		leadTime: 21,
		minOrderQuantity: 48,
		packaging: 'Carton of 24',
		pricingTiers: [
			{ id: 61001, fromQuantity: 1, toQuantity: 499, cost: money(4.6) },
			{ id: 61002, fromQuantity: 500, toQuantity: 9999, cost: money(4.35) },
		],
		unitsOfMeasure: [
			{ id: 62001, name: 'Each', unitQuantity: 1 },
			{ id: 62002, name: 'Carton', unitQuantity: 24 },
		],
	});
	seedPurchaseOrder(store);
	store.stockTransfers.add({
		stockTransferOrderId: 8802,
		stockTransferOrderNumber: 'ST-8802',
		status: 'AWAITING_SHIPMENT',
		createdDate: '2025-03-01T12:00:00Z',
		fromWarehouseId: 5101,
		toWarehouseId: 5102,
		internalNotes: null,
		externalShipmentId: null,
		shipMethod: { shippingCarrier: 'UPS', shippingServiceId: 31, packageTypeId: 4 },
		items: [
			{
				stockTransferOrderItemId: store.newTransferItemId(),
				stockTransferOrderId: 8802,
				masterSku: 'MUG-BLU-12',
				productId: 410233,
				quantity: 60,
				internalNotes: null,
				status: 'PENDING',
				receivedDate: null,
				receivedProductStockId: null,
				eligibleReceivingStockIds: [900452],
			},
		],
	});
}

function seedPurchaseOrder(store: Store): void {
	store.purchaseOrders.add({
		purchaseOrderId: 150077,
		number: 'PO-2025-0077',
		customPurchaseOrderNumber: null,
		status: 'PENDING_DELIVERY',
		type: 'INBOUND',
		format: 'PO_PDF_ATTACHMENT',
		vendorId: 3301,
		destinationWarehouseId: 5101,
		dropshipOrderId: null,
		currency: 'USD',
		dateCreated: '2025-02-10T13:00:00Z',
		dateModified: '2025-02-14T09:30:00Z',
		dateIssued: '2025-02-11T08:00:00Z',
		dateAuthorized: '2025-02-10T15:20:00Z',
		vendorConfirmByDate: '2025-02-18T00:00:00Z',
		vendorConfirmedOnDate: '2025-02-14T09:30:00Z',
		paymentTerm: store.paymentTerms.get(21)!,
		incotermShippingRule: null,
		incotermShippingRuleId: null,
		purchaseOrderTemplateId: 1,
		autoUpdatesEnabled: false,
		internalNotes: null,
		messagesToVendor: [],
		shippingCost: money(45),
		otherCosts: [{ amount: money(12.5), description: 'Pallet fee' }],
		authorizer: CASEY,
		createdBy: ROBIN,
		assignedPurchaseOrderMilestones: [
			{ milestone: { id: 5, name: 'Deposit paid', hexColor: '#336699', active: true }, reached: true },
		],
		purchaseOrderItems: [
			{
				purchaseOrderItemId: 152301,
				vendorProductId: 45010,
				vendorProductMasterSku: 'MUG-BLU-12',
				vendorProductVendorSku: 'LM-M12B',
				quantity: 20,
				unitOfMeasure: 'Carton',
				uomUnitQuantity: 24,
				packaging: 'Carton of 24',
				originalUnitCost: money(4.6),
				billedUnitCost: null,
				landedUnitCost: null,
				discount: { amount: 0, discountType: 'MONETARY' },
				percentageTax: 0,
				status: 'PENDING',
				estimatedDeliveryDate: '2025-03-10T00:00:00Z',
				deliveryDate: null,
				receivedDate: null,
				billedDate: null,
				referenceNumber: null,
				memo: null,
				productStockId: null,
				holds: [],
			},
		],
	});
}
