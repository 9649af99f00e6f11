// The code of "Stock of the files".

const { given, isEmpty, nameless, problemIn, problemOfSku, readersOf } = require('./rows');

const STOCK_COLUMNS = { needed: ['sku', 'onHand'], used: ['warehouse', 'location'] };

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
			...nameless(row),
			...problemIn(row, problemOfSku(row), unreadable),
		};
	});
}

module.exports = { STOCK_COLUMNS, stockOf };
