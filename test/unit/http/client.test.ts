import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { OnLostResponse } from '../../../nodes/shared/http/endpoint';
import { row } from '../../../nodes/shared/http/endpoint';
import { apiClient } from '../../support/apiClient';
import { FakeClock } from '../../support/fakeClock';
import { factsOf } from '../../support/samples';
import { type Script, useScriptedService } from '../../support/scriptedService';
import { until } from '../../support/until';

const READ = row('read', 'GET', '/things/{id}', 'retry', 'test');
const SAVE = row('save', 'PUT', '/things', 'retry', 'test');
const writing = (onLostResponse: OnLostResponse) => row('write', 'POST', '/things', onLostResponse, 'test');

describe('a call', () => {
	const service = useScriptedService();

	it('sends method, address and JSON, and gives the body of the answer', async () => {
		service.script({ body: { done: true } });
		const response = await apiClient(service.url).call(SAVE, { query: { notes: 'a&b' }, body: [{ sku: 'Ö' }] });
		expect(response).toEqual({ done: true });
		expect(service.seen).toEqual([{ method: 'PUT', url: '/things?notes=a%26b', body: [{ sku: 'Ö' }] }]);
	});

	it('waits for nothing when all is well', async () => {
		const clock = new FakeClock();
		service.script({ body: [] });
		await apiClient(service.url, { clock }).call(READ, { path: { id: '1' } });
		expect(clock.sleeps).toEqual([]);
	});

	describe('with a read-only credential', () => {
		it.each([SAVE, writing('reconcile'), row('remove', 'DELETE', '/things/{id}', 'retry', 'test')])(
			'refuses to $name before anything is sent',
			async (endpoint) => {
				expect(await factsOf(apiClient(service.url, { readOnly: true }).call(endpoint))).toMatchObject({
					kind: 'readOnly',
					endpoint: endpoint.name,
				});
				expect(service.seen).toEqual([]);
			},
		);

		it('reads, also by POST where the catalogue says that it changes nothing', async () => {
			service.script({ body: [] }, { body: [] });
			const client = apiClient(service.url, { readOnly: true });
			await client.call(READ, { path: { id: '1' } });
			await client.call(row('validate', 'POST', '/validate', 'retry', 'test', { writes: false }));
			expect(service.seen).toHaveLength(2);
		});
	});

	describe('to which the service says to slow down', () => {
		it.each<[what: string, headers: Record<string, string>, wait: number]>([
			['milliseconds', { 'x-skubana-quota-retryAfter': '1500' }, 1_500],
			['seconds', { 'Retry-After': '2' }, 2_000],
			['a date', { 'Retry-After': 'Thu, 05 Mar 2026 09:00:07 GMT' }, 7_000],
		])('waits as long as it names: %s', async (_what, headers, wait) => {
			const clock = new FakeClock();
			service.script({ status: 429, headers, body: { message: 'Too many' } }, { body: { done: true } });
			expect(await apiClient(service.url, { clock }).call(writing('fail'))).toEqual({ done: true });
			expect(clock.sleeps).toEqual([wait]);
		});

		it('holds everybody up who uses the same account and endpoint', async () => {
			const clock = {
				sleeps: [] as number[],
				now: () => Date.UTC(2026, 2, 5),
				sleep: async (ms: number) => void clock.sleeps.push(ms),
			};
			const choice = { clock, key: 'a shared account' };
			service.script({ status: 429, headers: { 'Retry-After': '4' } }, { body: [] }, { body: [] });
			await apiClient(service.url, choice).call(READ, { path: { id: '1' } });
			clock.sleeps.length = 0;
			await apiClient(service.url, choice).call(READ, { path: { id: '2' } });
			expect(clock.sleeps[0]).toBeGreaterThanOrEqual(4_000);
		});
	});

	describe('that fails for a while', () => {
		it.each<[what: string, trouble: Script]>([
			['status 500', { status: 500 }],
			['status 503 with a page', { status: 503, body: '<h1>Busy</h1>' }],
			['status 408', { status: 408 }],
			['status 425', { status: 425 }],
			['a broken connection', { instead: 'break' }],
			['a cut answer', { body: '{"id": 1' }],
			['an empty answer', { body: '' }],
			["a gateway's page", { body: '<html>Log in</html>' }],
		])('is repeated after %s', async (_what, trouble) => {
			service.script(trouble, trouble, { body: { id: 1 } });
			expect(await apiClient(service.url).call(READ, { path: { id: '1' } })).toEqual({ id: 1 });
			expect(service.seen).toHaveLength(3);
		});

		it('is repeated when no answer comes in time', async () => {
			service.script({ instead: 'hang' }, { body: { id: 1 } });
			expect(await apiClient(service.url, { timeoutMs: 300 }).call(READ, { path: { id: '1' } })).toEqual({ id: 1 });
		});

		it.each([400, 401, 403, 404, 409, 422])('is not repeated after status %d', async (status) => {
			service.script({ status, body: { message: 'No' } });
			expect(await factsOf(apiClient(service.url).call(READ, { path: { id: '1' } }))).toMatchObject({
				status,
				serviceMessage: 'No',
			});
			expect(service.seen).toHaveLength(1);
		});

		it('is tried as often as the run may, and says how often', async () => {
			service.script(...Array.from({ length: 9 }, () => ({ status: 503 })));
			const facts = await factsOf(
				apiClient(service.url, { retry: { maxTries: 3, maxWaitMs: 120_000 } }).call(READ, { path: { id: '1' } }),
			);
			expect(facts).toMatchObject({
				kind: 'unavailable',
				status: 503,
				message: expect.stringContaining('tried 3 times'),
			});
			expect(service.seen).toHaveLength(3);
		});

		it('is tried as long as the run may wait', async () => {
			const clock = new FakeClock();
			service.script(...Array.from({ length: 9 }, () => ({ status: 429, headers: { 'Retry-After': '2' } })));
			const facts = await factsOf(
				apiClient(service.url, { clock, retry: { maxTries: 9, maxWaitMs: 5_000 } }).call(READ, { path: { id: '1' } }),
			);
			expect(facts).toMatchObject({ kind: 'rateLimited', retryAfterMs: 2_000 });
			expect(clock.slept).toBe(4_000);
			expect(service.seen).toHaveLength(3);
		});

		it('goes only once when the run may try once', async () => {
			service.script({ status: 503 });
			const facts = await factsOf(
				apiClient(service.url, { retry: { maxTries: 1, maxWaitMs: 120_000 } }).call(READ, { path: { id: '1' } }),
			);
			expect(facts.message).not.toContain('tried');
			expect(service.seen).toHaveLength(1);
		});
	});

	it('to a service that is not there says which one, after as many tries', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const facts = await factsOf(apiClient(`http://127.0.0.1:${port}`).call(writing('reconcile')));
		expect(facts).toMatchObject({ kind: 'unreachable', message: expect.stringContaining(`127.0.0.1:${port}`) });
		expect(facts.message).toContain('tried 5 times');
	});

	describe('of an execution that the user stops', () => {
		it('is not sent', async () => {
			expect(
				await factsOf(apiClient(service.url, { signal: AbortSignal.abort() }).call(READ, { path: { id: '1' } })),
			).toMatchObject({ kind: 'cancelled' });
			expect(service.seen).toEqual([]);
		});

		it('is not repeated', async () => {
			const stop = new AbortController();
			const clock = new FakeClock();
			const sleep = clock.sleep.bind(clock);
			clock.sleep = async (ms) => {
				stop.abort();
				await sleep(ms);
			};
			service.script({ status: 503 }, { body: [] });
			expect(
				await factsOf(apiClient(service.url, { clock, signal: stop.signal }).call(READ, { path: { id: '1' } })),
			).toMatchObject({ kind: 'cancelled' });
			expect(service.seen).toHaveLength(1);
		});
	});

	describe('that is under way when the user stops the execution', () => {
		const stopDuring = async (call: (signal: AbortSignal) => Promise<unknown>) => {
			const stop = new AbortController();
			const facts = factsOf(call(stop.signal));
			await until(() => service.seen.length > 0);
			stop.abort();
			return await facts;
		};

		it('ends: a read is cancelled', async () => {
			service.script({ instead: 'hang' });
			const facts = await stopDuring(
				async (signal) => await apiClient(service.url, { signal }).call(READ, { path: { id: '1' } }),
			);
			expect(facts).toMatchObject({ kind: 'cancelled', endpoint: 'read', effect: 'read' });
		});

		it.each<OnLostResponse>(['retry', 'reconcile', 'fail'])(
			'ends: a write is in doubt (%s)',
			async (onLostResponse) => {
				service.script({ instead: 'hang' });
				const facts = await stopDuring(
					async (signal) => await apiClient(service.url, { signal }).call(writing(onLostResponse)),
				);
				expect(facts).toMatchObject({
					kind: 'indeterminate',
					effect: 'unknown',
					message: expect.stringMatching(/stopped.*Whether the change took effect is not known/),
				});
			},
		);

		it('ends for those who wait for the first request of the run, and sends nothing for them', async () => {
			service.script({ instead: 'hang' });
			const stop = new AbortController();
			const client = apiClient(service.url, { signal: stop.signal });
			const calls = [factsOf(client.call(writing('fail'))), factsOf(client.call(writing('fail')))];
			await until(() => service.seen.length > 0);
			stop.abort();
			const [first, second] = await Promise.all(calls);
			expect(first).toMatchObject({ kind: 'indeterminate' });
			expect(second).toMatchObject({ kind: 'cancelled', effect: 'notSent' });
			expect(service.seen).toHaveLength(1);
		});

		it('is in doubt when an earlier try of it was, whatever the last one came to', async () => {
			const stop = new AbortController();
			const clock = new FakeClock();
			clock.sleep = async () => {
				if (service.seen.length === 2) stop.abort();
			};
			service.script({ instead: 'break' }, { status: 429 }, { body: {} });
			expect(await factsOf(apiClient(service.url, { clock, signal: stop.signal }).call(SAVE))).toMatchObject({
				kind: 'indeterminate',
				effect: 'unknown',
			});
			expect(service.seen).toHaveLength(2);
		});
	});

	it('to which nobody answers in time says so, and for how long it was waited', async () => {
		service.script({ instead: 'hang' });
		const facts = await factsOf(
			apiClient(service.url, { timeoutMs: 100, retry: { maxTries: 1, maxWaitMs: 0 } }).call(SAVE),
		);
		expect(facts).toMatchObject({
			kind: 'unreachable',
			effect: 'unknown',
			message: expect.stringMatching(/gave no complete response within 0\.1 seconds\.$/),
		});
	});

	it('may be waited for longer than a timer can be', async () => {
		service.script({ body: { done: true } });
		expect(await apiClient(service.url, { timeoutMs: 2 ** 33 }).call(SAVE)).toEqual({ done: true });
	});

	it('that fails does not tell the token', async () => {
		const token = 'token-that-nobody-may-see';
		service.script({ status: 400, body: { message: 'No' } }, { instead: 'break' });
		const client = apiClient(service.url, { token, retry: { maxTries: 1, maxWaitMs: 0 } });
		for (const facts of [await factsOf(client.call(SAVE)), await factsOf(client.call(SAVE))])
			expect(JSON.stringify(facts)).not.toContain(token);
	});
});

