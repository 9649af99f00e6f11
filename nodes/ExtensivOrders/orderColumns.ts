import type { FieldType, INodePropertyOptions } from 'n8n-workflow';
import type { Contract } from '../shared/api/port';
import { carrierName } from '../shared/domain/carrier';
import { CARRIER_CODES } from '../shared/domain/carrierCodes';
import type { CustomFieldDefinition } from '../shared/domain/customField';
import { type ExtraKind, ORDER_EXTRAS } from '../shared/domain/orderExtras';
import type { Column } from '../shared/n8n/columns';
import { customColumns } from '../shared/n8n/customColumns';
import { nearName } from '../shared/n8n/nearName';

/** What of the account the columns depend on. */
export interface OrderAccount {
	definitions: CustomFieldDefinition[];
	channels: Array<{ id: string; name: string }>;
}

export interface ColumnsOf {
	contract: Contract;
	/** Each item is one line of an order. */
	byLine: boolean;
}

const LABELS: Record<string, string> = { sku: 'SKU', street1: 'Street', street2: 'Street 2', street3: 'Street 3', customField1: 'Custom Field 1', customField2: 'Custom Field 2', customField3: 'Custom Field 3' };
const labelOf = (id: string): string => LABELS[id] ?? id.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase()).replace(/ (To|From|By) /g, (word) => word);

const column = (id: string, type: FieldType, alsoCalled: string[] = [], more: Partial<Column> = {}): Column => ({ id, label: labelOf(id), type, alsoCalled, ...more });
const required = { required: true };
const extra = { extra: true };

/** The other names are those under which ERP systems and shops export these columns. */
const NUMBER = column('orderNumber', 'string', ['Order No', 'Order #', 'Order', 'Order ID', 'SO Number'], { required: true, matches: true });
const ADDRESS: Column[] = [
	column('recipientName', 'string', ['Recipient', 'Ship Name', 'Ship To', 'Ship To Name'], required),
	column('street1', 'string', ['Street', 'Address', 'Address 1', 'Ship Address', 'Ship Address 1', 'Ship To Address'], required),
	column('city', 'string', ['Ship City', 'Ship To City'], required),
	column('state', 'string', ['Region', 'Province', 'Ship State', 'Ship Region', 'Ship To State']),
	column('postalCode', 'string', ['Zip', 'Zip Code', 'Postcode', 'Ship Postal Code', 'Ship Zip', 'Ship Zip Code'], required),
	column('country', 'string', ['Country Code', 'Ship Country', 'Ship To Country'], required),
	column('street2', 'string', ['Address 2', 'Ship Address 2'], extra),
	column('street3', 'string', ['Address 3', 'Ship Address 3'], extra),
];
const LINE: Column[] = [
	column('sku', 'string', ['Item SKU', 'Product SKU', 'Item Number', 'Item No', 'Listing SKU'], required),
	column('quantity', 'number', ['Qty', 'Quantity Ordered'], required),
	column('unitPrice', 'number', ['Price', 'Item Price']),
	column('productName', 'string', ['Item Name'], extra),
	column('tax', 'number', ['Tax Amount', 'Line Tax'], extra),
];
const LIVE_LINE: Column[] = [
	column('discount', 'number', ['Line Discount'], { label: 'Line Discount', ...extra }),
	column('discountPercent', 'number', ['Discount Rate', 'Discount Pct', 'Line Discount Rate'], { label: 'Line Discount %', ...extra }),
	column('notes', 'string', ['Line Notes'], { label: 'Line Notes', ...extra }),
];
const HEAD: Column[] = [
	column('currency', 'string', ['Currency Code'], extra),
	column('requestedShipping', 'string', ['Shipping Method', 'Ship Method', 'Ship Via', 'Shipping Service'], extra),
	column('shippingCost', 'number', ['Freight', 'Shipping'], extra),
];
const LIVE_HEAD: Column[] = [
	column('company', 'string', ['Company Name', 'Ship Company'], extra),
	column('email', 'string', ['Email Address', 'Ship Email'], extra),
	column('phone', 'string', ['Phone Number', 'Ship Phone', 'Telephone'], extra),
	column('orderDate', 'dateTime', ['Date', 'Ordered'], extra),
	column('paymentDate', 'dateTime', ['Paid', 'Paid Date'], extra),
	column('shipByDate', 'dateTime', ['Required Date', 'Ship By'], extra),
	column('receiveByDate', 'dateTime', ['Deliver By', 'Receive By'], extra),
	column('holdUntilDate', 'dateTime', ['Hold Until'], extra),
	column('amountPaid', 'number', [], extra),
	column('notesToBuyer', 'string', [], extra),
	column('notesFromBuyer', 'string', ['Customer Notes', 'Buyer Notes'], extra),
	column('internalNotes', 'string', ['Memo'], extra),
	column('gift', 'boolean', ['Is Gift'], extra),
	column('giftMessage', 'string', [], extra),
	column('customField1', 'string', [], extra),
	column('customField2', 'string', [], extra),
	column('customField3', 'string', [], extra),
];
const TYPES: Record<ExtraKind, FieldType> = { flag: 'boolean', number: 'number', amount: 'number', text: 'string', choice: 'options' };
const FURTHER: Column[] = ORDER_EXTRAS.map(({ name, label, kind, choices }) => ({
	id: name,
	label,
	type: TYPES[kind],
	extra: true,
	...(choices ? { options: [...choices] as INodePropertyOptions[] } : {}),
}));

/** The column of the discount on the whole order: where an item is a line, `discount` is the line's. */
export const discountColumn = (byLine: boolean): string => (byLine ? 'orderDiscount' : 'discount');

const CARRIER = column('carrier', 'options', ['Shipping Carrier', 'Shipper'], { extra: true, options: CARRIER_CODES.map((value) => ({ name: carrierName(value), value })) });

/** Where an item is a whole order, its name is the recipient's; in a line it may as well be the product's, and is not guessed at. */
const orPlainName = (one: Column): Column => (one.id === 'recipientName' ? { ...one, alsoCalled: [...(one.alsoCalled ?? []), 'Name'] } : one);

/** The column that may have been meant by a name that none has. */
export const nearColumn = (name: string): string | undefined => nearName(name, [NUMBER, ...ADDRESS, ...LINE, ...LIVE_LINE, ...HEAD, ...LIVE_HEAD, CARRIER, ...FURTHER]);

/** All columns that an order, or a line of one, can have in the contract spoken. */
export function orderColumns({ contract, byLine }: ColumnsOf, { definitions, channels }: OrderAccount): Column[] {
	const live = contract === 'live';
	const lines = byLine ? [...LINE, ...(live ? LIVE_LINE : [])] : [column('lines', 'array', ['Items', 'Line Items', 'Order Lines', 'Order Items'], { label: 'Order Lines', required: true })];
	const common = [NUMBER, ...(byLine ? ADDRESS : ADDRESS.map(orPlainName)), ...lines, ...HEAD];
	if (!live) return common;
	const channel = column('salesChannel', 'options', ['Channel', 'Store', 'Sales Channel ID'], { extra: true, options: channels.map(({ id, name }) => ({ name, value: id })) });
	const discount = column(discountColumn(byLine), 'number', ['Order Discount'], { label: byLine ? 'Order Discount' : 'Discount', extra: true });
	const rate = column('discountPercent', 'number', ['Discount Rate', 'Discount Pct'], { label: 'Discount %', extra: true });
	return [...common, channel, ...LIVE_HEAD, discount, ...(byLine ? [] : [rate]), CARRIER, ...FURTHER, ...customColumns(definitions)];
}
