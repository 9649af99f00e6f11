import { isExpression } from './itemTemplate';
import { ASK_N8N, plainPath, valueAt } from './plainReference';

/** What a parameter is read from. */
export interface ParameterSource {
	/** A parameter before its expressions are evaluated, or a part of it. */
	raw(path: string): unknown;
	/** The same as n8n evaluates it. @throws n8n's own error */
	evaluate(path: string, item: number): unknown;
	/** `$json` of an item; `ASK_N8N` if the run's items are not those that n8n's expressions see. */
	jsonOf(item: number): unknown;
}

/** Reads one parameter in the items of a run. */
export interface ParameterReader {
	/** The parameter has the same value in all items. */
	isConstant: boolean;
	/** @throws n8n's own error */
	read(item: number): unknown;
}

/** The value of a part of a parameter in an item whose `$json` is given. */
type Part = (item: number, json: unknown) => unknown;

/**
 * A reader that takes plain references from the item and the rest from n8n, which evaluates each expression in a
 * millisecond. A value that does not depend on the item is read once and cannot be changed.
 */
export function readerOf(name: string, source: ParameterSource): ParameterReader {
	const raw = source.raw(name);
	const whole = (item: number): unknown => source.evaluate(name, item);
	if (!dependsOnItem(raw)) return { isConstant: true, read: once(whole) };
	const part = hasReference(raw) ? partOf(raw, { path: name, source, isIn: 'nothing' }) : undefined;
	if (!part) return { isConstant: false, read: whole };
	return {
		isConstant: false,
		read: (item) => {
			const json = source.jsonOf(item);
			if (json === ASK_N8N) return whole(item);
			try {
				return part(item, json);
			} catch {
				// Reading the whole parameter throws the error that names it.
				return whole(item);
			}
		},
	};
}

const valuesIn = (value: unknown): unknown[] =>
	typeof value === 'object' && value !== null ? Object.values(value) : [];

/** An expression without braces is plain text. */
const isDynamic = (text: unknown): text is string => isExpression(text) && text.includes('{{');

const dependsOnItem = (value: unknown): boolean => isDynamic(value) || valuesIn(value).some(dependsOnItem);

const hasReference = (value: unknown): boolean =>
	(isExpression(value) && plainPath(value) !== undefined) || valuesIn(value).some(hasReference);

function once(read: (item: number) => unknown): (item: number) => unknown {
	let known: { value: unknown } | undefined;
	return (item) => (known ??= { value: frozen(read(item)) }).value;
}

interface Place {
	path: string;
	source: ParameterSource;
	/** What the value is in: n8n turns luxon dates in an object into text, but not those in a list. */
	isIn: 'nothing' | 'object' | 'list';
}

/** Undefined where only the whole parameter can be evaluated. */
function partOf(raw: unknown, place: Place): Part | undefined {
	if (isExpression(raw)) return leafOf(raw, place);
	if (!dependsOnItem(raw) && !hasText(raw)) {
		const value = frozen(structuredClone(raw));
		return () => value;
	}
	return Array.isArray(raw) ? listOf(raw, place) : objectOf(raw as object, place);
}

/** Whether a value has an expression without braces in it, of which only n8n knows the text. */
const hasText = (value: unknown): boolean => isExpression(value) || valuesIn(value).some(hasText);

function listOf(raw: unknown[], place: Place): Part | undefined {
	const parts = raw.map((one, at) => partOf(one, { ...place, path: `${place.path}[${at}]`, isIn: 'list' }));
	if (!parts.every((part) => part !== undefined)) return undefined;
	return (item, json) => parts.map((part) => part(item, json));
}

function objectOf(raw: object, place: Place): Part | undefined {
	const parts: Array<readonly [string, Part]> = [];
	for (const [key, value] of Object.entries(raw)) {
		const part = partOf(value, { ...place, path: `${place.path}${stepTo(key)}`, isIn: 'object' });
		if (!part || key === '__proto__') return undefined;
		parts.push([key, part]);
	}
	return (item, json) => {
		const value: Record<string, unknown> = {};
		for (const [key, part] of parts) value[key] = part(item, json);
		return value;
	};
}

/** A step of a path as lodash reads it. */
const stepTo = (key: string): string =>
	/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `["${key.replace(/["\\]/g, String.raw`\$&`)}"]`;

/** An expression may name its neighbors only where the whole parameter is evaluated. */
const namesNeighbors = (text: string): boolean => /arameter|\\/.test(text);

function leafOf(text: string, { path, source, isIn }: Place): Part | undefined {
	const reference = plainPath(text);
	const ask = (item: number): unknown => {
		const value = source.evaluate(path, item);
		return isIn === 'object' && isLuxonDate(value) ? value.toString() : value;
	};
	if (isIn !== 'nothing' && (namesNeighbors(text) || source.raw(path) !== text)) return undefined;
	if (!reference) return isDynamic(text) ? ask : once(ask);
	return (item, json) => {
		const value = valueAt(reference, json);
		return value === ASK_N8N ? ask(item) : value;
	};
}

/** n8n, by luxon's `isDateTime`, takes anything whose mark is neither 0 nor empty for a date. */
const isLuxonDate = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && Boolean((value as { isLuxonDateTime?: unknown }).isLuxonDateTime);

function frozen<T>(value: T): T {
	for (const one of valuesIn(value)) frozen(one);
	return Object.freeze(value);
}
