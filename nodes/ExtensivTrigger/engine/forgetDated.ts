import * as z from '../../shared/vendor/zod';
import { LastValues } from '../state/lastValues';
import { type DatedState, datedState } from '../state/checkpoint';
import { HOUR } from '../../shared/events/time';

const datedEmitted = z.object({
	/** The position of the event before. */
	cursor: z.number().int(),
	/** The fingerprints from before: in a backlog, fewer than were emitted. */
	seen: z.record(z.string(), z.string()),
	/** One second after the latest emitted record, which may be beyond the position. */
	reached: z.number().int().nullish().catch(undefined),
	/** The emitted records, if one value of each is remembered. */
	ids: z.array(z.string()).optional(),
});
/** What replaying the last items requires. */
export type DatedEmitted = z.Infer<typeof datedEmitted>;

/** The state as if the emitted records had never been seen. */
export function forgetDated(part: unknown, lastEmitted: unknown): unknown {
	const [now, last] = [datedState.safeParse(part), datedEmitted.safeParse(lastEmitted)];
	if (lastEmitted === null) return now.success ? toItsBeginning(now.data) : null;
	// Even if the state is damaged, the position before the last items is known.
	if (!now.success)
		return last.success
			? { ...(part as object | undefined), cursor: last.data.cursor, seen: last.data.seen, memory: undefined }
			: part;
	// It is not known what was sent, only that it was recent.
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
	// Records that were entered long after their time are looked for at once.
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

/** There was no state before. After damage, the user's starting point does not apply. */
const toItsBeginning = (part: DatedState): DatedState => ({
	...part,
	cursor: part.since,
	again: part.cursor,
	deepAt: undefined,
	deepFrom: undefined,
	seen: {},
	memory: undefined,
});
