/** Invisible characters and those that reverse the text after them: control characters and direction marks. */
const UNPRINTABLE = new RegExp(
	String.raw`\u001b\[[\d;]*[A-Za-z]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f` +
		String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]`,
	'g',
);

/** Half of a surrogate pair. */
const HALF = /\p{Surrogate}/gu;

/** A text fit for a sentence: on one line, without invisible characters. */
export const printable = (text: string): string =>
	text.replace(UNPRINTABLE, '').replace(HALF, '�').replace(/\s+/g, ' ').trim();

/** The beginning of a long text. It never ends in half a character. */
export function shorten(text: string, most: number): string {
	if (text.length <= most) return text;
	const end = most - 1;
	const isHalf = /[\ud800-\udbff]/.test(text.charAt(end - 1));
	return `${text.slice(0, isHalf ? end - 1 : end).trimEnd()}…`;
}
