import * as z from '../../shared/vendor/zod';
import { LastValues } from '../state/lastValues';
import { type DatedState, datedState } from '../state/checkpoint';
import { HOUR } from '../../shared/events/time';

const datedEmitted = z.object({
	/** Where the event had stood before. */
	cursor: z.number().int(),
	/** What its guard remembered before: in a backlog that is less than what was emitted. */
	seen: z.record(z.string(), z.string()),
	/** A second after the latest emitted record, which may be later than the position. */
	reached: z.number().int().nullish().catch(undefined),
	/** The emitted records, where a value of each is remembered. */
	ids: z.array(z.string()).optional(),
});
/** What must be known to go back behind the last items. */
export type DatedEmitted = z.Infer<typeof datedEmitted>;

/** The part as if the emitted records had never been seen. */
export function forgetDated(part: unknown, lastEmitted: unknown): unknown {
	const [now, last] = [datedState.safeParse(part), datedEmitted.safeParse(lastEmitted)];
	if (lastEmitted === null) return now.success ? toItsBeginning(now.data) : null;
	// Of a damaged part, what was there before the last items is still known.
	if (!now.success)
		return last.success
			? { ...(part as object | undefined), cursor: last.data.cursor, seen: last.data.seen, memory: undefined }
			: part;
	// What was sent is not known: whatever it was, it was not long ago.
	const isKnown = last.success && last.data.cursor >= now.data.since && last.data.cursor <= now.data.cursor;
	if (!isKnown)
		return {
			...now.data,
			cursor: Math.max(now.data.since, now.data.cursor - HOUR),
			seen: {},
			memory: undefined,
		} satisfies DatedState;
	const { cursor, seen, reached, ids = [] } = last.data;
	const lastValues = new LastValues(now.data.memory ?? '');
	for (const id of ids) lastValues.forget(id);
	// Those that were entered long after their time are looked for at once.
	return {
		...now.data,
		cursor,
		again: Math.max(now.data.cursor, reached ?? 0),
		deepAt: undefined,
		deepFrom: undefined,
		seen,
		memory: lastValues.save(),
	} satisfies DatedState;
}

/** There was nothing before. After damage that is not where the user says that events begin. */
const toItsBeginning = (part: DatedState): DatedState => ({
	...part,
	cursor: part.since,
	again: part.cursor,
	deepAt: undefined,
	deepFrom: undefined,
	seen: {},
	memory: undefined,
});
