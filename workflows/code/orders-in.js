// The code of "Orders to send", "Orders to replay" and "What failed" of the templates that bring orders in.

const { isSameSource } = require('./source-mark.js');

/** Lines of each order, by its number. */
function byOrder(lines) {
	const orders = new Map();
	for (const line of lines) {
		const number = String(line.orderNumber ?? '');
		orders.set(number, [...(orders.get(number) ?? []), line]);
	}
	return orders;
}

/**
 * The order lines to send. An order that failed before waits for its replay, unless the ERP has changed it since; one that
 * was mended in the table and got through stays out, because the ERP still has it wrong.
 * @param lines order lines of the ERP
 * @param rows of the table of failures
 */
function linesToSend(lines, rows) {
	const known = new Map(rows.filter(({ key }) => key !== undefined).map((row) => [row.key, row]));
	const waits = (number, own) => {
		const row = known.get(number);
		if (row === undefined || !isSameSource(row.source, JSON.stringify(own))) return false;
		return row.state !== 'closed' || row.item !== row.source;
	};
	const real = lines.filter((line) => Object.keys(line).length > 0);
	return [...byOrder(real)].filter(([number, own]) => !waits(number, own)).flatMap(([, own]) => own);
}

/** The order lines of rows of the table, as somebody may have edited them there. */
function linesToReplay(rows) {
	return rows.flatMap(({ key, item }) => {
		try {
			const lines = JSON.parse(item);
			return (Array.isArray(lines) ? lines : [lines]).map((line) =>
				String(line.orderNumber ?? '') === key ? line : { ...line, orderNumber: key },
			);
		} catch (error) {
			return [{ orderNumber: key, item, problem: `The column item of its row cannot be read: ${error.message}.` }];
		}
	});
}

const DOES_NOT_SHIP = {
	unresolved:
		'Usually a SKU has no listing in the sales channel. Create the listing in Extensiv, then resolve the order there.',
	awaitingPayment: 'If the order is paid, mark it as paid in Extensiv.',
};

/** Why an order that Extensiv took needs a person. */
const attentionOf = ({ notice, status, lifecycle }) => ({
	reason: notice || `Extensiv took the order, but it is ${status} and does not ship.`,
	remedy: DOES_NOT_SHIP[lifecycle] ?? 'Compare the order in Extensiv with the ERP, and correct one of them.',
});

const CORRECT_IT = 'Correct the order in the ERP, or its row in the table of failures.';

/**
 * What to report to the workflow of failures; undefined if there is nothing to say.
 * @param orders results of *Create*: `{orderNumber, needsAttention, status, lifecycle, notice}`
 * @param refused `{orderNumber, reason, whatToDo?}`, one or more for an order
 * @param sent all lines that were sent
 * @param rows of the table; undefined in a replay, where every order has a row
 */
function reportOf({ orders, refused, sent, rows }) {
	const lines = byOrder(sent);
	const isReplay = rows === undefined;
	const failures = new Map();
	const add = (number, reason, remedy) => {
		const key = String(number);
		if (failures.has(key)) return;
		const own = lines.get(key) ?? [];
		const unread = own[0]?.problem !== undefined && own[0].item !== undefined;
		const item = unread ? own[0].item : own;
		failures.set(key, { key, reason, remedy, item, source: isReplay ? null : own });
	};
	for (const { orderNumber, reason, whatToDo } of refused) add(orderNumber, reason, whatToDo || CORRECT_IT);
	for (const order of orders) {
		if (!order.needsAttention) continue;
		const { reason, remedy } = attentionOf(order);
		add(order.orderNumber, reason, remedy);
	}
	const open = new Set((rows ?? []).filter(({ state }) => state !== 'closed').map(({ key }) => key));
	const ok = orders
		.map(({ orderNumber }) => String(orderNumber))
		.filter((number) => !failures.has(number) && (isReplay || open.has(number)));
	if (failures.size === 0 && ok.length === 0) return undefined;
	return { failures: [...failures.values()], ok, others: 'kept' };
}

module.exports = { linesToSend, linesToReplay, reportOf };
