import { sendInBatches } from '../../../nodes/shared/batch/sendInBatches';
import type { BatchItem, ItemResult } from '../../../nodes/shared/batch/types';
import { BATCHES_AT_ONCE, type Write, write } from '../../../nodes/shared/batch/write';
import { row } from '../../../nodes/shared/http/endpoint';
import { ApiError } from '../../../nodes/shared/http/errors/apiError';
import { Random } from '../../sandbox/store/random';
import { apiClient } from '../../support/apiClient';
import { placed } from '../../support/samples';
import { type Script, useScriptedService } from '../../support/scriptedService';

const SEED = Number(process.env.BATCH_SEED ?? Date.now() % 2 ** 31);
const trouble = new ApiError({ kind: 'unavailable', message: 'The service is down.' });
const refusal = new ApiError({ kind: 'refused', message: 'Refused', status: 422 });
const NOT_SENT = /^Not sent, because an earlier request of this run failed/;

/** A service whose batches finish when the test says so. */
class Slow {
	readonly begun: string[][] = [];
	/** The largest number of batches at a time. */
	most = 0;
	private readonly ends = new Map<string, (error?: Error) => void>();
	private now = 0;

	readonly send = async (batch: Array<BatchItem<string>>): Promise<Array<ItemResult<string>>> => {
		const values = batch.map(({ value }) => value);
		this.begun.push(values);
		this.most = Math.max(this.most, ++this.now);
		const error = await new Promise<Error | undefined>((resolve) => this.ends.set(values.join(), resolve));
		this.now -= 1;
		if (error) throw error;
		return batch.map(({ index, value }) => ({ index, ok: true, value: `${value} is done` }));
	};

	async end(values: string, error?: Error): Promise<void> {
		await settled();
		this.ends.get(values)?.(error);
		await settled();
	}

	/** What is under way, by its first value. */
	get underWay(): string[] {
		return this.begun.map(([first = '']) => first);
	}
}

const settled = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));
const wide = { width: () => 3, keyOf: (value: string) => value };
const texts = (results: Array<ItemResult<string>>): string[] =>
	results.map((one) => (one.ok ? one.value : one.error.message));

