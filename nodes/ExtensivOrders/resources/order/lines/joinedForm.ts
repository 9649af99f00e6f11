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
 * One form of the lines of an order: each field of the order has the value of the first line that says it, and the
 * lines follow each other.
 * @throws RowError where lines say different things
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
 * What a line says of a field of its order: neither what is the same for all items nor what an expression falls back
 * on.
 */
function said({ form }: OrderRow, part: Part, name: string): unknown {
	const fields = form[part];
	if (form.automatic) return fields.raw(name);
	const template = fields.template(name);
	return isExpression(template) ? saidThrough(template, fields.item(), () => fields.raw(name)) : undefined;
}

/** Fields of the form's head; the rest names its own. */
const HEAD = [...addressFields, ...paidFields].map(({ name }) => name);
const isOfLine = (name: string): boolean => LINE_IDS.has(name) || name === 'orderNumber' || name === 'salesChannel';

/** What must agree: in columns head and rest are one. */
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
		// n8n is not asked for what is taken from the same values.
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

/** The values of an item that a field is made of, as a text. */
function sourceOf({ form }: OrderRow, part: Part, name: string): string | undefined {
	const template = form.automatic ? undefined : form[part].template(name);
	const fields = isExpression(template) ? dependsOn(template) : undefined;
	return fields && `$${JSON.stringify(fields.map((field) => form[part].item()[field]))}`;
}

/** A value as a person compares it: how many blanks are between words, nobody sees. */
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
	// An order that cannot be read says so itself.
	return expected === undefined || expected === reading(formWith(other));
}

/** All that is read of an order but its lines; undefined where it cannot be read. */
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
		`Item ${first.item + 1} has “${excerpt(one)}”, item ${row.item + 1} has “${excerpt(other)}”, ` +
			'and both are lines of one order.',
		'Correct the one that is wrong, or leave the field empty in all lines of the order but the first. ' +
			'What each line has of its own is no field of the order: do not map it to one.',
	);
