// The code of the steps that read NetSuite, by SuiteQL. Its rows have columns in lower case; empty ones are left out.

const { cents, sharesOf } = require('../shared/money.js');

/** Kinds of lines that are shipped. */
const SHIPPED = new Set(['InvtPart', 'Assembly', 'Kit', 'NonInvtPart']);
/** Kinds of lines that sell nothing themselves. */
const APART = new Set([
	...['ShipItem', 'Discount', 'Subtotal', 'TaxItem', 'TaxGroup', 'Description'],
	// The items of a group have lines of their own; its last line is their sum.
	...['Group', 'EndGroup'],
]);

const numberOf = (value) => Number(value ?? 0);
/** A sales line counts what leaves: its amounts are below zero. */
const amountOf = ({ amount }) => -numberOf(amount);

/** The parts of the order that all of its lines share. */
function headOf(row, costs, { postalCodeIfNone }) {
	const streets = [row.addr1, row.addr2, row.addr3].filter(Boolean);
	const name = row.attention || row.addressee;
	return {
		erpId: String(row.id),
		orderNumber: row.tranid,
		orderDate: row.trandate,
		recipientName: name,
		company: row.attention && row.addressee !== name ? row.addressee : undefined,
		street1: streets[0],
		street2: streets.slice(1).join(', ') || undefined,
		city: row.city,
		state: row.state,
		postalCode: row.zip || postalCodeIfNone,
		country: row.country,
		phone: row.addrphone,
		email: row.email,
		shippingService: row.shipmethod,
		shippingCost: costs.length ? costs.reduce((sum, cost) => sum + cents(amountOf(cost)), 0) / 100 : undefined,
		currency: row.currency,
	};
}

/** An `OrderLineItem` for each line that is shipped. `rows` are lines of sales orders, each with its order and address. */
function orderLines(rows, settings) {
	const byOrder = new Map();
	for (const row of rows) byOrder.set(row.id, [...(byOrder.get(row.id) ?? []), row]);
	return [...byOrder.values()].flatMap((all) => {
		const costs = all.filter(({ itemtype }) => itemtype === 'ShipItem');
		const lines = all.filter(
			({ itemtype, isclosed, dropship, kitcomponent }) =>
				SHIPPED.has(itemtype) && isclosed !== 'T' && dropship !== 'T' && kitcomponent !== 'T',
		);
		const head = headOf(all[0], costs, settings);
		if (lines.length === 0) return [];
		const discount = all
			.filter(({ itemtype }) => itemtype === 'Discount')
			.reduce((sum, line) => sum + cents(numberOf(line.amount)), 0);
		// What is not sent has its share too.
		const discounted = all.filter(({ itemtype, kitcomponent }) => !APART.has(itemtype) && kitcomponent !== 'T');
		const shares = sharesOf(discount / 100, discounted.map(amountOf));
		return lines.map((line) => {
			const quantity = Math.abs(numberOf(line.quantity));
			return {
				...head,
				sku: line.sku ?? '',
				productName: line.displayname,
				quantity,
				// SuiteQL counts in the base unit, and the rate is that of the unit of the line.
				unitPrice: quantity === 0 ? 0 : Number((amountOf(line) / quantity).toFixed(6)),
				discount: shares[discounted.indexOf(line)] || undefined,
			};
		});
	});
}

/** A `StockItem` for each item and location. */
const stockItems = (rows) =>
	rows.map(({ sku, location, onhand }) => ({ sku, warehouse: location, onHand: numberOf(onhand) }));

/** A `ProductItem` for each item. */
const productItems = (rows) =>
	rows.map(({ id, sku, displayname, upccode }) => ({
		erpId: String(id),
		sku,
		name: displayname || sku,
		upc: upccode || undefined,
	}));

module.exports = { orderLines, stockItems, productItems };
