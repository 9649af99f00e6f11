import { countryReader } from '../../../../workflows/code/csvfolder/countries';

describe('a country in the files of an ERP', () => {
	it.each([
		['Deutschland', 'DE'],
		[' österreich ', 'AT'],
		['Vereinigte Staaten', 'US'],
		['Vereinigtes Königreich', 'GB'],
		['Frankreich', 'FR'],
	])('is known by its name in the language of the ERP: %s', (name, code) => {
		expect(countryReader('de')(name)).toBe(code);
	});

	it('may be named in one of several languages', () => {
		const read = countryReader('de, fr');
		expect(['Allemagne', 'Deutschland', 'Espagne'].map(read)).toEqual(['DE', 'DE', 'ES']);
	});

	it.each(['DE', 'DEU', 'Germany', 'Atlantis', 'ZZZ'])('goes on as it is otherwise: %s', (country) => {
		expect(countryReader('de')(country)).toBe(country);
		expect(countryReader('')(country)).toBe(country);
	});

	it('stops the run if the setting is no language', () => {
		expect(() => countryReader('German language')).toThrow(/countryLanguages/);
	});
});
