import type { Contract } from '../../../support/apiClient';
import { ApiError } from '../../../../nodes/shared/http/errors/apiError';
import { CONTRACTS } from '../../../support/apiClient';
import { CREATION, OPERATIONS, type Operation, countsOf, patientManager, runOrders } from '../../../support/orderRuns';
import { usePlace } from '../../../support/place';
import { summary } from '../../../support/samples';

/** The order of somebody else, which is in the books from the start. */
const OTHER = 'NW-10045';
const rowError = (index: unknown, more: object = {}) => ({
	errorCode: 'SBX',
	message: 'No such listing',
	fieldName: 'orderItems',
	index,
	severity: 'CRITICAL',
	...more,
});

/** What services and gateways say with a 2xx, though they have created nothing. */
const ANSWERS: Array<[what: string, body: unknown]> = [
	['success: false', { success: false }],
	['success: false with a message', { success: false, message: 'Maintenance' }],
	['success as text', { success: 'false', message: 'Maintenance' }],
	['ok: false', { ok: false }],
	['an error as text', { error: 'invalid_token' }],
	['an error with a description', { error: 'invalid_token', error_description: 'Expired' }],
	['an error as object', { error: { code: 'E1', message: 'No such listing' } }],
	[
		'an error with details',
		{ error: { message: 'Invalid', details: [{ field: 'items', message: 'No such listing' }] } },
	],
	['status FAILED', { status: 'FAILED' }],
	['status ERROR with a message', { status: 'ERROR', message: 'Maintenance' }],
	['a status of 500 in the body', { status: 500, error: 'Internal Server Error' }],
	['a status code in the body', { statusCode: 403, message: 'Forbidden' }],
	['row errors', { orders: [], errors: [rowError(1), rowError(2), rowError(3)] }],
	['a row error for the first row only', { orders: [], errors: [rowError(1)] }],
	['a row error with a text for index', { orders: [], errors: [rowError('first')] }],
	['a row error with a fraction for index', { orders: [], errors: [rowError(1.5)] }],
	['a row error with index 0', { orders: [], errors: [rowError(0)] }],
	['a row error with index −1', { orders: [], errors: [rowError(-1)] }],
	['a row error with index 99', { orders: [], errors: [rowError(99)] }],
	['a row error without index', { orders: [], errors: [rowError(undefined)] }],
	['a row error whose index is null', { orders: [], errors: [rowError(null)] }],
	['errors as a list of texts', { errors: ['No such listing'] }],
	['errors as one object', { errors: rowError(1) }],
	['errors by field', { errors: { orderItems: 'No such listing' } }],
	['errors as text', { errors: 'No such listing' }],
	['nothing', ''],
	['null', null],
	['an empty list', []],
	['an empty object', {}],
	['a message only', { message: 'Success' }],
	['no orders', { ids: [], message: 'Success', orders: [] }],
	['ids without orders', { ids: [1, 2, 3], message: 'Success' }],
	['an order without an id', { orders: [{ orderId: null, orderNumber: 'A' }] }],
	['an order with the id 0', { orders: [{ orderId: 0, orderNumber: 'A' }] }],
	['an order that failed', { orders: [{ orderId: 5, orderNumber: 'A', orderStatus: 'FAILED' }] }],
	['an order with an error', { orders: [{ orderId: 5, orderNumber: 'A', error: 'No such listing' }] }],
	['an order of another number', { orders: [{ orderId: 5, orderNumber: OTHER, orderStatus: 'SHIPPED' }] }],
	['an order in the words of the guide, of another number', { id: 5, order_number: OTHER, status: 'pending' }],
	['a list that is none', { orders: 'none' }],
	['a number', 7],
	['true', true],
	['a text in JSON', '"done"'],
];

