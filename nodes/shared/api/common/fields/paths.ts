type Wire = Record<string, unknown>;

const isObject = (value: unknown): value is Wire => typeof value === 'object' && value !== null;

/** Puts a value into a body at a path such as `buyer.name`; undefined is skipped. */
export function putAt(body: Wire, path: string, value: unknown): void {
	if (value === undefined) return;
	const names = path.split('.');
	const last = names.pop() as string;
	const parent = names.reduce<Wire>((part, name) => (part[name] ??= {}) as Wire, body);
	parent[last] = value;
}

/** The value at such a path; undefined if there is none. */
export const valueAt = (body: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), body);
