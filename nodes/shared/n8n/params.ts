import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { parseCountry } from '../domain/country';
import { parseDate } from '../domain/date';
import { parseFlag } from '../domain/flag';
import { InputError } from '../domain/inputError';
import { parseAmount, parseQuantity } from '../domain/money';

/** Values of the fields of one form (a node's own fields, or those of a collection), read and checked. Names are the parameter's; labels are what the user sees. */
export class Fields {
	constructor(
		private readonly read: (name: string) => unknown,
		private readonly zone: string,
		private readonly json: () => IDataObject = () => ({}),
	) {}

	/** The incoming item itself, for columns that are mapped by their names. */
	item(): Readonly<IDataObject> {
		return this.json();
	}

	raw(name: string): unknown {
		return this.read(name);
	}

	/** A text without blanks around it; undefined when empty. `NULL` is what database exports write for nothing. */
	text(name: string): string | undefined {
		const value = this.read(name);
		if (value === undefined || value === null) return undefined;
		const text = String(value).trim();
		return text === '' || text === 'NULL' ? undefined : text;
	}

	/** @throws InputError when empty */
	required(name: string, label: string): string {
		const value = this.text(name);
		if (value === undefined) throw new InputError(label, 'This field is required and is empty.', `Fill in ${label}, or map it to a field of the incoming item.`);
		return value;
	}

	flag(name: string): boolean {
		const value = this.read(name);
		return value === true || (typeof value === 'string' && /^(true|yes|1)$/i.test(value));
	}

	optionalFlag(name: string): boolean | undefined {
		return this.read(name) === undefined ? undefined : this.flag(name);
	}

	/** Yes or no as exports write it; undefined when empty. @throws InputError when it is neither */
	yesNo(name: string, label: string): boolean | undefined {
		return this.text(name) === undefined ? undefined : parseFlag(this.read(name), label);
	}

	date(name: string, label: string): string | undefined {
		const value = this.read(name);
		return value === undefined || value === null || value === '' || value === 'NULL' ? undefined : parseDate(value, label, this.zone);
	}

	amount(name: string, label: string): number | undefined {
		return this.text(name) === undefined ? undefined : parseAmount(this.read(name), label);
	}

	quantity(name: string, label: string, least?: number): number {
		this.required(name, label);
		return parseQuantity(this.read(name), label, least);
	}

	country(name: string, label: string): string {
		return parseCountry(this.required(name, label), label);
	}

	/** The value of a resource locator or of a plain field; undefined when nothing is chosen. */
	locator(name: string): string | undefined {
		const value = this.read(name);
		const chosen = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
		return chosen === undefined || chosen === null || String(chosen).trim() === '' ? undefined : String(chosen).trim();
	}

	requiredLocator(name: string, label: string): string {
		const value = this.locator(name);
		if (value === undefined) throw new InputError(label, 'Nothing is chosen.', `Choose a ${label.toLowerCase()} from the list, or give its ID.`);
		return value;
	}

	/** Several values in one field: a list, or text with commas or line breaks between. */
	list(name: string): string[] | undefined {
		const value = this.read(name);
		const parts = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,\n]/);
		const texts = parts.map((part) => part.trim()).filter((part) => part !== '');
		return texts.length > 0 ? [...new Set(texts)] : undefined;
	}

	/** The fields inside a collection. */
	inside(name: string): Fields {
		const value = this.read(name);
		const fields = (typeof value === 'object' && value !== null ? value : {}) as IDataObject;
		return new Fields((field) => fields[field], this.zone);
	}

	/** The rows of a form that can be filled several times. */
	rows(name: string, row: string): Fields[] {
		const value = this.inside(name).raw(row);
		const rows = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
		return rows.map((fields) => new Fields((field) => (fields as IDataObject)[field], this.zone));
	}

	/** The fields of an object, with the same time zone. */
	of(fields: Record<string, unknown>): Fields {
		return new Fields((field) => fields[field], this.zone);
	}
}

/** The parameters of a node for one input item; one that the form does not show is null. Dates without an offset are in the workflow's time zone. */
export function parametersOf(context: IExecuteFunctions, item: number): Fields {
	// n8n works an expression out each time it is asked, which takes longer than all that is done here with its value.
	const known = new Map<string, unknown>();
	const read = (name: string): unknown => {
		if (!known.has(name)) known.set(name, context.getNodeParameter(name, item, null));
		return known.get(name);
	};
	return new Fields(read, context.getTimezone(), () => context.getInputData()[item]?.json ?? {});
}