describe.each(CONTRACTS)('An answer of 200 that confirms nothing (%s)', (contract) => {
	const place = usePlace();
	const responding = (of: Contract, body: unknown, effect: boolean): void => {
		place.control.faults([{ kind: 'answer', ...CREATION[of], response: { status: 200, body, effect } }]);
	};

	/** The three orders of the answer at this place, sent to a service that gives it. */
	const run = async (operation: Operation, at: number, effect: boolean) => {
		const numbers = ['A', 'B', 'C'].map((number) => `${number}-${at}`);
		const body = JSON.parse(
			JSON.stringify(ANSWERS[at]?.[1] ?? null).replaceAll('"orderNumber":"A"', `"orderNumber":"${numbers[0]}"`),
		) as unknown;
		responding(contract, body, effect);
		return { numbers, outcomes: await runOrders(patientManager(place, contract), operation, numbers) };
	};

	describe.each(OPERATIONS)('%s', (operation) => {
		it(`reports nothing as created (${ANSWERS.length} answers)`, async () => {
			const wrong: unknown[] = [];
			for (const [at, [what]] of ANSWERS.entries()) {
				const { numbers, outcomes } = await run(operation, at, false);
				const kinds = outcomes.map((outcome) =>
					outcome.ok ? outcome.value.value.outcome : outcome.error instanceof ApiError && outcome.error.kind,
				);
				const isRight =
					outcomes.length === 3 && kinds.every((kind) => kind === 'rowRefused' || kind === 'indeterminate');
				if (!isRight || countsOf(place, numbers).some((count) => count > 0)) wrong.push([what, kinds]);
			}
			expect(wrong).toEqual([]);
		});

		it(`finds what was created all the same, and does not create it again (${ANSWERS.length} answers)`, async () => {
			const wrong: unknown[] = [];
			for (const [at, [what]] of ANSWERS.entries()) {
				const { numbers, outcomes } = await run(operation, at, true);
				const summaries = summary(outcomes, ({ outcome, orderId }) => `${outcome} ${orderId}`);
				const isRight = numbers.every(
					(number, row) => summaries[row] === `created ${place.control.orders({ number })[0]?.orderId}`,
				);
				if (!isRight || countsOf(place, numbers).some((count) => count !== 1)) wrong.push([what, summaries]);
			}
			expect(wrong).toEqual([]);
		});
	});

	it('the words of the service are in the error', async () => {
		responding(contract, { success: false, message: 'Maintenance until noon' }, false);
		expect(summary(await runOrders(patientManager(place, contract), 'create', ['A']), () => '')).toEqual([
			expect.stringContaining('Maintenance until noon'),
		]);
	});
});

describe('An answer that lists a part of a batch (live)', () => {
	const place = usePlace();
	const listed = (...numbers: string[]) =>
		numbers.map((orderNumber, at) => ({ orderId: 900 + at, orderNumber, orderStatus: 'AWAITING_SHIPMENT' }));
	const send = async (body: unknown) => {
		place.control.faults([{ kind: 'answer', ...CREATION.live, response: { status: 201, body } }]);
		const outcomes = await runOrders(patientManager(place, 'live'), 'create', ['A', 'B', 'C'], {
			lookUpFirst: false,
		});
		return summary(outcomes, ({ outcome }) => outcome);
	};

	it('the row that is named is refused, the listed ones are created', async () => {
		expect(await send({ orders: listed('A', 'C'), errors: [rowError(2)] })).toEqual([
			'created',
			expect.stringContaining('No such listing'),
			'created',
		]);
	});

	it.each(['first', 1.5, 0, -1, 99, null])(
		'the only one that is not listed is refused when the error has the index %j',
		async (index) => {
			// What is listed in the same breath as a complaint that nobody can place is looked up: here nothing is there.
			expect(await send({ orders: listed('A', 'C'), errors: [rowError(index)] })).toEqual(
				Array.from({ length: 3 }, () => expect.stringContaining('No such listing')),
			);
		},
	);

	it('a row that is listed and named at once is looked up', async () => {
		expect(await send({ orders: listed('A', 'B', 'C'), errors: [rowError(2)] })).toEqual([
			'created',
			expect.stringContaining('No such listing'),
			'created',
		]);
	});

	it('a remark is no complaint', async () => {
		expect(await send({ orders: listed('A', 'B', 'C'), errors: [rowError(2, { severity: 'WARNING' })] })).toEqual([
			'created',
			'created',
			'created',
		]);
	});
});
