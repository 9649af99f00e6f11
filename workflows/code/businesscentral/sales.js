// The code of the steps that read Business Central, by its API v2.0.

const { cents } = require('../shared/money.js');

/** What is empty is an empty text, or the first day of the calendar. */
const given = (value) => (value === '' || value === null || value === '0001-01-01' ? undefined : value);
const isLink = (id) => Boolean(id) && id !== '00000000-0000-0000-0000-000000000000';
const isEqualCode = (one, other) => String(one).toLowerCase() === String(other).toLowerCase();

/** Numbers of accounts and item charges, with semicolons between them. */
const numbersOf = (text) =>
	String(text)
		.split(/[;\n]/)
		.map((one) => one.trim())
		.filter(Boolean);

/** The parts of the order that all of its lines share. */
function headOf(order, costs, { postalCodeIfNone, countryIfNone }) {
	const contact = given(order.shipToContact);
	return {
		erpId: order.id,
		orderNumber: order.number,
		orderDate: given(order.orderDate),
		requiredDate: given(order.requestedDeliveryDate),
		recipientName: contact ?? given(order.shipToName),
		company: contact === undefined ? undefined : given(order.shipToName),
		street1: given(order.shipToAddressLine1),
		street2: given(order.shipToAddressLine2),
		city: given(order.shipToCity),
		state: given(order.shipToState),
		postalCode: given(order.shipToPostCode) ?? postalCodeIfNone,
		country: given(order.shipToCountry) ?? countryIfNone,
		phone: given(order.phoneNumber),
		email: given(order.email),
		shippingCost: costs.length ? costs.reduce((sum, { netAmount }) => sum + cents(netAmount), 0) / 100 : undefined,
		currency: given(order.currencyCode),
	};
}

/** Why a line cannot be sent. */
function problemOf(line, item, order) {
	const name = `${order.number}, item ${line.lineObjectNumber}`;
	if (isLink(line.itemVariantId))
		return `${name} is a variant, and this template does not know its SKU. Send the order by hand.`;
	if (!item) return `${name} cannot be read. n8n’s app may not see it.`;
	if (!isEqualCode(line.unitOfMeasureCode, item.baseUnitOfMeasureCode))
		return `${name} is sold in ${line.unitOfMeasureCode}, and its stock is counted in ${item.baseUnitOfMeasureCode}. Change the line to ${item.baseUnitOfMeasureCode}.`;
	return undefined;
}

/** Whether an order is released and nothing of it is shipped yet. */
const isToShip = ({ status, fullyShipped, salesOrderLines }) =>
	status === 'Open' && !fullyShipped && !salesOrderLines.some(({ shippedQuantity }) => shippedQuantity > 0);

/**
 * An `OrderLineItem` for each line of the orders.
 * @param orders `salesOrders` with their `salesOrderLines`
 */
function orderLines(orders, items, settings) {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	const shipping = numbersOf(settings.shippingAccounts);
	return orders.filter(isToShip).flatMap((order) => {
		const costs = order.salesOrderLines.filter(
			({ lineType, lineObjectNumber }) => lineType !== 'Item' && shipping.includes(lineObjectNumber),
		);
		const lines = order.salesOrderLines.filter(
			({ lineType, lineObjectNumber, quantity }) =>
				lineType === 'Item' && quantity !== 0 && byNumber.get(lineObjectNumber)?.type !== 'Service',
		);
		const head = headOf(order, costs, settings);
		if (lines.length === 0) return [];
		// One line that cannot be sent holds back the whole order.
		const problem = lines.map((line) => problemOf(line, byNumber.get(line.lineObjectNumber), order)).find(Boolean);
		return lines.map((line) => {
			const unitPrice = priceOf(line, order);
			// netAmount is what is left after all discounts, without tax.
			const discount = (cents(unitPrice * line.quantity) - cents(line.netAmount)) / 100;
			return {
				...head,
				sku: line.lineObjectNumber,
				productName: given(line.description),
				quantity: line.quantity,
				unitPrice,
				discount: discount || undefined,
				problem,
			};
		});
	});
}

/** A price without tax. */
const priceOf = ({ unitPrice, taxPercent }, { pricesIncludeTax }) =>
	pricesIncludeTax ? Number((unitPrice / (1 + (taxPercent ?? 0) / 100)).toFixed(6)) : unitPrice;

const isUsed = ({ blocked }) => !blocked;

/** A `StockItem` for each item: the interface gives the sum of all locations. */
const stockItems = (items, { erpWarehouse }) =>
	items
		.filter((item) => isUsed(item) && item.type === 'Inventory')
		.map(({ number, inventory }) => ({ sku: number, warehouse: erpWarehouse, onHand: inventory }));

/** A `ProductItem` for each item that can be shipped. */
const productItems = (items) =>
	items
		.filter((item) => isUsed(item) && item.type !== 'Service')
		.map(({ id, number, displayName, unitPrice, unitCost, gtin }) => ({
			erpId: id,
			sku: number,
			name: displayName,
			price: unitPrice,
			cost: unitCost,
			upc: given(gtin),
		}));

module.exports = { orderLines, stockItems, productItems };
