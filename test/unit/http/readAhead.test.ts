import { getEventListeners } from 'node:events';
import { row } from '../../../nodes/shared/http/endpoint';
import { type ReadOptions, paginate } from '../../../nodes/shared/http/paginate';
import { MOST_AHEAD, MOST_AT_ONCE } from '../../../nodes/shared/http/readAhead';
import { type ClientChoice, apiClient } from '../../support/apiClient';
import { type Reply, useListener } from '../../support/listener';
import { all, factsOf } from '../../support/samples';

const SIZE = 3;
const PAGED = row('list', 'GET', '/rows', 'retry', 'test', {
	paging: { sizeParameter: 'limit', defaultSize: SIZE, maxSize: 100 },
});
/** Calls beyond the end of a list, at most. */
const NEEDLESS = MOST_AT_ONCE - 1;

describe('a list that is read ahead', () => {
	const service = useListener();
	/** Requests that wait for their response, and the most at once so far. */
	let open = 0;
	let most = 0;
	/** Each test reads a list of its own: calls that ended with the test before may still arrive. */
	let list = 0;
	beforeEach(() => {
		open = most = 0;
		list += 1;
	});

	const pageOf = (url: string): number => Number(new URL(url, service.url).searchParams.get('page'));
	const asked = (): number[] =>
		service.heard.filter(({ url }) => url.includes(`list=${list}&`)).map(({ url }) => pageOf(url));
	const numbers = (count: number): number[] => [...Array(count).keys()];
	/** Serves a list of so many rows; `before` may hold a page back or replace it. */
	const serve = (
		count: number,
		before: (page: number) => Promise<Reply | void> | Reply | void = () => undefined,
	): void => {
		service.reply = async ({ url }) => {
			most = Math.max(most, (open += 1));
			const instead = await before(pageOf(url));
			open -= 1;
			const from = (pageOf(url) - 1) * SIZE;
			return instead ?? { status: 200, body: numbers(count).slice(from, from + SIZE) };
		};
	};
	const heard = async (page: number): Promise<void> => {
		while (!asked().includes(page)) await new Promise(setImmediate);
	};
	const never = async (): Promise<never> => await new Promise<never>(() => undefined);
	const NO: Reply = { status: 400, body: { message: 'No' } };

	const read = (more: Partial<ReadOptions<number>> = {}, choice: ClientChoice = {}, endpoint = PAGED) =>
		paginate(apiClient(service.url, choice), endpoint, {
			pageSize: SIZE,
			query: { list: String(list) },
			rows: (body) => body as number[],
			key: String,
			ahead: () => Infinity,
			...more,
		});
	/** What comes out before the error. */
	const until = async (pages: AsyncIterable<number[]>): Promise<{ rows: number[]; facts: unknown }> => {
		const rows: number[] = [];
		const reading = (async () => {
			for await (const page of pages) rows.push(...page);
		})();
		return { facts: await factsOf(reading), rows };
	};

	it('comes out in order, even if later pages arrive first', async () => {
		serve(60, async (page) => (page > 1 && page % 2 === 0 && page < 20 ? await heard(page + 1) : undefined));
		expect(await all(read())).toEqual(numbers(60));
		expect(most).toBeGreaterThan(1);
		expect(most).toBeLessThanOrEqual(MOST_AT_ONCE);
	});

	it.each([0, 1, 2, 3, 4, 6, 7, 29, 30, 31])('of %d rows takes three needless calls at most', async (count) => {
		serve(count);
		expect(await all(read())).toEqual(numbers(count));
		const needed = Math.floor(count / SIZE) + 1;
		expect(asked().sort((one, other) => one - other)).toEqual(numbers(asked().length).map((page) => page + 1));
		expect(asked().length).toBeLessThanOrEqual(needed + NEEDLESS);
	});

	it('is asked for one page if that page is not full', async () => {
		serve(2);
		await all(read());
		expect(asked()).toEqual([1]);
	});

	it('is asked for two pages if the service may have reduced the first one', async () => {
		serve(3);
		expect(await all(read({ pageSize: 50 }))).toEqual([0, 1, 2]);
		expect(asked()).toEqual([1, 2]);
	});

	it.each([
		[3, 1],
		[4, 2],
		[9, 3],
		[20, 7],
	])('is not read beyond a limit: %d rows take %d calls', async (limit, calls) => {
		serve(90);
		let given = 0;
		for await (const page of read({ ahead: () => limit - given })) {
			given += page.length;
			if (given >= limit) break;
		}
		expect(asked().sort((one, other) => one - other)).toEqual(numbers(calls).map((page) => page + 1));
	});

	it('is read a page further when rows came twice', async () => {
		service.reply = ({ url }) => ({
			status: 200,
			body:
				[
					[1, 2, 3],
					[3, 2, 4],
					[5, 6, 7],
					[8, 9, 10],
				][pageOf(url) - 1] ?? [],
		});
		let given = 0;
		const rows: number[] = [];
		for await (const page of read({ ahead: () => 6 - given })) {
			rows.push(...page);
			given += page.length;
			if (given >= 6) break;
		}
		expect(rows).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(asked()).toEqual([1, 2, 3]);
	});

	it('is read one page at a time after a 429', async () => {
		let after = 0;
		serve(90, (page) => {
			if (page === 8 && after === 0) {
				after = 1;
				most = 0;
				return { status: 429, body: {} };
			}
			// What was under way when the service complained may still arrive.
			if (after === 1 && page > 8 + MOST_AHEAD) {
				after = 2;
				most = open;
			}
			return undefined;
		});
		expect(await all(read())).toEqual(numbers(90));
		expect(after).toBe(2);
		expect(most).toBe(1);
	});

	it('does not ask early for pages that the rate limit would hold back', async () => {
		serve(30);
		let taken = 0;
		for await (const _ of read({}, { requestsPerSecond: 1 })) {
			taken += 1;
			expect(Math.max(...asked())).toBeLessThanOrEqual(taken + 1);
		}
		expect(taken).toBe(10);
	});

	it('fails where its failing page comes, after the rows before it', async () => {
		serve(60, (page) => (page === 4 ? NO : undefined));
		const { rows, facts } = await until(read());
		expect(facts).toMatchObject({ kind: 'refused', serviceMessage: 'No' });
		expect(rows).toEqual(numbers(9));
	});

	it.each<[what: string, beyond: () => Reply | Promise<never>]>([
		['fail', () => NO],
		['never arrive', never],
		['are no list', () => ({ status: 200, body: 'nothing here' })],
	])('is not troubled by pages beyond its end that %s', async (_, beyond) => {
		serve(20, (page) => (page > 7 ? beyond() : undefined));
		expect(await all(read())).toEqual(numbers(20));
		expect(asked().length).toBeGreaterThan(7);
	});

	it('ends for a reader who has enough, whatever is still under way', async () => {
		serve(90, (page) => (page > 2 ? never() : undefined));
		for await (const page of read()) {
			if (!page.includes(3)) continue;
			await heard(4);
			break;
		}
		expect(asked()).toContain(4);
	});

	it('ends at once when the user stops the execution', async () => {
		const stop = new AbortController();
		serve(90, async (page) => {
			if (page < 3) return undefined;
			await heard(4);
			stop.abort();
			return await never();
		});
		const { rows, facts } = await until(read({}, { signal: stop.signal }));
		expect(facts).toMatchObject({ kind: 'cancelled' });
		expect(rows).toEqual(numbers(6));
		expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
	});

	it('does not pile up before a slow reader', async () => {
		serve(90);
		let taken = 0;
		for await (const _ of read()) {
			taken += 1;
			for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
			expect(asked().length).toBeLessThanOrEqual(taken + MOST_AHEAD);
		}
		expect(taken).toBe(30);
	});

	it.each<[what: string, page: (number: number) => number[], kind: RegExp, calls: number]>([
		['the same page again and again', () => [1, 2, 3], /Page 2/, 2],
		['two pages by turns', (page) => (page % 2 === 1 ? [1, 2, 3] : [4, 5, 6]), /only repeated rows/, 6],
	])('that never ends is an error: %s', async (_, page, message, calls) => {
		service.reply = ({ url }) => ({ status: 200, body: page(pageOf(url)) });
		const { facts } = await until(read());
		expect(facts).toMatchObject({ kind: 'unreadable', message: expect.stringMatching(message) });
		expect(asked().length).toBeLessThanOrEqual(calls + NEEDLESS);
	});

	it.each<[what: string, more: Partial<ReadOptions<number>>, endpoint: typeof PAGED]>([
		['reading consumes', {}, { ...PAGED, consumes: true }],
		['each response says whether more follow', { more: (body) => (body as number[]).length > 0 }, PAGED],
	])('is read one page at a time where %s', async (_, more, endpoint) => {
		serve(30);
		let taken = 0;
		for await (const __ of read(more, {}, endpoint)) {
			taken += 1;
			await new Promise(setImmediate);
			expect(asked()).toHaveLength(taken);
		}
	});
});
