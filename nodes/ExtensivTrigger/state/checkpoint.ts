import * as z from '../../shared/vendor/zod';
import { CLOCK_SKEW, type PollTime, slackOf } from '../engine/pollClock';
import type { Settings, Start } from '../settings';
import { DAY, HOUR, type Seconds, iso } from '../../shared/events/time';

/**
 * The version of the saved state. A newer package reads the state of an older one, or restarts from a safe point and
 * says so.
 */
export const STATE_VERSION = 1;

/** The state that n8n saves for the node: one part for each event. */
export interface SavedState {
	v: typeof STATE_VERSION;
	/** When the last poll finished, by the earlier of this machine's clock and the service's. */
	savedAt: Seconds;
	parts: Record<string, unknown>;
	/** Notices to the user that no item has carried yet. */
	notices?: string[];
	/** How far this machine's clock is ahead of the service's, if the user was notified of it. */
	skew?: Seconds;
	/**
	 * The emissions saved with this state, by part: n8n saves the state a moment before it records that it has the items,
	 * and may be killed in between. Null for a part that did not exist before them. Absent if nothing was sent.
	 */
	told?: Record<string, unknown>;
}

/** The saved state as it was found. */
export interface FoundState {
	streams: Record<string, unknown>;
	lastEmitted?: Record<string, unknown>;
	/** Undefined if unknown. */
	savedAt?: Seconds;
	/** How far in the future it was saved, if a clock was set in between. */
	setBack?: Seconds;
	skew?: Seconds;
	/** The state exists but cannot be read as a whole: a missing part was lost, not just never created. */
	damaged: boolean;
	notices: string[];
}

/** How far back to read again when the position is lost. */
const LOOK_BACK: Seconds = DAY;
/** Nothing was saved before the year 2001. */
const EARLIEST_SAVED: Seconds = 1e9;

const seconds = z.number().int().nonnegative();
/** A number that the trigger can do without if it is damaged. */
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
		// Every poll saves a part: if none is left, something was lost.
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

/** The position of a dated event. */
export const datedState = z.object({
	since: seconds,
	cursor: seconds,
	width: spare,
	deepAt: spare,
	deepFrom: spare,
	/** The position before it went back: one poll covers that distance again. */
	again: spare,
	settings: z.string(),
	seen: z.record(z.string(), z.string()),
	memory: z.string().nullish(),
});
export type DatedState = z.Infer<typeof datedState>;
/** The readable rest of a damaged part. A width means that the trigger was in the middle of a backlog. */
const rest = z.looseObject({ since: spare, cursor: spare, width: spare });

/** A part to continue from, or the point to begin at. */
export type Resumed =
	| {
			part: DatedState;
			notice?: string;
			/** It lies ahead of this machine's clock, which the service has not confirmed. */
			isDoubtful?: true;
	  }
	| { startAt: Seconds | 'now'; notice?: string };

/** The starting point of a trigger without a position. */
export const startPoint = (start: Start, now: Seconds): Seconds | 'now' =>
	start.from === 'now' ? 'now' : start.from === 'date' ? start.at : now - Math.round(start.hours * HOUR);

/**
 * Finds the position of an event. A lost or impossible position restarts early enough to leave nothing out; then events
 * may repeat, and a notice says so.
 * @param label the event's label
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
		const damage = whole.success ? undefined : 'the saved data about the latest events is damaged';
		const problem = since === undefined ? 'the saved starting point is impossible' : damage;
		return {
			part: plausible(whole.success ? whole.data : { ...rescued, settings: '', seen: {} }, time),
			...(problem && { notice: again(label, problem, cursor - lookbackWindow) }),
			...(cursor > time.latest + CLOCK_SKEW && !time.confirmed && { isDoubtful: true }),
		};
	}
	const last = lastKnown(found, latest, settleDelay + lookbackWindow) ?? time.started - LOOK_BACK;
	// In a backlog, the trigger was anywhere between its start and the last poll.
	const reached = step !== undefined && since !== undefined ? Math.min(since, last) : last;
	const safe = startAt === 'now' ? reached : Math.min(startAt, reached);
	const isAhead = cursor !== undefined && cursor > latest;
	const why = isAhead ? `the saved position (${shown(cursor)}) is in the future` : 'the saved position cannot be read';
	return { startAt: safe, notice: again(label, why, safe) };
}

/** No later than the last poll, and than the event that is furthest behind: one may wait for another. */
function lastKnown({ streams, savedAt }: FoundState, latest: Seconds, margin: Seconds): Seconds | undefined {
	if (savedAt === undefined) return undefined;
	const cursors = Object.values(streams).map((part) => readable(part, latest).cursor ?? Infinity);
	return Math.min(
		savedAt - margin,
		...cursors.filter((cursor) => cursor >= EARLIEST_SAVED).map((cursor) => cursor - margin),
	);
}

/** @returns `since` only if it is possible */
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

/** Records are entered at most this long after their time. */
const LONGEST_BACKDATED: Seconds = 30 * DAY;

/** Drops impossible numbers that only save work. */
const plausible = (part: DatedState, time: PollTime): DatedState => ({
	...part,
	...((part.deepAt ?? 0) > time.latest + slackOf(time) && { deepAt: undefined }),
	...((part.deepFrom ?? 0) > part.cursor && { deepFrom: undefined }),
	...((part.again ?? 0) > time.latest + slackOf(time) && { again: undefined }),
});

/** The last second that a date can represent. */
const LAST: Seconds = 8_640_000_000_000;
const shown = (seconds: Seconds): string => (seconds > LAST ? String(seconds) : iso(seconds));

const again = (label: string, why: string, from: Seconds): string =>
	`${label}: ${why}. The trigger reads everything since ${iso(Math.max(0, from))} again; events may repeat.`;
