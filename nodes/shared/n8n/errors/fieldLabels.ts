import type { InputField, TableField } from '../../domain/inputProblem';
import { ADDRESS_FIELDS } from '../../domain/order/addressFields';
import { ORDER_FIELDS } from '../../domain/order/fields';
import { PRODUCT_FIELDS } from '../../domain/product/fields';

/** Labels of the fields that are not in a field table. */
const OTHERS: Record<Exclude<InputField, TableField>, string> = {
	attributeIds: 'Attributes',
	customFields: 'Custom Fields',
	customs: 'Customs',
	discount: 'Discount',
	domesticBackups: 'Domestic Backups',
	fromRecordId: 'Source Record',
	id: 'ID',
	imageUrl: 'Image URL',
	labelId: 'Label',
	labels: 'Labels',
	listingId: 'Listing ID',
	listingSku: 'Listing SKU',
	locationId: 'Location ID',
	onHand: 'On Hand',
	order: 'Order',
	orderId: 'Order ID',
	orderItem: 'Order Item',
	orderNumber: 'Order Number',
	orderTotal: 'Order Total',
	packageTypeId: 'Package Type',
	parentId: 'Virtual Product',
	productId: 'Product ID',
	quantity: 'Quantity',
	recordId: 'Stock Record',
	salesChannelId: 'Sales Channel',
	shipmentId: 'Shipment ID',
	shippingProvider: 'Shipping Provider',
	shippingProviderId: 'Shipping Provider ID',
	shippingService: 'Shipping Service',
	shippingServiceId: 'Shipping Service ID',
	sku: 'SKU',
	tax: 'Tax',
	toRecordId: 'Target Record',
	trackingNumber: 'Tracking Number',
	unitPrice: 'Unit Price',
	updateFields: 'Update Fields',
	warehouseId: 'Warehouse',
};

/** The user's names for the fields that a service complains about. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
	...Object.fromEntries(PRODUCT_FIELDS.map(({ name, label }) => [name, label])),
	...Object.fromEntries(ORDER_FIELDS.map(({ name, label }) => [name, label])),
	...Object.fromEntries(ADDRESS_FIELDS.map(({ parameter, label }) => [parameter, label])),
	...OTHERS,
};

export const labelOf = (field: InputField): string => FIELD_LABELS[field] ?? field;
