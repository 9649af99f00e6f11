import type { IExecuteFunctions } from 'n8n-workflow';
import { parseCarrier } from '../../domain/shipping/carrier';
import { parseCountry } from '../../domain/values/address/country';
import { isNoDate, parseDate } from '../../domain/values/dates/date';
import { type DiscountBase, type DiscountForm, readDiscount, readPercentage } from '../../domain/order/discount';
import { readFlag } from '../../domain/values/flag';
import { InputError } from '../../domain/inputError';
import { parseCurrency, readAmount, readQuantity } from '../../domain/values/money';
import type { DateOrder } from '../../domain/values/dates/dateText';
import { readChoice } from '../../domain/values/choice';
import { readCodes } from '../../domain/values/list';
import type { DecimalSeparator, NumberStyle } from '../../domain/values/number';
import { cleanText, excerpt, isNothing, readCode, readText } from '../../domain/values/text';
import { readTracking } from '../../domain/values/tracking';
import { Form } from './form';
import { labelOf } from './labels';
import { RunReading } from './reading';

/**
 * Reads and checks the fields of one form (a node's own fields, or those of a collection). Names are parameter names;
 * labels are what the user sees.
 */
export class Fields extends Form {
	/** A trimmed text; undefined if it is empty or a word for “none”. @throws InputError if it is not text */
	text(name: string, label = labelOf(name)): string | undefined {
		return readText(this.raw(name), label);
	}

	/** A text that identifies something: a number, a SKU, an ID. @throws InputError if it cannot be one */
	code(name: string, label = labelOf(name)): string | undefined {
		const code = readCode(this.raw(name), label);
		if (code !== undefined) this.refuseLeftover(code, this.template(name), label);
		return code;
	}

	/** @throws InputError if empty */
	required(name: string, label: string): string {
		return this.given(this.text(name, label), name, label);
	}

	requiredCode(name: string, label: string): string {
		return this.given(this.code(name, label), name, label);
	}

	/** The tracking number of one parcel. @throws InputError if empty */
	tracking(name: string, label: string): string {
		this.requiredCode(name, label);
		return this.given(readTracking(this.raw(name), label), name, label);
	}

	/** Whether a switch is on. @throws InputError if it is neither on nor off */
	flag(name: string, whenEmpty = false): boolean {
		return this.yesNo(name) ?? whenEmpty;
	}

	/** Yes or no as exports write it; undefined if empty. @throws InputError if it is neither */
	yesNo(name: string, label = labelOf(name)): boolean | undefined {
		return readFlag(this.raw(name), label);
	}

	optionalFlag(name: string): boolean | undefined {
		return this.yesNo(name);
	}

	/** The beginning or end of a search, which may be any date. */
	date(name: string, label: string): string | undefined {
		return this.readDate(name, label, false);
	}

	/** A date in the life of an order, which must be plausible as such. */
	businessDate(name: string, label: string): string | undefined {
		return this.readDate(name, label, true);
	}

	private readDate(name: string, label: string, business: boolean): string | undefined {
		const value = this.raw(name);
		if (isNoDate(value)) return undefined;
		const { zone, dateOrder: fixed, orderOf } = this.reading;
		const shown =
			orderOf && ((): DateOrder | undefined => orderOf.call(this.reading, this.pathOf(name), () => this.column(name)));
		return parseDate(value, label, { zone, business, fixed, shown });
	}

	amount(name: string, label: string): number | undefined {
		return readAmount(this.raw(name), label, this.styleOf(name));
	}

	quantity(name: string, label: string, least?: number): number {
		return this.given(readQuantity(this.raw(name), label, least, this.styleOf(name, true)), name, label);
	}

	/** A discount as an amount. @throws InputError if it would raise the total or exceed it */
	discount(name: string, label: string, base: DiscountBase, form?: DiscountForm): number | undefined {
		return readDiscount(this.raw(name), label, base, form, this.styleOf(name));
	}

	/** The same from a column of percentages. */
	percentage(name: string, label: string, base: DiscountBase, form?: DiscountForm): number | undefined {
		return readPercentage(this.raw(name), label, base, form, this.styleOf(name));
	}

