import { GUIDE } from '../../../nodes/shared/api/guide/catalogue';
import { LIVE } from '../../../nodes/shared/api/live/catalogue';
import { LIVE_DIALECT } from '../../../nodes/shared/api/live/dialect';
import { doubtAbout } from '../../../nodes/shared/batch/confirm/confirm';
import { settleRows } from '../../../nodes/shared/batch/confirm/confirmRows';
import type { Endpoint } from '../../../nodes/shared/http/endpoint';
import { row } from '../../../nodes/shared/http/endpoint';
import { shows } from '../../../nodes/shared/batch/confirm/shows';
import { ApiError } from '../../../nodes/shared/http/errors/apiError';
import { placed } from '../../support/samples';
import bulkSample from '../../sandbox/contract/samples/bulk_response_partial.json';
import idSample from '../../sandbox/contract/samples/single_id_response.json';

const all: Array<[string, Endpoint]> = [
	...Object.entries<Endpoint>(LIVE),
	...Object.entries<Endpoint>(GUIDE).map(([name, one]): [string, Endpoint] => [`guide ${name}`, one]),
];

describe('the catalogue', () => {
	it.each(all.filter(([, { writes, consumes }]) => writes && !consumes))(
		'says which answers to %s confirm, and why',
		(_, { confirms }) => {
			expect(confirms).toMatchObject({
				by: expect.any(String),
				empty: expect.any(Boolean),
				reason: expect.stringMatching(/\w{3}.*\.$/),
			});
		},
	);

	it.each(all.filter(([, { writes, consumes }]) => !writes || consumes))(
		'says nothing of the kind of %s, which changes nothing',
		(_, { confirms }) => {
			expect(confirms).toBeUndefined();
		},
	);
});

const complaint = (index: unknown, more: object = {}) => ({
	errorCode: 'SBX',
	message: 'No',
	index,
	severity: 'CRITICAL',
	...more,
});
const set = (masterSku: string, more: object = {}) => ({ masterSku, warehouseId: 5102, ...more });

