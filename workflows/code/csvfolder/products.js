// The code of "Products of the files".

const { given, isEmpty, problemIn, readersOf } = require('./rows');
const { problemOfCode } = require('./values');

const PRODUCT_COLUMNS = { needed: ['sku', 'name'], used: ['brand', 'price', 'cost', 'upc', 'weight'] };
const PRODUCT_NUMBERS = ['price', 'cost', 'weight'];

/**
 * One item for each row: `{erpId, sku, name, brand?, price?, cost?, upc?, weight?}`. A row that cannot be used has
 * `problem` and `remedy`.
 * @param rows `{file, line, cells, problem?}`
 * @param settings `{decimalSeparator}`
 */
function productsOf(rows, settings) {
	const real = rows.filter((row) => !isEmpty(row));
	const readers = readersOf(real, PRODUCT_NUMBERS, settings);
	return real.map((row) => {
		const { cells } = row;
		const read = PRODUCT_NUMBERS.map((column) => [column, readers.get(column)(cells[column])]);
		const numbers = read
			.filter(([, { number }]) => number !== undefined)
			.map(([column, { number }]) => [column, number]);
		return {
			erpId: cells.sku,
			...given(cells, [...PRODUCT_COLUMNS.needed, ...PRODUCT_COLUMNS.used]),
			...Object.fromEntries(numbers),
			...problemIn(
				row,
				problemOfCode('sku', cells.sku),
				problemOfCode('upc', cells.upc),
				...read.map(([, one]) => one),
			),
		};
	});
}

module.exports = { PRODUCT_COLUMNS, productsOf };
