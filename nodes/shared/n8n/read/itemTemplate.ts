import type { IDataObject } from 'n8n-workflow';
import { isNothing } from '../../domain/values/text';
import { ASK_N8N, plainPath, valueAt } from './plainReference';

/** What an expression takes from the incoming item, judging by its text. */
interface Template {
	/** Fields of the item that the value depends on; undefined if it may depend on anything. */
	fields?: string[];
}

const JSON_FIELD = String.raw`\$json(?:\?)?(?:\.([A-Za-z_]\w*)|(?:\.)?\[\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\])`;
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
	const fields = [...text.matchAll(new RegExp(JSON_FIELD, 'g'))].map(([, ...names]) => nameIn(names));
	const rest = text.replace(new RegExp(JSON_FIELD, 'g'), '').replace(CONSTANT, '');
	return rest.includes('$') ? {} : { fields: [...new Set(fields)] };
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
	const path = plainPath(text);
	const value = path ? valueAt(path, item) : ASK_N8N;
	if (value !== ASK_N8N) return value;
	const fields = path ? undefined : dependsOn(text);
	if (fields?.every((name) => isNothing(item[name]))) return undefined;
	return evaluate();
}
