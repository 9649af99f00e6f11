// Which shipment of the ERP a parcel of Extensiv belongs to.

const { failed } = require('./calls.js');

/** How a parcel is noted at a shipment. Commas come between marks, and so must not be in one. */
const markOf = ({ trackingNumber, shipmentId }) =>
	(trackingNumber || `parcel ${shipmentId}`).replace(/[\s,]+/g, ' ').trim();

const hasMark = ({ marks }, parcel) =>
	(marks ?? '')
		.split(',')
		.map((mark) => mark.trim())
		.includes(markOf(parcel));

/** The shipment that a parcel belongs to, or the problem. */
function shipmentOf(parcel, order, erp) {
	const number = parcel.orderNumber;
	if (!order)
		return { problem: `${erp} has no order ${number}. If the order is not from ${erp}, nothing needs doing.` };
	const known = order.shipments.find((shipment) => hasMark(shipment, parcel));
	if (known) return { shipment: known };
	const open = order.shipments.filter(({ isDone }) => !isDone);
	if (open.length > 1)
		return {
			problem: `Order ${number} has ${open.length} open shipments in ${erp} (${open.map(({ name }) => name).join(', ')}), and Extensiv does not say which one this parcel is. Ship it in ${erp} by hand, with “${markOf(parcel)}” as its tracking number.`,
		};
	const shipment = open[0] ?? order.shipments.at(-1);
	if (shipment) return { shipment };
	return {
		problem: `Order ${number} has nothing to ship in ${erp} (${order.state}). Confirm the order, or ship it by hand.`,
	};
}

/**
 * Parcels that need doing, by the shipment they belong to. It only depends on what the ERP has, so that it may be run
 * again at any time.
 * @param orders `{number, state, shipments}`, with shipments `{id, name, isDone, marks}`: `marks` are the tracking numbers
 * that the ERP has already, with commas between them
 * @param erp its name, for messages
 * @returns `settled` parcels for which there is nothing to do, and `tasks`, with the new value of `marks`
 */
function parcelTasks(parcels, orders, erp) {
	const byNumber = new Map(orders.map((order) => [order.number, order]));
	const settled = [];
	const tasks = new Map();
	for (const parcel of parcels) {
		const order = byNumber.get(parcel.orderNumber);
		const { shipment, problem } = shipmentOf(parcel, order, erp);
		const isKnown = shipment && hasMark(shipment, parcel);
		if (problem) settled.push(failed(parcel, problem));
		else if (isKnown && shipment.isDone) settled.push({ ...parcel, outcome: 'alreadyDone' });
		else {
			const task = tasks.get(shipment.id) ?? { shipment, order, items: [], added: [] };
			tasks.set(shipment.id, task);
			task.items.push(parcel);
			if (!isKnown && !task.added.includes(markOf(parcel))) task.added.push(markOf(parcel));
		}
	}
	return {
		settled,
		tasks: [...tasks.values()].map(({ shipment, order, items, added }) => ({
			shipment,
			order,
			items,
			isNoted: added.length === 0,
			marks: [shipment.marks, ...added].filter(Boolean).join(','),
		})),
	};
}

/** The calls of a task, with what it is for on the first one. */
const callsOf = (task, about, items, calls) =>
	calls.map((call, at) => ({ task, about, ...call, ...(at === 0 && { items }) }));

module.exports = { markOf, parcelTasks, callsOf };
