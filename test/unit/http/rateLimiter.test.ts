import { Bucket, bucketFor } from '../../../nodes/shared/http/rateLimiter';
import { FakeClock } from '../../support/fakeClock';

/** When each of n requests goes, in milliseconds from now, all asked for at once. */
const queue = (bucket: Bucket, n: number, now: number): number[] =>
	Array.from({ length: n }, () => bucket.reserve(now));

describe('the pace of requests', () => {
	let clock: FakeClock;
	beforeEach(() => {
		clock = new FakeClock();
	});

	it('lets a burst go at once, then one after the other', () => {
		expect(queue(new Bucket({ perSecond: 5, burst: 3 }), 6, clock.now())).toEqual([0, 0, 0, 200, 400, 600]);
	});

	it('without a burst lets one go', () => {
		expect(queue(new Bucket({ perSecond: 0.1, burst: 1 }), 3, clock.now())).toEqual([0, 10_000, 20_000]);
	});

	it('gives the burst back while nobody asks, and no more than that', async () => {
		const bucket = new Bucket({ perSecond: 5, burst: 3 });
		queue(bucket, 4, clock.now());
		await clock.sleep(400);
		expect(queue(bucket, 2, clock.now())).toEqual([0, 200]);
		await clock.sleep(3_600_000);
		expect(queue(bucket, 5, clock.now())).toEqual([0, 0, 0, 200, 400]);
	});

	it('is kept when the clock is set back: nobody waits until it is as late again', () => {
		const bucket = new Bucket({ perSecond: 5, burst: 3 });
		const ahead = clock.now() + 3_600_000;
		expect(queue(bucket, 4, ahead)).toEqual([0, 0, 0, 200]);
		expect(queue(bucket, 3, clock.now())).toEqual([400, 600, 800]);
	});

	it('never lets more go in any second than its pace and burst allow', () => {
		const bucket = new Bucket({ perSecond: 5, burst: 5 });
		const starts: number[] = [];
		for (let asked = 0; asked < 200; asked++) starts.push(asked * 37 + bucket.reserve(clock.now() + asked * 37));
		const busiest = Math.max(
			...starts.map((from) => starts.filter((start) => start >= from && start < from + 1000).length),
		);
		expect(busiest).toBeLessThanOrEqual(10);
	});

	it('a pause that the service asks for holds everybody up, in the order in which they came', () => {
		const bucket = new Bucket({ perSecond: 5, burst: 5 });
		bucket.pauseUntil(clock.now() + 3_000);
		expect(queue(bucket, 3, clock.now())).toEqual([3_000, 3_200, 3_400]);
	});

	it('a shorter pause does not end a longer one', () => {
		const bucket = new Bucket({ perSecond: 5, burst: 1 });
		bucket.pauseUntil(clock.now() + 3_000);
		bucket.pauseUntil(clock.now() + 1_000);
		expect(bucket.reserve(clock.now())).toBe(3_000);
	});

	it("goes at the account's own figures once they are known", () => {
		const bucket = new Bucket({ perSecond: 1, burst: 1 });
		bucket.setRateLimit({ perSecond: 10, burst: 1 });
		expect(queue(bucket, 3, clock.now())).toEqual([0, 100, 200]);
	});
});

describe('a pace that changes', () => {
	const now = Date.UTC(2026, 2, 5, 9);

	it('counts what was spent: a larger burst has the rest of it, a smaller one has nothing', () => {
		const larger = new Bucket({ perSecond: 0.1, burst: 1 });
		queue(larger, 1, now);
		larger.setRateLimit({ perSecond: 10, burst: 4 });
		expect(queue(larger, 4, now)).toEqual([0, 0, 0, 100]);
		const smaller = new Bucket({ perSecond: 5, burst: 5 });
		queue(smaller, 5, now);
		smaller.setRateLimit({ perSecond: 1, burst: 1 });
		expect(smaller.reserve(now)).toBeGreaterThanOrEqual(1_000);
		expect(smaller.reserve(now)).toBeLessThanOrEqual(4_000);
	});

	it('keeps a pause that the service asked for', () => {
		const bucket = new Bucket({ perSecond: 1, burst: 1 });
		bucket.reserve(now);
		bucket.pauseUntil(now + 5_000);
		bucket.setRateLimit({ perSecond: 100, burst: 100 });
		expect(bucket.waitFrom(now)).toBe(5_000);
	});
});

describe('a refusal for too many requests', () => {
	const now = Date.UTC(2026, 2, 5, 9);
	const five = (): Bucket => new Bucket({ perSecond: 5, burst: 1 });
	const intervalOf = (bucket: Bucket, at: number): number => {
		bucket.reserve(at);
		return bucket.waitFrom(at);
	};

	it('halves the rate', () => {
		const bucket = five();
		bucket.slowDown(now, now, now, 0);
		expect(intervalOf(bucket, now)).toBe(400);
		bucket.slowDown(now, now, now, 0);
		expect(intervalOf(bucket, now + 10_000)).toBeGreaterThan(500);
	});

	it('halves it once for all requests that were under way', () => {
		const bucket = five();
		bucket.slowDown(now, now + 50, now + 1_000, 0);
		for (let late = 0; late < 5; late++) bucket.slowDown(now + late, now + 60 + late, now + 1_000, 0);
		expect(intervalOf(bucket, now + 1_000)).toBe(400);
	});

	it('is made up for in time, and not beyond the limit', () => {
		const bucket = five();
		bucket.slowDown(now, now, now, 0);
		const [soon, later, muchLater] = [10_000, 30_000, 3_600_000].map((ms) => intervalOf(bucket, now + ms));
		expect(soon).toBeLessThan(400);
		expect(later).toBeLessThan(soon ?? 0);
		expect(later).toBeGreaterThan(200);
		expect(muchLater).toBe(200);
	});

	it('spreads those who wait for the same moment, and lets nobody go before it', () => {
		const waits = [0, 0.25, 0.5, 0.99].map((random) => {
			const bucket = five();
			bucket.slowDown(now, now, now + 1_000, random);
			return bucket.waitFrom(now);
		});
		expect(waits).toEqual([1_000, 1_100, 1_200, expect.closeTo(1_396, 5)]);
	});

	it('slows nothing down without end', () => {
		const bucket = five();
		for (let time = 0; time < 50; time++) bucket.slowDown(now, now, now, 0);
		expect(bucket.canSlowDown(now)).toBe(false);
		expect(intervalOf(bucket, now)).toBeLessThan(60_000);
	});
});

describe('who shares a pace', () => {
	const rateLimit = { perSecond: 5, burst: 5 };

	it('all nodes that use the same account and endpoint', () => {
		expect(bucketFor('one account', 'listOrders', rateLimit)).toBe(bucketFor('one account', 'listOrders', rateLimit));
	});

	it('not other accounts, not other endpoints', () => {
		const one = bucketFor('one account', 'listOrders', rateLimit);
		expect(bucketFor('another account', 'listOrders', rateLimit)).not.toBe(one);
		expect(bucketFor('one account', 'getOrder', rateLimit)).not.toBe(one);
	});
});
