import type { Changed, ChangeFeed } from '../../shared/api/ports/changes';
import { DAY, type Seconds, type Span, secondsOf } from '../../shared/events/time';
import type { ConsistentReader } from './consistentRead';

/** What a walk may cost. */
export interface SliceLimits {
	/** Records of one span. */
	bound: number;
	/** When so many records have come together, the rest waits for the next poll. */
	enough: number;
	/** Up to here it was read before: what comes again does not count, and a walk that ended here would never get on. */
	before: Seconds;
	/** Whether the time for this poll is used up. */
	spent: () => boolean;
}

/** What a walk brought. */
export interface SlicesRead<T> {
	/** In the order of their times. */
	rows: Array<Changed<T>>;
	/** Everything up to here was read in full. */
	reached: Seconds;
	/** Width of the spans that fit, to begin with next time; absent when there is no backlog. */
	step?: Seconds;
}

/**
 * Reads a feed from one point in time to another, part by part in order of time. A part with more records than the
 * bound, or that does not hold still, is halved. Neighbouring parts share a second, because a service may leave the
 * ends of a span out.
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
