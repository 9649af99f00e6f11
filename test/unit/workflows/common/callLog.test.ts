import { type KeptCall, linesFound, linesToKeep, pageOf, searchOf } from '../../../../workflows/code/common/call-log';

const NOW = new Date('2026-03-10T12:00:00.000Z');

const call = (more: object = {}) => ({
	time: '2026-03-09T08:00:00.000Z',
	node: 'Create orders',
	operation: 'order create',
	method: 'PUT',
	path: '/v1/order',
	status: 200,
	tries: 1,
	milliseconds: 312,
	requestId: 'r-1',
	rowsSent: 2,
	rowsReceived: 2,
	failure: null,
	workflow: 'Orders in',
	execution: '41',
	orders: '10250, 10251',
	...more,
});
const kept = (...more: object[]): KeptCall[] => linesToKeep(more.map(call));
const look = (query: Record<string, string>, rows: KeptCall[]): string[] =>
	linesFound(rows, searchOf(query, NOW)).map(({ requestId }) => requestId);

describe('what is kept of a call', () => {
	it('is its fields, and nothing else that the item has', () => {
		const [line] = kept({
			path: '/v1/orders?token=abc',
			body: { name: 'Jane Roe' },
			headers: { authorization: 'Bearer abc' },
		});
		expect(line).toEqual({ ...call(), path: '/v1/orders', failure: '' });
	});

	it('is empty where the service gave nothing', () => {
		expect(kept({ status: null, requestId: null, failure: 'serviceDown', orders: undefined })[0]).toMatchObject({
			status: null,
			requestId: '',
			failure: 'serviceDown',
			orders: '',
		});
	});

	it('is nothing of an item that is no call: the error says what to connect', () => {
		expect(() => linesToKeep([call(), { orderNumber: '10250' }])).toThrow(
			/Item 2 is not a call\. Connect the output Calls/,
		);
	});
});

describe('a search', () => {
	const rows = kept(
		{ requestId: 'ok' },
		{ requestId: 'refused', status: 422, orders: '10252', time: '2026-03-09T09:00:00.000Z' },
		{ requestId: 'lost', status: null, failure: 'serviceDown', workflow: 'Stock in', operation: 'stockLevel set' },
		{ requestId: 'no response', status: null, orders: '', time: '2026-03-08T08:00:00.000Z' },
		{ requestId: 'in part', failure: 'input', path: '/v1/stock', orders: '' },
	);

	it('finds everything, newest first, if nothing is said', () => {
		expect(look({}, rows)).toEqual(['refused', 'ok', 'lost', 'in part', 'no response']);
	});

	it.each<[string, Record<string, string>, string[]]>([
		['a whole order number', { order: '10250' }, ['ok', 'lost']],
		['no part of an order number', { order: '1025' }, []],
		['a request ID', { request: 'refused' }, ['refused']],
		['failures: status 400 or higher, or no response', { failed: '1' }, ['refused', 'lost', 'in part', 'no response']],
		['a part of the workflow, the operation or the path', { text: 'STOCK' }, ['lost', 'in part']],
		['all of several', { failed: '1', order: '10252' }, ['refused']],
	])('finds %s', (_what, query, found) => {
		expect(look(query, rows)).toEqual(found);
	});

	it('reads the last 7 days, or whole days from the first to the last', () => {
		expect(searchOf({}, NOW)).toMatchObject({ from: '2026-03-03T12:00:00.000Z', to: NOW.toISOString() });
		expect(searchOf({ from: '2026-03-01', to: '2026-03-02' }, NOW)).toMatchObject({
			from: '2026-03-01T00:00:00.000Z',
			to: '2026-03-02T23:59:59.999Z',
		});
		expect(searchOf({ to: '2026-03-02' }, NOW).from).toBe('2026-02-23T00:00:00.000Z');
	});

	it('takes no day for another one, and says that the first day is after the last one', () => {
		expect(searchOf({ to: '2026-02-31' }, NOW).problem).toMatch(/“2026-02-31” is not a day/);
		expect(searchOf({ from: '2026-03-02', to: '2026-03-01' }, NOW).problem).toMatch(/first day is after the last/);
	});

	it('takes what it gets as text, also characters of patterns, lists and markup', () => {
		const odd = ['.*', '[', '(?<', '\\', '-7', '%', '💥'.repeat(500)];
		for (const text of odd) expect(look({ text, order: text, request: text, from: '', to: '' }, rows)).toEqual([]);
		expect(searchOf({ order: ['1', '2'], from: { a: '1' }, to: null }, NOW).problem).toMatch(/is not a day/);
		const markup = '"><script>alert(1)</script>';
		const page = pageOf(searchOf({ order: markup, request: markup, text: markup, from: markup, to: markup }, NOW), []);
		expect(page).not.toContain('<script');
	});

	it('says what is wrong with a day, and finds nothing', () => {
		const search = searchOf({ from: '03/01/2026' }, NOW);
		expect(search.problem).toBe('“03/01/2026” is not a day. Write it as 2026-03-31.');
		expect(pageOf(search, rows)).not.toContain('refused');
	});
});

describe('the page', () => {
	it('keeps what was searched in its form, and shows texts as they are', () => {
		const page = pageOf(
			searchOf({ order: '<b>"1"', failed: '1' }, NOW),
			kept({ orders: '<b>"1"', status: 500, node: '<i>' }),
		);
		expect(page).toContain('name="order" value="&lt;b&gt;&quot;1&quot;"');
		expect(page).toContain('name="failed" value="1" checked');
		expect(page).not.toMatch(/<b>|<i>|<script/);
	});

	it('lists 200 lines, and says how many more there are', () => {
		const page = pageOf(searchOf({}, NOW), kept(...Array.from({ length: 230 }, () => ({}))));
		expect(page.match(/<td class="time">/g)).toHaveLength(200);
		expect(page).toContain('and 30 more');
	});
});
