/** An answer with a status of success that does not say that the work was done. */
export interface Refusal {
	what: string;
	body: unknown;
	status?: number;
}

/** A complaint as the live API sends it, but for its index. */
const complaint = (index?: unknown): object => ({
	errorCode: 'SBX',
	message: 'No',
	fieldName: 'f',
	identifier: null,
	severity: 'CRITICAL',
	...(index === undefined ? {} : { index }),
});
/** A result that names nothing: enough of them, so that only the complaint speaks against the row. */
const results = [{ note: 'sample text' }];
const others = [
	{
		masterSku: 'OTHER',
		sku: 'OTHER',
		productId: 1,
		orderId: 1,
		orderNumber: 'OTHER',
		listingSku: 'OTHER',
		listingId: 1,
		warehouseId: 1,
		warehouse_id: 1,
	},
];

/** What the answers of most writes need to confirm. */
const CONFIRMS = {
	id: 7,
	ids: [7],
	order_number: 'ERP-1',
	orders: [{ orderId: 7, orderNumber: 'ERP-1', orderStatus: 'AWAITING_SHIPMENT' }],
	results,
};

/** Two that stand for all: a refusal, and an answer that says nothing. */
export const FEW_REFUSALS: readonly Refusal[] = [
	{ what: 'success false', body: { success: false, message: 'Maintenance' } },
	{ what: 'an empty object', body: {} },
];

