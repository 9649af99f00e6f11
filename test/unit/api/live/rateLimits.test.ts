import { readRateLimits } from '../../../../nodes/shared/api/live/account/rateLimits';
import { apiClient } from '../../../support/apiClient';
import { factsOf } from '../../../support/samples';
import { useScriptedService } from '../../../support/scriptedService';
import samples from '../../../sandbox/contract/samples/throttle_limits.json';

/** A row of `GET /v1/throttlelimits`. */
const told = (quotaMaxRequest: unknown, quotaRestoreRate: unknown, quotaMaxRequestHourly: unknown, more = {}) => ({
	requestMethod: 'GET',
	requestPath: '/v1.1/orders',
	notes: null,
	throttleConfig: { appId: 9999, companyId: 2044, quotaMaxRequest, quotaRestoreRate, quotaMaxRequestHourly },
	...more,
});

describe('the rate limits that an account is told', () => {
	const service = useScriptedService();
	const read = async (body: unknown) => {
		service.script({ body });
		return await readRateLimits(apiClient(service.url));
	};
	const limitOf = async (...figures: [unknown, unknown, unknown]) => (await read([told(...figures)]))[0]?.rateLimit;

	it('are the bucket and the hourly quota: the sample has a bucket of 20 and one request a second', async () => {
		expect(await read(samples)).toEqual([
			{ method: 'GET', path: '/v1.1/orders', rateLimit: { burst: 20, perSecond: 1 } },
		]);
	});

	it.each([
		['five a second', [5, 5, 18_000], 5],
		['one in ten seconds', [1, 0.1, 360], 0.1],
		['the restore rate where it is a little smaller', [5, 4.9, 18_000], 4.9],
		['the hourly quota where it is the smaller one', [5, 5.1, 18_000], 5],
		['the restore rate where the full bucket counts in the hour too', [100, 0.1, 460], 0.1],
		['the hourly quota where the restore rate has another unit', [20, 200, 3_600], 1],
		['the hourly quota without a restore rate', [20, null, 3_600], 1],
		['the hourly quota with a restore rate of nothing', [20, 0, 3_600], 1],
	] as const)('go by %s', async (_what, figures, perSecond) => {
		const [bucket, restored, hourly] = figures;
		expect((await limitOf(bucket, restored, hourly))?.perSecond).toBeCloseTo(perSecond, 6);
	});

	it.each([
		['no bucket', null, 3_600],
		['an empty bucket', 0, 3_600],
		['less than an empty bucket', -5, 3_600],
		['a bucket larger than an hour allows', 5_000, 3_600],
		['no quota', 20, null],
		['a quota of nothing', 1, 0],
		['a negative quota', 1, -3_600],
		['a quota of one an hour', 1, 1],
		['a quota beyond measure', 20, 1e12],
		['a bucket beyond measure', 1e9, 1e8],
	])('do not count with %s', async (_what, bucket, hourly) => {
		expect(await read([told(bucket, 5, hourly)])).toEqual([]);
	});

	it.each([
		['no method', { requestMethod: null }],
		['no path', { requestPath: null }],
		['no figures', { throttleConfig: null }],
		['figures that are none', { throttleConfig: { quotaMaxRequest: 'many', quotaMaxRequestHourly: [] } }],
		['nothing that can be read', { requestPath: { path: 1 }, throttleConfig: 'none' }],
	])('leave out a row with %s, and keep the others', async (_what, odd) => {
		const limits = await read([told(5, 5, 18_000, odd), told(5, 5, 18_000)]);
		expect(limits).toHaveLength(1);
	});

	it.each([['{}'], ['a page'], ['null']])('cannot be read from %s', async (body) => {
		service.script({ body: body === 'a page' ? '<html>Log in</html>' : JSON.parse(body) });
		const reading = readRateLimits(apiClient(service.url, { retry: { maxTries: 1, maxWaitMs: 0 } }));
		expect(await factsOf(reading)).toMatchObject({ kind: 'unreadable' });
	});
});
