import type { Changed, ChangeFeed } from '../../../nodes/shared/api/ports/changes';
import { iso } from '../../../nodes/shared/events/time';
import { ConsistentReader } from '../../../nodes/ExtensivTrigger/engine/consistentRead';

const T = Date.UTC(2026, 2, 1) / 1000;
const SPAN = { from: T, to: T + 3_600 };

const row = (id: number, at = T + id): Changed<number> => ({
	id: String(id),
	at: iso(at),
	createdAt: iso(T),
	modifiedAt: iso(at),
	value: id,
	raw: id,
});
const rows = (from: number, count: number): Array<Changed<number>> =>
	Array.from({ length: count }, (_, at) => row(from + at));

/** A feed that answers with the pages given, one reading after the other; pages of ten, lists below five come in one answer for certain. */
function feed(
	readings: Array<Array<Array<Changed<number>>>>,
	modifiedSince?: Array<Changed<number>>,
): ChangeFeed<number> & { calls: number; modifiedSinceCalls: string[] } {
	const calls = {
		by: 'change' as const,
		calls: 0,
		modifiedSinceCalls: [] as string[],
		async *read() {
			yield* readings[calls.calls++] ?? [];
		},
		...(modifiedSince && {
			async *modifiedSince(since: string) {
				calls.modifiedSinceCalls.push(since);
				if (modifiedSince.length > 0) yield modifiedSince;
			},
		}),
		singlePageLimit: 5,
	};
	return calls;
}
const reader = (of: ChangeFeed<number>, confirmed = true): ConsistentReader<number> =>
	new ConsistentReader(of, {
		narrowing: {},
		clock: { now: () => T + 3_660, time: { started: T + 3_660, latest: T + 3_660, confirmed } },
		late: 180,
	});
const ids = (read: Array<Changed<number>> | 'split'): string =>
	read === 'split' ? read : read.map(({ id }) => id).join();

describe('A reading that counts', () => {
	it('came in one answer: no other call is made', async () => {
		const list = feed([[rows(1, 4)]], []);
		expect(ids(await reader(list).read(SPAN, 100))).toBe('1,2,3,4');
		expect(list).toMatchObject({ calls: 1, modifiedSinceCalls: [] });
	});

	it('came in several, and nothing was touched meanwhile: one more call finds that out', async () => {
		const list = feed([[rows(1, 10), rows(11, 10), rows(21, 3)]], []);
		expect(await reader(list).read(SPAN, 100)).toHaveLength(23);
		expect(list).toMatchObject({ calls: 1, modifiedSinceCalls: [iso(SPAN.to - 1)] });
	});

	it('counts when only records were touched that it has not seen', async () => {
		expect(await reader(feed([[rows(1, 10), rows(11, 3)]], [row(99, T + 3_650)])).read(SPAN, 100)).toHaveLength(13);
	});

	it('does not count when a record that was seen has left meanwhile', async () => {
		expect(await reader(feed([[rows(1, 10), rows(11, 3)]], [row(3, T + 3_650)])).read(SPAN, 100)).toBe('split');
	});

	it('does not count when a record came twice: it has moved', async () => {
		expect(await reader(feed([[rows(1, 10), [...rows(11, 3), row(2, T + 3_000)]]], [])).read(SPAN, 100)).toBe('split');
	});

	it('does not count when more was touched than surely comes in one answer', async () => {
		expect(await reader(feed([[rows(1, 10), rows(11, 3)]], rows(100, 10))).read(SPAN, 100)).toBe('split');
	});

	it('in a feed by creation, does not count when a record of the span was touched that it has not seen', async () => {
		const list = { ...feed([], []), by: 'creation' as const };
		const pages = feed([[rows(1, 10), rows(11, 3)]], [row(50)]);
		expect(await reader({ ...list, read: pages.read, modifiedSince: pages.modifiedSince }).read(SPAN, 100)).toBe(
			'split',
		);
	});

	it('has no more records than the bound', async () => {
		expect(await reader(feed([[rows(1, 10), rows(11, 10)]], [])).read(SPAN, 15)).toBe('split');
	});

	it('leaves out what does not lie in the span', async () => {
		expect(ids(await reader(feed([[[row(1), row(2, T - 10), row(3, T + 4_000)]]])).read(SPAN, 100))).toBe('1');
	});
});

describe('Where the service cannot tell what was touched', () => {
	it('a second reading that is the same counts', async () => {
		const list = feed([
			[rows(1, 10), rows(11, 3)],
			[rows(1, 10), rows(11, 3)],
		]);
		expect(await reader(list).read(SPAN, 100)).toHaveLength(13);
		expect(list.calls).toBe(2);
	});

	it('a second reading that differs means that the span must be cut', async () => {
		expect(
			await reader(
				feed([
					[rows(1, 10), rows(11, 3)],
					[rows(1, 10), rows(11, 4)],
				]),
			).read(SPAN, 100),
		).toBe('split');
	});
});

describe('Where the service tells no time', () => {
	it('it is not known since when to ask what was touched: a second reading decides', async () => {
		const list = feed(
			[
				[rows(1, 10), rows(11, 3)],
				[rows(1, 10), rows(11, 3)],
			],
			[],
		);
		expect(await reader(list, false).read(SPAN, 100)).toHaveLength(13);
		expect(list).toMatchObject({ calls: 2, modifiedSinceCalls: [] });
	});
});

describe('A list that has no end', () => {
	/** One record is changed again and again while the list is read, and moves to its end each time. */
	const endless = (): ChangeFeed<number> & { pages: number } => {
		const calls = {
			by: 'creation' as const,
			pages: 0,
			async *read() {
				for (;;) {
					calls.pages += 1;
					yield [{ ...row(1), modifiedAt: iso(T + calls.pages) }];
				}
			},
			async *modifiedSince() {},
			singlePageLimit: 1,
		};
		return calls;
	};

	it('is cut, and not read to its end', async () => {
		const list = endless();
		expect(await reader(list).read(SPAN, 100)).toBe('split');
		expect(list.pages).toBe(2);
	});

	it('is an error when it cannot be cut', async () => {
		const list = endless();
		await expect(reader(list).read({ from: T, to: T + 2 }, 100)).rejects.toMatchObject({
			facts: { message: expect.stringContaining('different each time') },
		});
		expect(list.pages).toBeLessThan(20);
	});
});

describe('A span that cannot be cut', () => {
	const second = { from: T, to: T + 2 };
	const burst = (count: number, gone = -1): Array<Array<Changed<number>>> => {
		const all = Array.from({ length: count }, (_, at) => row(at, T + 1)).filter(({ value }) => value !== gone);
		return [all.slice(0, 10), all.slice(10)];
	};

	it('is read until two readings agree', async () => {
		const list = feed([burst(15), burst(15, 3), burst(15, 3)], [row(3, T + 3_650)]);
		expect(await reader(list).read(second, 5)).toHaveLength(14);
		expect(list.calls).toBe(3);
	});

	it('is an error, and no loss, when it never holds still', async () => {
		const list = feed(
			Array.from({ length: 9 }, (_, at) => burst(20, at)),
			[row(3, T + 3_650)],
		);
		await expect(reader(list).read(second, 5)).rejects.toMatchObject({
			facts: { kind: 'unreadable', message: expect.stringContaining('different each time') },
		});
	});
});
