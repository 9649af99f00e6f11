import { countries, parseCountry, readCountry, toAlpha3 } from '../../../nodes/shared/domain/values/address/country';
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
		['Viet Nam', 'VN'],
		['Moldova', 'MD'],
		['Laos', 'LA'],
		['Brunei', 'BN'],
		['Macau', 'MO'],
		['Côte d’Ivoire', 'CI'],
		["Cote d'Ivoire", 'CI'],
		['Republic of Ireland', 'IE'],
		['U.S. Virgin Islands', 'VI'],
		['St. Lucia', 'LC'],
		['Bosnia', 'BA'],
		['Bosnia & Herzegovina', 'BA'],
		['North Macedonia', 'MK'],
		['Macedonia', 'MK'],
		['Vatican', 'VA'],
		['United States (US)', 'US'],
		['Slovak Republic', 'SK'],
		['the united states', 'US'],
		['United  States', 'US'],
		['United\u00a0States', 'US'],
		['U.S.A.', 'US'],
		['U.K.', 'GB'],
		['Korea, Republic of', 'KR'],
		["Korea, Democratic People's Republic of", 'KP'],
		['Democratic People’s Republic of Korea', 'KP'],
		['Iran, Islamic Republic of', 'IR'],
		['Republic of China', 'TW'],
		["People's Republic of China", 'CN'],
		['Federal Republic of Germany', 'DE'],
		['Kingdom of Spain', 'ES'],
		['The Netherlands', 'NL'],
		['Bahamas', 'BS'],
		['Democratic Republic of the Congo', 'CD'],
		['Republic of the Congo', 'CG'],
		['Turkey', 'TR'],
		['Türkiye', 'TR'],
		['Cabo Verde', 'CV'],
		['Cape Verde', 'CV'],
		['Swaziland', 'SZ'],
		['Burma', 'MM'],
		['Syria', 'SY'],
		['Hong Kong SAR', 'HK'],
		['Saint Kitts & Nevis', 'KN'],
		['Trinidad and Tobago', 'TT'],
		['Reunion', 'RE'],
		['Curacao', 'CW'],
		['XK', 'XK'],
		['XKX', 'XK'],
		['Kosovo', 'XK'],
	])('%s is %s', (text, alpha2) => expect(parseCountry(text)).toBe(alpha2));

	it.each([
		['Iran (Islamic Republic of)', 'IR'],
		['Bolivia (Plurinational State of)', 'BO'],
		['Venezuela (Bolivarian Republic of)', 'VE'],
		['Congo (Democratic Republic of the)', 'CD'],
		['Myanmar (Burma)', 'MM'],
		['Slovakia (Slovak Republic)', 'SK'],
		['Türkiye (Turkey)', 'TR'],
		['US - United States', 'US'],
		['USA - United States', 'US'],
		['Hong Kong SAR China', 'HK'],
		['Hong Kong, China', 'HK'],
		['Taiwan, Republic of China', 'TW'],
		['United States, US', 'US'],
		['Macao SAR', 'MO'],
		['Palestinian Territories', 'PS'],
		['Caribbean Netherlands', 'BQ'],
		['Holy See', 'VA'],
		['Éire', 'IE'],
		['Lao PDR', 'LA'],
	])('%s, as ISO, shops and ERPs write it, is %s', (text, alpha2) => expect(parseCountry(text)).toBe(alpha2));

	it.each(['Korea, Democratic Republic of', 'Democratic Republic of Korea'])('%s is the North, not the South', (text) =>
		expect(parseCountry(text)).toBe('KP'),
	);

	it('every name of the list is that country, in capitals and with a curly apostrophe too', () => {
		for (const { code, name } of countries())
			expect([name, parseCountry(name), parseCountry(name.toUpperCase().replaceAll("'", '’'))]).toEqual([
				name,
				code,
				code,
			]);
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
		['one of the two Congos', 'Congo'],
		['a state of the USA', 'Georgia, USA'],
		['a name and another code', 'Germany (FR)'],
		['a code and another name', 'US - Canada'],
		['two names of two countries', 'Niger (Nigeria)'],
		['a name and the form of another country', "Albania, People's Republic of China"],
		['an object', {}],
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
		expect(['US', 'DE', 'GB', 'XK'].map(toAlpha3)).toEqual(['USA', 'DEU', 'GBR', 'XKX']);
	});
});

describe('a country that the service sends', () => {
	it.each([
		['USA', 'US'],
		['US', 'US'],
		['Germany', 'DE'],
		['XKX', 'XK'],
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
