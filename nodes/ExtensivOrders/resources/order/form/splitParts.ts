import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../../shared/domain/inputError';
import type { OrderPart } from '../../../../shared/domain/order/orderActions';
import type { Fields } from '../../../../shared/n8n/read/params';
import { jsonRows } from '../../../../shared/n8n/read/jsonRows';

const EXAMPLE = '[\n  {\n    "lines": [{ "sku": "NW-MUG-BLU", "quantity": 1 }],\n    "shippingCost": 4.5\n  }\n]';

/** The pieces of each new order, as a form or as JSON. */
export const partFields: INodeProperties[] = [
	{
		displayName: 'New Orders From',
		name: 'partsFrom',
		type: 'options',
		options: [
			{ name: 'Form', value: 'form', description: 'Choose below which pieces go into which new order' },
			{ name: 'JSON', value: 'json', description: 'A list of new orders in one field, with optional amounts' },
		],
		default: 'form',
	},
	{
		displayName: 'Pieces to Split Off',
		name: 'parts',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add pieces',
		default: { piece: [{ newOrder: 1, sku: '', quantity: 1 }] },
		description: 'The original order keeps everything else',
		displayOptions: { show: { partsFrom: ['form'] } },
		options: [
			{
				displayName: 'Pieces',
				name: 'piece',
				values: [
					{
						displayName: 'New Order',
						name: 'newOrder',
						type: 'number',
						default: 1,
						description: 'Pieces with the same number go into one new order',
					},
					{
						displayName: 'Listing SKU',
						name: 'sku',
						type: 'string',
						default: '',
						placeholder: 'e.g. NW-MUG-BLU',
						description: 'The SKU of the order line',
					},
					{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
				],
			},
		],
	},
	{
		displayName: 'New Orders (JSON)',
		name: 'partsJson',
		type: 'json',
		required: true,
		default: EXAMPLE,
		description:
			'A list of new orders with lines (sku, quantity) and, optionally, orderTotal, shippingCost, discount, ' +
			'tax, amountPaid, insuredValue, weight and labelIds',
		displayOptions: { show: { partsFrom: ['json'] } },
	},
];

/** Reads the parts. @throws InputError naming the part and its field */
export function readParts(fields: Fields): OrderPart[] {
	const parts = fields.raw('partsFrom') === 'json' ? jsonParts(fields) : formParts(fields);
	if (parts.length === 0)
		throw new InputError('New Orders', 'There are no pieces to split off.', 'Add the pieces that go into a new order.');
	return parts;
}

function formParts(fields: Fields): OrderPart[] {
	const parts = new Map<string, OrderPart>();
	fields.rows('parts', 'piece').forEach((row, at) => {
		const number = row.text('newOrder') ?? '1';
		const part = parts.get(number) ?? { lines: [] };
		part.lines.push(readLine(row, ` of piece ${at + 1}`));
		parts.set(number, part);
	});
	return [...parts.values()];
}

const readLine = (row: Fields, where: string): OrderPart['lines'][number] => ({
	sku: row.requiredCode('sku', `SKU${where}`),
	quantity: row.quantity('quantity', `Quantity${where}`),
});

function jsonParts(fields: Fields): OrderPart[] {
	const label = 'New Orders (JSON)';
	const remedy = 'Give a list such as [{"lines": [{"sku": "NW-MUG-BLU", "quantity": 1}]}].';
	return jsonRows(fields, 'partsJson', label, remedy).map((row, at) => {
		const where = ` of new order ${at + 1}`;
		const lines = jsonRows(row, 'lines', `Lines${where}`, remedy).map((line) => readLine(line, where));
		if (lines.length === 0) throw new InputError(label, `New order ${at + 1} has no lines.`, remedy);
		const amount = (name: keyof OrderPart): number | undefined => row.amount(name, `${name}${where}`);
		const part: OrderPart = {
			lines,
			orderTotal: amount('orderTotal'),
			shippingCost: amount('shippingCost'),
			discount: amount('discount'),
			tax: amount('tax'),
			amountPaid: amount('amountPaid'),
			insuredValue: amount('insuredValue'),
			weight: amount('weight'),
			labelIds: row.list('labelIds'),
		};
		return part;
	});
}
