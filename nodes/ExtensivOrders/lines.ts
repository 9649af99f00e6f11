import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import type { NewOrderLine } from '../shared/domain/order';
import type { Fields } from '../shared/n8n/params';
import * as z from '../shared/vendor/zod';

/** In the order in which a person fills a line in, which is not that of the alphabet. */
const LINE: INodeProperties[] = [
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
export function readLines(fields: Fields): NewOrderLine[] {
	const rows = fields.raw('linesFrom') === 'json' ? jsonLines(fields) : fields.rows('lines', 'line');
	if (rows.length === 0) throw new InputError('Order Lines', 'The order has no lines.', 'Add at least one line with a SKU and a quantity.');
	return rows.map((row, index) => readLine(row, rows.length === 1 ? '' : ` of line ${index + 1}`));
}

function readLine(row: Fields, where: string): NewOrderLine {
	const sku = row.required('sku', `SKU${where}`);
	const notes = row.text('notes');
	return {
		sku,
		name: row.text('name') ?? sku,
		quantity: row.quantity('quantity', `Quantity${where}`),
		unitPrice: row.amount('unitPrice', `Unit Price${where}`) ?? 0,
		tax: row.amount('tax', `Tax${where}`) ?? 0,
		discount: row.amount('discount', `Discount${where}`) ?? 0,
		...(notes === undefined ? {} : { notes }),
	};
}

const list = z.array(z.record(z.string(), z.unknown()));

function jsonLines(fields: Fields): Fields[] {
	const label = 'Order Lines (JSON)';
	let value = fields.raw('linesJson');
	if (typeof value === 'string') {
		try {
			value = JSON.parse(value);
		} catch {
			value = undefined;
		}
	}
	const read = list.safeParse(value);
	if (read.success) return read.data.map((row) => fields.of(row));
	throw new InputError(label, 'This is not a JSON list of lines.', 'Give a list such as [{"sku": "MUG-BLU-12", "quantity": 2, "unitPrice": 14.5}].');
}
