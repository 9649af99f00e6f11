import type { Changed, ChangeFeed } from '../../../nodes/shared/api/ports/changes';
import { iso, type Span } from '../../../nodes/shared/events/time';
import { type SlicesRead, type SliceLimits, readSlices } from '../../../nodes/ExtensivTrigger/engine/readSlices';

const T = Date.UTC(2026, 2, 1) / 1000;
const DAY = 86_400;

const row = (id: number, at: number): Changed<number> => ({
	id: String(id),
	at: iso(at),
	createdAt: iso(at),
	modifiedAt: iso(at),
	value: id,
	raw: id,
});
const FEED: ChangeFeed<number> = { by: 'change', read: async function* () {}, singlePageLimit: 100 };

/** Reads spans of a list of times, as many records at once as asked for. */
class Reader {
	readonly spans: Array<{ seconds: number; rows: number | 'split' }> = [];

	constructor(private readonly times: readonly number[]) {}

	async read({ from, to }: Span, bound: number): Promise<Array<Changed<number>> | 'split'> {
		const rows = this.times
			.map((at, id) => row(id, at))
			.filter((_, id) => (this.times[id] ?? 0) >= from && (this.times[id] ?? 0) <= to);
		const split = rows.length > bound && to - from > 2;
		this.spans.push({ seconds: to - from, rows: split ? 'split' : rows.length });
		return split ? 'split' : rows;
	}
}

const limits = (more: Partial<SliceLimits> = {}): SliceLimits => ({
	bound: 100,
	enough: 100,
	before: T,
	spent: () => false,
	...more,
});
const go = async (
	reader: Reader,
	to: number,
	more: Partial<SliceLimits> = {},
	feed = FEED,
	step?: number,
): Promise<SlicesRead<number>> => await readSlices(feed, reader, { from: T, to }, step, limits(more));
const spread = (count: number, over: number): number[] =>
	Array.from({ length: count }, (_, at) => T + Math.floor(((at + 1) * over) / count));

describe('The walk through a feed', () => {
	it('reads a quiet span in one piece', async () => {
		const reader = new Reader([]);
		expect(await go(reader, T + 90 * DAY)).toEqual({ rows: [], reached: T + 90 * DAY });
		expect(reader.spans).toHaveLength(1);
	});

	it('halves a span with more records than the bound until it fits, and goes on from there', async () => {
		const reader = new Reader(spread(350, DAY));
		const { rows, reached } = await go(reader, T + DAY, { enough: Infinity });
		expect(rows.map(({ value }) => value)).toEqual(Array.from({ length: 350 }, (_, id) => id));
		expect(reached).toBe(T + DAY);
		expect(Math.max(...reader.spans.map(({ rows: read }) => (read === 'split' ? 0 : read)))).toBeLessThanOrEqual(100);
	});

	it('leaves the rest of a backlog for the next poll, and remembers how wide spans may be', async () => {
		const times = spread(5_000, 90 * DAY);
		let from = T;
		let step: number | undefined;
		let polls = 0;
		const seen = new Set<number>();
		const reader = new Reader(times);
		while (from < T + 90 * DAY) {
			const read: SlicesRead<number> = await readSlices(
				FEED,
				reader,
				{ from, to: T + 90 * DAY },
				step,
				limits({ before: from }),
			);
			expect(read.rows.length).toBeLessThanOrEqual(200);
			for (const { value } of read.rows) seen.add(value);
			({ reached: from, step } = read);
			polls += 1;
		}
		expect(seen.size).toBe(5_000);
		expect(polls).toBeGreaterThan(20);
		// The right width is looked for once, not in every poll.
		expect(reader.spans.filter(({ rows }) => rows === 'split').length).toBeLessThan(polls);
	});

	it('never asks for more days than the service takes', async () => {
		const reader = new Reader([]);
		await go(reader, T + 90 * DAY, {}, { ...FEED, longestDays: 7 });
		expect(reader.spans).toHaveLength(13);
		expect(Math.max(...reader.spans.map(({ seconds }) => seconds))).toBe(7 * DAY);
	});

	it('lets neighbouring spans share a second, in case their ends are left out', async () => {
		const spans: Span[] = [];
		const reader = { read: async (span: Span) => (spans.push(span), []) };
		await readSlices({ ...FEED, longestDays: 1 }, reader, { from: T, to: T + 3 * DAY }, undefined, limits());
		expect(spans.slice(1).every(({ from }, at) => from === (spans[at]?.to ?? 0) - 1)).toBe(true);
	});

	it('takes more records of one second than the bound: there is nothing to halve', async () => {
		const { rows } = await go(new Reader(Array.from({ length: 250 }, () => T + 5_000)), T + DAY);
		expect(rows).toHaveLength(250);
	});

	it('gets on although all that it reads at first was read before', async () => {
		const reader = new Reader(spread(400, 100));
		const { reached } = await go(reader, T + DAY, { before: T + 100 });
		expect(reached).toBeGreaterThan(T + 100);
	});

	it('stops when the time is used up, but not before it has got on', async () => {
		const { reached } = await go(new Reader(spread(1_000, DAY)), T + DAY, { spent: () => true, enough: Infinity });
		expect(reached).toBeGreaterThan(T);
		expect(reached).toBeLessThan(T + DAY);
	});

	it('brings the records in the order of their times', async () => {
		const { rows } = await go(new Reader([T + 30, T + 10, T + 20]), T + DAY);
		expect(rows.map(({ value }) => value)).toEqual([1, 2, 0]);
	});
});
