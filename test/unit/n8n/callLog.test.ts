import type { IDataObject } from 'n8n-workflow';
import type { CallReport } from '../../../nodes/shared/http/calls/record';
import { ApiError } from '../../../nodes/shared/http/errors/apiError';
import { CallLog } from '../../../nodes/shared/n8n/connect/callLog';
import { Secrets } from '../../../nodes/shared/n8n/secrets/secrets';

const REPORT: CallReport = {
	startedAt: Date.parse('2026-03-05T09:00:00Z'),
	method: 'GET',
	path: '/v1.1/orders',
	status: 200,
	tries: 1,
	milliseconds: 12,
	rowsSent: 0,
	rowsReceived: 3,
};

/** What a call writes to the log: level, message, data. */
function logged(report: Partial<CallReport>, secrets = new Secrets()): [string, string, IDataObject] {
	const lines: Array<[string, string, IDataObject]> = [];
	const at =
		(level: string) =>
		(message: string, data = {}): void =>
			void lines.push([level, message, data]);
	const log = new CallLog({ debug: at('debug'), info: at('info') }, { node: 'Orders', operation: 'order get' }, false);
	log.add({ ...REPORT, ...report }, secrets);
	expect(log.lines).toEqual([]);
	return lines[0] ?? ['', '', {}];
}

describe('the line of a call', () => {
	it('says what was called, how it went and how long it took', () => {
		expect(logged({ requestId: 'r-1' })).toEqual([
			'debug',
			'Extensiv: GET /v1.1/orders: 200, 12 ms',
			{
				time: '2026-03-05T09:00:00.000Z',
				node: 'Orders',
				operation: 'order get',
				method: 'GET',
				path: '/v1.1/orders',
				status: 200,
				tries: 1,
				milliseconds: 12,
				requestId: 'r-1',
				rowsSent: 0,
				rowsReceived: 3,
				failure: null,
			},
		]);
	});

	it('shows at the usual level of n8n if the call was repeated or failed', () => {
		expect(logged({ tries: 3 }).slice(0, 2)).toEqual(['info', 'Extensiv: GET /v1.1/orders: 200, 12 ms, 3 tries']);
		const error = new ApiError({ kind: 'unreachable', message: 'The service cannot be reached.' });
		const [level, message, data] = logged({ status: undefined, error });
		expect([level, message]).toEqual(['info', 'Extensiv: GET /v1.1/orders: no response, 12 ms']);
		expect(data).toMatchObject({ status: null, failure: 'serviceDown' });
	});

	it('hides a secret in a path that a user entered, and in what the service calls its request', () => {
		const secrets = new Secrets({ accessToken: 'tok-1234567890-secret' });
		const line = logged({ path: '/v1/tok-1234567890-secret', requestId: 'tok-1234567890-secret' }, secrets);
		expect(JSON.stringify(line)).not.toContain('tok-1234567890-secret');
	});
});
