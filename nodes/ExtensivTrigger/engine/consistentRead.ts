import type { Changed, ChangeFeed, Narrowing } from '../../shared/api/ports/changes';
import { ApiError } from '../../shared/http/errors/apiError';
import { CLOCK_SKEW, type PollClock } from './pollClock';
import { type Seconds, type Span, iso, isoSpan, secondsOf } from '../../shared/events/time';

/**
 * The narrowest span. It shares a second with each of its neighbors, because a service may exclude the ends of a span.
 */
const NARROWEST: Seconds = 2;
/** How often to read a span that cannot be split until two readings agree. */
const READINGS = 6;

/** One reading of a span. */
interface Reading<T> {
	rows: Map<string, Changed<T>>;
	/** Versions of all records that were returned, including those outside the span. */
	versions: Map<string, string | null>;
	/** The reading came in one response, so nothing can have moved in it. */
	atOnce: boolean;
	/** A record appeared in two versions: it has moved. */
	moved: boolean;
}

export interface ReaderOptions {
	narrowing: Narrowing;
	clock: Pick<PollClock, 'now' | 'time'>;
	/** How long a change may take to become visible, including the clock difference. */
	late: Seconds;
}

/**
 * Reads spans of a feed so that nothing in them is missed. Lists come in pages, and a record that changes meanwhile
 * leaves the list or moves in it, so that later records may slip onto a page that was already read. A reading therefore
 * counts only if it came in one response, if no record of it moved or left meanwhile, or, where a service cannot say,
 * if a second reading is the same.
 */
export class ConsistentReader<T> {
	/** The most records that one response of the service has returned so far. */
	private responseRows = 0;

	constructor(
		private readonly feed: ChangeFeed<T>,
		private readonly options: ReaderOptions,
	) {}

	/**
	 * @param bound the most records to take
	 * @returns the records, or `split` if the span must be split
	 * @throws ApiError `unreadable` when the narrowest span does not hold still
	 */
	async read(span: Span, bound: number): Promise<Array<Changed<T>> | 'split'> {
		const narrow = span.to - span.from <= NARROWEST;
		const most = narrow ? Infinity : bound;
		const begun = this.options.clock.now();
		let reading = await this.once(span, most);
		if (!reading) return 'split';
		if (reading.atOnce || (!reading.moved && (await this.isUntouched(reading, span, begun))))
			return [...reading.rows.values()];
		if (this.canTell && !narrow) return 'split';
		for (let readings = 2; readings <= READINGS; readings++) {
			const next = await this.once(span, most);
			if (!next) return 'split';
			if (next.atOnce || same(reading, next)) return [...next.rows.values()];
			if (!narrow) return 'split';
			reading = next;
		}
		throw new ApiError({
			kind: 'unreadable',
			message: `The list for ${iso(span.from)} was different each time it was read (${READINGS} times).`,
		});
	}

	/**
	 * Whether the service can report modified records. Without its time, the starting point for that question is unknown.
	 */
	private get canTell(): boolean {
		return this.feed.modifiedSince !== undefined && this.options.clock.time.confirmed;
	}

	private async once(span: Span, most: number): Promise<Reading<T> | undefined> {
		const rows = new Map<string, Changed<T>>();
		const versions: Reading<T>['versions'] = new Map();
		let pages = 0;
		let moved = false;
		for await (const page of this.feed.read(isoSpan(span), this.options.narrowing)) {
			pages += 1;
			if (pages === 1) this.responseRows = Math.max(this.responseRows, page.length);
			for (const row of page) {
				moved ||= versions.has(row.id);
				versions.set(row.id, row.modifiedAt);
				if (isWithin(row, span)) rows.set(row.id, row);
			}
			if (rows.size > most) return undefined;
			// The reading no longer counts, and a list whose records keep moving to its end never ends.
			if (moved) break;
		}
		return { rows, versions, moved, atOnce: pages <= 1 && this.fitsOneResponse(versions.size) };
	}

	/** Whether a list whose first response has this many records certainly ends with it. */
	private fitsOneResponse(records: number): boolean {
		return records < Math.max(this.feed.singlePageLimit, this.responseRows);
	}

	/**
	 * Whether no record that was seen has left since, and no unseen record has moved to a part that was already read. A
	 * record that moved towards the end was seen twice. In a feed by change, a record leaves with a time after the span;
	 * an unseen one that moved was changed late, and the next poll finds it.
	 */
	private async isUntouched({ versions }: Reading<T>, span: Span, begun: Seconds): Promise<boolean> {
		const { narrowing, late } = this.options;
		if (!this.canTell || !this.feed.modifiedSince || [...versions.values()].includes(null)) return false;
		const shown = begun - Math.max(late, CLOCK_SKEW);
		const since = this.feed.by === 'change' ? Math.max(span.to - 1, shown) : shown;
		for await (const page of this.feed.modifiedSince(iso(since), isoSpan(span), narrowing)) {
			// A list that may not fit into one response can have moved itself.
			if (!this.fitsOneResponse(page.length)) return false;
			return page.every((row) =>
				versions.has(row.id)
					? versions.get(row.id) === row.modifiedAt
					: this.feed.by === 'change' || !isWithin(row, span),
			);
		}
		return true;
	}
}

/** Whether a record lies in the span; the service vouches for records without a time. */
function isWithin<T>({ at }: Changed<T>, { from, to }: Span): boolean {
	const time = secondsOf(at);
	return time === undefined || (time >= from && time <= to);
}

const same = <T>(one: Reading<T>, other: Reading<T>): boolean =>
	!other.moved &&
	one.versions.size === other.versions.size &&
	[...one.versions].every(([id, version]) => other.versions.has(id) && other.versions.get(id) === version);
