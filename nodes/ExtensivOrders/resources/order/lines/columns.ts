import type { FieldType, INodePropertyOptions } from 'n8n-workflow';
import type { Contract } from '../../../../shared/api/ports/capabilities';
import { carrierName } from '../../../../shared/domain/shipping/carrier';
import { CARRIER_CODES } from '../../../../shared/domain/shipping/carrierCodes';
import type { CustomFieldDefinition } from '../../../../shared/domain/account/customField';
import { ADDRESS_FIELDS, type AddressField } from '../../../../shared/domain/order/addressFields';
import { ORDER_FIELDS, type OrderField, type OrderFieldKind } from '../../../../shared/domain/order/fields';
import type { Column } from '../../../../shared/n8n/columns/column';
import { customColumns } from '../../../../shared/n8n/columns/customColumns';
import { nearName } from '../../../../shared/n8n/columns/nearName';

/** What the columns depend on in the account. */
export interface OrderAccount {
	definitions: CustomFieldDefinition[];
	channels: Array<{ id: string; name: string }>;
}

export interface ColumnsOf {
	contract: Contract;
	/** Each item is one line of an order. */
	byLine: boolean;
}

const labelOf = (id: string): string => id.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());

const column = (id: string, type: FieldType, alsoCalled: string[] = [], more: Partial<Column> = {}): Column => ({
	id,
	label: labelOf(id),
	type,
	alsoCalled,
	...more,
});
const required = { required: true };
const hiddenByDefault = { hiddenByDefault: true };

/** The other names are those that ERP systems and shops use in their exports. */
const NUMBER = column('orderNumber', 'string', ['Order No', 'Order #', 'SO Number'], {
	required: true,
	matches: true,
	general: ['Order', 'Order ID'],
});
export const NUMBER_LABEL = NUMBER.label;
/** The columns of the parts of an address that a filter picks. */
const partsWhere = (picks: (part: AddressField) => boolean): Column[] =>
	ADDRESS_FIELDS.filter(picks).map(
		({ parameter, label, required, rare, alsoCalled = [], specific, general }: AddressField) => ({
			id: parameter,
			label,
			type: 'string',
			required,
			hiddenByDefault: rare,
			alsoCalled,
			specific,
			general,
		}),
	);
const ADDRESS: Column[] = [
	...partsWhere(({ rare }) => !rare),
	...partsWhere(({ rare, guide }) => rare === true && guide !== undefined),
];
const LINE: Column[] = [
	column('sku', 'string', ['Item SKU', 'Product SKU', 'Listing SKU'], {
		label: 'SKU',
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

const TYPES: Record<OrderFieldKind, FieldType> = {
	flag: 'boolean',
	number: 'number',
	amount: 'number',
	text: 'string',
	date: 'dateTime',
	choice: 'options',
	carrier: 'options',
};

function optionsOf({ kind, choices }: OrderField): INodePropertyOptions[] | undefined {
	if (kind === 'carrier') return CARRIER_CODES.map((value) => ({ name: carrierName(value), value }));
	return choices && [...choices];
}

/** The columns of the optional fields that a filter picks. */
const detailsWhere = (picks: (field: OrderField) => boolean): Column[] =>
	ORDER_FIELDS.filter(picks).map((field: OrderField) => ({
		id: field.name,
		label: field.columnLabel ?? field.label,
		type: TYPES[field.kind],
		hiddenByDefault: true,
		alsoCalled: field.alsoCalled ?? [],
		general: field.general,
		options: optionsOf(field),
	}));

const inBoth = ({ guide }: OrderField): boolean => guide !== undefined;
const onlyLive = (field: OrderField): boolean => !inBoth(field) && field.group === undefined;

const HEAD: Column[] = [
	column('currency', 'string', ['Currency Code'], hiddenByDefault),
	...detailsWhere(inBoth),
	column('shippingCost', 'number', ['Freight'], { ...hiddenByDefault, general: ['Shipping'] }),
];
const HEAD_DETAILS: Column[] = [
	...partsWhere(({ guide }) => guide === undefined),
	...detailsWhere((field) => onlyLive(field) && field.kind === 'date'),
	...detailsWhere((field) => onlyLive(field) && field.kind === 'amount'),
	...detailsWhere((field) => onlyLive(field) && field.kind !== 'date' && field.kind !== 'amount'),
];
/** The columns of the form's groups come last. */
const GROUPED: Column[] = detailsWhere((field) => !inBoth(field) && field.group !== undefined);

/** The column of the discount on the whole order: where an item is a line, `discount` is the line's. */
export const discountColumn = (byLine: boolean): string => (byLine ? 'orderDiscount' : 'discount');

/** In an item that is an order, *Name* is the recipient's. In one that is a line, it may be the product's. */
const orPlainName = (one: Column): Column =>
	one.id === 'recipientName' ? { ...one, general: [...(one.general ?? []), 'Name'] } : one;

/** IDs of the columns that belong to a line, where each item is a line. */
export const LINE_IDS: ReadonlySet<string> = new Set([...LINE, ...LINE_DETAILS].map(({ id }) => id));

/** The column that an unknown name may stand for. */
export const nearColumn = (name: string): string | undefined =>
	nearName(name, [NUMBER, ...ADDRESS, ...LINE, ...LINE_DETAILS, ...HEAD, ...HEAD_DETAILS, ...GROUPED]);

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
		...GROUPED,
		...customColumns(definitions),
	];
}
