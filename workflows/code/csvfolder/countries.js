// The names of countries in the language of the files: the steps of Extensiv read codes and English names.

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const plain = (name) => name.trim().toLowerCase();

/** Codes that stand for no country of today are other names of one: DD is Germany's. */
const isToday = (code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/**
 * Reads names of countries in some languages.
 * @param languages such as `de, fr`; none if empty
 * @returns the code of a country by its name; what is no such name comes back as it is
 * @throws Error if a language is not one
 */
function countryReader(languages) {
	const codes = new Map();
	for (const language of String(languages ?? '')
		.split(',')
		.map(plain)
		.filter(Boolean)) {
		let names;
		try {
			names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
		} catch {
			throw new Error(
				`Settings: “${language}” under “countryLanguages” is no language. Enter codes such as de or fr, with commas.`,
			);
		}
		for (const code of LETTERS.flatMap((one) => LETTERS.map((other) => one + other)).filter(isToday)) {
			const name = names.of(code);
			if (name !== undefined) codes.set(plain(name), code);
		}
	}
	return (country) => codes.get(plain(country)) ?? country;
}

module.exports = { countryReader };
