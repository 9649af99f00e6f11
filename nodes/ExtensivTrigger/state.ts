import * as z from '../shared/vendor/zod';
import type { Settings, Start } from './settings';
import { DAY, HOUR, type Seconds, iso } from './time';

/** The form in which positions are saved. A newer package reads what an older one saved, or starts anew from a safe point and says so. */
export const STATE_VERSION = 1;

/** What n8n keeps for the node: one part for each event. */
export interface SavedState {
	v: typeof STATE_VERSION;
	/** When a poll last came to its end, by this machine's clock. */
	savedAt: Seconds;
	parts: Record<string, unknown>;
	/** What the user must know and no item has told yet. */
	notices?: string[];
	/**
	 * What the items told of that this state was saved with, by part: n8n saves it a moment before it records that it has the items, and may be killed in between. Null for a
	 * part that was not there before them. Absent where nothing was sent.
	 */
	told?: Record<string, unknown>;
}

/** A saved state as it was found. */
export interface FoundState {
	parts: Record<string, unknown>;
	told?: Record<string, unknown>;
	/** Undefined when not known. */
	savedAt?: Seconds;
	/** There was a state and it cannot be read as a whole: a part that is missing was lost, not just never there. */
	damaged: boolean;
	notices: string[];
}

/** A clock may be set; a position so far ahead of it is a mistake. */
const AHEAD: Seconds = HOUR;
/** How far back is read again when nothing tells where the trigger was. */
const LOOK_BACK: Seconds = DAY;

const seconds = z.number().int().nonnegative();
const savedState = z.object({ v: z.number(), savedAt: seconds.nullish(), parts: z.record(z.string(), z.unknown()), notices: z.array(z.string()).nullish().catch(null), told: z.record(z.string(), z.unknown()).nullish().catch(null) });

export function findState(raw: unknown, now: Seconds): FoundState {
	if (raw === undefined || raw === null) return { parts: {}, damaged: false, notices: [] };
	const read = savedState.safeParse(raw);
	if (!read.success) return { parts: {}, damaged: true, notices: [] };
	const { v, savedAt, parts, notices, told } = read.data;
	const plausible = savedAt !== null && savedAt !== undefined && savedAt <= now + AHEAD;
	return { parts, savedAt: plausible ? Math.min(savedAt, now) : undefined, damaged: v !== STATE_VERSION, notices: notices ?? [], ...(told && { told }) };
}

/** Where a dated event stands. */
const position = z.object({ since: seconds, cursor: seconds });
export const datedPart = position.extend({
	width: seconds.nullish(),
	deepAt: seconds.nullish(),
	deepFrom: seconds.nullish(),
	/** How far it had come before it went back: one poll goes there again. */
	again: seconds.nullish(),
	settings: z.string(),
	seen: z.record(z.string(), z.string()),
	memory: z.string().nullish(),
});
export type DatedPart = z.Infer<typeof datedPart>;
/** A part that was left in the middle of a backlog. */
const backlog = z.looseObject({ width: seconds });

/** A part that can be gone on with, or the point to begin at. */
export type Resumed = { part: DatedPart; notice?: string } | { startAt: Seconds | 'now'; notice?: string };

/** The point that a trigger without a position begins at. */
export const startPoint = (start: Start, now: Seconds): Seconds | 'now' => (start.from === 'now' ? 'now' : start.from === 'date' ? start.at : now - Math.round(start.hours * HOUR));

/**
 * Finds the position of an event. What was lost or cannot be right is begun anew so early that nothing is left out; then events may come a second time, and a notice says so.
 * @param label the event in the user's words
 */
export function resume(found: FoundState, event: string, label: string, { start, settle, overlap }: Settings, now: Seconds): Resumed {
	const raw = found.parts[event];
	const startAt = startPoint(start, now);
	if (raw === undefined && !found.damaged) return { startAt };
	const whole = datedPart.safeParse(raw);
	if (whole.success && whole.data.cursor <= now + AHEAD) return { part: whole.data };
	const rest = position.safeParse(raw);
	if (rest.success && rest.data.cursor <= now + AHEAD) {
		const part: DatedPart = { ...rest.data, settings: '', seen: {} };
		return { part, notice: again(label, 'what was remembered of the latest events is damaged', rest.data.cursor - overlap) };
	}
	const last = found.savedAt === undefined ? now - LOOK_BACK : found.savedAt - settle - overlap;
	// Whoever was working off a backlog was anywhere between its start and the last poll.
	const reached = backlog.safeParse(raw).success && rest.success ? rest.data.since : last;
	const safe = startAt === 'now' ? reached : Math.min(startAt, reached);
	const why = rest.success ? `the saved position (${iso(rest.data.cursor)}) lies in the future` : 'the saved position cannot be read';
	return { startAt: safe, notice: again(label, why, safe) };
}

const again = (label: string, why: string, from: Seconds): string => `${label}: ${why}. Everything since ${iso(from)} is read again; events may come a second time.`;
