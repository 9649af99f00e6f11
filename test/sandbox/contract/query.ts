import type { EndpointSpec, ContractSpec, QueryParamSpec } from './spec';
import type { Mode } from './mode';
import { isDateTime, isUtcTime } from './schema';

/** One complaint about a request, in terms both contracts can phrase. `index` is 0-based and counts rows of an array body. */
export interface Complaint {
	field: string;
	message: string;
	index?: number;
	value?: unknown;
}

type Scalar = string | number | boolean;

/** Checked query values with the contract's defaults filled in. */
export class QueryValues {
	constructor(private readonly values: ReadonlyMap<string, Scalar | Scalar[]>) {}

	has(name: string): boolean {
		return this.values.has(name);
	}
	text(name: string): string | undefined {
		const value = this.values.get(name);
		return value === undefined ? undefined : String(value);
	}
	texts(name: string): string[] {
		return this.list(name).map(String);
	}
	number(name: string): number | undefined {
		const value = this.values.get(name);
		return typeof value === 'number' ? value : undefined;
	}
	numbers(name: string): number[] {
		return this.list(name).map(Number);
	}
	/** An id filter: the contract's default 0 means "not filtered". */
	id(name: string): number | undefined {
		return this.number(name) || undefined;
	}
	flag(name: string): boolean | undefined {
		const value = this.values.get(name);
		return typeof value === 'boolean' ? value : undefined;
	}
	/** A date-time as epoch milliseconds. */
	time(name: string): number | undefined {
		const value = this.values.get(name);
		return typeof value === 'string' ? Date.parse(value) : undefined;
	}
	private list(name: string): Scalar[] {
		const value = this.values.get(name);
		return value === undefined ? [] : Array.isArray(value) ? value : [value];
	}
}

/** Splits `A,B` and `"A,1","B"` (SKUs that hold commas are quoted by a production client). */
export function splitList(text: string): string[] {
	const parts: string[] = [];
	for (const match of text.matchAll(/"([^"]*)"(?:,|$)|([^,]*)(?:,|$)/g)) {
		const part = match[1] ?? match[2] ?? '';
		if (part !== '') parts.push(part);
	}
	return parts;
}

const PLAIN = new Map([
	['true', true],
	['false', false],
]);
/** A production client in PHP sends `active=1` (live-api section 11, ESB). */
const NUMERIC = new Map([...PLAIN, ['1', true], ['0', false]]);
const BOOLEANS: Record<Mode, ReadonlyMap<string, boolean>> = { strict: PLAIN, tolerant: NUMERIC, none: NUMERIC };

const INTEGER = /^-?\d{1,19}$/;

function readScalar(type: string, text: string, contract: ContractSpec, mode: Mode): Scalar | undefined {
	switch (type) {
		case 'int32':
		case 'int64': {
			const value = INTEGER.test(text) ? Number(text) : Number.NaN;
			const fits = type === 'int64' || Math.abs(value) <= 2147483647;
			return Number.isNaN(value) || !fits ? undefined : value;
		}
		case 'number':
		case 'double':
			return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
		case 'boolean':
			return BOOLEANS[mode].get(text);
		case 'date-time':
			return isDateTime(text) || (mode === 'none' && !Number.isNaN(Date.parse(text))) ? text : undefined;
		case 'utc-time':
			return isUtcTime(text) ? text : undefined;
		default:
			if (!type.startsWith('enum:')) return text;
			return mode === 'none' || contract.enums[type.slice(5)]?.includes(text) ? text : undefined;
	}
}

function readParam(
	name: string,
	spec: QueryParamSpec,
	given: string[],
	contract: ContractSpec,
	mode: Mode,
	complaints: Complaint[],
): Scalar | Scalar[] | undefined {
	const isList = spec.type.endsWith('[]');
	const type = isList ? spec.type.slice(0, -2) : spec.type;
	if (!isList && given.length > 1) {
		complaints.push({
			field: name,
			message: `${name} was given ${given.length} times but takes one value`,
			value: given,
		});
		return undefined;
	}
	const values: Scalar[] = [];
	for (const text of isList ? given.flatMap(splitList) : given) {
		const value = readScalar(type, text, contract, mode);
		if (value === undefined)
			complaints.push({ field: name, message: `${name} is not a valid ${type}: ${text}`, value: text });
		else values.push(value);
	}
	return isList ? values : values[0];
}

/** Reads and checks the query string of a call. Complaints come back instead of being thrown, so that all are named at once. */
export function readQuery(
	search: URLSearchParams,
	endpoint: EndpointSpec,
	contract: ContractSpec,
	mode: Mode,
): { values: QueryValues; complaints: Complaint[] } {
	const complaints: Complaint[] = [];
	const values = new Map<string, Scalar | Scalar[]>();
	if (mode === 'strict') {
		for (const name of new Set(search.keys())) {
			if (!endpoint.query[name])
				complaints.push({ field: name, message: `${name} is not a parameter of ${endpoint.method} ${endpoint.path}` });
		}
	}
	for (const [name, spec] of Object.entries(endpoint.query)) {
		const given = search.getAll(name).filter((text) => text !== '');
		if (given.length > 0) {
			const value = readParam(name, spec, given, contract, mode, complaints);
			if (value !== undefined) values.set(name, value);
		} else if (spec.required && mode !== 'none') {
			complaints.push({ field: name, message: `${name} is required` });
		} else if (spec.default !== null && spec.default !== undefined) {
			values.set(name, spec.default as Scalar);
		}
	}
	return { values: new QueryValues(values), complaints };
}
