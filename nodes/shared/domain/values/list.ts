import { InputError } from '../inputError';
import { excerpt, isNothing, readCode } from './text';

/** One value between separators: quoted if it contains a separator, or plain. */
const PART = /\s*(?:"((?:[^"]|"")*)"\s*(?=[,;\n\r]|$)|([^,;\n\r]*))([,;\n\r]|$)/gy;

/** Splits a text at commas, semicolons and line breaks; a part that contains one of them is quoted: `"A,B"; C`. */
function partsOf(text: string): string[] {
	const parts: string[] = [];
	PART.lastIndex = 0;
	for (let match = PART.exec(text); match; match = PART.exec(text)) {
		parts.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
		if (match[3] === '') break;
	}
	return parts;
}

/** A list written as JSON. */
function jsonParts(text: string): unknown[] | undefined {
	if (!/^\s*\[\s*(?:"|-?\d+\s*,)/.test(text)) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) ? (parsed as unknown[]) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Reads several values from one field: a list, or a text with commas, semicolons or line breaks. Duplicates count once.
 * @returns undefined if there are none
 * @throws InputError if one of them is not text
 */
export function readCodes(value: unknown, field: string): string[] | undefined {
	if (isNothing(value)) return undefined;
	if (typeof value === 'object' && !Array.isArray(value)) {
		throw new InputError(
			field,
			`This is an object, not a list: ${excerpt(value)}`,
			'Use a list of texts, or one text with commas between them.',
		);
	}
	const parts: unknown[] = Array.isArray(value)
		? (value as unknown[])
		: typeof value === 'string'
			? (jsonParts(value) ?? partsOf(value))
			: [value];
	const texts = parts.map((part) => readCode(part, field)).filter((text) => text !== undefined);
	return texts.length > 0 ? [...new Set(texts)] : undefined;
}
