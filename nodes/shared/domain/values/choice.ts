import { InputError } from '../inputError';
import { excerpt, readText } from './text';

/**
 * Reads one of several words, in any case.
 * @returns undefined if empty
 * @throws InputError for any other word, which must not pass for the default
 */
export function readChoice<T extends string>(value: unknown, field: string, choices: readonly T[]): T | undefined {
	const text = readText(value, field)?.toLowerCase();
	if (text === undefined) return undefined;
	const word = choices.find((one) => one.toLowerCase() === text);
	if (word !== undefined) return word;
	throw new InputError(field, `“${excerpt(value)}” is not one of the choices.`, `Use one of ${choices.join(', ')}.`);
}
