// The code of "Products of the files".

const { given, isEmpty, nameless, problemIn, problemOfSku, readersOf } = require('./rows');
const { problemOfCode } = require('./values');

const PRODUCT_COLUMNS = { needed: ['sku', 'name'], used: ['brand', 'price', 'cost', 'upc', 'weight', 'currency'] };
const PRODUCT_NUMBERS = ['price', 'cost', 'weight'];

/** Ounces, in which Extensiv weighs, of the units that an ERP may weigh in. */
const OUNCES = { oz: 1, lb: 16, kg: 35.27396195, g: 0.03527396195 };

/** @throws Error if Settings has another unit */
function weigherOf({ weightUnit = 'oz' }) {
	const ounces = OUNCES[String(weightUnit).trim().toLowerCase()];
	if (!ounces) throw new Error(`“weightUnit” in Settings is “${weightUnit}”. Enter oz, lb, kg or g.`);
	return (weight) => Number((weight * ounces).toFixed(4));
}

/**
 * One item for each row: `{erpId, sku, name, brand?, price?, cost?, upc?, weight?, currency?}`, the weight in ounces. A row that cannot be used has
 * `problem` and `remedy`.
 * @param rows `{file, line, cells, problem?}`
 * @param settings `{decimalSeparator, weightUnit}`
 */
function productsOf(rows, settings) {
	const real = rows.filter((row) => !isEmpty(row));
	const weighed = weigherOf(settings);
	const readers = readersOf(real, PRODUCT_NUMBERS, settings);
	return real.map((row) => {
		const { cells } = row;
		const read = PRODUCT_NUMBERS.map((column) => [column, readers.get(column)(cells[column])]);
		const numbers = read
			.filter(([, { number }]) => number !== undefined)
			.map(([column, { number }]) => [column, column === 'weight' ? weighed(number) : number]);
		return {
			erpId: cells.sku,
			...given(cells, [...PRODUCT_COLUMNS.needed, ...PRODUCT_COLUMNS.used]),
			...nameless(row),
			...Object.fromEntries(numbers),
			...problemIn(row, problemOfSku(row), problemOfCode('upc', cells.upc), ...read.map(([, one]) => one)),
		};
	});
}

module.exports = { PRODUCT_COLUMNS, productsOf };
