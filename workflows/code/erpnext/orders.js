// The code of the step "One item for each line" (ERPNext).

const { sharesOf } = require('../shared/money.js');

/** What is empty in ERPNext is null, missing or an empty text. */
const given = (value) => (value === null || value === '' ? undefined : value);
const money = (amount) => Number(amount.toFixed(2));

/** Shipping costs are rows of "Taxes and Charges" with an amount of their own, on one of these accounts. */
function shippingCostOf(order, accounts) {
	const wanted = String(accounts)
		.split(/[;\n]/)
		.map((account) => account.trim().toLowerCase())
		.filter(Boolean);
	const rows = (order.taxes ?? []).filter(
		({ charge_type, account_head }) =>
			charge_type === 'Actual' && wanted.some((account) => String(account_head).toLowerCase().startsWith(account)),
	);
	return rows.length ? money(rows.reduce((sum, { tax_amount }) => sum + tax_amount, 0)) : undefined;
}

const addressNameOf = (order) => given(order.shipping_address_name) ?? given(order.customer_address);

/** The parts of the order that all of its lines share. */
function headOf(order, address, { postalCodeIfNone, shippingAccounts }) {
	const name = addressNameOf(order);
	return {
		erpId: order.name,
		orderNumber: order.name,
		orderDate: given(order.transaction_date),
		requiredDate: given(order.delivery_date),
		recipientName: given(order.contact_display) ?? given(order.customer_name),
		company: given(order.contact_display) === undefined ? undefined : given(order.customer_name),
		street1: given(address?.address_line1),
		street2: given(address?.address_line2),
		city: given(address?.city),
		state: given(address?.state),
		postalCode: given(address?.pincode) ?? postalCodeIfNone,
		country: given(address?.country),
		phone: given(order.contact_mobile) ?? given(order.contact_phone) ?? given(address?.phone),
		email: given(order.contact_email) ?? given(address?.email_id),
		shippingCost: shippingCostOf(order, shippingAccounts),
		currency: given(order.currency),
		problem:
			address || name === undefined
				? undefined
				: `The address “${name}” of ${order.name} cannot be read. n8n’s user may not see it.`,
	};
}

/** Services have no stock. A product bundle has none either, but its items are packed with the order. */
function isShipped(line, order, stocked) {
	return (
		stocked.has(line.item_code) || (order.packed_items ?? []).some(({ parent_item }) => parent_item === line.item_code)
	);
}

/**
 * An `OrderLineItem` for each line of the orders of which nothing is delivered yet: *To Deliver* is also what is left of an order.
 * @param orders documents of the type Sales Order, with their rows
 * @param items documents of the type Item that are kept in stock
 */
function orderLines(orders, addresses, items, settings) {
	const stocked = new Set(items.map(({ name }) => name));
	const byName = new Map(addresses.map((address) => [address.name, address]));
	return orders.flatMap((order) => {
		const head = headOf(order, byName.get(addressNameOf(order)), settings);
		// What the supplier sends to the customer is not in the warehouse.
		const lines = order.items.filter((line) => !line.delivered_by_supplier && isShipped(line, order, stocked));
		// The discount of the whole order is not part of the rates; what is not sent has its share too.
		const shares = sharesOf(
			order.discount_amount ?? 0,
			order.items.map(({ amount }) => amount),
		);
		if (lines.length === 0 || lines.some(({ delivered_qty }) => delivered_qty > 0)) return [];
		return lines.map((line) => {
			// Extensiv counts pieces: stock_qty is the quantity in the unit in which the stock is kept.
			const pieces = line.conversion_factor || 1;
			return {
				...head,
				sku: line.item_code ?? '',
				productName: given(line.item_name),
				quantity: line.stock_qty,
				unitPrice: pieces === 1 ? line.rate : Number((line.rate / pieces).toFixed(6)),
				discount: shares[order.items.indexOf(line)] || undefined,
			};
		});
	});
}

/** The addresses of orders, each once. */
const addressNames = (orders) => [...new Set(orders.map(addressNameOf).filter((name) => name !== undefined))];

/** The items of orders, each once. */
const itemCodes = (orders) => [...new Set(orders.flatMap(({ items }) => items.map(({ item_code }) => item_code)))];

module.exports = { orderLines, addressNames, itemCodes };
