import { InputError } from '../../../../shared/domain/inputError';
import { cleanText, excerpt, saysNothing } from '../../../../shared/domain/values/text';
import { rethrow } from '../../../../shared/http/errors/rethrow';
import { dependsOn, isExpression, saidThrough } from '../../../../shared/n8n/read/itemTemplate';
import type { Fields } from '../../../../shared/n8n/read/params';
import { RowError, atItem } from '../../../../shared/n8n/run/rowErrors';
import { addressFields, readAddressChange } from '../form/address';
import { readDetails } from '../form/details';
import { LINE_IDS } from './columns';
import type { OrderForm } from '../form/orderForm';
import type { OrderRow } from './orderRows';
import { paidFields } from '../form/paid';

type Rows = readonly [OrderRow, ...OrderRow[]];
type Part = 'head' | 'given';

/**
 * Joins the lines of an order into one form: each field of the order has the value of the first line that sets it.
 * @throws RowError where lines contradict each other
 */
export function joinedForm(rows: Rows): OrderForm {
	const [first, ...others] = rows;
	if (others.length === 0) return first.form;
	refuseContradictions(rows);
	const form = first.form.with(joined(rows, 'head'), joined(rows, 'given'));
	return {
		...form,
		unused: [...new Set(rows.flatMap((row) => row.form.unused))],
		lines: (terms = form.terms()) => rows.flatMap((row) => atItem(row.item, () => row.form.lines(terms))),
	};
}

function joined(rows: Rows, part: Part): Fields {
	const own = rows[0].form[part];
	const known = new Map<string, unknown>();
	const find = (name: string): unknown => {
		for (const row of rows) {
			const value = said(row, part, name);
			if (!saysNothing(value)) return value;
		}
		return own.raw(name);
	};
	const read = (name: string): unknown => {
		if (!known.has(name)) known.set(name, find(name));
		return known.get(name);
	};
	const has = (name: string): boolean => rows.some((row) => row.form[part].has(name));
	return own.with(read, { has, names: () => namesOf(rows, part) });
}

const namesOf = (rows: Rows, part: Part): string[] => [...new Set(rows.flatMap((row) => row.form[part].names()))];

/**
 * The value that a line itself gives to a field of its order. A value that is the same for all items does not count,
 * nor does the fallback of an expression.
 */
function said({ form }: OrderRow, part: Part, name: string): unknown {
	const fields = form[part];
	if (form.automatic) return fields.raw(name);
	const template = fields.template(name);
	return isExpression(template) ? saidThrough(template, fields.item(), () => fields.raw(name)) : undefined;
}

/** The fields in the head of a form. */
const HEAD = [...addressFields, ...paidFields].map(({ name }) => name);
const isOfLine = (name: string): boolean => LINE_IDS.has(name) || name === 'orderNumber' || name === 'salesChannel';

/** The fields that must agree. With columns, head and rest are one. */
function comparable(rows: Rows): Array<readonly [Part, string]> {
	const { head, given } = rows[0].form;
	const inPart = (part: Part, names: string[]) => names.map((name) => [part, name] as const);
	if (head === given)
		return inPart(
			'head',
			namesOf(rows, 'head').filter((name) => !isOfLine(name)),
		);
	return [...inPart('head', HEAD), ...inPart('given', namesOf(rows, 'given'))];
}

function refuseContradictions(rows: Rows): void {
	const first = rows.find(({ form }) => form.ownChannelId !== undefined);
	for (const row of first ? rows : []) {
		const [one, other] = [first?.form.ownChannelId, row.form.ownChannelId];
		if (first && other !== undefined && one !== other) throw contradiction('Sales Channel', [first, one], [row, other]);
	}
	for (const [part, name] of comparable(rows)) compare(rows, part, name);
}

function compare(rows: Rows, part: Part, name: string): void {
	let base: readonly [OrderRow, unknown] | undefined;
	const alike = new Set<string>();
	for (const row of rows) {
		// The same source values give the same result, so n8n does not evaluate the expression again.
		const origin = sourceOf(row, part, name);
		if (origin !== undefined && alike.has(origin)) continue;
		const value = said(row, part, name);
		if (saysNothing(value)) continue;
		const text = `=${plain(value)}`;
		base ??= [row, value];
		if (base[0] !== row && !alike.has(text) && !readsAlike(rows, part, name, base[1], value)) {
			throw contradiction(row.form.labelOf(name), base, [row, value]);
		}
		alike.add(text);
		if (origin !== undefined) alike.add(origin);
	}
}

/** The source values of a field, as a text to compare. */
function sourceOf({ form }: OrderRow, part: Part, name: string): string | undefined {
	const template = form.automatic ? undefined : form[part].template(name);
	const fields = isExpression(template) ? dependsOn(template) : undefined;
	return fields && `$${JSON.stringify(fields.map((field) => form[part].item()[field]))}`;
}

/** A value for comparison, with single spaces between words. */
const plain = (value: unknown): string =>
	typeof value === 'object' ? JSON.stringify(value) : cleanText(String(value)).replace(/\s+/g, ' ');

/** Whether two values of a field are read as one: `10` and `10.00`. */
function readsAlike(rows: Rows, part: Part, name: string, one: unknown, other: unknown): boolean {
	const { form } = rows[0];
	const [head, given] = [joined(rows, 'head'), joined(rows, 'given')];
	const formWith = (value: unknown): OrderForm => {
		const changed = (fields: Fields): Fields => fields.with((field) => (field === name ? value : fields.raw(field)));
		if (form.head === form.given) return form.with(changed(head), changed(head));
		return part === 'head' ? form.with(changed(head), given) : form.with(head, changed(given));
	};
	const expected = reading(formWith(one));
	// Reading the order reports its own errors.
	return expected === undefined || expected === reading(formWith(other));
}

/** Everything in an order except its lines, as a text to compare; undefined where it cannot be read. */
function reading(form: OrderForm): string | undefined {
	try {
		const more = form.more();
		const address = { ...readAddressChange(form.head), ...readAddressChange(more) };
		const amounts = [form.terms().currency, more.amount('shippingCost', 'Shipping Cost'), form.discount([])];
		return JSON.stringify([address, readDetails(more), amounts, form.customFields()]);
	} catch (error) {
		if (error instanceof InputError) return undefined;
		rethrow(error);
	}
}

type Said = readonly [row: OrderRow, value: unknown];

const contradiction = (label: string, [first, one]: Said, [row, other]: Said): RowError =>
	new RowError(
		row.item,
		label,
		`Item ${first.item + 1} has “${excerpt(one)}” and item ${row.item + 1} has “${excerpt(other)}”, ` +
			'but both are lines of the same order.',
		'Correct the wrong one, or leave the field empty in all lines except the first. Do not map values ' +
			'that differ from line to line to a field of the order.',
	);