describe('batches that may overlap', () => {
	it('go several at a time once the first has come back, and results stay in the order of the inputs', async () => {
		const service = new Slow();
		const sending = sendInBatches(placed(['a', 'b', 'c', 'd', 'e']), 1, service.send, wide);
		await settled();
		expect(service.underWay).toEqual(['a']);
		await service.end('a');
		expect(service.underWay).toEqual(['a', 'b', 'c', 'd']);
		for (const one of ['d', 'c', 'e', 'b']) await service.end(one);
		expect(texts(await sending)).toEqual(['a', 'b', 'c', 'd', 'e'].map((one) => `${one} is done`));
		expect(service.most).toBe(3);
	});

	it('go alone where nothing says what they change', async () => {
		const service = new Slow();
		const sending = sendInBatches(placed(['a', 'b', 'c']), 1, service.send);
		for (const one of ['a', 'b', 'c']) await service.end(one);
		await sending;
		expect(service.most).toBe(1);
	});

	it('wait for one that changes the same thing, and nobody overtakes them', async () => {
		const service = new Slow();
		const keyOf = ([thing]: string): string | undefined => thing;
		const inputs = placed(['a1', 'b1', 'b2', 'c1']);
		const sending = sendInBatches(inputs, 1, service.send, { width: () => 3, keyOf });
		await service.end('a1');
		expect(service.underWay).toEqual(['a1', 'b1']);
		await service.end('b1');
		expect(service.underWay).toEqual(['a1', 'b1', 'b2', 'c1']);
		await service.end('b2');
		await service.end('c1');
		expect(texts(await sending)).toHaveLength(4);
	});

	it('after trouble in one, the others finish and have their results, and no further one begins', async () => {
		const service = new Slow();
		const sending = sendInBatches(placed(['a', 'b', 'c', 'd', 'e', 'f']), 1, service.send, wide);
		await service.end('a');
		await service.end('c', trouble);
		await service.end('d');
		await service.end('b');
		expect(texts(await sending)).toEqual([
			'a is done',
			'b is done',
			'The service is down.',
			'd is done',
			expect.stringMatching(NOT_SENT),
			expect.stringMatching(NOT_SENT),
		]);
		expect(service.begun).toHaveLength(4);
	});

	it('after trouble in one, another that is refused is not split any more: its rows say that they were not sent', async () => {
		const service = new Slow();
		const sending = sendInBatches(placed(['a', 'b', 'c', 'd', 'e', 'f']), 2, service.send, wide);
		await service.end('a,b');
		await service.end('c,d', trouble);
		await service.end('e,f', refusal);
		const [, , ...rest] = texts(await sending);
		expect(rest).toEqual([
			'The service is down.',
			'The service is down.',
			expect.stringMatching(NOT_SENT),
			expect.stringMatching(NOT_SENT),
		]);
	});

	it('a refused one is split while the others go on', async () => {
		const service = new Slow();
		const sending = sendInBatches(placed(['a', 'b', 'c', 'd', 'e', 'f']), 2, service.send, wide);
		await service.end('a,b');
		await service.end('c,d', refusal);
		await service.end('d', refusal);
		await service.end('e,f');
		await service.end('c');
		expect(texts(await sending)).toEqual(
			['a', 'b', 'c', 'Refused', 'e', 'f'].map((one) => (one === 'Refused' ? one : `${one} is done`)),
		);
	});

	it(`whatever happens, each input has one result, which tells the truth (seed ${SEED})`, async () => {
		const random = new Random(SEED);
		for (let run = 0; run < 100; run++) {
			const inputs = placed(Array.from({ length: 1 + Math.floor(random.next() * 40) }, (_, at) => `${at}`));
			const bad = new Set(inputs.filter(() => random.next() < 0.05).map(({ value }) => value));
			const [done, failed] = [new Set<string>(), new Set<string>()];
			const busy = new Set<string>();
			const keyOf = (value: string): string => String(Number(value) % 7);
			let down = false;
			const results = await sendInBatches(
				inputs,
				1 + Math.floor(random.next() * 6),
				async (batch) => {
					const keys = new Set(batch.map(({ value }) => keyOf(value)));
					expect([...keys].filter((key) => busy.has(key))).toEqual([]);
					for (const key of keys) busy.add(key);
					expect(down).toBe(false);
					for (let turns = random.next() * 4; turns > 0; turns--) await settled();
					for (const key of keys) busy.delete(key);
					if (batch.some(({ value }) => bad.has(value))) throw refusal;
					if (random.next() < 0.02) {
						down = true;
						for (const { value } of batch) failed.add(value);
						throw trouble;
					}
					for (const { value } of batch) done.add(value);
					return batch.map(({ index, value }) => ({ index, ok: true, value }));
				},
				{ width: () => 4, keyOf },
			);
			expect(results.map(({ index }) => index)).toEqual(inputs.map(({ index }) => index));
			for (const one of results) {
				const value = String(inputs[one.index]?.value);
				expect(one.ok).toBe(done.has(value));
				if (!one.ok && one.error === trouble) expect(failed.has(value)).toBe(true);
				if (!one.ok && one.error === refusal) expect(bad.has(value)).toBe(true);
			}
		}
	});
});

const MORE = { confirms: { by: 'results', empty: true, reason: 'test' }, batch: 1 } as const;
const SET = row('set', 'PUT', '/things', 'retry', 'test', MORE);
const CREATE = row('create', 'POST', '/things', 'reconcile', 'test', MORE);
const BUY = row('buy', 'POST', '/things', 'fail', 'test', MORE);
const CHECK = row('check', 'POST', '/check', 'retry', 'test', { batch: 1, writes: false });

