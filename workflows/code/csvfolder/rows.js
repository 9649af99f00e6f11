// What reading stock and products has in common.

const { isNothing, numbersOf, problemOfCode } = require('./values');

const placeOf = ({ file, line }) => `${file}, line ${line}`;
const isEmpty = ({ cells }) => Object.values(cells).every((cell) => !/[\p{L}\p{N}]/u.test(cell));
const CORRECT = 'Correct the row in the ERP.';

/** The cells that say something. */
const given = (cells, fields) =>
	Object.fromEntries(fields.filter((field) => !isNothing(cells[field])).map((field) => [field, cells[field]]));

/** A name for a row without a SKU, so that each has its own place in the table of failures. */
const nameless = (row) => (isNothing(row.cells.sku) ? { sku: `(${placeOf(row)})` } : {});
const problemOfSku = ({ cells }) =>
	isNothing(cells.sku)
		? { problem: 'the row has no SKU.', remedy: 'Give it one in the ERP, or remove the row.' }
		: problemOfCode('sku', cells.sku);

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

module.exports = { given, isEmpty, nameless, problemIn, problemOfSku, readersOf };
