import { inWords } from '../../support/inWords';
import type { ItemResult } from '../../../nodes/shared/batch/types';
import { type Write, write } from '../../../nodes/shared/batch/write';
import { InputError } from '../../../nodes/shared/domain/inputError';
import { row } from '../../../nodes/shared/http/endpoint';
import { ApiError } from '../../../nodes/shared/http/errors/apiError';
import { apiClient } from '../../support/apiClient';
import { placed } from '../../support/samples';
import { useScriptedService } from '../../support/scriptedService';

const MORE = { confirms: { by: 'results', empty: true, reason: 'test' }, batch: 2 } as const;
const RETRY = row('set', 'PUT', '/things', 'retry', 'test', MORE);
const RECONCILE = row('create', 'POST', '/things', 'reconcile', 'test', MORE);
const FAIL = row('buy', 'POST', '/things', 'fail', 'test', MORE);

const settle = {
	names: (name: string) => ({ name }),
	succeed: ({ value }: { value: string }) => `${value} is done`,
};
const build = (value: string): string => value.toUpperCase();
/** An empty response confirms all rows of a call. */
const DONE = { body: null };
const LOST = { instead: 'break' } as const;
const DOWN = { status: 503 };
const NOT_SENT = /^Not sent, because an earlier request of this run failed/;

describe('a write', () => {
	const service = useScriptedService();
	const send = async (values: string[], how: Write<string, string, string>): Promise<Array<ItemResult<string>>> => {
		const client = apiClient(service.url, { retry: { maxTries: 2, maxWaitMs: 1000 } });
		return (await write(client, placed(values), how)).sort((one, other) => one.index - other.index);
	};
	const texts = (results: Array<ItemResult<string>>): string[] =>
		results.map((one) => (one.ok ? one.value : inWords(one.error)));
	const bodies = (): unknown[] => service.seen.map(({ body }) => body);

	it('sends the bodies of all inputs in batches, and gives every input its result', async () => {
		service.script(DONE, DONE);
		const results = await send(['a', 'b', 'c'], { build, endpoint: RETRY, settle });
		expect(bodies()).toEqual([['A', 'B'], ['C']]);
		expect(texts(results)).toEqual(['a is done', 'b is done', 'c is done']);
	});

	it('does not send an input whose body cannot be built, nor a duplicate', async () => {
		service.script(DONE);
		const results = await send(['a', 'bad', 'a'], {
			build: (value) => {
				if (value === 'bad') throw new InputError('Name', 'It is bad.', 'Mend it.');
				return value;
			},
			duplicates: { by: (value) => value, name: (value) => `thing ${value}`, field: 'name' },
			endpoint: RETRY,
			settle,
		});
		expect(bodies()).toEqual([['a']]);
		expect(texts(results)).toEqual([
			'a is done',
			expect.stringContaining('It is bad.'),
			expect.stringContaining('This run has thing a twice: item 1 came first.'),
		]);
	});

	it('sends inputs that share a result once', async () => {
		service.script(DONE);
		const results = await send(['a', 'b', 'a'], { build, shareBy: (value) => value, endpoint: RETRY, settle });
		expect(bodies()).toEqual([['A', 'B']]);
		expect(texts(results)).toEqual(['a is done', 'b is done', 'a is done']);
	});

	it('sends each group in calls of its own', async () => {
		service.script(DONE, DONE);
		await send(['a1', 'b1', 'a2'], { build, groupBy: ([kind = '']) => kind, endpoint: RETRY, settle });
		expect(bodies()).toEqual([['A1', 'A2'], ['B1']]);
	});

	it('does not send the groups after one that failed for what they would meet too', async () => {
		service.script(DOWN, DOWN);
		const results = await send(['a', 'b', 'c'], { build, groupBy: (value) => value, endpoint: RETRY, settle });
		expect(bodies()).toEqual([['A'], ['A']]);
		expect(texts(results).slice(1)).toEqual([expect.stringMatching(NOT_SENT), expect.stringMatching(NOT_SENT)]);
	});

	it('sends nothing after such trouble in an earlier step', async () => {
		service.script();
		const trouble = new ApiError({ kind: 'unavailable', message: 'The service is down.' });
		const after = [{ index: 9, ok: false as const, error: trouble }];
		expect(texts(await send(['a'], { build, after, endpoint: RETRY, settle }))).toEqual([
			expect.stringMatching(NOT_SENT),
		]);
		expect(bodies()).toEqual([]);
	});

	it('sends everything again after a lost response where a repeat changes nothing', async () => {
		service.script(LOST, DONE);
		expect(texts(await send(['a'], { build, endpoint: RETRY, settle }))).toEqual(['a is done']);
		expect(bodies()).toEqual([['A'], ['A']]);
	});

	it('looks up what took effect where a repeat would do it twice, and sends only the rest', async () => {
		service.script(LOST, DONE);
		const results = await send(['a', 'b'], {
			build,
			endpoint: RECONCILE,
			settle,
			find:
				async () =>
				({ value }) =>
					value === 'a' ? 'a was found' : undefined,
		});
		expect(bodies()).toEqual([['A', 'B'], ['B']]);
		expect(texts(results)).toEqual(['a was found', 'b is done']);
	});

	it.each([RECONCILE, FAIL])('never sends again what nobody can look up ($name)', async (endpoint) => {
		service.script(LOST, DONE);
		const results = await send(['a', 'b', 'c'], { build, endpoint, settle });
		expect(bodies()).toEqual([['A', 'B']]);
		expect(texts(results)).toEqual([
			expect.stringContaining('Whether the change took effect is not known.'),
			expect.stringContaining('Whether the change took effect is not known.'),
			expect.stringMatching(NOT_SENT),
		]);
	});

	it('halves a refused batch until the input at fault is alone', async () => {
		service.script({ status: 400 }, DONE, { status: 400 });
		const results = await send(['a', 'b'], { build, endpoint: FAIL, settle });
		expect(bodies()).toEqual([['A', 'B'], ['A'], ['B']]);
		expect(results.map(({ ok }) => ok)).toEqual([true, false]);
	});

	it('does one thing after the other where a call takes one, and stops at a lost response', async () => {
		const begun: string[] = [];
		const results = await send(['a', 'b', 'c'], {
			sendAtMostOnce: async ({ value }) => {
				begun.push(value);
				if (value === 'b')
					throw new ApiError({ kind: 'indeterminate', message: 'Nobody knows.', baseMessage: 'Lost.' });
				return `${value} is done`;
			},
		});
		expect(begun).toEqual(['a', 'b']);
		expect(texts(results)).toEqual([
			'a is done',
			'Nobody knows. It is not sent again, because it might then be done twice.',
			'Not sent, because an earlier request of this run failed: Lost.',
		]);
	});

	it('hands the bodies of one step to the next', async () => {
		service.script(DONE);
		const client = apiClient(service.url);
		await write(client, placed(['a']), {
			build,
			sendGroup: async (rows) => await write(client, rows, { endpoint: RETRY, settle }),
		});
		expect(bodies()).toEqual([['A']]);
	});
});
