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

/** Reads the value at such a path; undefined if there is none. The path is split once for many bodies. */
export function readerAt(path: string): (body: unknown) => unknown {
	const names = path.split('.');
	return (body) => {
		let part = body;
		for (const name of names) part = isObject(part) ? part[name] : undefined;
		return part;
	};
}

export const valueAt = (body: unknown, path: string): unknown => readerAt(path)(body);
