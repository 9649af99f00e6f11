// The code of the steps that write to NetSuite, by its REST record interface.

const { outcomes } = require('../shared/calls.js');
const { parcelTasks, callsOf } = require('../shared/parcel-tasks.js');
const { objectionOf } = require('../shared/rest.js');

/** SuiteQL takes at most 1000 values in one IN. */
const AT_A_TIME = 500;
const listsOf = (values) =>
	Array.from({ length: Math.ceil(values.length / AT_A_TIME) }, (_, at) =>
		values.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME).join(', '),
	);

/** Texts as SuiteQL writes them, in lists for one query each. */
const quoted = (texts) => listsOf([...new Set(texts.map(String))].map((text) => `'${text.replace(/'/g, "''")}'`));
/** Ids, in lists for one query each, at least one. 0 is no record's id. */
const idsOf = (rows) => listsOf(rows.length > 0 ? rows.map(({ id }) => Number(id)) : [0]);

/** SuiteQL gives a status as one letter, or with the type before it. */
const letterOf = ({ status }) => String(status).split(':').at(-1);

/** Pending Fulfillment, Partially Fulfilled, Pending Billing/Partially Fulfilled. */
const OPEN = new Set(['B', 'D', 'E']);
const SHIPPED = { shipStatus: { id: 'C' } };
const BEGIN = 'Extensiv: ';

/** Tracking numbers stand in the memo, behind what people have written there. */
const marksOf = (memo) => (String(memo ?? '').split(BEGIN)[1] ?? '').trim();
const memoOf = (memo, marks) =>
	`${String(memo ?? '')
		.split(BEGIN)[0]
		.trim()} ${BEGIN}${marks}`.trim();

/** Fulfillments of an order, and, if something is left to ship, the one that has to be made. */
function shipmentsOf(order, fulfillments) {
	const own = fulfillments
		.filter(({ createdfrom }) => String(createdfrom) === String(order.id))
		.sort((one, other) => Number(one.id) - Number(other.id))
		.map((one) => ({
			id: String(one.id),
			name: one.tranid,
			isDone: letterOf(one) === 'C',
			marks: marksOf(one.memo),
			memo: one.memo,
		}));
	if (!OPEN.has(letterOf(order)) || own.some(({ isDone }) => !isDone)) return own;
	return [
		...own,
		{ id: `new ${order.id}`, name: 'a new fulfillment', isDone: false, isNew: true, orderId: order.id, marks: '' },
	];
}

/** The calls that bring parcels into NetSuite, and one item with the parcels for which there is nothing to do. */
function parcelCalls(parcels, orders, fulfillments) {
	const known = orders.map((order) => ({
		number: order.tranid,
		state: `status ${letterOf(order)}`,
		shipments: shipmentsOf(order, fulfillments),
	}));
	const { settled, tasks } = parcelTasks(parcels, known, 'NetSuite');
	const calls = tasks.flatMap(({ shipment, order, items, marks }) => {
		const memo = memoOf(shipment.memo, marks);
		const call = shipment.isNew
			? {
					method: 'POST',
					path: `/record/v1/salesOrder/${shipment.orderId}/!transform/itemFulfillment`,
					body: { ...SHIPPED, memo },
				}
			: {
					method: 'PATCH',
					path: `/record/v1/itemFulfillment/${shipment.id}`,
					body: { ...(!shipment.isDone && SHIPPED), memo },
				};
		return callsOf(shipment.id, `the fulfillment of order ${order.number}`, items, [call]);
	});
	return [{ settled }, ...calls];
}

const wordsOf = (body) => body['o:errorDetails']?.[0]?.detail || body.detail || body.title || undefined;

/** A call with what NetSuite said against it. */
function answered(call, response) {
	const objection = objectionOf(response, wordsOf);
	return { ...call, ...(objection !== undefined && { problem: `NetSuite refuses ${call.about}: ${objection}` }) };
}

module.exports = { quoted, idsOf, parcelCalls, answered, outcomes };
