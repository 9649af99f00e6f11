import type { Contract } from '../../../shared/api/ports/capabilities';
import { InputError } from '../../../shared/domain/inputError';
import type { ErpLine } from '../../../shared/domain/insights/lineComparison';
import type { ErpOrder } from '../../../shared/domain/insights/orderComparison';
import { statusesOf } from '../../../shared/domain/order/orderStatus';
import { jsonRows } from '../../../shared/n8n/read/jsonRows';
import type { Fields } from '../../../shared/n8n/read/params';
import type { Refused, ReportInput } from '../../../shared/n8n/run/operation';
import { groupsByKey, sameTwice } from '../../refused';

/** One item: a whole order, or one line of an order. */
export type ErpRow = ErpOrder & { isLine: boolean };

export const numberOf = (fields: Fields): string => fields.requiredCode('orderNumber', 'Order Number');

export const nameOf = (orderNumber: string): string => `Order ${orderNumber}`;

/** @throws InputError naming the field */
export function readRow(fields: Fields, contract: Contract): ErpRow {
	const isLine = fields.raw('inputMode') === 'orderLine';
	const compare = fields.inside('compare');
	const total = compare.amount('total', 'Total');
	if (total !== undefined && !contract.supports('order.details'))
		throw new InputError(
			'Total',
			`${contract.title} does not tell totals.`,
			'Remove the field under Also Compare, or use a credential for the live API.',
		);
	const status = compare.text('status', 'Status');
	// An unknown word is a mistake of the mapping, not a difference.
	if (status !== undefined) statusesOf(status, contract.orderStatuses);
	const lines = isLine ? [lineOf(fields)] : linesOf(compare);
	return {
		isLine,
		orderNumber: numberOf(fields),
		salesChannelId: fields.locator('salesChannel', 'Sales Channel'),
		...(total === undefined ? {} : { total }),
		...(status === undefined ? {} : { status }),
		...(lines === undefined ? {} : { lines }),
	};
}

const lineOf = (fields: Fields): ErpLine => ({
	sku: fields.requiredCode('sku', 'SKU'),
	quantity: fields.quantity('quantity', 'Quantity', 0),
});

const REMEDY = 'Map a list like [{"sku": "MUG-BLU-12", "quantity": 2}], or remove the field.';

const linesOf = (compare: Fields): ErpLine[] | undefined =>
	compare.isMappedEmpty('lines') || !compare.has('lines')
		? undefined
		: jsonRows(compare, 'lines', 'Lines (JSON)', REMEDY).map(lineOf);

/** Sales channels number their orders by themselves. */
const keyOf = ({ orderNumber, salesChannelId = '' }: ErpOrder): string => `${orderNumber}\n${salesChannelId}`;

/**
 * Makes orders of the rows. Lines of the same number and sales channel are one order. An order that comes twice as a
 * whole, or whose lines contradict each other, is refused.
 */
export function ordersOf(rows: ReadonlyArray<ReportInput<ErpRow>>): {
	inputs: Array<ReportInput<ErpOrder>>;
	refused: Refused[];
} {
	const wholes = groupsByKey(
		rows.filter(({ value }) => !value.isLine),
		keyOf,
	);
	const refused = wholes.repeated.map(({ items, value }) =>
		sameTwice(
			items,
			nameOf(value.orderNumber),
			'Order Number',
			'Remove the repeated rows, or set “Each Item Is” to “An Order Line”.',
		),
	);
	const merged = mergedLines(rows.filter(({ value }) => value.isLine));
	const inputs = [...wholes.single, ...merged.inputs].map(({ items, value: { isLine: _, ...value } }) => ({
		items,
		value,
	}));
	return { inputs, refused: [...refused, ...merged.refused] };
}

function mergedLines(rows: ReadonlyArray<ReportInput<ErpRow>>): {
	inputs: Array<ReportInput<ErpRow>>;
	refused: Refused[];
} {
	const byKey = new Map<string, ReportInput<ErpRow>>();
	const contradicting = new Map<string, InputError>();
	for (const { items, value } of rows) {
		const key = keyOf(value);
		const order = byKey.get(key);
		if (!order) {
			byKey.set(key, { items: [...items], value: { ...value, lines: [...(value.lines ?? [])] } });
			continue;
		}
		order.items.push(...items);
		order.value.lines?.push(...(value.lines ?? []));
		for (const [field, label] of [
			['total', 'Total'],
			['status', 'Status'],
		] as const)
			if (order.value[field] !== value[field]) contradicting.set(key, contradiction(label));
	}
	const refused: Refused[] = [];
	const inputs: Array<ReportInput<ErpRow>> = [];
	for (const [key, order] of byKey) {
		const error = contradicting.get(key);
		if (error) refused.push({ items: order.items, subject: nameOf(order.value.orderNumber), error });
		else inputs.push(order);
	}
	return { inputs, refused };
}

const contradiction = (label: string): InputError =>
	new InputError(
		label,
		'The lines of the order have different values.',
		`Map a field that is the same in all lines of an order, or remove ${label}.`,
	);
