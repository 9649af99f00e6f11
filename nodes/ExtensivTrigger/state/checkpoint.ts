import * as z from '../../shared/vendor/zod';
import { CLOCK_SKEW, type PollTime, slackOf } from '../engine/pollClock';
import type { Settings, Start } from '../settings';
import { DAY, HOUR, type Seconds, iso } from '../../shared/events/time';

/**
 * The form in which positions are saved. A newer package reads what an older one saved, or restarts from a safe point
 * and says so.
 */
export const STATE_VERSION = 1;

/** What n8n keeps for the node: one part for each event. */
export interface SavedState {
	v: typeof STATE_VERSION;
	/** When a poll last came to its end, by this machine's clock or the service's, whichever is earlier. */
	savedAt: Seconds;
	parts: Record<string, unknown>;
	/** What the user must know and no item has told yet. */
	notices?: string[];
	/** How far this machine's clock is ahead of the service's, where the user was told so. */
	skew?: Seconds;
	/**
	 * What was emitted with this state, by part: n8n saves it a moment before it records that it has the items, and may
	 * be killed in between. Null for a part that was not there before them. Absent where nothing was sent.
	 */
	told?: Record<string, unknown>;
}

/** A saved state as it was found. */
export interface FoundState {
	streams: Record<string, unknown>;
	lastEmitted?: Record<string, unknown>;
	/** Undefined when not known. */
	savedAt?: Seconds;
	/** How much later than now it was saved, where a clock was set in between. */
	setBack?: Seconds;
	skew?: Seconds;
	/** There was a state and it cannot be read as a whole: a part that is missing was lost, not just never there. */
	damaged: boolean;
	notices: string[];
}

/** How far back is read again when nothing tells where the trigger was. */
const LOOK_BACK: Seconds = DAY;
/** Nothing was saved before the year 2001. */
const EARLIEST_SAVED: Seconds = 1e9;

const seconds = z.number().int().nonnegative();
/** A number that the trigger can do without when it is damaged. */
const spare = seconds.nullish().catch(undefined);
const texts = z.record(z.string(), z.unknown());
const savedState = z.object({
	v: z.number().catch(0),
	savedAt: spare,
	parts: texts,
	skew: z.number().nullish().catch(undefined),
	notices: z.array(z.string()).nullish().catch(null),
	told: texts.nullish().catch(null),
});

export function findState(raw: unknown, time: PollTime): FoundState {
	if (raw === undefined) return { streams: {}, damaged: false, notices: [] };
	const read = savedState.safeParse(raw);
	if (!read.success) return { streams: {}, damaged: true, notices: [] };
	const { v, savedAt, parts: streams, notices, told: lastEmitted, skew } = read.data;
	return {
		streams,
		...savedAtOf(savedAt ?? 0, time),
		// Every poll saves a part: without any, something was lost.
		damaged: v !== STATE_VERSION || Object.keys(streams).length === 0,
		notices: notices ?? [],
		...(lastEmitted && { lastEmitted }),
		...(typeof skew === 'number' && { skew }),
	};
}

function savedAtOf(savedAt: Seconds, time: PollTime): Pick<FoundState, 'savedAt' | 'setBack'> {
	const later = savedAt - time.latest;
	if (savedAt < EARLIEST_SAVED || later > slackOf(time)) return {};
	return { savedAt: Math.min(savedAt, time.started), ...(later > CLOCK_SKEW && { setBack: later }) };
}

/** Where a dated event is. */
export const datedState = z.object({
	since: seconds,
	cursor: seconds,
	width: spare,
	deepAt: spare,
	deepFrom: spare,
	/** How far it had come before it went back: one poll goes there again. */
	again: spare,
	settings: z.string(),
	seen: z.record(z.string(), z.string()),
	memory: z.string().nullish(),
});
export type DatedState = z.Infer<typeof datedState>;
/** What can still be read of a damaged part. A width means that it was left in the middle of a backlog. */
const rest = z.looseObject({ since: spare, cursor: spare, width: spare });

/** A part that can be gone on with, or the point to begin at. */
export type Resumed =
	| {
			part: DatedState;
			notice?: string;
			/** It lies ahead of this machine's clock, which the service has not confirmed. */
			isDoubtful?: true;
	  }
	| { startAt: Seconds | 'now'; notice?: string };

