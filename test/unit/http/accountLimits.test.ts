import type { ApiClient, ClientOptions } from '../../../nodes/shared/http/client';
import { type RateLimit, row } from '../../../nodes/shared/http/endpoint';
import { ApiError, type ApiErrorKind } from '../../../nodes/shared/http/errors/apiError';
import { AccountLimits, type EndpointLimit } from '../../../nodes/shared/http/pacing/accountLimits';
import { Random } from '../../sandbox/store/random';
import { QuotaService } from '../../support/quotaService';
import { VirtualClock } from '../../support/virtualClock';

const SEED = Number(process.env.QUOTA_SEED ?? 20261126);
const HOUR = 3_600_000;
const FIVE = { perSecond: 5, burst: 5 };
const ONE_IN_TEN = { perSecond: 0.1, burst: 1 };
const list = (rateLimit: RateLimit) => row('list', 'GET', '/v1/things', 'retry', 'test', { rateLimit });
const limit = (rateLimit: RateLimit, path = '/v1/things'): EndpointLimit => ({ method: 'GET', path, rateLimit });
const failure = (kind: ApiErrorKind) => async (): Promise<EndpointLimit[]> => {
	throw new ApiError({ kind, message: 'No' });
};

let accounts = 0;

/** An account with its quota, and runs that call its list. */
class Account {
	readonly clock = new VirtualClock();
	readonly service;
	reads = 0;
	private readonly key = `account ${++accounts}`;

	constructor(
		quota: RateLimit,
		private readonly catalogue: RateLimit,
		private readonly read: () => Promise<EndpointLimit[]>,
	) {
		this.service = new QuotaService(this.clock, new Random(SEED), quota);
	}

	client(options: Partial<ClientOptions> = {}): ApiClient {
		const readRateLimits = async (): Promise<EndpointLimit[]> => {
			this.reads += 1;
			return await this.read();
		};
		return this.service.client('run', options, { key: this.key, readRateLimits });
	}

	/** @returns the seconds that the calls of a run take */
	async run(calls: number, { atATime = 1, ...options }: Partial<ClientOptions> & { atATime?: number } = {}) {
		const begun = this.clock.now();
		const client = this.client(options);
		let left = calls;
		const worker = async (): Promise<void> => {
			while (left-- > 0) await client.call(list(this.catalogue));
		};
		await this.clock.until(Promise.all(Array.from({ length: atATime }, worker)));
		return (this.clock.now() - begun) / 1000;
	}

	get refused(): number {
		return this.service.total(this.service.refused);
	}
}