describe('a write in several batches', () => {
	const service = useScriptedService();
	const settle = { names: (name: string) => ({ name }), succeed: ({ value }: { value: string }) => value };
	const duplicates = { by: (value: string) => value, name: (value: string) => value, field: 'name' } as const;
	const VALUES = [...'abcdefghijkl'];

	/** The most calls at a time, as the service sees them. */
	const run = async (how: Write<string, string, string>, scripts: Script[] = []) => {
		service.script(...scripts, ...Array.from({ length: 20 }, () => ({ body: null })));
		let [now, most] = [0, 0];
		const client = apiClient(service.url);
		const call = client.call.bind(client);
		client.call = async (...given) => {
			most = Math.max(most, ++now);
			return await call(...given).finally(() => (now -= 1));
		};
		const results = await write(client, placed(VALUES), { build: (value) => value, ...how });
		return { most, results };
	};

	it('sends several at a time where duplicates are rejected, or the write says what its rows change', async () => {
		expect((await run({ duplicates, endpoint: SET, settle })).most).toBe(BATCHES_AT_ONCE);
		expect((await run({ distinctBy: (value) => value, endpoint: CREATE, settle })).most).toBe(BATCHES_AT_ONCE);
		expect((await run({ shareBy: (value) => value, endpoint: SET, settle })).most).toBe(BATCHES_AT_ONCE);
	});

	it('sends several at a time where it changes nothing', async () => {
		const sendBatch = async (): Promise<Array<ItemResult<string>>> => [];
		expect((await run({ endpoint: CHECK, sendBatch })).most).toBe(0);
		const client = apiClient(service.url);
		let [now, most] = [0, 0];
		await write(client, placed(VALUES), {
			build: (value) => value,
			endpoint: CHECK,
			sendBatch: async () => {
				most = Math.max(most, ++now);
				await settled();
				now -= 1;
				return [];
			},
		});
		expect(most).toBe(BATCHES_AT_ONCE);
	});

	it('sends one after the other what must not be sent twice, what may touch a thing twice, and what goes alone', async () => {
		expect((await run({ duplicates, endpoint: BUY, settle })).most).toBe(1);
		expect((await run({ endpoint: SET, settle })).most).toBe(1);
		expect((await run({ distinctBy: () => 'all the same', endpoint: SET, settle })).most).toBe(1);
		expect((await run({ duplicates, endpoint: SET, settle, oneAtATime: true })).most).toBe(1);
	});

	it.each<[what: string, script: Script]>([
		['a refusal for too many requests', { status: 429 }],
		['a failure', { status: 503 }],
		['a lost response', { instead: 'break' }],
	])('goes on one by one after %s', async (_what, script) => {
		const { most, results } = await run({ duplicates, endpoint: SET, settle }, [script]);
		expect(most).toBe(1);
		expect(results.every(({ ok }) => ok)).toBe(true);
	});

	it('looks up after a lost response only the rows of that call', async () => {
		const looked: string[] = [];
		const { results } = await run(
			{
				duplicates,
				endpoint: CREATE,
				settle,
				find: async (rows) => {
					looked.push(rows.map(({ value }) => value).join());
					return ({ value }) => `${value} was found`;
				},
			},
			[{ body: null }, { instead: 'break' }],
		);
		expect(looked).toHaveLength(1);
		const found = results.flatMap((one) => (one.ok && one.value.endsWith('was found') ? [one.value[0]] : []));
		expect(found).toEqual(looked);
		expect(service.seen).toHaveLength(VALUES.length);
	});

	it('does not send what still waits for the rate limit when another batch meets trouble', async () => {
		const slow = row('slow', 'PUT', '/things', 'retry', 'test', { ...MORE, rateLimit: { perSecond: 1, burst: 2 } });
		service.script({ body: null }, { status: 401 }, ...Array.from({ length: 20 }, () => ({ body: null })));
		const client = apiClient(service.url, {
			requestsPerSecond: undefined,
			clock: {
				now: () => Date.now(),
				sleep: async (milliseconds, signal) => {
					await new Promise<void>((resolve) => {
						const timer = setTimeout(resolve, milliseconds);
						signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()));
					});
				},
			},
		});
		const results = await write(client, placed(VALUES), {
			build: (value) => value,
			duplicates,
			endpoint: slow,
			settle,
		});
		expect(service.seen).toHaveLength(2);
		expect(results.map((one) => one.ok || one.error.message)).toEqual([
			true,
			expect.stringContaining('does not accept the credential'),
			...VALUES.slice(2).map(() => expect.stringMatching(NOT_SENT)),
		]);
	});
});
