// The code of the steps that write to ERPNext, by its REST interface.

const { failed, outcomes } = require('../shared/calls.js');
const { parcelTasks, callsOf } = require('../shared/parcel-tasks.js');
const { objectionOf } = require('../shared/rest.js');

const MAKE_NOTE = '/api/method/erpnext.selling.doctype.sales_order.sales_order.make_delivery_note';
const NOTES = '/api/resource/Delivery Note';
const SUBMITTED = 1;

const BEGIN = 'Extensiv: ';
const textOf = (html) =>
	String(html)
		.replace(/<[^>]*>/g, '')
		.trim();

/** What the comments that begin with "Extensiv: " say, the newest last, by the document they belong to. */
function saidOf(comments) {
	const said = new Map();
	for (const { reference_name, content } of [...comments].sort((one, other) =>
		one.creation < other.creation ? -1 : 1,
	))
		if (textOf(content).startsWith(BEGIN))
			said.set(reference_name, [...(said.get(reference_name) ?? []), textOf(content).slice(BEGIN.length)]);
	return said;
}

const comment = (doctype, name, text) => ({
	method: 'POST',
	path: '/api/method/frappe.desk.form.utils.add_comment',
	body: {
		reference_doctype: doctype,
		reference_name: name,
		content: `${BEGIN}${text}`,
		comment_email: 'n8n',
		comment_by: 'n8n',
	},
});

/** ERPNext refuses more in one line of text. */
const LONGEST = 140;

/** Tracking numbers in two parts: those that the delivery note itself has room for, and the others. */
function inTwoParts(marks) {
	const others = marks.split(',');
	const first = [];
	while (others.length > 0 && [...first, others[0]].join(',').length <= LONGEST) first.push(others.shift());
	return { first: first.join(','), others: others.join(',') };
}

/** Delivery notes of an order that count, and, if something is left to deliver, the one that has to be made. */
function shipmentsOf(order, notes, said) {
	const own = notes.map(({ name, docstatus, lr_no }) => ({
		id: name,
		name,
		isDone: docstatus === SUBMITTED,
		marks: [lr_no, ...(said.get(name) ?? [])].filter(Boolean).join(','),
	}));
	const isOpen = order.docstatus === SUBMITTED && String(order.status).startsWith('To Deliver');
	if (!isOpen || own.some(({ isDone }) => !isDone)) return own;
	return [...own, { id: `new ${order.name}`, name: 'a new delivery note', isDone: false, isNew: true, marks: '' }];
}

/**
 * The calls that bring parcels into ERPNext, and one item with the parcels for which there is nothing to do.
 * @param found documents: `{orders, rows, notes, comments}`; `rows` are the rows of the delivery notes, which name the order
 */
function parcelCalls(parcels, { orders, rows, notes, comments }) {
	const said = saidOf(comments);
	const known = orders.map((order) => {
		const names = new Set(rows.filter((row) => row.against_sales_order === order.name).map(({ parent }) => parent));
		const own = notes
			.filter((note) => names.has(note.name) && !note.is_return)
			.sort((a, b) => (a.name < b.name ? -1 : 1));
		return { number: order.name, state: order.status, shipments: shipmentsOf(order, own, said) };
	});
	const { settled, tasks } = parcelTasks(parcels, known, 'ERPNext');
	const calls = tasks.flatMap(({ shipment, order, items, isNoted, marks }) => {
		const path = `${NOTES}/${encodeURIComponent(shipment.id)}`;
		const added = marks.slice(shipment.marks.length).replace(/^,/, '');
		const { first, others } = inTwoParts(marks);
		const rest = others && !isNoted ? [comment('Delivery Note', '{name}', others)] : [];
		const all = shipment.isNew
			? [
					{ method: 'POST', path: MAKE_NOTE, body: { source_name: order.number } },
					// On top of the delivery note that the call before has given.
					{ method: 'POST', path: NOTES, body: { lr_no: first }, onTop: true },
					{ method: 'PUT', path: `${NOTES}/{name}`, body: { docstatus: SUBMITTED } },
					...rest,
				]
			: shipment.isDone
				? // A delivery note that is submitted takes comments, but no changes.
					[comment('Delivery Note', shipment.id, added)]
				: [{ method: 'PUT', path, body: { ...(!isNoted && { lr_no: first }), docstatus: SUBMITTED } }, ...rest];
		return callsOf(shipment.id, `the delivery of order ${order.number}`, items, all);
	});
	return [{ settled }, ...calls];
}

/** The calls that bring statuses into ERPNext, and one item with the orders for which there is nothing to do. */
function statusCalls(statuses, { orders, comments }) {
	const known = new Set(orders.map(({ name }) => name));
	const said = saidOf(comments);
	const settled = [];
	const calls = [];
	for (const status of statuses) {
		const { orderNumber } = status;
		const word = status.lifecycle || status.status;
		if (!known.has(orderNumber))
			settled.push(
				failed(status, `ERPNext has no order ${orderNumber}. If the order is not from ERPNext, nothing needs doing.`),
			);
		else if (said.get(orderNumber)?.at(-1) === word) settled.push({ ...status, outcome: 'alreadyDone' });
		else {
			const all = [comment('Sales Order', orderNumber, word)];
			calls.push(...callsOf(orderNumber, `the status of order ${orderNumber}`, [status], all));
		}
	}
	return [{ settled }, ...calls];
}

/** A call as it is sent, with what the call before it has given. */
function requestOf(call, before) {
	const given = before?.task === call.task ? before.answer : undefined;
	const body = call.body.reference_name === '{name}' ? { ...call.body, reference_name: given?.name } : call.body;
	return {
		method: call.method,
		path: call.path.replace('{name}', encodeURIComponent(given?.name ?? '')),
		body: call.onTop ? { ...given, ...body } : body,
	};
}

/** What ERPNext says: messages for its own windows, or the last line of an exception. */
function wordsOf({ _server_messages, exception }) {
	try {
		const messages = JSON.parse(_server_messages).map((one) => textOf(JSON.parse(one).message));
		if (messages.length > 0) return messages.join(' ');
	} catch {
		// Then the exception has to do.
	}
	return exception ? textOf(String(exception).replace(/^[\w.]+: /, '')) : undefined;
}

/** A call with what ERPNext said against it, or has given. */
function answered(call, response) {
	const objection = objectionOf(response, wordsOf);
	if (objection !== undefined) return { ...call, problem: `ERPNext refuses ${call.about}: ${objection}` };
	return { ...call, answer: response.body?.message ?? response.body?.data };
}

module.exports = { parcelCalls, statusCalls, requestOf, answered, outcomes };