describe('a run that the user stops', () => {
	it('ends a wait that is none of a call, such as that for changes to show', async () => {
		const stop = new AbortController();
		const clock = new FakeClock();
		const client = apiClient('http://127.0.0.1:9', { clock, signal: stop.signal });
		await client.wait(5_000);
		stop.abort();
		expect(await factsOf(client.wait(5_000))).toMatchObject({ kind: 'cancelled' });
		expect(clock.sleeps).toEqual([5_000, 5_000]);
	});

	it('leaves a queue, in which those behind it move up', async () => {
		const stop = new AbortController();
		const [stopping, going] = [
			apiClient('http://127.0.0.1:9', { signal: stop.signal }),
			apiClient('http://127.0.0.1:9'),
		];
		const done: string[] = [];
		let finish = (): void => undefined;
		const first = going.inTurns(['a queue'], async () => await new Promise<void>((resolve) => (finish = resolve)));
		const second = factsOf(stopping.inTurns(['a queue'], async () => done.push('second')));
		const third = going.inTurns(['a queue'], async () => done.push('third'));
		stop.abort();
		expect(await second).toMatchObject({ kind: 'cancelled' });
		expect(done).toEqual([]);
		finish();
		await Promise.all([first, third]);
		expect(done).toEqual(['third']);
	});

	it('waits for work that has its turn, because it knows what it has done', async () => {
		const stop = new AbortController();
		const client = apiClient('http://127.0.0.1:9', { signal: stop.signal });
		const work = client.inTurns(['a queue'], async () => {
			stop.abort();
			return await Promise.resolve('done');
		});
		expect(await work).toBe('done');
	});
});

