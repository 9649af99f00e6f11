import { alpha2ToAlpha3, alpha3ToAlpha2, getNames, isValid } from '../../../vendor/countries';
import { InputError } from '../../inputError';
import { cleanText, excerpt, readText } from '../text';

/** Common names that the ISO list lacks, as `plain` writes them. */
const ALIASES: Record<string, string> = {
	america: 'US',
	bolivia: 'BO',
	bosnia: 'BA',
	'bosnia herzegovina': 'BA',
	britain: 'GB',
	brunei: 'BN',
	burma: 'MM',
	'cabo verde': 'CV',
	'caribbean netherlands': 'BQ',
	'congo brazzaville': 'CG',
	'congo kinshasa': 'CD',
	'cote d ivoire': 'CI',
	czechia: 'CZ',
	'democratic peoples republic korea': 'KP',
	'democratic peoples republic of korea': 'KP',
	'democratic republic korea': 'KP',
	'democratic republic of korea': 'KP',
	'dr congo': 'CD',
	drc: 'CD',
	'east timor': 'TL',
	eire: 'IE',
	el: 'GR',
	england: 'GB',
	'falkland islands': 'FK',
	'former yugoslav republic of macedonia': 'MK',
	fyrom: 'MK',
	'great britain': 'GB',
	'great britain and northern ireland': 'GB',
	'heard and mcdonald islands': 'HM',
	holland: 'NL',
	'holy see': 'VA',
	'hong kong china': 'HK',
	'hong kong sar': 'HK',
	'hong kong sar china': 'HK',
	korea: 'KR',
	ksa: 'SA',
	'lao pdr': 'LA',
	laos: 'LA',
	'libyan arab jamahiriya': 'LY',
	'macao china': 'MO',
	'macao sar': 'MO',
	'macao sar china': 'MO',
	macau: 'MO',
	'macau china': 'MO',
	'macau sar': 'MO',
	macedonia: 'MK',
	'mainland china': 'CN',
	micronesia: 'FM',
	moldova: 'MD',
	'northern ireland': 'GB',
	'palestinian territories': 'PS',
	'palestinian territory': 'PS',
	'peoples republic of china': 'CN',
	'peoples republic of korea': 'KP',
	'pr china': 'CN',
	prc: 'CN',
	'republic of china': 'TW',
	russia: 'RU',
	'saint helena ascension and tristan da cunha': 'SH',
	'saint maarten': 'SX',
	'saint martin': 'MF',
	scotland: 'GB',
	'sint maarten': 'SX',
	'slovak republic': 'SK',
	swaziland: 'SZ',
	syria: 'SY',
	'taiwan china': 'TW',
	vatican: 'VA',
	'us minor outlying islands': 'UM',
	'us outlying islands': 'UM',
	'vatican city': 'VA',
	'vatican city state': 'VA',
	'viet nam': 'VN',
	'virgin islands us': 'VI',
	'us virgin islands': 'VI',
	'british virgin islands': 'VG',
	wales: 'GB',
};

