import { alpha2ToAlpha3, alpha3ToAlpha2, getNames, getSimpleAlpha2Code, isValid } from '../vendor/countries';
import { InputError } from './inputError';

/** Spellings that ERP exports use and the ISO list of names does not have. */
const ALIASES: Record<string, string> = {
	england: 'GB',
	scotland: 'GB',
	wales: 'GB',
	'northern ireland': 'GB',
	'u.k.': 'GB',
	holland: 'NL',
	'the netherlands': 'NL',
	czechia: 'CZ',
	korea: 'KR',
	russia: 'RU',
};

/**
 * Reads a country however an ERP writes it: alpha-2 (`DE`), alpha-3 (`DEU`) or its English name (`Germany`, `UK`, `USA`).
 * @returns ISO 3166-1 alpha-2
 * @throws InputError for anything else
 */
export function parseCountry(text: unknown, field = 'Country'): string {
	const given = String(text ?? '').trim();
	if (given === '') throw new InputError(field, 'A country is required.', 'Give a code such as US or USA, or the English name.');
	const upper = given.toUpperCase();
	if (/^[A-Z]{2,3}$/.test(upper) && isValid(upper)) return upper.length === 3 ? String(alpha3ToAlpha2(upper)) : upper;
	const found = (Object.hasOwn(ALIASES, given.toLowerCase()) ? ALIASES[given.toLowerCase()] : undefined) ?? getSimpleAlpha2Code(given, 'en');
	if (typeof found === 'string' && found !== '') return found;
	throw new InputError(
		field,
		`“${given}” is not a country that is known.`,
		'Give a two-letter code (US), a three-letter code (USA) or the English name (United States).',
	);
}

/** Reads a country that a service sent: what cannot be read is passed on as it came, because an answer must not be lost over it. */
export function readCountry(text: unknown): string | null {
	if (text === null || text === undefined || text === '') return null;
	try {
		return parseCountry(text);
	} catch {
		return String(text);
	}
}

/** The alpha-3 code of an alpha-2 code (`US` → `USA`), as the live API wants it. */
export const toAlpha3 = (alpha2: string): string => alpha2ToAlpha3(alpha2) ?? alpha2;

/** All countries: alpha-2 code and English name, in the order of the names. */
export const countries = (): Array<{ code: string; name: string }> =>
	Object.entries(getNames('en', { select: 'official' }))
		.map(([code, name]) => ({ code, name }))
		.sort((one, other) => one.name.localeCompare(other.name));
