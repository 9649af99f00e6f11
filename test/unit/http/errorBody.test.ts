import { readErrorBody } from '../../../nodes/shared/api/common/dialect/errorBody';

describe('what an error body tells', () => {
	it.each<[shape: string, body: unknown, expected: object]>([
		['message only', { message: 'No such channel' }, { message: 'No such channel' }],
		[
			'OAuth',
			{ error: 'invalid_token', error_description: 'Token expired' },
			{ code: 'invalid_token', message: 'Token expired' },
		],
		['OAuth without a description', { error: 'invalid_client' }, { code: 'invalid_client', message: 'invalid_client' }],
		[
			'the guide',
			{ error: { code: 'INVALID_REQUEST', message: 'Bad country', details: [] } },
			{ code: 'INVALID_REQUEST', message: 'Bad country' },
		],
		[
			'field by field',
			{ errorCode: 'ERR053', errorMessage: 'Unknown product', fieldName: 'masterSku' },
			{ code: 'ERR053', message: 'Unknown product', field: 'masterSku' },
		],
		['a numeric code', { code: 4711, message: 'No' }, { code: '4711', message: 'No' }],
		[
			'errors without a message of their own',
			{ errors: [{ errorCode: 'ERR1', message: 'Too long', fieldName: 'shipCity' }] },
			{ code: 'ERR1', message: 'Too long', field: 'shipCity' },
		],
		['errors as texts', { errors: ['Too long'] }, { message: 'Too long' }],
		['a bare list of errors', [{ message: 'Too long', field: 'shipCity' }], { message: 'Too long', field: 'shipCity' }],
		[
			'Spring',
			{ timestamp: 1, status: 400, error: 'Bad Request', message: 'Failed to convert', path: '/v1' },
			{ code: 'Bad Request', message: 'Failed to convert' },
		],
		['plain text', 'Quota exceeded', { message: 'Quota exceeded' }],
		['nothing', '', { rows: [] }],
		['null', null, { rows: [] }],
		['absent', undefined, { rows: [] }],
		['an empty object', {}, { rows: [] }],
		['a number', 42, { rows: [] }],
	])('%s', (_shape, body, expected) => {
		expect(readErrorBody(body, 1)).toMatchObject(expected);
	});

	it("of a gateway's page keeps the words, not the markup", () => {
		const page =
			'<html><head><style>b{}</style><script>alert(1)</script></head><body><h1>502 Bad Gateway</h1>\n<hr>nginx</body></html>';
		expect(readErrorBody(page, 1).message).toBe('502 Bad Gateway nginx');
	});

	it('of an endless text keeps the beginning', () => {
		expect(readErrorBody('long '.repeat(1000), 1).message?.length).toBeLessThanOrEqual(320);
	});
});

describe('refused rows, counted from 0', () => {
	const rows = (index: unknown, firstIndex: 0 | 1): number[] =>
		readErrorBody({ errors: [{ index, message: 'No' }] }, firstIndex).rows.map(({ row }) => row);

	it('the live API counts from 1, the guide from 0', () => {
		expect(rows(3, 1)).toEqual([2]);
		expect(rows(3, 0)).toEqual([3]);
		expect(rows(0, 0)).toEqual([0]);
	});

	it('a number as text is a number', () => {
		expect(rows('3', 1)).toEqual([2]);
	});

	it.each([[undefined], ['first'], [1.5], [0]])('%s names no row under the live API', (index) => {
		expect(rows(index, 1)).toEqual([]);
	});

	it('a row without a number is not the first row', () => {
		expect(rows(null, 0)).toEqual([]);
		expect(rows('', 0)).toEqual([]);
	});

	it('each comes with its code, message, field and subject', () => {
		const body = {
			message: '2 of 5 failed',
			errors: [
				{ index: 2, errorCode: 'ERR053', message: 'Unknown', fieldName: 'masterSku', identifier: 'NOPE' },
				{ index: 5, code: 'ERR097', description: 'No stock', field: 'warehouseId', userIdentifier: 'MUG' },
			],
		};
		expect(readErrorBody(body, 1)).toEqual({
			message: '2 of 5 failed',
			code: 'ERR053',
			field: 'masterSku',
			rows: [
				{ row: 1, code: 'ERR053', message: 'Unknown', field: 'masterSku', subject: 'NOPE' },
				{ row: 4, code: 'ERR097', message: 'No stock', field: 'warehouseId', subject: 'MUG' },
			],
		});
	});

	it("the guide's are in the details of its error", () => {
		const body = {
			error: { code: 'INVALID_REQUEST', message: 'No', details: [{ index: 1, field: 'sku', message: 'Unknown' }] },
		};
		expect(readErrorBody(body, 0).rows).toEqual([
			expect.objectContaining({ row: 1, field: 'sku', message: 'Unknown' }),
		]);
	});
});
