import { setImmediate } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';
import { FaultPlan } from '../../sandbox/http/faults';
import { Quotas } from '../../sandbox/http/quotas';

interface Order {
	orderId: number;
	modifiedDate: string;
}

describe('quotas', () => {
	const call = { contract: 'live' as const, method: 'GET', template: '/v1.1/orders', path: '/v1.1/orders' };

	it('lets a burst through and restores by time', () => {
		let now = 0;
		const quotas = new Quotas(new Set(['/v1.1/orders']), () => now);
		quotas.replace([{ method: 'GET', path: '/v1.1/orders', burst: 2, perSecond: 4 }]);
		expect([quotas.take(call), quotas.take(call), quotas.take(call)]).toEqual([undefined, undefined, 250]);
		now = 249;
		expect(quotas.take(call)).toBe(1);
		now = 250;
		expect(quotas.take(call)).toBeUndefined();
		expect(quotas.take({ ...call, method: 'PUT' })).toBeUndefined();
	});

	it('answers 429 with milliseconds and reports the same figures in the throttle limits', async () => {
		const sandbox = await startSandbox();
		try {
			const client = new SandboxClient(sandbox);
			sandbox.control.quotas([{ method: 'GET', path: '/v1.1/orders', burst: 2, perSecond: 1 }]);
			const responses = await Promise.all([1, 2, 3].map(() => client.call('GET', '/v1.1/orders?limit=1')));
			const refused = responses.filter((response) => response.status === 429);
			expect(refused).toHaveLength(1);
			expect(Number(refused[0]!.headers.get('x-skubana-quota-retryafter'))).toBeGreaterThan(0);
			const limits =
				await client.get<Array<{ requestMethod: string; requestPath: string; throttleConfig: Record<string, number> }>>(
					'/v1/throttlelimits',
				);
			const row = limits.find(
				({ requestMethod, requestPath }) => requestMethod === 'GET' && requestPath === '/v1.1/orders',
			);
			expect(row?.throttleConfig).toMatchObject({ quotaMaxRequest: 2, quotaRestoreRate: 1 });
		} finally {
			await sandbox.close();
		}
	});
});

describe('fault plan', () => {
	it('counts matching calls per rule, and the first rule that strikes wins', () => {
		const plan = new FaultPlan(new Set(['/v1/a']));
		plan.replace([
			{ kind: '500', every: 2 },
			{ kind: '429', every: 3, retryAfterMs: 7 },
		]);
		const call = { contract: 'live' as const, method: 'GET', template: '/v1/a', path: '/v1/a' };
		expect([1, 2, 3, 4, 5, 6].map(() => plan.next(call)?.kind)).toEqual([
			undefined,
			'500',
			'429',
			'500',
			undefined,
			'500',
		]);
	});
});

describe('paging', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = new SandboxClient(sandbox);
	});
	beforeEach(() => {
		sandbox.control.reset();
		sandbox.control.seed({ generateOrders: { count: 250, from: '2025-04-01T00:00:00Z', to: '2025-04-30T00:00:00Z' } });
	});
	afterAll(() => sandbox.close());

	const page = (number: number, limit: number): Promise<Order[]> =>
		client.get<Order[]>(`/v1.1/orders?page=${number}&limit=${limit}`);
	const all = async (limit: number): Promise<number[]> => {
		const ids: number[] = [];
		for (let number = 1; ; number += 1) {
			const rows = await page(number, limit);
			ids.push(...rows.map((row) => row.orderId));
			if (rows.length === 0) return ids;
		}
	};

	it('gives documented default sizes, short last pages and an empty page after the end', async () => {
		expect(await client.get('/v1.1/orders')).toHaveLength(100);
		expect(await page(3, 100)).toHaveLength(53);
		expect(await page(4, 100)).toEqual([]);
		sandbox.control.seed({ products: Array.from({ length: 30 }, (_, at) => ({ sku: `X-${at}` })) });
		expect(await client.get('/v1.1/products')).toHaveLength(20);
	});

	it('reads every order once, ascending', async () => {
		const ids = await all(60);
		expect(ids).toHaveLength(253);
		expect([...ids].sort((a, b) => a - b)).toEqual(ids);
	});

	it('orders as told', async () => {
		sandbox.control.ordering({ orders: 'idDesc' });
		expect((await page(1, 300)).map((row) => row.orderId)).toEqual((await all(300)).sort((a, b) => b - a));
		sandbox.control.ordering({ orders: 'modifiedDesc' });
		const dates = (await page(1, 300)).map((row) => row.modifiedDate);
		expect(dates).toEqual([...dates].sort().reverse());
	});

	it('drift moves rows between pages: a plain walk reads some twice and misses some', async () => {
		sandbox.control.ordering({ orders: 'modifiedDesc' });
		sandbox.control.drift({ touchPerPage: 5 });
		const ids = await all(50);
		expect(new Set(ids).size).toBeLessThan(ids.length);
		sandbox.control.ordering({ orders: 'idAsc' });
		expect(new Set(await all(50)).size).toBe(253);
	});

	it('begins its pages again after so many', async () => {
		sandbox.control.pageCycle({ pages: 2 });
		expect(await page(3, 50)).toEqual(await page(1, 50));
		expect(await page(4, 50)).toEqual(await page(2, 50));
		sandbox.control.pageCycle({ pages: 0 });
		expect(await page(3, 50)).not.toEqual(await page(1, 50));
	});

	it('cuts or refuses pages that are too large', async () => {
		sandbox.control.pageLimits([
			{ path: '/v1.1/orders', max: 30, mode: 'clamp' },
			{ path: '/v1.1/products', max: 10, mode: 'refuse' },
		]);
		expect(await page(1, 100)).toHaveLength(30);
		expect((await page(2, 100))[0]!.orderId).toBe((await page(1, 31))[29]!.orderId + 1);
		expect((await client.call('GET', '/v1.1/products?limit=11')).status).toBe(422);
		sandbox.control.reset();
		expect((await client.call('GET', '/v1/productstocks/total?limit=201')).status).toBe(422);
	});

	it('holds calls back while the gate is shut, but logs them', async () => {
		sandbox.control.gate({ shut: true });
		const response = page(1, 1);
		while (sandbox.control.requests().total === 0) await setImmediate();
		expect(sandbox.control.requests().log).toMatchObject([{ status: 0 }]);
		sandbox.control.gate({ shut: false });
		expect(await response).toHaveLength(1);
	});

	it('waits as long as the latency says', async () => {
		sandbox.control.latency({ ms: 60 });
		const start = performance.now();
		await page(1, 1);
		expect(performance.now() - start).toBeGreaterThan(55);
	});
});
