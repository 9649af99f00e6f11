// Numbers and codes of files. The steps of Extensiv read the numbers of orders; stock and products are compared before,
// so theirs are read here.

const isNothing = (cell) => cell === undefined || /^(?:|null|\(null\)|<null>|\[null\]|\\n|n\/a)$/i.test(cell);

const DIGITS = '[1-9]\\d{0,2}';
const THOUSANDS = {
	',': new RegExp(`^${DIGITS}(?:[. '’\u00a0\u202f]\\d{3})+(?:,\\d+)?$`),
	'.': new RegExp(`^${DIGITS}(?:[, '’\u00a0\u202f]\\d{3})+(?:\\.\\d+)?$`),
};
const PLAIN = { ',': /^\d*,\d+$|^\d+$/, '.': /^\d*\.\d+$|^\d+$/ };
const SEPARATORS = [',', '.'];

const unsigned = (text) => text.replace(/^[-−]/, '');

/** What a text is as a number if `separator` stands before its decimals; undefined if it is none. */
function meaningOf(text, separator) {
	const digits = unsigned(text);
	if (!PLAIN[separator].test(digits) && !THOUSANDS[separator].test(digits)) return undefined;
	const [whole, decimals = ''] = digits.split(separator);
	const plain = `${whole.replace(/\D/g, '') || '0'}${decimals && `.${decimals}`}`;
	return Number(digits === text ? plain : `-${plain}`);
}

/** The separator that numbers show; undefined if none of them does, or if they contradict each other. */
function separatorShownBy(texts) {
	const shown = new Set();
	for (const text of texts) {
		const [comma, point] = SEPARATORS.map((separator) => meaningOf(text, separator));
		if (comma === undefined && point !== undefined) shown.add('.');
		if (point === undefined && comma !== undefined) shown.add(',');
	}
	return shown.size === 1 ? [...shown][0] : undefined;
}

const SETTINGS = { comma: ',', point: '.' };
const EXPONENT = /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i;

const LOST_DIGITS = {
	remedy: 'Have the ERP write the file again, and do not save it in Excel: it cuts off the digits of long numbers.',
};
const lost = (column, text) => ({
	problem: `“${text}” in the column ${column} is in scientific notation: digits were lost.`,
	...LOST_DIGITS,
});

/**
 * Reads the numbers of a column.
 * @param texts all cells of the column, which show whether it has a decimal comma
 * @param decimalSeparator of Settings: `auto`, `comma` or `point`
 * @returns a function that gives `{number}`, `{}` for an empty cell, or `{problem, remedy}`; a number is never guessed
 */
function numbersOf(column, texts, decimalSeparator = 'auto') {
	const fixed = SETTINGS[String(decimalSeparator).trim().toLowerCase()];
	const separator = fixed ?? separatorShownBy(texts.filter((text) => !isNothing(text)));
	return (text) => {
		if (isNothing(text)) return {};
		if (EXPONENT.test(text)) return lost(column, text);
		const [comma, point] = SEPARATORS.map((one) => meaningOf(text, one));
		const number = separator === ',' ? comma : separator === '.' ? point : comma === point ? comma : undefined;
		if (number !== undefined) return { number };
		if (comma === undefined && point === undefined)
			return { problem: `“${text}” in the column ${column} is not a number.`, remedy: 'Correct it in the ERP.' };
		if (separator)
			return {
				problem: `“${text}” in the column ${column} has no decimal ${separator === ',' ? 'comma' : 'point'}, as the others have.`,
				remedy: 'Correct it in the ERP, or set decimalSeparator in Settings to comma or point.',
			};
		return {
			problem: `“${text}” in the column ${column} can mean ${comma} or ${point}.`,
			remedy: 'Set decimalSeparator in Settings to comma or point.',
		};
	};
}

/** What is wrong with a code such as a SKU: Excel writes long numbers as `4,00123E+12`. */
const problemOfCode = (column, text) => (/^\d([.,]\d+)?e\+\d+$/i.test(text ?? '') ? lost(column, text) : undefined);

module.exports = { isNothing, numbersOf, problemOfCode };
