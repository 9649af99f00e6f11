import type { CallReport } from '../../../nodes/shared/http/calls/record';
import { rowsIn } from '../../../nodes/shared/http/calls/record';
import { row } from '../../../nodes/shared/http/endpoint';
import { apiClient } from '../../support/apiClient';
import { FakeClock } from '../../support/fakeClock';
import { startSandbox } from '../../support/sandbox';

const READ = row('orders', 'GET', '/v1.1/orders', 'retry', 'x');
const WRITE = row('notes', 'PUT', '/v1/orders/notes/{orderId}', 'fail', 'x');

describe('every call is reported once', () => {
	let sandbox: Awaited<ReturnType<typeof startSandbox>>;
	const reports: CallReport[] = [];
	beforeAll(async () => void (sandbox = await startSandbox()));
	beforeEach(() => {
		sandbox.control.reset();
		reports.length = 0;
	});
	afterAll(async () => await sandbox.close());
	const client = (options: Parameters<typeof apiClient>[1] = {}) =>
		apiClient(sandbox.url, { onCall: (report) => void reports.push(report), ...options });

	it('with its path, status and rows, and without its query', async () => {
		await client().call(READ, { query: { orderNumber: 'NW-10046' } });
		expect(reports).toMatchObject([{ method: 'GET', path: '/v1.1/orders', status: 200, tries: 1, rowsSent: 0 }]);
		expect(JSON.stringify(reports)).not.toContain('NW-10046');
	});

	it('with all its tries and the time that they took', async () => {
		const clock = new FakeClock();
		sandbox.control.faults([{ kind: '503', path: '/v1.1/orders', at: [1, 2] }]);
		await client({ clock }).call(READ);
		expect(reports).toMatchObject([{ status: 200, tries: 3, milliseconds: expect.any(Number) }]);
		expect(reports[0]?.milliseconds).toBeGreaterThanOrEqual(clock.now() - (reports[0]?.startedAt ?? 0));
	});

	it('with its error, even if no response arrived', async () => {
		sandbox.control.faults([{ kind: 'reset', path: '/v1.1/orders', at: [1] }]);
		await expect(client({ retry: { maxTries: 1, maxWaitMs: 0 } }).call(READ)).rejects.toThrow();
		expect(reports).toMatchObject([{ status: undefined, tries: 1, error: { kind: 'unreachable' } }]);
	});

	it('unless nothing was sent', async () => {
		await expect(client({ readOnly: true }).call(WRITE, { path: { orderId: '1' } })).rejects.toThrow(/read-only/);
		await expect(client({ preview: true }).call(WRITE, { path: { orderId: '1' } })).rejects.toThrow(/previewed/);
		expect(reports).toEqual([]);
	});
});

it.each([
	['a list', [{}, {}], 2],
	['a list in an object', { results: [{}, {}, {}], errors: [] }, 3],
	['a record', { id: 1 }, 1],
	['nothing', null, 0],
])('the rows of %s are counted', (_, body, count) => {
	expect(rowsIn(body)).toBe(count);
});
