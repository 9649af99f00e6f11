// The code of the steps that read SAP Business One, by its Service Layer.

const { cents } = require('../shared/money.js');

const given = (value) => (value === '' || value === null ? undefined : value);
const joined = (texts, separator) => texts.map(given).filter(Boolean).join(separator) || undefined;

/** The parts of the order that all of its lines share. */
function headOf(order, services, { postalCodeIfNone }) {
	const { AddressExtension: address = {}, DocumentAdditionalExpenses: expenses = [] } = order;
	return {
		erpId: String(order.DocEntry),
		orderNumber: String(order.DocNum),
		orderDate: order.DocDate?.slice(0, 10),
		requiredDate: order.DocDueDate?.slice(0, 10),
		recipientName: given(order.CardName),
		street1: joined([address.ShipToStreet, address.ShipToStreetNo], ' '),
		street2: joined([address.ShipToBlock, address.ShipToBuilding], ', '),
		city: given(address.ShipToCity),
		state: given(address.ShipToState),
		postalCode: given(address.ShipToZipCode) ?? postalCodeIfNone,
		country: given(address.ShipToCountry),
		shippingService: services.get(order.TransportationCode),
		shippingCost: expenses.length
			? // LineTotal is in the currency of the company, LineTotalFC in that of an order in another one.
				expenses.reduce((sum, { LineTotal, LineTotalFC }) => sum + cents(LineTotalFC || LineTotal), 0) / 100
			: undefined,
		// The company's own currency may be a sign, such as $. Then the one in Settings counts.
		currency: /^[A-Z]{3}$/.test(order.DocCurrency) ? order.DocCurrency : undefined,
	};
}

/** Why an order cannot be sent: a line may have its price in another currency than the order. */
function problemOf({ DocNum, DocCurrency }, lines) {
	const other = lines.find(({ Currency }) => given(Currency) !== undefined && Currency !== DocCurrency);
	return (
		other &&
		`${DocNum} is in ${DocCurrency}, and the price of ${other.ItemCode} in ${other.Currency}. Enter its price in ${DocCurrency}.`
	);
}

/** Whether nothing of an order is delivered yet. */
const isUntouched = ({ DocumentLines }) =>
	DocumentLines.every(
		({ Quantity, RemainingOpenQuantity }) => RemainingOpenQuantity === undefined || RemainingOpenQuantity >= Quantity,
	);

/**
 * An `OrderLineItem` for each line of the orders.
 * @param shippingTypes `ShippingTypes` with `Code` and `Name`
 */
function orderLines(orders, shippingTypes, settings) {
	const services = new Map(shippingTypes.map(({ Code, Name }) => [Code, Name]));
	return orders.filter(isUntouched).flatMap((order) => {
		// The components of a bill of materials for sales have no price: their product has. A line may be closed by hand.
		const lines = order.DocumentLines.filter(
			({ ItemCode, TreeType, LineStatus }) => ItemCode && TreeType !== 'iIngredient' && LineStatus !== 'bost_Close',
		);
		const head = headOf(order, services, settings);
		if (lines.length === 0) return [];
		const problem = problemOf(order, lines);
		return lines.map((line) => {
			const pieces = line.InventoryQuantity || line.Quantity;
			const amount = line.Price * line.Quantity;
			const off = Math.round((cents(amount) * (order.DiscountPercent || 0)) / 100) / 100;
			return {
				...head,
				sku: line.ItemCode,
				productName: given(line.ItemDescription),
				quantity: pieces,
				unitPrice: pieces === line.Quantity ? line.Price : Number((amount / pieces).toFixed(6)),
				discount: off || undefined,
				problem,
			};
		});
	});
}

/** A `StockItem` for each item and warehouse. */
const stockItems = (items) =>
	items.flatMap(({ ItemCode, ItemWarehouseInfoCollection = [] }) =>
		ItemWarehouseInfoCollection.map(({ WarehouseCode, InStock }) => ({
			sku: ItemCode,
			warehouse: WarehouseCode,
			onHand: InStock ?? 0,
		})),
	);

/** A `ProductItem` for each item. */
const productItems = (items) =>
	items.map(({ ItemCode, ItemName, BarCode }) => ({
		erpId: ItemCode,
		sku: ItemCode,
		name: given(ItemName) ?? ItemCode,
		upc: given(BarCode),
	}));

module.exports = { orderLines, stockItems, productItems };
