/** Objects whose keys are ids, SKUs or warehouses. */
const BY_ID = ['seen', 'places', 'recheck', 'skus'];

/** The names of the keys in saved state, by the path of the object that has them. */
export function keysOf(state: unknown, path = 'staticData'): Record<string, string[]> {
	if (typeof state !== 'object' || state === null || Array.isArray(state)) return {};
	if (BY_ID.includes(path.split('.').at(-1) ?? '')) return {};
	const entries = Object.entries(state);
	const inside = entries.map(([name, value]) => keysOf(value, `${path}.${name}`));
	return Object.assign({ [path]: Object.keys(state).sort() }, ...inside) as Record<string, string[]>;
}