describe('the rows of a bulk answer', () => {
	/** What became of three rows, by their SKU: done, refused, or not confirmed; one word when the whole call is. */
	function settleAll(
		response: unknown,
		skus = ['A', 'B', 'C'],
		endpoint: Endpoint = LIVE.adjustStock,
	): string | string[] {
		try {
			const outcomes = settleRows(endpoint, LIVE_DIALECT, placed(skus), response, {
				names: (sku) => ({ masterSku: sku }),
				succeed: ({ value }) => value,
			});
			return outcomes.map((one) => (one.ok ? `${one.value} done` : (one.error as ApiError).kind));
		} catch (error) {
			return (error as ApiError).kind;
		}
	}
	const done = ['A done', 'B done', 'C done'];

	it('are done when each has a result, in whichever order', () => {
		expect(settleAll({ results: [set('C'), set('a'), set('B')], errors: null })).toEqual(done);
	});

	it('are done when there are enough results that name nothing', () => {
		expect(settleAll({ results: [{ id: 1 }, { id: 2 }, { id: 3 }] })).toEqual(done);
	});

	it('are those of the sample: one done, two refused', () => {
		expect(settleAll(bulkSample, ['MUG-BLU-12', 'NO-SUCH-SKU', 'POT-CMP-2L'])).toEqual([
			'MUG-BLU-12 done',
			'rowRefused',
			'rowRefused',
		]);
	});

	it.each([
		[{ Success: false }],
		[{ Errors: [{ Message: 'No' }] }],
		[{ data: { success: 'N' } }],
		[{ response: { body: { status: 'FAILED' } } }],
		[{ hasErrors: true }],
		[{ error_code: 'E7' }],
		[{ failures: ['No'] }],
		[{ meta: { errors: ['No'] } }],
		[{ status: 'QUEUED' }],
		[{ message: 'Could not save' }],
	])('are not done where %j is beside their results', (no) => {
		expect(settleAll({ ...no, results: [set('A'), set('B'), set('C')] })).toMatch(/refused|indeterminate/);
	});

	it.each([
		[{ success: true, message: 'Success', status: 'OK', data: {} }],
		[{ errorCount: 0, hasErrors: false, failures: [], message: 'Errors: 0' }],
	])('are done where %j is beside their results', (yes) => {
		expect(settleAll({ ...yes, results: [set('A'), set('B'), set('C')] })).toEqual(done);
	});

	it.each([
		[{ success: false, message: 'Maintenance' }],
		[{ error: 'invalid_token' }],
		[{ status: 500, error: 'Internal Server Error' }],
		[[]],
		[{}],
	])('are none of them done by %j alone', (said) => {
		expect(settleAll(said)).toMatch(/^(refused|indeterminate)$/);
	});

	it('are done beside others that are complained about, and a sum of the complaints', () => {
		const response = { failedCount: 1, hasErrors: true, results: [set('A'), set('C')], errors: [complaint(2)] };
		expect(settleAll(response)).toEqual(['A done', 'rowRefused', 'C done']);
	});

	it.each([
		[{ errors: [{ message: 'No' }] }, 'rowRefused'],
		[{ result: { success: false } }, 'rowRefused'],
		[{ Status: 'FAILED' }, 'rowRefused'],
		[{ valid: false }, 'rowRefused'],
		[{ status: 'SKIPPED' }, 'rowRefused'],
		[{ status: 'PENDING' }, 'unconfirmed'],
		[{ hasErrors: true }, 'unconfirmed'],
	])('are not done by a result of their own with %j', (no, what) => {
		expect(settleAll({ results: [set('A'), set('B', no), set('C')] })).toEqual(['A done', what, 'C done']);
	});

	it('with too few results are done where a result names them, and else not confirmed', () => {
		expect(settleAll({ results: [set('C')], errors: [] })).toEqual(['unconfirmed', 'unconfirmed', 'C done']);
		expect(settleAll({ results: [{ id: 1 }, { id: 2 }], errors: [] })).toBe('indeterminate');
	});

	it('are not done by the results of other rows', () => {
		expect(settleAll({ results: [set('A'), set('X'), set('Y')], errors: [] })).toEqual([
			'A done',
			'unconfirmed',
			'unconfirmed',
		]);
		expect(settleAll({ results: [set('A'), set('A'), set('A')], errors: [] })).toEqual([
			'A done',
			'unconfirmed',
			'unconfirmed',
		]);
	});

	it.each([2, '2'])('are refused by their number (%j)', (index) => {
		expect(settleAll({ results: [set('A'), set('C')], errors: [complaint(index)] })).toEqual([
			'A done',
			'rowRefused',
			'C done',
		]);
	});

	it.each([['1.5'], [1.5], [0], [-1], [99], [null], [undefined], ['first'], [{}]])(
		'are none of them good when a complaint has the number %j',
		(index) => {
			expect(settleAll({ results: [set('A'), set('B'), set('C')], errors: [complaint(index)] })).toBe('indeterminate');
		},
	);

	it('are refused by what the complaint names, if only one row has that name', () => {
		expect(settleAll({ results: [set('A'), set('C')], errors: [complaint(null, { identifier: 'b' })] })).toEqual([
			'A done',
			'rowRefused',
			'C done',
		]);
		expect(
			settleAll({ results: [set('A'), set('A')], errors: [complaint(null, { identifier: 'A' })] }, ['A', 'A']),
		).toBe('indeterminate');
	});

	it.each([
		['text', 'No'],
		['a list of texts', ['No']],
		['an object by row', { 0: complaint(undefined) }],
		['an object by field', { masterSku: 'unknown' }],
		['true', true],
	])('are none of them good when the errors are %s', (_, errors) => {
		expect(settleAll({ results: [set('A'), set('B'), set('C')], errors })).toBe('indeterminate');
	});

	it('are refused by a result that says so', () => {
		expect(settleAll({ results: [set('A'), set('B', { status: 'FAILED' }), set('C')] })).toEqual([
			'A done',
			'rowRefused',
			'C done',
		]);
	});

	it.each([
		{ success: false },
		{ ok: false },
		{ status: 'FAILED' },
		{ result: 'error' },
		{ error: 'No' },
		{ status: 403 },
	])('are refused together by %j, whatever results come with it', (no) => {
		expect(settleAll({ ...no, results: [set('A'), set('B'), set('C')] })).toBe('refused');
	});

	it.each([
		{ status: 500, error: 'No' },
		{ error: 'Internal Server Error' },
		{ success: false, message: 'Gateway time-out' },
		{ exception: 'NullPointerException' },
	])('are in doubt after trouble in the service (%j), whatever results come with it', (trouble) => {
		expect(settleAll({ ...trouble, results: [set('A'), set('B'), set('C')] })).toBe('indeterminate');
	});

	it.each(['INFO', 'WARNING', 'warning'])('are done in spite of a remark (%s)', (severity) => {
		expect(settleAll({ results: [set('A'), set('B'), set('C')], errors: [complaint(1, { severity })] })).toEqual(done);
	});

	it('are done by one result for all, where that is what the contract promises', () => {
		expect(settleAll({ results: { orderItemIds: [1, 2, 3] }, errors: [] }, undefined, LIVE.updateOrderItems)).toEqual(
			done,
		);
		expect(settleAll({ results: {}, errors: [] }, undefined, LIVE.updateOrderItems)).toBe('indeterminate');
	});

	it('quote the service when it does not confirm', () => {
		const work = () =>
			settleRows(
				LIVE.addStock,
				LIVE_DIALECT,
				placed(['A', 'B']),
				{ message: 'Maintenance' },
				{ names: () => ({}), succeed: () => 1 },
			);
		expect(work).toThrow(
			'The service responded, but its response does not confirm the change. It says: Maintenance. Whether the change took effect is not known.',
		);
	});
});

