// The code of the steps that write to Odoo, by its JSON-2 interface.

const { failed, outcomes } = require('../shared/calls.js');
const { parcelTasks, callsOf } = require('../shared/parcel-tasks.js');
const { objectionOf } = require('../shared/rest.js');
const { idOf } = require('./values.js');

/** A method of Odoo, with its named parameters. */
const methodCall = (model, method, body) => ({ method: 'POST', path: `/json/2/${model}/${method}`, body });

const PICKING = 'stock.picking';
/** States in which the goods are not reserved yet. */
const TO_RESERVE = new Set(['draft', 'waiting', 'confirmed']);

/**
 * The calls that bring parcels into Odoo, and one item with the parcels for which there is nothing to do.
 * @param orders `sale.order` with `name` and `state`
 * @param pickings `stock.picking` of these orders, outgoing ones
 */
function parcelCalls(parcels, orders, pickings) {
	const known = orders.map(({ id, name, state }) => ({
		number: name,
		state,
		shipments: pickings
			.filter((picking) => idOf(picking.sale_id) === id && picking.state !== 'cancel')
			.sort((one, other) => one.id - other.id)
			.map((picking) => ({
				id: picking.id,
				name: picking.name,
				isDone: picking.state === 'done',
				toReserve: TO_RESERVE.has(picking.state),
				marks: picking.carrier_tracking_ref || '',
			})),
	}));
	const { settled, tasks } = parcelTasks(parcels, known, 'Odoo');
	const calls = tasks.flatMap(({ shipment, order, items, isNoted, marks }) => {
		const ids = [shipment.id];
		// The number comes first: with one, Odoo does not order a label from the carrier.
		const note = methodCall(PICKING, 'write', { ids, vals: { carrier_tracking_ref: marks } });
		const reserve = methodCall(PICKING, 'action_assign', { ids });
		const ship = methodCall(PICKING, 'button_validate', { ids, context: { skip_sms: true } });
		const all = [
			...(isNoted ? [] : [note]),
			...(shipment.toReserve ? [reserve] : []),
			...(shipment.isDone ? [] : [ship]),
		];
		return callsOf(shipment.id, `delivery ${shipment.name} of order ${order.number}`, items, all);
	});
	return [{ settled }, ...calls];
}

const BEGIN = 'Extensiv: ';

/** The note of an order that says which status it has. */
const noteOf = ({ status, lifecycle }) => `${BEGIN}${lifecycle || status}`;

const textOf = (html) =>
	String(html)
		.replace(/<[^>]*>/g, '')
		.trim();

/**
 * The calls that bring statuses into Odoo, and one item with the orders for which there is nothing to do.
 * @param messages `mail.message` of these orders
 */
function statusCalls(statuses, orders, messages) {
	const byNumber = new Map(orders.map((order) => [order.name, order]));
	const newest = new Map();
	for (const { res_id, body } of [...messages].sort((one, other) => one.id - other.id))
		if (textOf(body).startsWith(BEGIN)) newest.set(res_id, textOf(body));
	const settled = [];
	const calls = [];
	for (const status of statuses) {
		const order = byNumber.get(status.orderNumber);
		const number = status.orderNumber;
		if (!order)
			settled.push(failed(status, `Odoo has no order ${number}. If the order is not from Odoo, nothing needs doing.`));
		else if (newest.get(order.id) === noteOf(status)) settled.push({ ...status, outcome: 'alreadyDone' });
		else {
			const note = methodCall('sale.order', 'message_post', { ids: [order.id], body: noteOf(status) });
			calls.push(...callsOf(order.id, `the status of order ${number}`, [status], [note]));
		}
	}
	return [{ settled }, ...calls];
}

/** What Odoo prints by itself, it asks for after the delivery is validated. */
const isPrint = (body) => body?.tag === 'do_multi_print';

/** A call with what Odoo said against it. */
function answered(call, response) {
	const objection = objectionOf(response, ({ message }) => message || undefined);
	// Instead of an answer, Odoo may give the window in which it would ask a person.
	const isQuestion = call.path.endsWith('/button_validate') && response.body !== true && !isPrint(response.body);
	const problem =
		objection !== undefined
			? `Odoo refuses ${call.about}: ${objection}`
			: isQuestion
				? `Odoo asks a person about ${call.about}, for example because not all goods are in stock. Validate it in Odoo by hand.`
				: undefined;
	return { ...call, ...(problem && { problem }) };
}

module.exports = { parcelCalls, statusCalls, answered, outcomes };
