import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../../shared/domain/inputError';
import type { NewOrderLine } from '../../../../shared/domain/order/order';
import type { Fields } from '../../../../shared/n8n/read/params';
import { jsonRows } from '../../../../shared/n8n/read/jsonRows';
import { onlyInTools, startingInTools } from '../../../../shared/n8n/form/toolFields';
import { readPrices, type Terms } from '../form/prices';

const EXAMPLE = 'Give a list such as [{"sku": "NW-MUG-BLU", "quantity": 2, "unitPrice": 14.5}].';

/** The SKU of a line, typed, mapped or from the list of the channel's listings. */
const sku: INodeProperties = {
	displayName: 'Listing SKU',
	name: 'sku',
	type: 'resourceLocator',
	default: { mode: 'sku', value: '' },
	typeOptions: { showEvenWhenOptional: true },
	description:
		"Live API: the SKU of the product in the sales channel, which may differ from the product's own SKU. " +
		"Without a listing for the SKU, the order stays unresolved. Developer guide: the product's own SKU.",
	modes: [
		{ displayName: 'By SKU', name: 'sku', type: 'string', placeholder: 'e.g. NW-MUG-BLU' },
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a listing…',
			typeOptions: { searchListMethod: 'searchListingSkus', searchable: true },
		},
	],
};
const shown = { typeOptions: { showEvenWhenOptional: true } };

/** A line. Its fields come in the order in which people fill them in, not in alphabetical order. */
export const LINE: INodeProperties[] = [
	sku,
	{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1, ...shown },
	{ displayName: 'Unit Price', name: 'unitPrice', type: 'number', default: 0, ...shown },
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		description: 'Name of the product. The default is the SKU.',
	},
	{ displayName: 'Tax', name: 'tax', type: 'number', default: 0, description: 'Tax of the whole line' },
	{
		displayName: 'Discount',
		name: 'discount',
		type: 'number',
		default: 0,
		description: 'Amount taken off the whole line',
	},
	{ displayName: 'Notes', name: 'notes', type: 'string', default: '' },
];

const linesFrom: INodeProperties = {
	displayName: 'Order Lines From',
	name: 'linesFrom',
	type: 'options',
	options: [
		{ name: 'Form', value: 'form', description: 'Fill in the lines below, or drag fields into them' },
		{ name: 'JSON', value: 'json', description: 'A list of lines in one field' },
	],
	default: 'form',
};

/** The title of a line where n8n shows one: its number and, once it is typed or chosen, its SKU. */
const TITLE =
	'={{ ((sku, at) => `Line ${at + 1}${sku && !String(sku).startsWith("=") ? ": " + sku : ' +
	'""}`)($collection.item.value.sku?.value ?? $collection.item.value.sku, $collection.item.index) }}';

/** The lines of an order, or the one line of an item. Rare fields are added one by one. */
const formOf = (inputMode: 'order' | 'orderLine', more: Partial<INodeProperties>): INodeProperties => ({
	displayName: 'Order Lines',
	name: 'lines',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		hideOptionalFields: true,
		addOptionalFieldButtonText: 'Add detail',
		fixedCollection: { itemTitle: TITLE },
	},
	placeholder: 'Add line',
	default: { line: [{ sku: { __rl: true, mode: 'sku', value: '' }, quantity: 1, unitPrice: 0 }] },
	displayOptions: { show: { linesFrom: ['form'], inputMode: [inputMode] } },
	options: [{ displayName: 'Line', name: 'line', values: LINE }],
	...more,
});

/** Order lines, as a form or as JSON. An item that is a line has only its own. */
export const lineFields: INodeProperties[] = [
	...startingInTools({ ...linesFrom, displayOptions: { show: { inputMode: ['order'] } } }, 'json'),
	onlyInTools({
		displayName:
			'With <b>JSON</b>, the model decides how many lines an order has. The form has only the lines that ' +
			'you add here.',
		name: 'linesNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { inputMode: ['order'] } },
	}),
	// Workflows that were saved with JSON in each line keep working.
	{ ...linesFrom, type: 'hidden', displayOptions: { show: { inputMode: ['orderLine'] } } },
	formOf('order', {}),
	formOf('orderLine', {
		displayName: 'Order Line',
		placeholder: 'Add another line of the same item',
		description: 'The order line that each input item represents',
	}),
	{
		displayName: 'Order Lines (JSON)',
		name: 'linesJson',
		type: 'json',
		required: true,
		default: '[\n  {\n    "sku": "NW-MUG-BLU",\n    "quantity": 2,\n    "unitPrice": 14.5\n  }\n]',
		description:
			'A list of lines with sku (of the listing), quantity, unitPrice and, optionally, name, tax, discount and notes',
		displayOptions: { show: { linesFrom: ['json'] } },
	},
];

/**
 * Reads the lines of an order.
 * @throws InputError naming the line and its field
 */
export const readLines = (fields: Fields, terms: Terms): NewOrderLine[] =>
	fields.raw('linesFrom') === 'json'
		? readJsonLines(fields, 'linesJson', 'Order Lines (JSON)', terms)
		: linesOf(fields.rows('lines', 'line'), terms);

/** The fields that a line in JSON can have. */
const KNOWN = new Set([...LINE.map(({ name }) => name), 'discountPercent']);

/** Reads the lines from a field that holds a list of them. */
export function readJsonLines(fields: Fields, name: string, label: string, terms: Terms): NewOrderLine[] {
	const rows = jsonRows(fields, name, label, EXAMPLE);
	for (const row of rows) {
		for (const unknown of row.names().filter((one) => !KNOWN.has(one)))
			fields.remark('Not used, because order lines have no such fields: %s.', unknown);
	}
	const lines = linesOf(rows, terms);
	for (const [at, { sku }] of lines.entries()) if (!rows[at]?.has('unitPrice')) fields.remark(NO_PRICE, sku);
	return lines;
}

/** Shown where a line has no price: it may be free, or the column may have another name. */
export const NO_PRICE = 'Order lines without a unit price were sent with a price of 0: %s.';

function linesOf(rows: Fields[], terms: Terms): NewOrderLine[] {
	if (rows.length === 0)
		throw new InputError('Order Lines', 'The order has no lines.', 'Add at least one line with a SKU and a quantity.');
	return rows.map((row, index) => readLine(row, terms, rows.length === 1 ? '' : ` of line ${index + 1}`));
}

/** Reads one line. @param where which line it is, for messages */
export function readLine(row: Fields, terms: Terms, where = ''): NewOrderLine {
	const sku = skuOf(row).requiredCode('sku', `SKU${where}`);
	const notes = row.text('notes', `Notes${where}`);
	const quantity = row.quantity('quantity', `Quantity${where}`);
	const prices = readPrices(row, quantity, terms, where);
	return {
		sku,
		name: row.text('name', `Name${where}`) ?? sku,
		quantity,
		...prices,
		...(notes === undefined ? {} : { notes }),
	};
}

/** The SKU of a line, whether it comes from a locator or a plain field. */
const skuOf = (row: Fields): Fields =>
	row.of({ sku: chosen(row.raw('sku')) }, { template: (name) => chosen(row.template(name)) });

/** The value of a locator; any other value unchanged. */
const chosen = (given: unknown): unknown =>
	typeof given === 'object' && given !== null && '__rl' in given && 'value' in given ? given.value : given;
