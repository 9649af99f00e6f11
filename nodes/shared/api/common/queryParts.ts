/** Values per look-up: a production client joins 100 into one call (live-api section 4, ESB). */
const MOST = 100;
/** Long values make long URLs; servers are known to reject those over 8 kB. */
const MOST_CHARACTERS = 4_000;

/** Splits values for a look-up into parts whose URLs stay short. */
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

/** The same for a filter that may be absent, which gives one part without values. */
export const filterParts = (values: readonly string[] | undefined, parameter: string): Array<string[] | undefined> =>
	values ? queryParts(values, parameter) : [undefined];

/**
 * Values of one list parameter. The service splits such lists at commas, so a production client quotes values (live-api
 * section 4, SV).
 */
export const listed = (values: readonly string[] | undefined): string[] | undefined =>
	values?.map((value) => (value.includes(',') ? `"${value}"` : value));
