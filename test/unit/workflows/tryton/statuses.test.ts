import { type Call, outcomes } from '../../../../workflows/code/tryton/calls';
import { statusCalls } from '../../../../workflows/code/tryton/statuses';
import type { StatusItem } from '../../../../workflows/parts/shapes';

const status = (orderNumber: string, lifecycle: string): StatusItem => ({
	orderId: '1',
	orderNumber,
	status: lifecycle.toUpperCase(),
	lifecycle,
});

const sale = (notes: string[] = [], shipments: Array<{ id: number; state: string }> = []) => ({
	id: 5,
	number: '7',
	state: 'processing',
	company: 1,
	'notes.': notes.map((message, at) => ({ id: at + 1, message })),
	'shipments.': shipments,
});

const SETTINGS = { cancelShipments: true };
const asked = (calls: Array<Call<StatusItem>>): unknown[] =>
	calls.flatMap(({ method, params }) => (method ? [[method.split('.').at(-1), params?.[0]]] : []));

describe('what to do in Tryton for statuses', () => {
	it('notes a status at the sale', () => {
		expect(asked(statusCalls([status('7', 'onHold')], [sale()], SETTINGS))).toEqual([
			['create', [{ resource: 'sale.sale,5', message: 'Extensiv: onHold' }]],
		]);
	});

	it('does nothing if the newest note says so already, whatever people wrote after it', () => {
		const known = sale(['Extensiv: pending', 'Extensiv: onHold', 'Call Jordan']);
		const calls = statusCalls([status('7', 'onHold')], [known], SETTINGS);
		expect(asked(calls)).toEqual([]);
		expect(outcomes(calls)).toMatchObject([{ orderNumber: '7', outcome: 'alreadyDone' }]);
	});

	it('notes a status that comes back', () => {
		const calls = statusCalls([status('7', 'pending')], [sale(['Extensiv: pending', 'Extensiv: onHold'])], SETTINGS);
		expect(asked(calls)).toHaveLength(1);
	});

	it('cancels the open shipments of a cancelled order before it notes it, if told so', () => {
		const shipments = [
			{ id: 3, state: 'done' },
			{ id: 4, state: 'waiting' },
		];
		const cancelled = [status('7', 'cancelled')];
		expect(asked(statusCalls(cancelled, [sale([], shipments)], SETTINGS))).toEqual([
			['cancel', [4]],
			['create', [{ resource: 'sale.sale,5', message: 'Extensiv: cancelled' }]],
		]);
		expect(asked(statusCalls(cancelled, [sale([], shipments)], { cancelShipments: false }))).toHaveLength(1);
	});

	it('names orders that Tryton does not know', () => {
		expect(outcomes(statusCalls([status('8', 'pending')], [sale()], SETTINGS))).toMatchObject([
			{ orderNumber: '8', outcome: 'failed', problem: expect.stringMatching(/no sale 8/) },
		]);
	});
});
