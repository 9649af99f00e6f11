import type { FieldType, INodePropertyOptions } from 'n8n-workflow';
import type { Contract } from '../../../../shared/api/ports/capabilities';
import { carrierName } from '../../../../shared/domain/shipping/carrier';
import { CARRIER_CODES } from '../../../../shared/domain/shipping/carrierCodes';
import type { CustomFieldDefinition } from '../../../../shared/domain/account/customField';
import { type OptionalFieldKind, ORDER_OPTIONAL_FIELDS } from '../../../../shared/domain/order/orderOptionalFields';
import type { Column } from '../../../../shared/n8n/columns/column';
import { customColumns } from '../../../../shared/n8n/columns/customColumns';
import { nearName } from '../../../../shared/n8n/columns/nearName';

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

const LABELS: Record<string, string> = {
	sku: 'SKU',
	street1: 'Street',
	street2: 'Street 2',
	street3: 'Street 3',
	customField1: 'Custom Field 1',
	customField2: 'Custom Field 2',
	customField3: 'Custom Field 3',
};
const labelOf = (id: string): string =>
	LABELS[id] ??
	id
		.replace(/([A-Z])/g, ' $1')
		.replace(/^./, (letter) => letter.toUpperCase())
		.replace(/ (To|From|By) /g, (word) => word);

const column = (id: string, type: FieldType, alsoCalled: string[] = [], more: Partial<Column> = {}): Column => ({
	id,
	label: labelOf(id),
	type,
	alsoCalled,
	...more,
});
const required = { required: true };
const hiddenByDefault = { hiddenByDefault: true };

/** The other names are those under which ERP systems and shops export these columns. */
const NUMBER = column('orderNumber', 'string', ['Order No', 'Order #', 'SO Number'], {
	required: true,
	matches: true,
	general: ['Order', 'Order ID'],
});
export const NUMBER_LABEL = NUMBER.label;
const ADDRESS: Column[] = [
	column('recipientName', 'string', ['Recipient', 'Ship Name', 'Ship To Name'], { ...required, general: ['Ship To'] }),
	column('street1', 'string', ['Address 1'], {
		...required,
		specific: ['Ship Address', 'Ship Address 1', 'Ship To Address'],
		general: ['Address'],
	}),
	column('city', 'string', [], { ...required, specific: ['Ship City', 'Ship To City'] }),
	column('state', 'string', ['Region', 'Province'], { specific: ['Ship State', 'Ship Region', 'Ship To State'] }),
	column('postalCode', 'string', ['Zip', 'Zip Code', 'Postcode'], {
		...required,
		specific: ['Ship Postal Code', 'Ship Zip', 'Ship Zip Code'],
	}),
	column('country', 'string', ['Country Code'], { ...required, specific: ['Ship Country', 'Ship To Country'] }),
	column('street2', 'string', ['Address 2'], { ...hiddenByDefault, specific: ['Ship Address 2'] }),
	column('street3', 'string', ['Address 3'], { ...hiddenByDefault, specific: ['Ship Address 3'] }),
];
const LINE: Column[] = [
	column('sku', 'string', ['Item SKU', 'Product SKU', 'Listing SKU'], {
		...required,
		general: ['Item Number', 'Item No'],
	}),
	column('quantity', 'number', ['Qty', 'Quantity Ordered'], required),
	column('unitPrice', 'number', ['Item Price'], { general: ['Price'] }),
	column('productName', 'string', ['Item Name'], hiddenByDefault),
	column('tax', 'number', ['Tax Amount'], { ...hiddenByDefault, specific: ['Line Tax'] }),
];
const LINE_DETAILS: Column[] = [
	column('discount', 'number', ['Line Discount'], { label: 'Line Discount', ...hiddenByDefault }),
	column('discountPercent', 'number', ['Discount Rate', 'Discount Pct', 'Line Discount Rate'], {
		label: 'Line Discount %',
		...hiddenByDefault,
	}),
	column('notes', 'string', ['Line Notes'], { label: 'Line Notes', ...hiddenByDefault }),
];
const HEAD: Column[] = [
	column('currency', 'string', ['Currency Code'], hiddenByDefault),
	column(
		'requestedShipping',
		'string',
		['Shipping Method', 'Ship Method', 'Ship Via', 'Shipping Service'],
		hiddenByDefault,
	),
	column('shippingCost', 'number', ['Freight'], { ...hiddenByDefault, general: ['Shipping'] }),
];
const HEAD_DETAILS: Column[] = [
	column('company', 'string', ['Company Name'], { ...hiddenByDefault, specific: ['Ship Company'] }),
	column('email', 'string', ['Email Address'], { ...hiddenByDefault, specific: ['Ship Email'] }),
	column('phone', 'string', ['Phone Number', 'Telephone'], { ...hiddenByDefault, specific: ['Ship Phone'] }),
	column('orderDate', 'dateTime', ['Ordered'], { ...hiddenByDefault, general: ['Date'] }),
	column('paymentDate', 'dateTime', ['Paid Date'], { ...hiddenByDefault, general: ['Paid'] }),
	column('shipByDate', 'dateTime', ['Required Date', 'Ship By'], hiddenByDefault),
	column('receiveByDate', 'dateTime', ['Deliver By', 'Receive By'], hiddenByDefault),
	column('holdUntilDate', 'dateTime', ['Hold Until'], hiddenByDefault),
	column('amountPaid', 'number', [], hiddenByDefault),
	column('notesToBuyer', 'string', [], hiddenByDefault),
	column('notesFromBuyer', 'string', ['Customer Notes', 'Buyer Notes'], hiddenByDefault),
	column('internalNotes', 'string', ['Memo'], hiddenByDefault),
	column('gift', 'boolean', ['Is Gift'], hiddenByDefault),
	column('giftMessage', 'string', [], hiddenByDefault),
	column('customField1', 'string', [], hiddenByDefault),
	column('customField2', 'string', [], hiddenByDefault),
	column('customField3', 'string', [], hiddenByDefault),
];
const TYPES: Record<OptionalFieldKind, FieldType> = {
	flag: 'boolean',
	number: 'number',
	amount: 'number',
	text: 'string',
	choice: 'options',
};
const FURTHER: Column[] = ORDER_OPTIONAL_FIELDS.map(({ name, label, kind, choices }) => ({
	id: name,
	label,
	type: TYPES[kind],
	hiddenByDefault: true,
	...(choices ? { options: [...choices] as INodePropertyOptions[] } : {}),
}));

