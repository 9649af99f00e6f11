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

const isInBundle = ({ item_code }, { packed_items }) =>
	(packed_items ?? []).some(({ parent_item }) => parent_item === item_code);

/**
 * Services have no stock, and some lines no item. A product bundle has none either, but its items are packed with the order. What
 * the supplier sends to the customer is not in the warehouse.
 * @param isStocked of each item that could be read
 */
function isShipped(line, order, isStocked) {
	if (line.delivered_by_supplier || given(line.item_code) === undefined) return false;
	return isInBundle(line, order) || (isStocked.get(line.item_code) ?? true);
}

const unreadItem = (line, order, isStocked) =>
	isInBundle(line, order) || isStocked.has(line.item_code)
		? undefined
		: `The item “${line.item_code}” of ${order.name} cannot be read. n8n’s user may not see it.`;

/**
 * An `OrderLineItem` for each line of the orders of which nothing is delivered yet: *To Deliver* is also what is left of an order.
 * @param orders documents of the type Sales Order, with their rows
 * @param items documents of the type Item
 */
function orderLines(orders, addresses, items, settings) {
	const isStocked = new Map(items.map(({ name, is_stock_item }) => [name, Boolean(is_stock_item)]));
	const byName = new Map(addresses.map((address) => [address.name, address]));
	return orders.flatMap((order) => {
		const head = headOf(order, byName.get(addressNameOf(order)), settings);
		const lines = order.items.filter((line) => isShipped(line, order, isStocked));
		const unread = lines.map((line) => unreadItem(line, order, isStocked)).find((problem) => problem !== undefined);
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
				sku: line.item_code,
				productName: given(line.item_name),
				quantity: line.stock_qty,
				unitPrice: pieces === 1 ? line.rate : Number((line.rate / pieces).toFixed(6)),
				discount: shares[order.items.indexOf(line)] || undefined,
				problem: head.problem ?? unread,
			};
		});
	});
}

/** The addresses of orders, each once. */
const addressNames = (orders) => [...new Set(orders.map(addressNameOf).filter((name) => name !== undefined))];

/** The items of orders, each once. */
const itemCodes = (orders) => {
	const codes = orders.flatMap(({ items }) => items.map(({ item_code }) => given(item_code)));
	return [...new Set(codes.filter((code) => code !== undefined))];
};

module.exports = { orderLines, addressNames, itemCodes };
