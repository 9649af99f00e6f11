import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import type { NewOrderLine } from '../shared/domain/order';
import type { Fields } from '../shared/n8n/params';
import { jsonRows } from '../shared/n8n/jsonRows';
import { readPrices, type Terms } from './prices';

const EXAMPLE = 'Give a list such as [{"sku": "MUG-BLU-12", "quantity": 2, "unitPrice": 14.5}].';

/** A line. In the order in which a person fills it in, which is not that of the alphabet. */
export const LINE: INodeProperties[] = [
	{ displayName: 'SKU', name: 'sku', type: 'string', default: '', description: 'The SKU of the listing in the sales channel' },
	{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'What the product is called; the SKU when left empty' },
	{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
	{ displayName: 'Unit Price', name: 'unitPrice', type: 'number', default: 0 },
	{ displayName: 'Tax', name: 'tax', type: 'number', default: 0, description: 'Tax of the whole line' },
	{ displayName: 'Discount', name: 'discount', type: 'number', default: 0, description: 'Amount taken off the whole line' },
	{ displayName: 'Notes', name: 'notes', type: 'string', default: '' },
];

/** Order lines as a form, or as JSON for those who have them that way. */
export const lineFields: INodeProperties[] = [
	{
		displayName: 'Order Lines From',
		name: 'linesFrom',
		type: 'options',
		options: [
			{ name: 'Form', value: 'form', description: 'Fill in the lines below, or drag fields into them' },
			{ name: 'JSON', value: 'json', description: 'A list of lines in one field' },
		],
		default: 'form',
	},
	{
		displayName: 'Order Lines',
		name: 'lines',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add line',
		default: { line: [{ sku: '', quantity: 1, unitPrice: 0 }] },
		displayOptions: { show: { linesFrom: ['form'] } },
		options: [
			{
				displayName: 'Line',
				name: 'line',
				values: LINE,
			},
		],
	},
	{
		displayName: 'Order Lines (JSON)',
		name: 'linesJson',
		type: 'json',
		required: true,
		default: '[\n  {\n    "sku": "MUG-BLU-12",\n    "quantity": 2,\n    "unitPrice": 14.5\n  }\n]',
		description: 'A list of lines with sku, quantity, unitPrice and, where wanted, name, tax, discount and notes',
		displayOptions: { show: { linesFrom: ['json'] } },
	},
];

/**
 * Reads the lines of an order.
 * @throws InputError naming the line and its field
 */
export const readLines = (fields: Fields, terms: Terms): NewOrderLine[] =>
	fields.raw('linesFrom') === 'json' ? readJsonLines(fields, 'linesJson', 'Order Lines (JSON)', terms) : linesOf(fields.rows('lines', 'line'), terms);

/** Names that a line in JSON can have. */
const KNOWN = new Set([...LINE.map(({ name }) => name), 'discountPercent']);

/** Reads the lines from a field that holds a list of them. */
export function readJsonLines(fields: Fields, name: string, label: string, terms: Terms): NewOrderLine[] {
	const rows = jsonRows(fields, name, label, EXAMPLE);
	for (const row of rows) {
		for (const unknown of row.names().filter((one) => !KNOWN.has(one))) fields.remark('Not used, because order lines have no such fields: %s.', unknown);
		if (!row.has('unitPrice')) fields.remark(NO_PRICE, row.code('sku') ?? '');
	}
	return linesOf(rows, terms);
}

/** Said where a line comes without a price, which may be what is meant, or a column under another name. */
export const NO_PRICE = 'Order lines without a unit price were sent with a price of 0: %s.';

function linesOf(rows: Fields[], terms: Terms): NewOrderLine[] {
	if (rows.length === 0) throw new InputError('Order Lines', 'The order has no lines.', 'Add at least one line with a SKU and a quantity.');
	return rows.map((row, index) => readLine(row, terms, rows.length === 1 ? '' : ` of line ${index + 1}`));
}

/** Reads one line. @param where which line it is, for messages */
export function readLine(row: Fields, terms: Terms, where = ''): NewOrderLine {
	const sku = row.requiredCode('sku', `SKU${where}`);
	const notes = row.text('notes', `Notes${where}`);
	const quantity = row.quantity('quantity', `Quantity${where}`);
	const prices = readPrices(row, quantity, terms, where);
	return { sku, name: row.text('name', `Name${where}`) ?? sku, quantity, ...prices, ...(notes === undefined ? {} : { notes }) };
}