export const REFUSALS: readonly Refusal[] = [
	...FEW_REFUSALS,
	{ what: 'an error of row 99', body: { results, errors: [complaint(99)] } },
	{ what: 'an error of the server', body: { status: 500, error: 'Internal Server Error' } },
	{ what: 'too few results', body: { message: 'sample text', results: [], errors: [] } },
	{ what: 'success "false"', body: { success: 'false' } },
	{ what: 'success 0', body: { success: 0 } },
	{ what: 'ok false', body: { ok: false } },
	{ what: 'an error as text', body: { error: 'invalid_token' } },
	{
		what: 'an error as an object',
		body: { error: { code: 'LOCKED', message: 'The account is locked', details: [] } },
	},
	{ what: 'status FAILED', body: { status: 'FAILED' } },
	{ what: 'status error', body: { status: 'error', message: 'No' } },
	{ what: 'result error', body: { result: 'error' } },
	{ what: 'a code and a message', body: { code: 'ERR053', message: 'No' } },
	{ what: 'an error code', body: { errorCode: 'ERR053', errorMessage: 'No' } },
	{ what: 'an exception', body: { timestamp: '2026-03-05T09:00:00Z', exception: 'NullPointerException', path: '/' } },
	{ what: 'a message alone', body: { message: 'Maintenance' } },
	{ what: 'an empty list', body: [] },
	{ what: 'a list of a refusal', body: [{ success: false }] },
	{ what: 'a list of a complaint', body: [complaint(1)] },
	{
		what: 'a list of a failed parcel',
		body: [
			{
				order: { orderId: null, orderNumber: 'NW-00000' },
				shipment: null,
				status: 'FAILED',
				processingMessage: 'No',
			},
		],
	},
	{
		what: 'a list of a parcel of another',
		body: [{ order: { orderId: 1, orderNumber: 'OTHER' }, shipment: { trackingNumber: 'OTHER' }, status: 'SHIPPED' }],
	},
	{ what: 'null', body: 'null' },
	{ what: 'text', body: '"OK"' },
	{ what: 'a number', body: '5' },
	{ what: 'true', body: 'true' },
	{ what: 'false', body: 'false' },
	{ what: 'nothing', body: '' },
	{ what: 'nothing (204)', body: '', status: 204 },
	{ what: 'nothing yet (202)', body: '', status: 202 },
	{ what: 'a page of markup', body: '<html><body>Log in</body></html>' },
	{ what: 'half an answer', body: '{"message": "Success", "results": [' },
	{ what: 'an error of row "1"', body: { results, errors: [complaint('1')] } },
	{ what: 'an error of row 1', body: { results, errors: [complaint(1)] } },
	{ what: 'an error of row 1.5', body: { results, errors: [complaint(1.5)] } },
	{ what: 'an error of row 0', body: { results, errors: [complaint(0)] } },
	{ what: 'an error of row -1', body: { results, errors: [complaint(-1)] } },
	{ what: 'an error of no row', body: { results, errors: [complaint()] } },
	{ what: 'an error of row null', body: { results, errors: [complaint(null)] } },
	{ what: 'an error without words', body: { results, errors: [{}] } },
	{ what: 'an error that is text', body: { results, errors: ['No'] } },
	{ what: 'errors as text', body: { results, errors: 'No' } },
	{ what: 'errors as one object', body: { results, errors: complaint(1) } },
	{ what: 'errors by row', body: { results, errors: { 0: complaint() } } },
	{ what: 'errors by field', body: { results, errors: { masterSku: 'unknown' } } },
	{ what: 'errors true', body: { results, errors: true } },
	{ what: 'results null', body: { message: 'Success', results: null, errors: null } },
	{ what: 'a result null', body: { results: [null], errors: [] } },
	{ what: 'an empty result', body: { results: [{}], errors: [] } },
	{ what: 'a result that failed', body: { results: [{ status: 'FAILED', message: 'No' }], errors: [] } },
	{ what: 'a result with success false', body: { results: [{ success: false }], errors: [] } },
	{ what: 'the result of another row', body: { results: others, errors: [] } },
	{ what: 'a result, and success false', body: { success: false, results, errors: [] } },
	{ what: 'a result, and an error', body: { error: 'rolled back', results, errors: [] } },
	{ what: 'an ID null', body: { id: null, message: 'No' } },
	{ what: 'the ID 0', body: { id: 0, message: 'No' } },
	{ what: 'an ID, and success false', body: { id: 7, success: false } },
	{ what: 'an ID, and an error', body: { id: 7, error: 'rolled back' } },
	{ what: 'an ID, and errors', body: { id: 7, errors: [complaint(1)] } },
	{ what: 'no orders', body: { ids: [], message: 'sample text', orders: [] } },
	{
		what: 'the orders of another',
		body: {
			ids: [1],
			message: 'sample text',
			orders: [{ orderId: 1, orderNumber: 'OTHER', orderStatus: 'AWAITING_SHIPMENT' }],
		},
	},
	{ what: 'an envelope around a refusal', body: { data: { success: false } } },
	// Each beside what would confirm the write alone.
	...[
		{ Success: false },
		{ Errors: [{ Message: 'No' }] },
		{ success: 'N' },
		{ succeeded: 'no' },
		{ data: { success: false } },
		{ result: { success: false, message: 'No' } },
		{ meta: { errors: [{ message: 'No' }] } },
		{ hasErrors: true },
		{ isError: true },
		{ errorCount: 1 },
		{ error_code: 'E7' },
		{ failed: 1 },
		{ failures: [{ message: 'No' }] },
		{ validationErrors: [{ field: 'f', message: 'No' }] },
		{ message: 'Error: rolled back' },
	].map((no): Refusal => ({ what: `all that confirms, and ${JSON.stringify(no)}`, body: { ...CONFIRMS, ...no } })),
	// An order may have such a status of its own.
	...[{ response: { body: { status: 'FAILED' } } }, { status: 'unsuccessful' }, { status: 'QUEUED' }].map(
		(no): Refusal => ({
			what: `what confirms, and ${JSON.stringify(no)}`,
			body: { ...CONFIRMS, order_number: undefined, ...no },
		}),
	),
	{ what: 'a job that has begun (202)', body: { id: 7, jobId: 'a1', status: 'PENDING' }, status: 202 },
	{ what: 'a result with errors of its own', body: { id: 7, results: [{ id: 7, errors: [complaint(1)] }] } },
	{ what: 'a result of another status (207)', body: { id: 7, results: [{ statusCode: 422 }] }, status: 207 },
	{ what: 'a result that is not valid', body: { id: 7, results: [{ valid: false }] } },
	{ what: 'a result that was skipped', body: { id: 7, results: [{ status: 'SKIPPED' }] } },
];
