// The code of the step "Read the rows": cells are trimmed and otherwise go on as they are: numbers and dates are read by the Extensiv node.

const { fault } = require('./cut-csv');
const { rowsOf } = require('./shared/read-rows');

/** Columns of each file: those that are needed, and those that are used where they are there. */
const FILES = {
	orders: {
		needed: ['orderID', 'shipName', 'shipAddress', 'shipCity', 'shipCountry'],
		used: ['orderDate', 'requiredDate', 'shipVia', 'freight', 'shipRegion', 'shipPostalCode'],
		// Many ERPs write addresses with the separator in them and without quotes: what is too much belongs to this column.
		swallows: 'shipAddress',
	},
	'order-details': { needed: ['orderID', 'productID', 'quantity', 'unitPrice'], used: ['discount'] },
	products: { needed: ['productID'], used: ['productName', 'unitsInStock'] },
	shippers: { needed: ['shipperID', 'companyName'], used: [] },
};

/**
 * The rows of all files: `{file, line, cells}`. A row that cannot be used has a `problem`, one that was put together has a `note`.
 * @param {Array<{name: string, bytes: Buffer}>} given the files that were found
 * @param {Record<string, string>} headersOf the headers that mean each column, with commas between
 * @throws Error naming file, line, column and what to do
 */
function readFiles(given, headersOf) {
	const byName = new Map(given.map(({ name, bytes }) => [name.toLowerCase().replace(/\.csv$/, ''), bytes]));
	for (const name of Object.keys(FILES)) {
		if (!byName.has(name))
			throw fault(
				name,
				undefined,
				undefined,
				'The file is not there.',
				'Check the folder in “Settings”, and that n8n may read it.',
			);
	}
	return Object.keys(FILES).flatMap((name) => rowsOf(FILES[name], name, byName.get(name), headersOf));
}

module.exports = { readFiles };
