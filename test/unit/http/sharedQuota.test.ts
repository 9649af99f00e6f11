import type { ApiClient } from '../../../nodes/shared/http/client';
import { row } from '../../../nodes/shared/http/endpoint';
import { Random } from '../../sandbox/store/random';
import { QuotaService } from '../../support/quotaService';
import { VirtualClock } from '../../support/virtualClock';

const QUOTA = { perSecond: 5, burst: 5 };
const LIST = row('list', 'GET', '/things', 'retry', 'test', { rateLimit: QUOTA });
const TEN_MINUTES = 600_000;
const SEED = Number(process.env.QUOTA_SEED ?? 20261126);

/** Processes that call as fast as they may for ten minutes, several calls at a time. */
async function crowd(processes: number, atATime: number) {
	const clock = new VirtualClock();
	const service = new QuotaService(clock, new Random(SEED), QUOTA);
	const end = clock.now() + TEN_MINUTES;
	const errors: unknown[] = [];
	const worker = async (client: ApiClient): Promise<void> => {
		while (clock.now() < end) await client.call(LIST).catch((error: unknown) => errors.push(error));
	};
	for (let at = 0; at < processes; at++) {
		const client = service.client(`process ${at}`);
		for (let one = 0; one < atATime; one++) void worker(client);
	}
	await clock.pass(TEN_MINUTES);
	const [served, refused] = [service.total(service.served), service.total(service.refused)];
	return {
		errors,
		/** Of what the quota allows. */
		throughput: served / ((TEN_MINUTES / 1000) * QUOTA.perSecond),
		/** Of all requests. */
		refused: refused / (served + refused),
		/** The smallest share of a process, compared with a fair one. */
		leastShare: Math.min(...[...service.served.values()]) / (served / processes),
	};
}

describe(`processes that share a quota and do not know of each other (seed ${SEED})`, () => {
	it.each([1, 4])('use it well and fairly, with few refusals: three of them, %d calls at a time', async (atATime) => {
		const result = await crowd(3, atATime);
		expect(result.errors).toEqual([]);
		expect(result.throughput).toBeGreaterThanOrEqual(0.85);
		expect(result.leastShare).toBeGreaterThanOrEqual(0.6);
		expect(result.refused).toBeLessThanOrEqual(0.05);
	});

	it('all get their share in a crowd, and no call fails for it', async () => {
		const result = await crowd(20, 1);
		expect(result.errors).toEqual([]);
		expect(result.throughput).toBeGreaterThanOrEqual(0.85);
		expect(result.leastShare).toBeGreaterThanOrEqual(0.6);
	});

	it('a single one is at its full rate', async () => {
		const result = await crowd(1, 4);
		expect(result.throughput).toBeGreaterThanOrEqual(0.95);
		expect(result.refused).toBeLessThanOrEqual(0.05);
	});
});
