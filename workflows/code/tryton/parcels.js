// The code of the step "What to do" with parcels (Tryton).

const { failed } = require('./calls.js');

const SHIPMENT = 'model.stock.shipment.out';

/** How a parcel is noted in the shipment's reference. Commas come between marks, and so must not be in one. */
const markOf = ({ carrier, trackingNumber, shipmentId }) =>
	[carrier, trackingNumber || `parcel ${shipmentId}`]
		.filter(Boolean)
		.join(' ')
		.replace(/[\s,]+/g, ' ')
		.trim();

const hasMark = ({ reference }, parcel) => (reference ?? '').split(', ').includes(markOf(parcel));

/** The shipment that a parcel belongs to, or the problem. */
function shipmentOf(parcel, sale) {
	const number = parcel.orderNumber;
	if (!sale) return { problem: `Tryton has no sale ${number}. If the order is not from Tryton, nothing needs doing.` };
	const shipments = sale['shipments.'].filter(({ state }) => state !== 'cancelled');
	const known = shipments.find((shipment) => hasMark(shipment, parcel));
	if (known) return { shipment: known };
	const open = shipments.filter(({ state }) => state !== 'done');
	if (open.length > 1)
		return {
			problem: `Sale ${number} has ${open.length} open shipments in Tryton (${open.map((one) => one.number).join(', ')}), and Extensiv does not say which one this parcel is. Ship it in Tryton by hand, with “${markOf(parcel)}” as its reference.`,
		};
	const shipment = open[0] ?? shipments.at(-1);
	if (shipment) return { shipment };
	return {
		problem: `Sale ${number} has no shipment in Tryton (the sale is ${sale.state}). Process the sale, or ship it by hand.`,
	};
}

/** The calls that take a shipment from where it is to done. Tryton passes over those that lie behind it. */
function callsFor({ id, state }, shipWithoutStock, context) {
	if (state === 'done') return [];
	const steps = [shipWithoutStock ? 'assign_force' : 'assign_try', 'pick', 'pack', 'done'];
	return (state === 'draft' ? ['wait', ...steps] : steps).map((step) => ({
		method: `${SHIPMENT}.${step}`,
		params: [[id], context],
	}));
}

/**
 * The calls that bring parcels into Tryton, in their order, and one item with the parcels for which there is nothing to
 * do. It only depends on what Tryton has, so that it may be run again at any time.
 */
function parcelCalls(parcels, sales, { shipWithoutStock }) {
	const byNumber = new Map(sales.map((sale) => [sale.number, sale]));
	const settled = [];
	const tasks = new Map();
	for (const parcel of parcels) {
		const { shipment, problem } = shipmentOf(parcel, byNumber.get(parcel.orderNumber));
		const isKnown = shipment && hasMark(shipment, parcel);
		if (problem) settled.push(failed(parcel, problem));
		else if (isKnown && shipment.state === 'done') settled.push({ ...parcel, outcome: 'alreadyDone' });
		else {
			const { company } = byNumber.get(parcel.orderNumber);
			const task = tasks.get(shipment.id) ?? { shipment, context: { company }, items: [], marks: [] };
			tasks.set(shipment.id, task);
			task.items.push(parcel);
			if (!isKnown && !task.marks.includes(markOf(parcel))) task.marks.push(markOf(parcel));
		}
	}
	const calls = [...tasks.values()].flatMap(({ shipment, context, items, marks }) => {
		const reference = [shipment.reference, ...marks].filter(Boolean).join(', ');
		const note = { method: `${SHIPMENT}.write`, params: [[shipment.id], { reference }, context] };
		const all = [...(marks.length ? [note] : []), ...callsFor(shipment, shipWithoutStock, context)];
		return all.map((call, at) => ({
			task: shipment.id,
			about: `shipment ${shipment.number} of sale ${items[0].orderNumber}`,
			...call,
			...(at === 0 && { items }),
		}));
	});
	return [{ settled }, ...calls];
}

module.exports = { parcelCalls };
