import type { Changed, ChangeFeed } from '../../shared/api/ports/changes';
import { DAY, type Seconds, type Span, secondsOf } from '../../shared/events/time';
import type { ConsistentReader } from './consistentRead';

/** The limits of one read. */
export interface SliceLimits {
	/** Records per slice. */
	bound: number;
	/** After this many records, the rest waits for the next poll. */
	enough: number;
	/**
	 * The end of the previous read: repeated records do not count, because a read that ended here would make no progress.
	 */
	before: Seconds;
	/** Whether this poll has used up its time. */
	spent: () => boolean;
}

/** The result of one read. */
export interface SlicesRead<T> {
	/** In the order of their times. */
	rows: Array<Changed<T>>;
	/** Everything before this point was read completely. */
	reached: Seconds;
	/** The width of slices that fit, to start with next time; absent without a backlog. */
	step?: Seconds;
}

/**
 * Reads a feed from one point in time to another, slice by slice in chronological order. A slice with too many records,
 * or one that does not hold still, is split in two. Neighboring slices share a second, because a service may exclude
 * the ends of a span.
 */
export async function readSlices<T>(
	feed: ChangeFeed<T>,
	reader: Pick<ConsistentReader<T>, 'read'>,
	whole: Span,
	startStep: Seconds | undefined,
	limits: SliceLimits,
): Promise<SlicesRead<T>> {
	const longest = feed.longestDays ? feed.longestDays * DAY : Infinity;
	const rows = new Map<string, Changed<T>>();
	let from = whole.from;
	let reached = whole.from;
	let fresh = 0;
	let step = Math.max(2, Math.min(startStep ?? Infinity, longest, whole.to - whole.from));
	while (reached < whole.to) {
		const span = { from, to: Math.min(from + step, whole.to) };
		const part = await reader.read(span, limits.bound);
		if (part === 'split') {
			step = Math.max(2, Math.floor((span.to - span.from) / 2));
			continue;
		}
		for (const row of part) {
			if (!rows.has(row.id) && timeOf(row) > limits.before) fresh += 1;
			rows.set(row.id, row);
		}
		reached = span.to;
		from = Math.max(span.to - 1, whole.from);
		if (part.length < limits.bound / 4) step = Math.min(step * 4, longest);
		else if (part.length < limits.bound / 2) step = Math.min(step * 2, longest);
		if (reached > limits.before && (fresh >= limits.enough || limits.spent())) break;
	}
	return {
		rows: [...rows.values()].sort((one, other) => timeOf(one) - timeOf(other)),
		reached,
		...(reached < whole.to ? { step } : {}),
	};
}

const timeOf = ({ at, createdAt }: Changed<unknown>): Seconds => secondsOf(at ?? createdAt) ?? 0;
