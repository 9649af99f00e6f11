import { Reply } from './problem';

/** Objects in answers that get values which the contract does not have: what a service sends whose data were spoilt. */
export interface OddValues {
	/** Path template, or prefix of one. Default: every call. */
	path?: string;
	/** Paths inside an object and the values there that single it out, for example `{"product.masterSku": "A-1"}`. */
	where: Record<string, unknown>;
	/** Paths inside it and the values that are sent instead. */
	set: Record<string, unknown>;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answer with the odd values in it; the data stay as they are. */
export function withOddValues(rules: readonly OddValues[], template: string, response: Reply): Reply {
	const due = rules.filter(({ path }) => path === undefined || template.startsWith(path));
	if (due.length === 0) return response;
	// Some answers are made as text.
	const body: unknown = typeof response.body === 'string' ? JSON.parse(response.body) : structuredClone(response.body);
	return new Reply(response.status, spoil(due, body), response.headers);
}

function spoil(rules: readonly OddValues[], value: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => spoil(rules, one));
	if (!isFields(value)) return value;
	for (const { where, set } of rules) {
		if (Object.entries(where).some(([path, wanted]) => at(value, path) !== wanted)) continue;
		for (const [path, odd] of Object.entries(set)) put(value, path.split('.'), odd);
	}
	for (const [name, inside] of Object.entries(value)) value[name] = spoil(rules, inside);
	return value;
}

const at = (value: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((inside, name) => (isFields(inside) ? inside[name] : undefined), value);

function put(value: Fields, [name = '', ...rest]: string[], odd: unknown): void {
	if (rest.length === 0) value[name] = odd;
	else {
		const inside = isFields(value[name]) ? value[name] : {};
		value[name] = inside;
		put(inside, rest, odd);
	}
}
