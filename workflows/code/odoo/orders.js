// The code of the step "One item for each line" (Odoo).

const { given, idOf, nameOf, timeOf, byId } = require('./values.js');
const { sharesOf } = require('../shared/money.js');

const money = (amount) => Number(amount.toFixed(2));
const totalOf = ({ price_unit, product_uom_qty, discount }) =>
	price_unit * product_uom_qty * (1 - (discount || 0) / 100);

/** What is neither shipped nor a shipping cost: services, and combos, whose products have lines of their own. */
const NOT_SHIPPED = new Set(['service', 'combo']);

/** A line of a confirmed order cannot be deleted: Odoo asks to set its quantity to 0. */
const isRemoved = ({ product_uom_qty, qty_delivered }) => product_uom_qty === 0 && !qty_delivered;

/** The parts of the order that all of its lines share. */
function headOf(order, address, states, costs, postalCodeIfNone) {
	const company = given(address?.commercial_company_name);
	const name = given(address?.name) ?? company ?? nameOf(address?.parent_id);
	return {
		erpId: String(order.id),
		orderNumber: order.name,
		orderDate: timeOf(order.date_order),
		requiredDate: timeOf(order.commitment_date),
		recipientName: name,
		company: company === name ? undefined : company,
		street1: given(address?.street),
		street2: given(address?.street2),
		city: given(address?.city),
		state: states.get(idOf(address?.state_id))?.code,
		postalCode: given(address?.zip) ?? postalCodeIfNone,
		country: given(address?.country_code),
		phone: given(address?.phone),
		email: given(address?.email),
		shippingService: nameOf(order.carrier_id),
		shippingCost: costs.length ? money(costs.reduce((sum, line) => sum + totalOf(line), 0)) : undefined,
		currency: nameOf(order.currency_id),
		problem: address
			? undefined
			: `The delivery address of ${order.name} cannot be read. It may be archived in Odoo, or n8n’s user may not see it.`,
	};
}

/** Why a line cannot be sent. */
function problemOf(line, product, order) {
	if (!product)
		return `The product “${nameOf(line.product_id)}” of ${order.name} cannot be read. It may be archived in Odoo, or n8n’s user may not see it.`;
	if (idOf(line.product_uom_id) !== idOf(product.uom_id))
		return `${order.name} has “${nameOf(line.product_id)}” in ${nameOf(line.product_uom_id)}, and its stock is counted in ${nameOf(product.uom_id)}. Change the line in Odoo to ${nameOf(product.uom_id)}.`;
	return undefined;
}

/**
 * An `OrderLineItem` for each line of the orders of which nothing is delivered yet.
 * @param read the records of Odoo: `{orders, lines, products, addresses, states}`
 */
function orderLines(read, { postalCodeIfNone }) {
	const products = byId(read.products);
	const addresses = byId(read.addresses);
	const states = byId(read.states);
	return read.orders.flatMap((order) => {
		const all = read.lines.filter(
			(line) => idOf(line.order_id) === order.id && !given(line.display_type) && !line.is_downpayment,
		);
		const costs = all.filter(({ is_delivery }) => is_delivery);
		const lines = all.filter((line) => !line.is_delivery && !NOT_SHIPPED.has(line.product_type) && !isRemoved(line));
		// A discount or coupon of the order is a line below zero; services have their share too.
		const discounted = all.filter((line) => !line.is_delivery && totalOf(line) > 0);
		const discount = -all
			.filter((line) => line.product_type === 'service' && totalOf(line) < 0)
			.reduce((sum, line) => sum + totalOf(line), 0);
		const shares = sharesOf(discount, discounted.map(totalOf));
		if (lines.some(({ qty_delivered }) => qty_delivered > 0)) return [];
		const head = headOf(order, addresses.get(idOf(order.partner_shipping_id)), states, costs, postalCodeIfNone);
		if (lines.length === 0) return [];
		// One line that cannot be sent holds back the whole order.
		const problem =
			head.problem ?? lines.map((line) => problemOf(line, products.get(idOf(line.product_id)), order)).find(Boolean);
		return lines.map((line) => {
			const product = products.get(idOf(line.product_id));
			const share = shares[discounted.indexOf(line)] ?? 0;
			const off = money(line.price_unit * line.product_uom_qty - totalOf(line) + share);
			return {
				...head,
				sku: given(product?.default_code) ?? '',
				productName: given(product?.name) ?? nameOf(line.product_id),
				quantity: line.product_uom_qty,
				unitPrice: line.price_unit,
				discount: off === 0 ? undefined : off,
				problem,
			};
		});
	});
}

module.exports = { orderLines };