	currency(name: string, label = 'Currency'): string | undefined {
		return isNothing(this.raw(name)) ? undefined : parseCurrency(this.raw(name), label);
	}

	country(name: string, label: string): string {
		return parseCountry(this.required(name, label), label);
	}

	/**
	 * A carrier, typed or chosen. @throws InputError for one without a code, where carriers have codes
	 */
	carrier(name: string, label = 'Carrier'): string | undefined {
		const given = this.locator(name, label);
		const { contract } = this.reading;
		const takesAny = contract !== undefined && !contract.supports('carrier.codes');
		return given === undefined || takesAny ? given : parseCarrier(given, label);
	}

	/**
	 * The value of a resource locator or of a plain field; undefined if nothing is chosen. @throws InputError if it is
	 * not text
	 */
	locator(name: string, label = labelOf(name)): string | undefined {
		const code = readCode(valueOf(this.raw(name)), label);
		if (code !== undefined) this.refuseLeftover(code, valueOf(this.template(name)), label);
		return code;
	}

	requiredLocator(name: string, label: string): string {
		const value = this.locator(name, label);
		if (value === undefined)
			throw new InputError(
				label,
				'Nothing is selected.',
				`Select a ${label.toLowerCase()} from the list, or enter its ID.`,
			);
		return value;
	}

	/**
	 * One of several words, in any case; `whenEmpty` if the form does not have the field. @throws InputError for any
	 * other word
	 */
	choice<T extends string>(name: string, label: string, choices: readonly T[], whenEmpty: T): T {
		return readChoice(this.raw(name), label, choices) ?? whenEmpty;
	}

	/**
	 * Several values in one field: a list, or text separated by commas, semicolons or line breaks; quotes protect a
	 * comma.
	 */
	list(name: string, label = labelOf(name)): string[] | undefined {
		return readCodes(this.raw(name), label);
	}

	private styleOf(name: string, whole = false): NumberStyle {
		const { decimalSeparator, separatorOf } = this.reading;
		const shown =
			separatorOf &&
			((): DecimalSeparator | undefined =>
				separatorOf.call(this.reading, this.pathOf(name), () => this.column(name), whole));
		return { fixed: decimalSeparator, shown, elsewhere: () => this.reading.findSeparatorAnywhere?.() };
	}

	private given<T>(read: T | undefined, name: string, label: string): T {
		if (read !== undefined) return read;
		const value = this.raw(name);
		const problem = isNothing(value)
			? 'This required field is empty.'
			: `This field is required, but “${excerpt(value)}” means that there is no value.`;
		throw new InputError(label, problem, `Fill in ${label}, or map it to a field of the incoming item.`);
	}

	/** `ERP-{{ $json.no }}` becomes `ERP-` if the item has no such field: the rest is not a code. */
	private refuseLeftover(code: string, template: unknown, label: string): void {
		if (typeof template !== 'string' || !template.startsWith('=') || !template.includes('{{')) return;
		if (!/^[-_/#.:]|[-_/#.:]$/.test(code) || cleanText(template.slice(1).replace(/\{\{.*?\}\}/gs, '')) !== code) return;
		throw new InputError(
			label,
			`“${code}” is only the text around the expression: the expression itself is empty.`,
			`Check the expression in ${label}, and that the item has the field.`,
		);
	}
}

const valueOf = (locator: unknown): unknown =>
	typeof locator === 'object' && locator !== null && 'value' in locator ? locator.value : locator;

/**
 * The parameters of a node for one input item; null for those that the form does not show. Dates without an offset are
 * in the workflow's time zone.
 */
export function parametersOf(context: IExecuteFunctions, item: number): Fields {
	const run = RunReading.of(context);
	// n8n evaluates an expression on every access, which takes longer than everything done here with its value.
	const known = new Map<string, unknown>();
	const read = (name: string): unknown => {
		if (!known.has(name)) known.set(name, run.valueOf(name, item));
		return known.get(name);
	};
	return new Fields(read, run, {
		item: () => context.getInputData()[item]?.json ?? {},
		items: () => run.items(),
		column: (name) => run.valuesOf(name),
		template: (name) => run.templateOf(name),
	});
}
