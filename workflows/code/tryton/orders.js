// The code of the step "One item for each line" (Tryton).

const { plain } = require('./answers.js');

const product = (one, other) => String(Number((one * other).toFixed(6)));

/** The parts of the sale that all of its lines share. */
function headOf(sale, postalCodeIfNone) {
	const party = sale['shipment_party.'] ?? sale['party.'] ?? {};
	const address = sale['shipment_address.'] ?? {};
	const [street1, ...streets] = [address.name, ...(address.street ?? '').split('\n')]
		.map((line) => (line ?? '').trim())
		.filter(Boolean);
	const costs = sale['lines.'].filter(({ shipment_cost }) => shipment_cost);
	return {
		erpId: String(sale.id),
		orderNumber: sale.number,
		orderDate: plain(sale.sale_date),
		recipientName: address.party_name || party.name,
		street1,
		street2: streets.join(', ') || undefined,
		city: address.city ?? undefined,
		// Tryton's codes are those of ISO 3166-2: US-OR.
		state: address['subdivision.']?.code.replace(/^[A-Z]{2}-/, ''),
		postalCode: address.postal_code || postalCodeIfNone,
		country: address['country.']?.code,
		phone: party.phone || undefined,
		email: party.email || undefined,
		shippingService: sale['carrier.']?.['party.']?.name,
		shippingCost: costs.length
			? String(costs.reduce((sum, line) => sum + Number(product(line.quantity, plain(line.unit_price))), 0))
			: undefined,
		currency: sale['currency.']?.code,
	};
}

/** An `OrderLineItem` for each line of the sales. */
function orderLines(sales, { postalCodeIfNone }) {
	return sales.flatMap((sale) => {
		const head = headOf(sale, postalCodeIfNone);
		const lines = sale['lines.'].filter(({ type, shipment_cost }) => type === 'line' && !shipment_cost);
		if (lines.length === 0) return [head];
		return lines.map((line) => {
			// Extensiv counts pieces: a dozen is twelve of them.
			const pieces = (line['unit.']?.factor ?? 1) / (line['product.']?.['default_uom.']?.factor ?? 1);
			return {
				...head,
				sku: line['product.']?.code ?? '',
				productName: line['product.']?.name ?? line.description ?? undefined,
				quantity: product(line.quantity, pieces),
				unitPrice: pieces === 1 ? plain(line.unit_price) : product(plain(line.unit_price), 1 / pieces),
			};
		});
	});
}

module.exports = { orderLines };
