/** Text that is HTML or SVG already. */
export class Markup {
	constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it stands in HTML, between tags and in attributes with quotes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

type Part = Markup | string | number | readonly Part[];

const textOf = (part: Part): string =>
	part instanceof Markup ? part.text : typeof part === 'object' ? part.map(textOf).join('') : escaped(String(part));

/** A template for HTML and SVG: whatever is put in is escaped, unless it is markup itself. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
	new Markup(strings.reduce((text, next, at) => `${text}${textOf(parts[at - 1] ?? '')}${next}`));

/** An element; attributes are escaped too, and numbers are rounded to a tenth. */
export const element = (name: string, attributes: Record<string, string | number>, ...children: Part[]): Markup => {
	const list = Object.entries(attributes).map(
		([key, value]) => markup` ${key}="${typeof value === 'number' ? Math.round(value * 10) / 10 : value}"`,
	);
	return new Markup(`<${name}${textOf(list)}>${textOf(children)}</${name}>`);
};

export const NOTHING = new Markup('');
