import { InputError } from '../inputError';
import { cleanText, excerpt, isNothing } from './text';

const TRUE = /^(true|t|yes|y|on|x|1|✓|✔|☑)$/i;
const FALSE = /^(false|f|no|n|off|0)$/i;

/**
 * Reads yes or no as people and exports write it.
 * @returns undefined if empty
 * @throws InputError if it is neither: a guess would switch something off
 */
export function readFlag(value: unknown, field: string): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (isNothing(value)) return undefined;
	// Keyboards add an invisible mark to a check mark, which requests its colored form.
	const text =
		typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)).replace(/\ufe0f$/, '') : '';
	if (TRUE.test(text)) return true;
	if (FALSE.test(text)) return false;
	throw neither(value, field);
}

/**
 * The same for a required value.
 * @throws InputError if it is neither, or empty
 */
export function parseFlag(value: unknown, field: string): boolean {
	const flag = readFlag(value, field);
	if (flag === undefined) throw neither(value ?? '', field);
	return flag;
}

const neither = (value: unknown, field: string): InputError =>
	new InputError(field, `“${excerpt(value)}” is neither yes nor no.`, 'Use true or false.');
