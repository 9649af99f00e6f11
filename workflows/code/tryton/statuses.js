// The code of the step "What to do" with statuses (Tryton).

const { failed } = require('./calls.js');

const BEGIN = 'Extensiv: ';

/** The note of a sale that says which status its order has. */
const noteOf = ({ status, lifecycle }) => `${BEGIN}${lifecycle || status}`;

/** The newest status that is noted at a sale. */
const lastNote = (sale) =>
	sale['notes.']
		.filter(({ message }) => (message ?? '').startsWith(BEGIN))
		.sort((one, other) => one.id - other.id)
		.at(-1)?.message;

/** The calls that bring statuses into Tryton, and one item with the orders for which there is nothing to do. */
function statusCalls(statuses, sales, { cancelShipments }) {
	const byNumber = new Map(sales.map((sale) => [sale.number, sale]));
	const settled = [];
	const calls = [];
	for (const status of statuses) {
		const sale = byNumber.get(status.orderNumber);
		if (!sale)
			settled.push(
				failed(
					status,
					`Tryton has no sale ${status.orderNumber}. If the order is not from Tryton, nothing needs doing.`,
				),
			);
		else if (lastNote(sale) === noteOf(status)) settled.push({ ...status, outcome: 'alreadyDone' });
		else {
			const context = { company: sale.company };
			const open = sale['shipments.'].filter(({ state }) => state !== 'done' && state !== 'cancelled');
			const cancel = { method: 'model.stock.shipment.out.cancel', params: [open.map(({ id }) => id), context] };
			const note = {
				method: 'model.ir.note.create',
				params: [[{ resource: `sale.sale,${sale.id}`, message: noteOf(status) }], context],
			};
			// The note comes last: it says that all is done.
			const all = cancelShipments && status.lifecycle === 'cancelled' && open.length ? [cancel, note] : [note];
			const about = `the status of sale ${sale.number}`;
			calls.push(...all.map((call, at) => ({ task: sale.id, about, ...call, ...(at === 0 && { items: [status] }) })));
		}
	}
	return [{ settled }, ...calls];
}

module.exports = { statusCalls };
