import type { Changed, ChangeFeed, Narrowing } from '../../shared/api/ports/changes';
import { ApiError } from '../../shared/http/errors/apiError';
import { CLOCK_SKEW, type PollClock } from './pollClock';
import { type Seconds, type Span, iso, isoSpan, secondsOf } from '../../shared/events/time';

/**
 * The narrowest span. It shares a second with each of its neighbours, because a service may leave the ends of a span
 * out.
 */
const NARROWEST: Seconds = 2;
/** How often a span that cannot be cut is read until two readings agree. */
const READINGS = 6;

/** One reading of a span. */
interface Reading<T> {
	rows: Map<string, Changed<T>>;
	/** Versions of all records that came, those outside of the span too. */
	versions: Map<string, string | null>;
	/** It came in one answer, so that nothing can have moved in it. */
	atOnce: boolean;
	/** A record came twice, in two versions: it has moved. */
	moved: boolean;
}

export interface ReaderOptions {
	narrowing: Narrowing;
	clock: Pick<PollClock, 'now' | 'time'>;
	/** How long a change may take to show, the difference of the clocks included. */
	late: Seconds;
}

/**
 * Reads spans of a feed so that nothing in them is missed. Lists come in pages, and a record that is changed while they
 * are read leaves the list or moves in it: those behind it move up, over the edge of a page that was read already. So a
 * reading counts only if it came in one answer; or if no record of it has moved or left meanwhile; or, where a service
 * cannot tell, if a second reading is the same.
 */
export class ConsistentReader<T> {
	/** Records that one answer of the service is known to have had. */
	private responseRows = 0;

	constructor(
		private readonly feed: ChangeFeed<T>,
		private readonly options: ReaderOptions,
	) {}

	/**
	 * @param bound more records than this are not taken
	 * @returns the records, or `split`: the span must be cut to be read
	 * @throws ApiError `unreadable` when a span too narrow to be cut does not hold still
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
			message:
				`The list of what happened at ${iso(span.from)} was different each time that it was read (${READINGS} ` +
				'times).',
		});
	}

	/** Whether the service can be asked what was touched. Where it tells no time, it is not known since when to ask. */
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
				if (lies(row, span)) rows.set(row.id, row);
			}
			if (rows.size > most) return undefined;
			// It does not count any more, and a list whose records keep moving to its end has no end.
			if (moved) break;
		}
		return { rows, versions, moved, atOnce: pages <= 1 && this.fitsOneResponse(versions.size) };
	}

	/** Whether a list that begins with an answer of so many records surely ends with it. */
	private fitsOneResponse(records: number): boolean {
		return records < Math.max(this.feed.singlePageLimit, this.responseRows);
	}

	/**
	 * Whether no record that was seen has left since, and none that was not yet seen has moved to where was already read.
	 * What moved towards the end was seen twice. In a feed by change a record leaves with a time after the span, and one
	 * that was not yet seen and has moved was changed late: it comes with the next poll.
	 */
	private async isUntouched({ versions }: Reading<T>, span: Span, begun: Seconds): Promise<boolean> {
		const { narrowing, late } = this.options;
		if (!this.canTell || !this.feed.modifiedSince || [...versions.values()].includes(null)) return false;
		const shown = begun - Math.max(late, CLOCK_SKEW);
		const since = this.feed.by === 'change' ? Math.max(span.to - 1, shown) : shown;
		for await (const page of this.feed.modifiedSince(iso(since), isoSpan(span), narrowing)) {
			// What does not surely fit into one answer can have moved itself.
			if (!this.fitsOneResponse(page.length)) return false;
			return page.every((row) =>
				versions.has(row.id) ? versions.get(row.id) === row.modifiedAt : this.feed.by === 'change' || !lies(row, span),
			);
		}
		return true;
	}
}

/** Records without a time are taken at the service's word. */
function lies<T>({ at }: Changed<T>, { from, to }: Span): boolean {
	const time = secondsOf(at);
	return time === undefined || (time >= from && time <= to);
}

const same = <T>(one: Reading<T>, other: Reading<T>): boolean =>
	!other.moved &&
	one.versions.size === other.versions.size &&
	[...one.versions].every(([id, version]) => other.versions.has(id) && other.versions.get(id) === version);