describe('the answer to a write of one thing', () => {
	const doubt = (endpoint: Endpoint, response: unknown, names?: Record<string, string>): string => {
		try {
			return doubtAbout(endpoint, response, LIVE_DIALECT, names)?.kind ?? 'done';
		} catch (error) {
			return (error as ApiError).kind;
		}
	};

	it('is an ID where one is promised', () => {
		expect(doubt(LIVE.voidShipment, idSample)).toBe('done');
		for (const response of [null, '', {}, [], 5, 'text', { id: 0 }, { id: null }, { id: 'x' }, { message: 'Success' }])
			expect(doubt(LIVE.voidShipment, response)).toBe('indeterminate');
	});

	it('is of no use when it has the ID of another order', () => {
		expect(doubt(LIVE.setNotes, { id: 7 }, { id: '7' })).toBe('done');
		expect(doubt(LIVE.setNotes, { id: 8 }, { id: '7' })).toBe('indeterminate');
	});

	it('is a refusal when it says no beside the ID', () => {
		expect(doubt(LIVE.voidShipment, { id: 7, success: false })).toBe('refused');
		expect(doubt(LIVE.voidShipment, { id: 7, error: { message: 'No' } })).toBe('refused');
		expect(doubt(LIVE.voidShipment, { id: 7, errors: [complaint(1)] })).toBe('rowRefused');
		expect(doubt(LIVE.voidShipment, { id: 7, success: true, error: null, errors: [], status: 'OK', code: 200 })).toBe(
			'done',
		);
	});

	it('is the thing itself where that comes back, whatever state it is in', () => {
		expect(doubt(GUIDE.updateOrder, { id: 7, status: 'cancelled' }, { id: '7' })).toBe('done');
		expect(doubt(GUIDE.updateOrder, { id: 8 }, { id: '7' })).toBe('indeterminate');
	});

	it('is nothing where the row of the catalogue says so, and only there', () => {
		const quiet = row('set', 'PUT', '/things', 'retry', 'test', {
			confirms: { by: 'id', empty: true, reason: 'It answers with 204.' },
		});
		expect(doubt(quiet, null)).toBe('done');
		expect(doubt(row('set', 'PUT', '/things', 'retry', 'test'), { id: 7 })).toBe('indeterminate');
	});
});

describe('a thing that is read afterwards shows what was wanted', () => {
	it.each([
		[{ city: 'Troy', other: 1 }, { city: 'Troy' }],
		[{ quantity: '5' }, { quantity: 5 }],
		[{ paid: '2026-03-05T09:00:00Z' }, { paid: '2026-03-05T09:00:00.000Z' }],
		[{ discount: { amount: 5, currency: 'USD' } }, { discount: { amount: 5 } }],
		[{ notes: null }, { notes: '' }],
		[{}, { notes: undefined }],
	])('%j shows %j', (now, wanted) => expect(shows(now, wanted)).toBe(true));

	it.each([
		[{ city: 'Albany' }, { city: 'Troy' }],
		[{}, { city: 'Troy' }],
		[{ quantity: null }, { quantity: 0 }],
		[{ paid: '2026-03-05T09:00:01Z' }, { paid: '2026-03-05T09:00:00Z' }],
		[{ discount: null }, { discount: { amount: 5 } }],
		[{ notes: 'Fragile' }, { notes: '' }],
		[undefined, { city: 'Troy' }],
		[{ tags: ['a', 'b'] }, { tags: ['a'] }],
	])('%j does not show %j', (now, wanted) => expect(shows(now, wanted)).toBe(false));
});
