import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import { shareOf } from '../shared/domain/money';
import type { NewOrderLine } from '../shared/domain/order';
import type { Fields } from '../shared/n8n/params';
import { jsonRows } from '../shared/n8n/jsonRows';

const EXAMPLE = 'Give a list such as [{"sku": "MUG-BLU-12", "quantity": 2, "unitPrice": 14.5}].';

/** A line. In the order in which a person fills it in, which is not that of the alphabet. */
export const LINE: INodeProperties[] = [
	{ displayName: 'SKU', name: 'sku', type: 'string', default: '', description: 'The SKU of the listing in the sales channel' },
	{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'What the product is called; the SKU when left empty' },
	{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
	{ displayName: 'Unit Price', name: 'unitPrice', type: 'number', default: 0 },
	{ displayName: 'Tax', name: 'tax', type: 'number', default: 0, description: 'Tax of the whole line' },
	{ displayName: 'Discount', name: 'discount', type: 'number', default: 0, description: 'Amount taken off the whole line' },
	{
		displayName: 'Discount Rate',
		name: 'discountRate',
		type: 'number',
		default: 0,
		description: 'Share taken off the line instead of an amount: 0.05 for 5 %. It is rounded to cents.',
	},
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
		description: 'A list of lines with sku, quantity, unitPrice and, where wanted, name, tax, discount (or discountRate) and notes',
		displayOptions: { show: { linesFrom: ['json'] } },
	},
];

/**
 * Reads the lines of an order.
 * @throws InputError naming the line and its field
 */
export const readLines = (fields: Fields): NewOrderLine[] =>
	fields.raw('linesFrom') === 'json' ? readJsonLines(fields, 'linesJson', 'Order Lines (JSON)') : linesOf(fields.rows('lines', 'line'));

/** Reads the lines from a field that holds a list of them. */
export const readJsonLines = (fields: Fields, name: string, label: string): NewOrderLine[] => linesOf(jsonRows(fields, name, label, EXAMPLE));

function linesOf(rows: Fields[]): NewOrderLine[] {
	if (rows.length === 0) throw new InputError('Order Lines', 'The order has no lines.', 'Add at least one line with a SKU and a quantity.');
	return rows.map((row, index) => readLine(row, rows.length === 1 ? '' : ` of line ${index + 1}`));
}

/** Reads one line. @param where which line it is, for messages */
export function readLine(row: Fields, where = ''): NewOrderLine {
	const sku = row.required('sku', `SKU${where}`);
	const notes = row.text('notes');
	const quantity = row.quantity('quantity', `Quantity${where}`);
	const unitPrice = row.amount('unitPrice', `Unit Price${where}`) ?? 0;
	return {
		sku,
		name: row.text('name') ?? sku,
		quantity,
		unitPrice,
		tax: row.amount('tax', `Tax${where}`) ?? 0,
		discount: readDiscount(row, where, quantity, unitPrice),
		...(notes === undefined ? {} : { notes }),
	};
}

/** The amount taken off a line, which may be given as a rate. @throws InputError */
function readDiscount(row: Fields, where: string, quantity: number, unitPrice: number): number {
	const discount = row.amount('discount', `Discount${where}`) ?? 0;
	const field = `Discount Rate${where}`;
	const rate = row.amount('discountRate', field) ?? 0;
	if (rate < 0 || rate > 1) throw new InputError(field, `${rate} is not between 0 and 1.`, 'Give a share, such as 0.05 for 5 %, or give the amount in Discount.');
	if (rate > 0 && discount !== 0) throw new InputError(field, 'There is a discount as well.', 'Give the amount or the rate, not both.');
	return rate === 0 ? discount : shareOf(rate, [quantity, unitPrice]);
}
