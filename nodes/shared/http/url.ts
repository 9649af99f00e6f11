import { Query } from '../domain/values/query';

/** The URL of a call. Values are encoded, so that a SKU with `&`, `#` or `/` stays one value. */
export function urlOf(
	baseUrl: string,
	path: string,
	parameters: Record<string, string> = {},
	query: Query = {},
): string {
	const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined) continue;
		for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
	}
	const text = search.toString();
	return `${baseUrl}${filled}${text === '' ? '' : `?${text}`}`;
}