/** The column of the discount on the whole order: where an item is a line, `discount` is the line's. */
export const discountColumn = (byLine: boolean): string => (byLine ? 'orderDiscount' : 'discount');

const CARRIER = column('carrier', 'options', ['Shipping Carrier'], {
	hiddenByDefault: true,
	general: ['Shipper'],
	options: CARRIER_CODES.map((value) => ({ name: carrierName(value), value })),
});

/**
 * Where an item is a whole order, its name is the recipient's; in a line it may as well be the product's, and is not
 * guessed at.
 */
const orPlainName = (one: Column): Column =>
	one.id === 'recipientName' ? { ...one, general: [...(one.general ?? []), 'Name'] } : one;

/** Ids of the columns that are a line's own, where each item is one. */
export const LINE_IDS: ReadonlySet<string> = new Set([...LINE, ...LINE_DETAILS].map(({ id }) => id));

/** The column that may have been meant by a name that none has. */
export const nearColumn = (name: string): string | undefined =>
	nearName(name, [NUMBER, ...ADDRESS, ...LINE, ...LINE_DETAILS, ...HEAD, ...HEAD_DETAILS, CARRIER, ...FURTHER]);

/** All columns that an order, or a line of one, can have in the contract spoken. */
export function orderColumns({ contract, byLine }: ColumnsOf, { definitions, channels }: OrderAccount): Column[] {
	const hasDetails = contract.supports('order.details');
	const lines = byLine
		? [...LINE, ...(hasDetails ? LINE_DETAILS : [])]
		: [
				column('lines', 'array', ['Line Items', 'Order Items'], {
					label: 'Order Lines',
					required: true,
					general: ['Items'],
				}),
			];
	const common = [NUMBER, ...(byLine ? ADDRESS : ADDRESS.map(orPlainName)), ...lines, ...HEAD];
	if (!hasDetails) return common;
	const channel = column('salesChannel', 'options', ['Sales Channel ID'], {
		hiddenByDefault: true,
		general: ['Channel', 'Store'],
		options: channels.map(({ id, name }) => ({ name, value: id })),
	});
	const discount = column(discountColumn(byLine), 'number', ['Order Discount'], {
		label: byLine ? 'Order Discount' : 'Discount',
		hiddenByDefault: true,
	});
	const rate = column('discountPercent', 'number', ['Discount Rate', 'Discount Pct'], {
		label: 'Discount %',
		hiddenByDefault: true,
	});
	return [
		...common,
		channel,
		...HEAD_DETAILS,
		discount,
		...(byLine ? [] : [rate]),
		CARRIER,
		...FURTHER,
		...customColumns(definitions),
	];
}