describe('the pace of a client', () => {
	const service = useScriptedService();
	const SLOW = row('slow', 'GET', '/slow', 'retry', 'test', { rateLimit: { perSecond: 0.1, burst: 1 } });
	const responses = (count: number): Script[] => Array.from({ length: count }, () => ({ body: [] }));

	it("is the catalogue's", async () => {
		const clock = new FakeClock();
		service.script(...responses(3));
		const client = apiClient(service.url, { clock, requestsPerSecond: undefined });
		for (let call = 0; call < 3; call++) await client.call(SLOW);
		expect(clock.sleeps).toEqual([10_000, 10_000]);
	});

	it("is the user's where there is one", async () => {
		const clock = new FakeClock();
		service.script(...responses(3));
		const client = apiClient(service.url, { clock, requestsPerSecond: 1 });
		for (let call = 0; call < 3; call++) await client.call(SLOW);
		expect(clock.sleeps).toEqual([1_000, 1_000]);
	});

	it("is the catalogue's again for a node that does not change it, after one that did", async () => {
		const clock = new FakeClock();
		service.script(...responses(4));
		await apiClient(service.url, { clock, key: 'an account', requestsPerSecond: 1000 }).call(SLOW);
		await clock.sleep(60_000);
		clock.sleeps.length = 0;
		const usual = apiClient(service.url, { clock, key: 'an account', requestsPerSecond: undefined });
		for (let call = 0; call < 3; call++) await usual.call(SLOW);
		expect(clock.slept).toBe(20_000);
	});
});
