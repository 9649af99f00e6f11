// The code of the step "One item for each product and warehouse" (Tryton).

const { resultOf } = require('./answers.js');

/** A `StockItem` for each product of each warehouse; `responses` are in the order of the warehouses. */
const stockItems = (warehouses, responses) =>
	warehouses.flatMap(({ name }, at) =>
		resultOf(responses[at]).map(({ code, quantity }) => ({ sku: code, warehouse: name, onHand: quantity ?? 0 })),
	);

module.exports = { stockItems };
