import type { FaultRule, Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';
import { goodGuideOrder, goodOrder } from '../../sandbox/examples';

describe('faults', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = new SandboxClient(sandbox);
	});
	beforeEach(() => void sandbox.control.reset());
	afterAll(() => sandbox.close());

	const list = (): ReturnType<SandboxClient['call']> => client.call('GET', '/v1.1/orders?limit=1');
	/** Statuses of n calls; a broken connection counts as 0. */
	async function statuses(n: number, call: () => Promise<{ status: number }> = list): Promise<number[]> {
		const seen: number[] = [];
		for (let at = 0; at < n; at += 1)
			seen.push(
				await call().then(
					(response) => response.status,
					() => 0,
				),
			);
		return seen;
	}

	it.each<[string, FaultRule, number[]]>([
		['each call', { kind: '500' }, [500, 500, 500, 500]],
		['each n-th call', { kind: '503', every: 2 }, [200, 503, 200, 503]],
		['named calls', { kind: '500', at: [1, 3] }, [500, 200, 500, 200]],
		['so often at most', { kind: '500', times: 2 }, [500, 500, 200, 200]],
		['each second call, once', { kind: 'reset', every: 2, times: 1 }, [200, 0, 200, 200]],
		['another method not', { kind: '500', method: 'POST' }, [200, 200]],
		['another path not', { kind: '500', path: '/v1.1/products' }, [200, 200]],
		['a path template', { kind: '500', path: '/v1.1/orders' }, [500, 500]],
		['a path prefix', { kind: '500', path: '/v1.1' }, [500, 500]],
		['a template stands for itself only', { kind: '500', path: '/v1.1/orders/{orderId}' }, [200, 200]],
		['all kinds in turn', { kind: 'any' }, [429, 500, 0, 0, 429, 500]],
	])('strikes %s', async (_what, rule, expected) => {
		sandbox.control.faults([rule]);
		expect(await statuses(expected.length)).toEqual(expected);
	});

	it('tells the wait of a 429 in milliseconds (live) and seconds (guide)', async () => {
		const guide = await SandboxClient.forGuide(sandbox);
		sandbox.control.faults([{ kind: '429', retryAfterMs: 1500 }]);
		const live = await list();
		expect([live.headers.get('x-skubana-quota-retryAfter'), live.headers.get('retry-after')]).toEqual(['1500', null]);
		expect((await guide.call('GET', '/api/orders')).headers.get('retry-after')).toBe('2');
	});

	it('a reset has no effect, a lost answer has one', async () => {
		sandbox.control.faults([{ kind: 'reset', path: '/v1/order', times: 1 }]);
		await expect(client.call('PUT', '/v1/order', [goodOrder({ orderNumber: 'L-1' })])).rejects.toThrow();
		expect(sandbox.control.orders({ number: 'L-1' })).toHaveLength(0);
		sandbox.control.faults([{ kind: 'lostAnswer', path: '/v1/order', times: 1 }]);
		await expect(client.call('PUT', '/v1/order', [goodOrder({ orderNumber: 'L-1' })])).rejects.toThrow();
		expect(sandbox.control.orders({ number: 'L-1' })).toHaveLength(1);
	});

	it.each<[effect: boolean | number | undefined, orders: number]>([
		[undefined, 0],
		[false, 0],
		[2, 2],
		[true, 3],
	])('says something else than what it does: effect %s, %d orders', async (effect, orders) => {
		sandbox.control.faults([
			{ kind: 'answer', path: '/v1/order', response: { status: 413, body: { message: 'Too large' }, effect } },
		]);
		const sent = await client.call(
			'PUT',
			'/v1/order',
			['X', 'X', 'X'].map((orderNumber) => goodOrder({ orderNumber })),
		);
		expect(sent).toMatchObject({ status: 413, body: { message: 'Too large' } });
		expect(sandbox.control.orders({ number: 'X' })).toHaveLength(orders);
	});

	it('cuts the JSON of a truncated answer', async () => {
		sandbox.control.faults([{ kind: 'truncated' }]);
		const response = await list();
		expect(response.status).toBe(200);
		expect(response.body).toEqual(expect.stringMatching(/^\[\{/));
	});

	it('hangs until the caller gives up', async () => {
		sandbox.control.faults([{ kind: 'hang' }]);
		await expect(
			fetch(`${sandbox.url}/v1.1/orders`, {
				headers: { authorization: 'Bearer sandbox-token' },
				signal: AbortSignal.timeout(80),
			}),
		).rejects.toThrow();
	});

	it('drips: the effect has happened, and the answer has no end', async () => {
		sandbox.control.faults([{ kind: 'drip', path: '/v1/order' }]);
		const response = await fetch(`${sandbox.url}/v1/order`, {
			method: 'PUT',
			headers: { authorization: 'Bearer sandbox-token' },
			body: JSON.stringify([goodOrder({ orderNumber: 'L-2' })]),
		});
		expect(response.status).toBe(200);
		const body = response.body!.getReader();
		for (let drop = 0; drop < 3; drop += 1) expect(String(Buffer.from((await body.read()).value!)).trim()).toBe('');
		await body.cancel();
		expect(sandbox.control.orders({ number: 'L-2' })).toHaveLength(1);
	});

	it('spares control calls always and the token endpoint unless its path is named', async () => {
		const form = (): Promise<Response> =>
			fetch(`${sandbox.url}/oauth/token`, {
				method: 'POST',
				body: new URLSearchParams({
					grant_type: 'client_credentials',
					client_id: 'sandbox-client',
					client_secret: 'sandbox-secret',
				}),
			});
		sandbox.control.faults([{ kind: '500' }]);
		expect((await form()).status).toBe(200);
		expect((await fetch(`${sandbox.url}/_control/books`)).status).toBe(200);
		sandbox.control.faults([{ kind: '503', path: '/oauth/token' }]);
		expect((await form()).status).toBe(503);
	});

	it('strikes the guide too', async () => {
		const guide = await SandboxClient.forGuide(sandbox);
		sandbox.control.faults([{ kind: 'lostAnswer', path: '/api/orders', method: 'POST', at: [2] }]);
		const call = (at: number): Promise<{ status: number }> =>
			guide.call('POST', '/api/orders', goodGuideOrder({ order_number: `G-${at}` }));
		expect([await statuses(1, () => call(1)), await statuses(1, () => call(2))]).toEqual([[201], [0]]);
		expect(sandbox.control.orders({ number: 'G-2' })).toHaveLength(1);
	});

	it('the log tells faults and statuses, and keeps exact totals', async () => {
		sandbox.control.faults([
			{ kind: '500', at: [2] },
			{ kind: 'reset', at: [3] },
		]);
		await statuses(4);
		const report = sandbox.control.requests();
		expect(report).toMatchObject({
			total: 4,
			byEndpoint: { 'GET /v1.1/orders': 4 },
			byStatus: { 0: 1, 200: 2, 500: 1 },
		});
		expect(report.log.map(({ n, fault }) => [n, fault])).toEqual([
			[1, null],
			[2, '500'],
			[3, 'reset'],
			[4, null],
		]);
		sandbox.control.clearRequests();
		expect(sandbox.control.requests().total).toBe(0);
	});

	describe('an answer that leads elsewhere', () => {
		const redirected = async (method: string, rule: Omit<FaultRule, 'kind'> = {}): Promise<Response> => {
			sandbox.control.faults([{ kind: 'redirect', times: 1, ...rule }]);
			const headers = { authorization: 'Bearer sandbox-token' };
			return await fetch(`${sandbox.url}/v1/order?a=1`, {
				method,
				headers,
				redirect: 'manual',
				...(method === 'GET' ? {} : { body: JSON.stringify([goodOrder({ orderNumber: 'R-1' })]) }),
			});
		};

		it.each([301, 302, 303, 307, 308])('has status %d and does not do the work', async (status) => {
			expect((await redirected('PUT', { status })).status).toBe(status);
			expect(sandbox.control.orders({ number: 'R-1' })).toHaveLength(0);
		});

		it('leads to another origin with the same path, to any origin, or to an address', async () => {
			const leadsTo = async (location?: string): Promise<string | null> =>
				(await redirected('PUT', { location })).headers.get('location');
			expect(await leadsTo()).toBe(`http://localhost:${sandbox.port}/v1/order?a=1`);
			expect(await leadsTo('https://example.com')).toBe('https://example.com/v1/order?a=1');
			expect(await leadsTo('https://example.com/login')).toBe('https://example.com/login');
		});
	});

	it('refuses in a 2xx, in any words, without doing the work', async () => {
		sandbox.control.faults([
			{ kind: 'answer', response: { body: { success: false, message: 'Refused' } }, at: [1] },
			{ kind: 'answer', response: { status: 202, body: { error: { message: 'No' } } }, at: [2] },
		]);
		const create = async (): ReturnType<SandboxClient['call']> =>
			await client.call('PUT', '/v1/order', [goodOrder({ orderNumber: 'Q-1' })]);
		expect(await create()).toMatchObject({ status: 200, body: { success: false, message: 'Refused' } });
		expect(await create()).toMatchObject({ status: 202, body: { error: { message: 'No' } } });
		expect(sandbox.control.orders({ number: 'Q-1' })).toHaveLength(0);
		expect(await create()).toMatchObject({ status: 200, body: { orders: [{ orderNumber: 'Q-1' }] } });
	});

	it('does the work twice, as behind a proxy that repeats writes', async () => {
		sandbox.control.faults([{ kind: 'repeated', times: 1 }]);
		const { orders } = await client.send<{ orders: Array<{ orderId: number }> }>('PUT', '/v1/order', [
			goodOrder({ orderNumber: 'P-1' }),
		]);
		const made = sandbox.control.orders({ number: 'P-1' }).map(({ orderId }) => orderId);
		expect(made).toHaveLength(2);
		expect(orders.map(({ orderId }) => orderId)).toEqual([made[1]]);
		expect(sandbox.control.books().doubled).toEqual(['P-1']);
	});

	it('refuses a kind it does not know', async () => {
		const response = await fetch(`${sandbox.url}/_control/faults`, {
			method: 'PUT',
			body: JSON.stringify([{ kind: 'flood' }]),
		});
		expect(response.status).toBe(400);
	});

	it('answers something else instead of doing the work, or after it', async () => {
		const notes = (text: string) => client.call('POST', '/v1/orders/notes', { orderId: 77120046, internalNotes: text });
		const noted = (): unknown => sandbox.control.orders({ number: 'NW-10046' })[0]?.internalNotes;
		sandbox.control.faults([
			{ kind: 'answer', path: '/v1/orders/notes', at: [1], response: { status: 202, body: { ok: false } } },
		]);
		expect(await notes('one')).toMatchObject({ status: 202, body: { ok: false } });
		expect(noted()).not.toBe('one');
		sandbox.control.faults([
			{ kind: 'answer', path: '/v1/orders/notes', response: { body: '<html></html>', effect: true } },
		]);
		expect((await notes('two')).status).toBe(200);
		expect(noted()).toBe('two');
	});
});
