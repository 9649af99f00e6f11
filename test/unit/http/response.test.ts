import { LIVE_DIALECT } from '../../../nodes/shared/api/live/dialect';
import { row } from '../../../nodes/shared/http/endpoint';
import { responseError, readResponse } from '../../../nodes/shared/http/response';

const READ = row('read', 'GET', '/read', 'retry', 'test');
const WRITE = row('write', 'POST', '/write', 'reconcile', 'test');
const response = (status: number, body: unknown, headers: Record<string, string> = {}) => ({ status, headers, body });

describe('an answer', () => {
	it.each([
		['an object', { id: 1 }],
		['a list', [1]],
		['an empty list', []],
		['a number', 0],
		['a truth value', false],
	])('with %s is taken as it is', (_what, body) => {
		expect(readResponse(READ, response(200, body))).toEqual({ ok: true, body });
	});

	it.each([200, 201, 202, 204])('to a write may be empty (%d)', (status) => {
		for (const body of ['', null, undefined])
			expect(readResponse(WRITE, response(status, body))).toEqual({ ok: true, body: null });
	});

	it.each([
		['empty', ''],
		['JSON that was cut', '{"orders": [{"orderId": 1'],
		["a gateway's page", '<html><body>Please log in</body></html>'],
	])('to a read that is %s is as good as lost', (_what, body) => {
		expect(readResponse(READ, response(200, body))).toMatchObject({
			ok: false,
			lost: true,
			error: { kind: 'unreadable' },
		});
	});

	it.each([
		['JSON that was cut', '{"orders": ['],
		["a gateway's page", '<html></html>'],
	])('to a write that is %s is as good as lost', (_what, body) => {
		expect(readResponse(WRITE, response(200, body))).toMatchObject({ ok: false, lost: true });
	});

	it.each([301, 400, 404, 429, 500])('of status %d is not lost: the service has spoken', (status) => {
		expect(readResponse(READ, response(status, { message: 'No' }))).toMatchObject({ ok: false, lost: false });
	});
});

describe('the error for an answer', () => {
	it.each([
		[400, 'refused'],
		[401, 'unauthorized'],
		[403, 'forbidden'],
		[404, 'notFound'],
		[409, 'refused'],
		[422, 'refused'],
		[429, 'rateLimited'],
		[500, 'unavailable'],
		[503, 'unavailable'],
	])('of status %d is of the kind %s', (status, kind) => {
		expect(responseError(READ, response(status, {}), LIVE_DIALECT, 0).kind).toBe(kind);
	});

	it('says what the service said, with all the facts', () => {
		const body = {
			message: 'Invalid',
			errors: [{ index: 2, errorCode: 'ERR053', message: 'Unknown product', fieldName: 'masterSku' }],
		};
		const { facts, message } = responseError(
			WRITE,
			response(422, body, { 'x-request-id': 'r-1', 'retry-after': '3' }),
			LIVE_DIALECT,
			0,
		);
		expect(message).toContain('It says: Invalid');
		expect(facts).toMatchObject({
			status: 422,
			code: 'ERR053',
			serviceMessage: 'Invalid',
			field: 'masterSku',
			row: 1,
			requestId: 'r-1',
			retryAfterMs: 3_000,
			endpoint: 'write',
		});
	});

	it('takes the correlation id where there is no request id', () => {
		expect(responseError(READ, response(500, '', { 'x-correlation-id': 'c-1' }), LIVE_DIALECT, 0).facts.requestId).toBe(
			'c-1',
		);
	});

	it('has a whole sentence even when the service said nothing', () => {
		expect(responseError(READ, response(500, ''), LIVE_DIALECT, 0).message).toBe('The service failed (HTTP 500).');
	});
});
