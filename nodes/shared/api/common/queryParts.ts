/** Values of one look-up: 100 is what a production client joins into one call (live-api section 4, ESB). */
const MOST = 100;
/** Long values make long addresses; servers are known to refuse those over 8 kB. */
const MOST_CHARACTERS = 4_000;

/** Cuts values that are looked up together into parts whose calls have addresses of a modest length. */
export function queryParts(values: readonly string[], parameter: string): string[][] {
	const parts: string[][] = [];
	let characters = Infinity;
	for (const value of values) {
		const length = encodeURIComponent(value).length + `${parameter}=&`.length;
		const part = parts.at(-1);
		if (part && part.length < MOST && characters + length <= MOST_CHARACTERS) {
			part.push(value);
			characters += length;
		} else {
			parts.push([value]);
			characters = length;
		}
	}
	return parts;
}

/** The same for a filter that may be absent: then there is one part without values. */
export const filterParts = (values: readonly string[] | undefined, parameter: string): Array<string[] | undefined> =>
	values ? queryParts(values, parameter) : [undefined];

/**
 * Values of one list parameter. Such lists are also split at commas; a production client puts values in quotes then
 * (live-api section 4, SV).
 */
export const listed = (values: readonly string[] | undefined): string[] | undefined =>
	values?.map((value) => (value.includes(',') ? `"${value}"` : value));