/** The point that a trigger without a position begins at. */
export const startPoint = (start: Start, now: Seconds): Seconds | 'now' =>
	start.from === 'now' ? 'now' : start.from === 'date' ? start.at : now - Math.round(start.hours * HOUR);

/**
 * Finds the position of an event. What was lost or cannot be right begins again so early that nothing is left out; then
 * events may come a second time, and a notice says so.
 * @param label the event in the user's words
 */
export function resume(
	found: FoundState,
	event: string,
	label: string,
	{ start, settleDelay, lookbackWindow }: Settings,
	time: PollTime,
): Resumed {
	const raw = found.streams[event];
	const startAt = startPoint(start, time.started);
	if (raw === undefined && !found.damaged) return { startAt };
	const latest = Math.max(time.latest + slackOf(time), start.from === 'date' ? start.at : 0);
	const { since, cursor, width: step } = readable(raw, latest);
	if (cursor !== undefined && cursor <= latest && cursor >= (since ?? 0)) {
		const rescued = { since: since ?? Math.max(0, cursor - LONGEST_BACKDATED), cursor };
		const whole = datedState.safeParse({ ...(raw as object), ...rescued });
		const damage = whole.success ? undefined : 'what was remembered of the latest events is damaged';
		const problem = since === undefined ? 'the saved beginning cannot be right' : damage;
		return {
			part: plausible(whole.success ? whole.data : { ...rescued, settings: '', seen: {} }, time),
			...(problem && { notice: again(label, problem, cursor - lookbackWindow) }),
			...(cursor > time.latest + CLOCK_SKEW && !time.confirmed && { isDoubtful: true }),
		};
	}
	const last = lastKnown(found, latest, settleDelay + lookbackWindow) ?? time.started - LOOK_BACK;
	// Whoever was working off a backlog was anywhere between its start and the last poll.
	const reached = step !== undefined && since !== undefined ? Math.min(since, last) : last;
	const safe = startAt === 'now' ? reached : Math.min(startAt, reached);
	const isAhead = cursor !== undefined && cursor > latest;
	const why = isAhead ? `the saved position (${shown(cursor)}) is in the future` : 'the saved position cannot be read';
	return { startAt: safe, notice: again(label, why, safe) };
}

/** No later than the last poll, and than the events that have come least far: one may wait for another. */
function lastKnown({ streams, savedAt }: FoundState, latest: Seconds, margin: Seconds): Seconds | undefined {
	if (savedAt === undefined) return undefined;
	const cursors = Object.values(streams).map((part) => readable(part, latest).cursor ?? Infinity);
	return Math.min(
		savedAt - margin,
		...cursors.filter((cursor) => cursor >= EARLIEST_SAVED).map((cursor) => cursor - margin),
	);
}

/** @returns `since` only where it can be right */
function readable(raw: unknown, latest: Seconds): { since?: Seconds; cursor?: Seconds; width?: Seconds } {
	const read = rest.safeParse(raw);
	if (!read.success) return {};
	const { since, cursor, width: step } = read.data;
	return {
		since: (since ?? Infinity) <= latest ? (since ?? undefined) : undefined,
		cursor: cursor ?? undefined,
		width: step ?? undefined,
	};
}

/** Records are entered no later than so long after their time. */
const LONGEST_BACKDATED: Seconds = 30 * DAY;

/** Numbers that only save work are left out where they cannot be right. */
const plausible = (part: DatedState, time: PollTime): DatedState => ({
	...part,
	...((part.deepAt ?? 0) > time.latest + slackOf(time) && { deepAt: undefined }),
	...((part.deepFrom ?? 0) > part.cursor && { deepFrom: undefined }),
	...((part.again ?? 0) > time.latest + slackOf(time) && { again: undefined }),
});

/** The last second that a date can tell. */
const LAST: Seconds = 8_640_000_000_000;
const shown = (seconds: Seconds): string => (seconds > LAST ? String(seconds) : iso(seconds));

const again = (label: string, why: string, from: Seconds): string =>
	`${label}: ${why}. Everything since ${iso(Math.max(0, from))} is read again; events may come a second time.`;