/** A name for comparison: without accents, dots, “the” and variants of apostrophes, with “and” and “saint” in full. */
const plain = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/['’‘ʼ`´.]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/\bst\b/g, 'saint')
		.replace(/\bthe\b/g, ' ')
		.replace(/ +/g, ' ')
		.trim();

/** Forms of state that names may include or omit: `Republic of Ireland`, `Moldova, Republic of`. */
const FORM = new RegExp(
	'^(?:(?:federal|democratic|peoples|islamic|federative|united|cooperative|arab|socialist|' +
		'plurinational|bolivarian) )*' +
		'(?:republic|kingdom|state|states|principality|commonwealth|sultanate|grand duchy|federation|union) of ',
);

let byName: Map<string, string> | undefined;

/** All names, except those that two countries share (the two Congos). */
function names(): Map<string, string> {
	if (byName) return byName;
	const found = new Map<string, string | null>();
	for (const [code, all] of Object.entries(getNames('en', { select: 'all' }))) {
		for (const name of all) found.set(plain(name), (found.get(plain(name)) ?? code) === code ? code : null);
	}
	for (const [name, code] of Object.entries(ALIASES)) found.set(name, code);
	byName = new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
	return byName;
}

/** Looks up a name as it is, with its parts swapped (`Korea, Republic of`), and without the form of state. */
function codeOfName(text: string): string | undefined {
	const [first = '', ...others] = text.split(/, */);
	const second = others.length === 1 ? others[0] : undefined;
	const isForm = second !== undefined && `${plain(second).replace(/ of$/, '')} of `.replace(FORM, '') === '';
	const forms = [
		plain(text),
		...(second ? [plain(`${second} ${first}`)] : []),
		plain(text).replace(FORM, ''),
		...(isForm ? [plain(first)] : []),
	];
	return forms.map((form) => names().get(form)).find((code) => code !== undefined);
}

/** Kosovo has no official code: the library uses XKK, the service XKX. */
const KOSOVO = { alpha2: 'XK', service: 'XKX' } as const;

function codeOf(text: string): string | undefined {
	const upper = text.toUpperCase().replaceAll('.', '');
	if (upper === KOSOVO.service) return KOSOVO.alpha2;
	if (/^[A-Z]{2,3}$/.test(upper) && isValid(upper)) return upper.length === 3 ? alpha3ToAlpha2(upper) : upper;
	const named = codeOfName(text);
	if (named !== undefined) return named;
	return codeOfBoth(text);
}

/**
 * Two names of one country, as shops and ERPs write them: `United States (US)`, `Myanmar (Burma)`, `US - United
 * States`. ISO writes `Iran (Islamic Republic of)`.
 */
function codeOfBoth(text: string): string | undefined {
	const both =
		/^(.+?)\s*[([](.+)[)\]]$/.exec(text) ?? /^([A-Za-z]{2,3})\s*-\s*(.+)$/.exec(text) ?? /^(.+?), *(.+)$/.exec(text);
	if (!both) return undefined;
	const [, first = '', second = ''] = both;
	const formal = / of(?: the)?$/i.test(second) ? codeOfName(`${first}, ${second}`) : undefined;
	if (formal !== undefined) return formal;
	const [one, other] = [codeOf(first), codeOf(second)];
	return one === other ? one : undefined;
}

/** The alpha-2 code of a country in any of the spellings that `parseCountry` reads; undefined for anything else. */
export const findCountry = (text: string): string | undefined => codeOf(cleanText(text).replace(/ +/g, ' '));

/**
 * Reads a country as ERPs write it: alpha-2 (`DE`), alpha-3 (`DEU`) or its English name (`Germany`, `UK`, `USA`).
 * @returns ISO 3166-1 alpha-2
 * @throws InputError for anything else
 */
export function parseCountry(value: unknown, field = 'Country'): string {
	const given = (readText(value, field) ?? '').replace(/ +/g, ' ');
	if (given === '')
		throw new InputError(field, 'A country is required.', 'Use a code such as US or USA, or the English name.');
	const code = findCountry(given);
	if (code !== undefined) return code;
	throw new InputError(
		field,
		`“${excerpt(given)}” is not a known country.`,
		'Use a two-letter code (US), a three-letter code (USA) or the English name (United States).',
	);
}

/**
 * Reads a country from the service; an unreadable one is passed on unchanged, because it must not cost the whole
 * response.
 */
export function readCountry(text: unknown): string | null {
	if (text === null || text === undefined || text === '') return null;
	try {
		return parseCountry(text);
	} catch {
		return String(text);
	}
}

/** The alpha-3 code of an alpha-2 code (`US` → `USA`), which the live API expects. */
export const toAlpha3 = (alpha2: string): string =>
	alpha2 === KOSOVO.alpha2 ? KOSOVO.service : (alpha2ToAlpha3(alpha2) ?? alpha2);

/** All countries: alpha-2 code and English name, sorted by name. */
export const countries = (): Array<{ code: string; name: string }> =>
	Object.entries(getNames('en', { select: 'official' }))
		.map(([code, name]) => ({ code, name }))
		.sort((one, other) => one.name.localeCompare(other.name));