describe(`the account's own rate limits (seed ${SEED})`, () => {
	it.each([1, 4])('are used up to a margin, without a refusal (%d calls at a time)', async (atATime) => {
		const account = new Account(FIVE, FIVE, async () => [limit(FIVE)]);
		const seconds = await account.run(101, { atATime });
		expect(seconds).toBeLessThanOrEqual((101 / FIVE.perSecond) * 1.05);
		expect(account.refused).toBe(0);
	});

	it('make a run faster than the catalogue, from the first wait on', async () => {
		const account = new Account({ perSecond: 10, burst: 10 }, ONE_IN_TEN, async () => [
			limit({ perSecond: 10, burst: 10 }),
		]);
		expect(await account.run(50)).toBeLessThan(10);
		expect(account.refused).toBe(0);
	});

	it('slow a run down that the catalogue would let go faster', async () => {
		const account = new Account(ONE_IN_TEN, FIVE, async () => [limit(ONE_IN_TEN)]);
		await account.run(10);
		const before = account.refused;
		expect(await account.run(5)).toBeGreaterThanOrEqual(50);
		expect(account.refused).toBe(before);
	});

	it('are read once for all runs of an hour, and again in the next', async () => {
		const account = new Account(FIVE, FIVE, async () => [limit(FIVE)]);
		await Promise.all([account.run(20), account.run(20)]);
		await account.run(20);
		expect(account.reads).toBe(1);
		await account.clock.pass(HOUR);
		await account.run(20);
		expect(account.reads).toBe(2);
	});

	it('are not read by a run that stays within the burst', async () => {
		const account = new Account(FIVE, FIVE, async () => [limit(FIVE)]);
		await account.run(5);
		expect(account.reads).toBe(0);
	});

	it('are neither read nor kept to where the user sets the rate', async () => {
		const account = new Account({ perSecond: 100, burst: 100 }, FIVE, async () => [limit(ONE_IN_TEN)]);
		expect(await account.run(60, { requestsPerSecond: 20 })).toBeLessThan(5);
		expect(account.reads).toBe(0);
	});

	it.each<ApiErrorKind>(['forbidden', 'notFound', 'unreadable', 'refused'])(
		"that cannot be read (%s) leave the catalogue's, and are not asked for again for an hour",
		async (kind) => {
			const account = new Account(FIVE, { perSecond: 4, burst: 4 }, failure(kind));
			const seconds = await account.run(20);
			expect(seconds).toBeGreaterThanOrEqual(4);
			expect(seconds).toBeLessThan(6);
			await account.clock.pass(HOUR - 60_000);
			await account.run(20);
			expect(account.reads).toBe(1);
			await account.clock.pass(60_000);
			await account.run(20);
			expect(account.reads).toBe(2);
		},
	);

	it.each<ApiErrorKind>(['unavailable', 'unreachable', 'rateLimited', 'unauthorized'])(
		'that cannot be read for the moment (%s) are asked for again after a while',
		async (kind) => {
			const account = new Account(FIVE, { perSecond: 4, burst: 4 }, failure(kind));
			await account.run(20);
			await account.run(20);
			expect(account.reads).toBe(1);
			await account.clock.pass(300_000);
			await account.run(20);
			expect(account.reads).toBe(2);
		},
	);

	it('that never come hold nobody up', async () => {
		const account = new Account(FIVE, { perSecond: 4, burst: 4 }, async () => await new Promise(() => undefined));
		// Each of the sixteen waits is a little longer at most.
		expect(await account.run(20)).toBeLessThan(4 + 16 + 1);
		expect(account.reads).toBe(1);
	});

	it('that were asked for by a run that was stopped are read by the next one', async () => {
		const account = new Account(FIVE, FIVE, failure('cancelled'));
		await account.run(6);
		await account.run(6);
		expect(account.reads).toBeGreaterThan(1);
	});

	it('are read after the first request of the run, with one try that is not repeated', async () => {
		const seen: string[] = [];
		const clock = new VirtualClock();
		const service = new QuotaService(clock, new Random(SEED), FIVE);
		const client = service.client(
			'run',
			{},
			{
				readRateLimits: async (own) => {
					seen.push(`limits after ${service.total(service.served)}`);
					expect(own.connection.readRateLimits).toBeUndefined();
					await own.call(row('limits', 'GET', '/limits', 'retry', 'test'));
					return [];
				},
			},
		);
		await clock.until(Promise.all(Array.from({ length: 3 }, async () => await client.call(list(ONE_IN_TEN)))));
		expect(seen).toEqual(['limits after 1']);
	});
});

describe('the limit of an endpoint', () => {
	const of = async (limits: EndpointLimit[], path: string, method = 'GET'): Promise<RateLimit | undefined> => {
		const account = new AccountLimits();
		await account.refresh(1, async () => limits);
		return account.of({ method: method as 'GET', path });
	};

	it.each([
		['/v1/order/{orderId}/labels', '/v1/order/{id}/labels'],
		['/v1/order/{orderId}/labels', '/v1/order/4711/labels'],
		['/v1/orders', '/v1/orders'],
	])('%s is that of %s', async (limited, path) => {
		expect(await of([limit(FIVE, limited)], path)).toMatchObject({ burst: 4 });
	});

	it.each([
		['/v1/orders', '/v1.1/orders'],
		['/v1/orders/statuses', '/v1/orders/{orderId}'],
		['/v1/orders/{orderId}', '/v1/orders'],
	])('%s is not that of %s', async (limited, path) => {
		expect(await of([limit(FIVE, limited)], path)).toBeUndefined();
	});

	it('is the one that names most of its path', async () => {
		const limits = [limit(ONE_IN_TEN, '/v1/orders/{orderId}'), limit(FIVE, '/v1/orders/statuses')];
		expect(await of(limits, '/v1/orders/statuses')).toMatchObject({ burst: 4 });
		expect(await of([...limits].reverse(), '/v1/orders/statuses')).toMatchObject({ burst: 4 });
		expect(await of(limits, '/v1/orders/{id}')).toMatchObject({ burst: 1 });
	});

	it('is not that of another method', async () => {
		expect(await of([limit(FIVE)], '/v1/things', 'PUT')).toBeUndefined();
	});
});
