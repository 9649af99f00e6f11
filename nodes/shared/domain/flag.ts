import { InputError } from './inputError';

const TRUE = /^(true|yes|y|1)$/i;
const FALSE = /^(false|no|n|0)$/i;

/**
 * Reads yes or no as people and exports write it.
 * @throws InputError when it is neither: a guess would switch something off
 */
export function parseFlag(value: unknown, field: string): boolean {
	const text = String(value ?? '').trim();
	if (TRUE.test(text)) return true;
	if (FALSE.test(text)) return false;
	throw new InputError(field, `“${text}” is neither yes nor no.`, 'Give true or false.');
}
