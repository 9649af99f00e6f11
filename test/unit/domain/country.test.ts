import { parseCountry, readCountry, toAlpha3 } from '../../../nodes/shared/domain/country';
import { InputError } from '../../../nodes/shared/domain/inputError';

describe('a country as an ERP writes it', () => {
	it.each([
		['alpha-2', 'DE', 'DE'],
		['alpha-2 in lower case', 'de', 'DE'],
		['alpha-3', 'DEU', 'DE'],
		['alpha-3 in lower case', 'usa', 'US'],
		['with blanks around it', ' US ', 'US'],
		['English name', 'Germany', 'DE'],
		['English name in any case', 'bRaZiL', 'BR'],
		['long official name', 'United States of America', 'US'],
		['short name', 'United States', 'US'],
		['name as Northwind has it', 'UK', 'GB'],
		['name as Northwind has it', 'USA', 'US'],
		['name as Northwind has it', 'Venezuela', 'VE'],
		['name as Northwind has it', 'Ireland', 'IE'],
		['part of the United Kingdom', 'England', 'GB'],
		['everyday name', 'Great Britain', 'GB'],
		['everyday name', 'Holland', 'NL'],
		['everyday name', 'South Korea', 'KR'],
		['everyday name', 'Russia', 'RU'],
		['former name', 'Czech Republic', 'CZ'],
		['present name', 'Czechia', 'CZ'],
		['name with an accent', 'México', 'MX'],
	])('%s: %s is %s', (_how, text, alpha2) => {
		expect(parseCountry(text)).toBe(alpha2);
	});

	it.each([
		['nothing', ''],
		['blanks', '  '],
		['null', null],
		['absent', undefined],
		["a database's NULL", 'NULL'],
		['an unknown alpha-2 code', 'XX'],
		['an unknown alpha-3 code', 'ZZZ'],
		['no country', 'Atlantis'],
		['a continent', 'Europe'],
		['a numeric code', '276'],
		['a numeric code', 840],
		['a word that JavaScript objects know', 'constructor'],
		['a word that JavaScript objects know', '__proto__'],
	])('%s (%s) is refused, never guessed', (_what, text) => {
		expect(() => parseCountry(text)).toThrow(InputError);
	});

	it('says which field is wrong, what it holds and what to write instead', () => {
		expect(() => parseCountry('Atlantis', 'Ship To Country')).toThrow(
			expect.objectContaining({
				field: 'Ship To Country',
				message: expect.stringContaining('“Atlantis”'),
				remedy: expect.stringContaining('two-letter code'),
			}) as Error,
		);
	});

	it('goes out in alpha-3 for the live API', () => {
		expect(['US', 'DE', 'GB'].map(toAlpha3)).toEqual(['USA', 'DEU', 'GBR']);
	});
});

describe('a country that the service sends', () => {
	it.each([
		['USA', 'US'],
		['US', 'US'],
		['Germany', 'DE'],
		['', null],
		[null, null],
		[undefined, null],
	])('%s is read as %s', (sent, country) => {
		expect(readCountry(sent)).toBe(country);
	});

	it('is passed on as it came when it cannot be read: the order must not be lost over it', () => {
		expect(readCountry('Atlantis')).toBe('Atlantis');
	});
});
