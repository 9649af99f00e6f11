import type { IDataObject } from 'n8n-workflow';
import { isNothing } from '../../domain/values/text';

/** What an expression takes from the incoming item, judging by its text. */
interface Template {
	/** The path to the field, if the expression is just that field. */
	path?: string[];
	/** Fields of the item that the value depends on; undefined if it may depend on anything. */
	fields?: string[];
}

const JSON_FIELD = String.raw`\$json(?:\?)?(?:\.([A-Za-z_]\w*)|(?:\.)?\[\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\])`;
const STEP = /\??\.?(?:\.([A-Za-z_]\w*)|\[\s*(?:'([^'\\]*)'|"([^"\\]*)"|(\d+))\s*\])/g;
const PATH = String.raw`(?:\??\.[A-Za-z_]\w*|(?:\?\.)?\[\s*(?:'[^'\\]*'|"[^"\\]*"|\d+)\s*\])+`;
const PLAIN = new RegExp(String.raw`^=\{\{\s*\$json(${PATH})\s*\}\}$`);
/** Parts that are the same for all items of a run, or that change independently of them (`$now`). */
const CONSTANT = new RegExp(
	String.raw`\$(?:now|today|execution|workflow|vars|env|runIndex|secrets|prevNode)\b|` +
		String.raw`\$\((?:'[^'\\]*'|"[^"\\]*")\)\.(?:first|last|all)\(\)`,
	'g',
);

const known = new Map<string, Template>();

export const isExpression = (template: unknown): template is string =>
	typeof template === 'string' && template.startsWith('=');

function parse(text: string): Template {
	const plain = PLAIN.exec(text)?.[1];
	const fields = [...text.matchAll(new RegExp(JSON_FIELD, 'g'))].map(([, ...names]) => nameIn(names));
	const rest = text.replace(new RegExp(JSON_FIELD, 'g'), '').replace(CONSTANT, '');
	return {
		...(plain === undefined ? {} : { path: [...plain.matchAll(STEP)].map(([, ...names]) => nameIn(names)) }),
		...(rest.includes('$') ? {} : { fields: [...new Set(fields)] }),
	};
}

const nameIn = (names: Array<string | undefined>): string => names.find((name) => name !== undefined) ?? '';

function templateOf(text: string): Template {
	const template = known.get(text) ?? parse(text);
	known.set(text, template);
	return template;
}

/** Fields of the item that an expression depends on; undefined if it may depend on anything. */
export const dependsOn = (text: string): string[] | undefined => templateOf(text).fields;

/**
 * What an item says through an expression: undefined if every item field in the expression is empty, even if the
 * expression has a fallback value.
 * @param evaluate asks n8n for the value, which takes a millisecond; an unmodified field needs no evaluation
 */
export function saidThrough(text: string, item: Readonly<IDataObject>, evaluate: () => unknown): unknown {
	const { path, fields } = templateOf(text);
	if (path) return path.reduce<unknown>((value, name) => within(value, name), item);
	if (fields?.every((name) => isNothing(item[name]))) return undefined;
	return evaluate();
}

const within = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Record<string, unknown>)[name]
		: undefined;
