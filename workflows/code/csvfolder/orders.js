// The code of "Orders of the files": one item for each order line. Numbers and dates go on as they are: the steps of
// Extensiv read them.

const { countryReader } = require('./countries');
const { isNothing, problemOfCode } = require('./values');

const COLUMNS = {
	needed: ['orderNumber', 'recipientName', 'street1', 'city', 'country', 'sku', 'quantity', 'unitPrice'],
	used: [
		'orderDate',
		'requiredDate',
		'company',
		'street2',
		'state',
		'postalCode',
		'phone',
		'email',
		'shippingService',
		'shippingCost',
		'currency',
		'productName',
		'discount',
	],
};
const FIELDS = [...COLUMNS.needed, ...COLUMNS.used];

/** Dashes and ditto marks are no order numbers. */
const isDash = (cell) => !/[\p{L}\p{N}\p{So}]/u.test(cell);
const hasNumber = ({ cells }) => !isNothing(cells.orderNumber) && !isDash(cells.orderNumber);
/** A row of dashes below the headers, as database tools draw it. */
const isRule = ({ cells }) => Object.values(cells).every(isDash);
const placeOf = ({ file, line }) => `${file}, line ${line}`;
const withRemedy = ({ problem, remedy }) => `${problem} ${remedy}`;

/** The rows without an order number beside each order of their file: they may belong to it. */
function doubtfulRows(rows) {
	const doubtful = new Map();
	const note = (number, row) => number !== undefined && !doubtful.has(number) && doubtful.set(number, row);
	let above;
	let open = [];
	for (const row of rows) {
		if (row.file !== above?.file) [above, open] = [undefined, []];
		if (!hasNumber(row)) {
			note(above?.cells.orderNumber, row);
			open.push(row);
			continue;
		}
		above = row;
		for (const one of open) note(row.cells.orderNumber, one);
		open = [];
	}
	return doubtful;
}

const contentOf = (rows) => JSON.stringify(rows.map(({ cells }) => FIELDS.map((field) => cells[field] ?? '')));

/** What keeps an order from being sent, or nothing. */
function problemOf(number, byFile, doubtful) {
	const rows = [...byFile.values()].flat();
	const odd = rows.find(({ problem }) => problem !== undefined);
	if (odd) return `${placeOf(odd)}: ${odd.problem}`;
	for (const row of rows) {
		const spoilt = problemOfCode('orderNumber', number) ?? problemOfCode('sku', row.cells.sku);
		if (spoilt) return `${placeOf(row)}: ${withRemedy(spoilt)}`;
	}
	if (doubtful.has(number))
		return (
			`${placeOf(doubtful.get(number))}: the row has no order number and may belong to order ${number}. ` +
			'Give it its number.'
		);
	const [first, ...others] = [...byFile.values()];
	const other = others.find((one) => contentOf(one) !== contentOf(first));
	if (other)
		return (
			`Order ${number} is in ${placeOf(first[0])} and in ${placeOf(other[0])}, and they differ. ` +
			'Remove the file that is out of date.'
		);
	return undefined;
}

/**
 * One item for each order line. No row is left out: an order that cannot be sent has a `problem` in each of its lines. An
 * order that is in several files counts once if they agree.
 * @param rows `{file, line, cells, problem?}`
 * @param settings `{postalCodeIfNone, countryLanguages}`
 */
function ordersOf(rows, { postalCodeIfNone, countryLanguages }) {
	const codeOf = countryReader(countryLanguages);
	const real = rows.filter((row) => !isRule(row));
	const doubtful = doubtfulRows(real);
	const orders = new Map();
	for (const row of real.filter(hasNumber)) {
		const { orderNumber } = row.cells;
		const byFile = orders.get(orderNumber) ?? new Map();
		orders.set(orderNumber, byFile.set(row.file, [...(byFile.get(row.file) ?? []), row]));
	}
	const items = [];
	for (const [orderNumber, byFile] of orders) {
		const problem = problemOf(orderNumber, byFile, doubtful);
		for (const { cells } of [...byFile.values()][0]) {
			const given = FIELDS.filter((field) => !isNothing(cells[field])).map((field) => [field, cells[field]]);
			const line = { erpId: orderNumber, postalCode: postalCodeIfNone, ...Object.fromEntries(given) };
			if (line.country !== undefined) line.country = codeOf(line.country);
			items.push(problem ? { ...line, problem } : line);
		}
	}
	for (const row of real.filter((one) => !hasNumber(one))) {
		const place = placeOf(row);
		items.push({
			orderNumber: `(${place})`,
			problem: `${place}: ${row.problem ?? 'the row has no order number. Give it one, or remove the row.'}`,
		});
	}
	return items;
}

module.exports = { COLUMNS, ordersOf };
