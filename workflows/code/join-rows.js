// The code of the step "Put the order lines together": a look-up as in a spreadsheet. No row is left out: an order that cannot be put together has a `problem` and goes on to
// "Refused orders".

const isNothing = (cell) => cell === undefined || /^(?:|null|\(null\)|<null>|\[null\]|\\n)$/i.test(cell);
/** Dashes and ditto marks are no numbers either. */
const isMark = (cell) => !/[\p{L}\p{N}\p{So}]/u.test(cell);
const hasNumber = (row) => !isNothing(row.cells.orderID) && !isMark(row.cells.orderID);
/** A row of dashes below the headers, as database tools draw it, is no line of an order. */
const isRule = (row) => Object.values(row.cells).every(isMark);
const placeOf = ({ file, line }) => `${file}.csv, line ${line}`;

/** Rows by one of their cells. */
function by(rows, column) {
	const groups = new Map();
	for (const row of rows) {
		const key = row.cells[column];
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}

/** The carrier of an order, or what is wrong with its shipper. */
function carrierOf(order, shippers, carriers) {
	const { shipVia } = order.cells;
	if (isNothing(shipVia)) return {};
	const shipper = shippers.get(shipVia)?.[0];
	if (shipper?.problem) return { problem: `${placeOf(shipper)}: ${shipper.problem}` };
	const name = shipper?.cells.companyName;
	if (isNothing(name))
		return {
			problem: `${placeOf(order)}: shipper “${shipVia}” is not in shippers.csv. Add it there, or correct the order.`,
		};
	return { requestedShipping: Object.hasOwn(carriers, name) ? carriers[name] : name };
}

/** What keeps an order from being sent, or nothing. */
function problemOf(number, orders, lines, doubtful) {
	const [order, other] = orders;
	const odd = [...orders, ...lines].find(({ problem }) => problem !== undefined);
	if (odd) return `${placeOf(odd)}: ${odd.problem}`;
	if (!order)
		return `${placeOf(lines[0])}: there is no order ${number} in orders.csv. Have the ERP write both files again.`;
	if (other)
		return `orders.csv has order ${number} twice, in line ${order.line} and in line ${other.line}. Remove one of them.`;
	if (lines.length === 0)
		return `${placeOf(order)}: order ${number} has no line in order-details.csv. Have the ERP write both files again.`;
	if (doubtful.has(number))
		return `${placeOf(doubtful.get(number))}: the row has no order number and may belong to order ${number}. Give it its number.`;
	return undefined;
}

/** The orders above and below each row without an order number: it may belong to either. */
function doubtfulOrders(details) {
	const doubtful = new Map();
	const note = (number, row) => number !== undefined && !doubtful.has(number) && doubtful.set(number, row);
	let above;
	let open = [];
	for (const row of details) {
		if (isRule(row)) continue;
		if (!hasNumber(row)) {
			note(above, row);
			open.push(row);
			continue;
		}
		above = row.cells.orderID;
		for (const one of open) note(above, one);
		open = [];
	}
	return doubtful;
}

/** The name of a product, and why there is none. */
function productOf(line, products) {
	const product = products.get(line.cells.productID)?.[0];
	if (product && !product.problem) return { productName: product.cells.productName ?? '' };
	return {
		productName: '',
		note: product
			? `${placeOf(product)}: ${product.problem}`
			: `product ${line.cells.productID} is not in products.csv: its number is used as its name`,
	};
}

/**
 * One item for each order line, with its order, carrier and product.
 * @param {Array<{file: string, line: number, cells: Record<string, string>, problem?: string, note?: string}>} rows those of the step before
 * @param {Record<string, string>} carriers shipping services by the name of the ERP's shipper
 */
function joinRows(rows, carriers) {
	const of = (file) => rows.filter((row) => row.file === file);
	const named = (file) => of(file).filter(hasNumber);
	const shippers = by(of('shippers'), 'shipperID');
	const products = by(of('products'), 'productID');
	const heads = by(named('orders'), 'orderID');
	const lines = by(named('order-details'), 'orderID');
	const doubtful = doubtfulOrders(of('order-details'));
	const items = [];
	for (const number of new Set([...heads.keys(), ...lines.keys()])) {
		const [orders, parts] = [heads.get(number) ?? [], lines.get(number) ?? []];
		const [order] = orders;
		const { requestedShipping = '', problem: carrierProblem } = order ? carrierOf(order, shippers, carriers) : {};
		const problem = problemOf(number, orders, parts, doubtful) ?? carrierProblem;
		const head = { ...order?.cells, orderID: number, requestedShipping };
		if (parts.length === 0) items.push({ ...head, problem });
		for (const part of parts) {
			const { productName, note } = productOf(part, products);
			const notes = [order?.note, note].filter(Boolean);
			items.push({
				...head,
				...part.cells,
				productName,
				...(notes.length > 0 ? { note: notes.join('; ') } : {}),
				...(problem ? { problem } : {}),
			});
		}
	}
	for (const row of [...of('orders'), ...of('order-details')].filter((row) => !hasNumber(row))) {
		items.push({
			orderID: `(${placeOf(row)})`,
			problem: `${placeOf(row)}: the row has no order number. Give it one, or remove the row.`,
		});
	}
	return items;
}

module.exports = { joinRows };
