// The code of "Stock of the files" and "Products of the files".

const { isNothing, numbersOf, problemOfCode } = require('./values');

const STOCK_COLUMNS = { needed: ['sku', 'onHand'], used: ['warehouse', 'location'] };
const PRODUCT_COLUMNS = {
	needed: ['sku', 'name'],
	used: ['brand', 'price', 'cost', 'currency', 'upc', 'weight'],
};
const PRODUCT_NUMBERS = ['price', 'cost', 'weight'];

const placeOf = ({ file, line }) => `${file}, line ${line}`;
const isEmpty = ({ cells }) => Object.values(cells).every((cell) => !/[\p{L}\p{N}]/u.test(cell));
const CORRECT = 'Correct the row in the ERP.';

/** The cells that say something. */
const given = (cells, fields) =>
	Object.fromEntries(fields.filter((field) => !isNothing(cells[field])).map((field) => [field, cells[field]]));

/** The problem of a row, with its place: its own, or the first of others. */
function problemIn(row, ...others) {
	const found = row.problem ? { problem: row.problem, remedy: CORRECT } : others.find((one) => one?.problem);
	return found && { problem: `${placeOf(row)}: ${found.problem}`, remedy: found.remedy };
}

/** Readers of the columns with numbers. */
const readersOf = (rows, columns, { decimalSeparator }) =>
	new Map(
		columns.map((column) => [
			column,
			numbersOf(
				column,
				rows.map(({ cells }) => cells[column]),
				decimalSeparator,
			),
		]),
	);

/**
 * One item for each row: `{sku, warehouse, location?, onHand}`. A row that cannot be used has `problem` and `remedy`.
 * @param rows `{file, line, cells, problem?}`
 * @param settings `{erpWarehouse, decimalSeparator}`
 */
function stockOf(rows, settings) {
	const real = rows.filter((row) => !isEmpty(row));
	const readers = readersOf(real, ['onHand'], settings);
	return real.map((row) => {
		const { cells } = row;
		const { number, ...unreadable } = readers.get('onHand')(cells.onHand);
		return {
			warehouse: settings.erpWarehouse,
			...given(cells, ['sku', 'warehouse', 'location', 'onHand']),
			...(number === undefined ? {} : { onHand: number }),
			...problemIn(row, problemOfCode('sku', cells.sku), unreadable),
		};
	});
}

/** The same for products: `{erpId, sku, name, brand?, price?, cost?, upc?, weight?}`. */
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

module.exports = { STOCK_COLUMNS, PRODUCT_COLUMNS, stockOf, productsOf };
