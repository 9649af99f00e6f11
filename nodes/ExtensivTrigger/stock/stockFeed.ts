import { ApiError } from '../../shared/http/errors/apiError';
import { rethrow } from '../../shared/http/errors/rethrow';
import { type PollTime, slackOf } from '../engine/pollClock';
import type { PollRun } from '../engine/stream';
import type { StockState } from '../state/stockState';
import { DAY, HOUR, type Seconds, iso } from '../../shared/events/time';

/** Even with the feed, all levels are compared this often: another reader may have taken changes from it. */
const COMPARE_EVERY: Seconds = HOUR;
/** For more SKUs than this, reading all levels is no more work. */
const MOST_SKUS = 500;
/** Spans overlap at least this much, because a service may exclude their ends. */
const LEAST_OVERLAP: Seconds = 2;

/** The levels that a poll has to read. */
export interface LevelsToRead {
	/** Undefined for all. */
	skus?: string[];
	/** The feed was read, so this poll cannot run a second time. */
	isTaken: boolean;
	/** The state of the feed; computed after the levels are read, because the clocks are known by then. */
	kept: () => Pick<StockState, 'wholeUntil' | 'recheck'>;
	notice?: string;
}

/**
 * Asks the service's feed which levels may have changed. The feed shows a change once and to one reader, so it only
 * saves work: after a lost response, after a restart, if another node reads the same feed, and once an hour, all levels
 * are compared.
 */
export async function levelsToRead(run: PollRun, part: StockState, isArmed: boolean): Promise<LevelsToRead> {
	const { changes, settings } = run;
	const channel = settings.stock.feedChannelId;
	if (channel === undefined || !changes.takeChangedSkus) return { isTaken: false, kept: () => ({}) };
	const since = sinceOf(run, part);
	if (!isArmed || since === undefined || !run.isFeedWhole || mustCompare(run.time, part)) {
		const wholeUntil = (): Seconds | undefined => (run.isFeedWhole ? stillWhole(run, part) : lateUntil(run));
		return { isTaken: false, kept: () => ({ wholeUntil: wholeUntil(), recheck: rechecks(run, part, []) }) };
	}
	try {
		const { skus, more } = await changes.takeChangedSkus(channel, iso(since));
		const all = [...new Set([...skus, ...Object.keys(part.recheck ?? {})])];
		// The response may have shown that the clock was wrong.
		if (more || all.length > MOST_SKUS || mustCompare(run.clock.time, part)) return allLevels(run);
		return { skus: all, isTaken: true, kept: () => ({ recheck: rechecks(run, part, skus) }) };
	} catch (error) {
		if (!(error instanceof ApiError) || error.kind !== 'feedLost') rethrow(error);
		return {
			...allLevels(run),
			notice: `${error.message} The trigger compared all levels instead: nothing is left out.`,
		};
	}
}

/** Comparing all levels finds what the feed has shown or may have shown, as long as it may become visible late. */
const allLevels = (run: PollRun): LevelsToRead => ({ isTaken: true, kept: () => ({ wholeUntil: lateUntil(run) }) });

/** The starting point for the feed; undefined if unknown. */
function sinceOf({ settings, time }: PollRun, { cursor }: StockState): Seconds | undefined {
	if (typeof cursor !== 'number' || cursor > time.latest + slackOf(time)) return undefined;
	return Math.max(0, cursor - Math.max(settings.lookbackWindow, LEAST_OVERLAP));
}

/** The starting point of the next poll: much earlier if the service reports no time. */
export const positionOf = ({ clock: { time }, settings }: PollRun): Seconds =>
	time.started - settings.settleDelay - (time.confirmed ? 0 : DAY);

function mustCompare(time: PollTime, { comparedAt, next, wholeUntil }: StockState): boolean {
	if (typeof next === 'string' || typeof wholeUntil === 'number') return true;
	return typeof comparedAt !== 'number' || comparedAt > time.latest || time.latest - comparedAt >= COMPARE_EVERY;
}

/** When a change made now is certainly visible, by the service's clock. */
const lateUntil = ({ clock, settings }: PollRun): Seconds =>
	clock.serviceTime.nowBefore + settings.settleDelay + settings.lookbackWindow;

/** All levels are read again as long as a change that somebody took from the feed may become visible late. */
function stillWhole(run: PollRun, { wholeUntil }: StockState): Seconds | undefined {
	return typeof wholeUntil === 'number' && isAhead(run, wholeUntil) ? wholeUntil : undefined;
}

/** SKUs that the next polls read again. */
function rechecks(run: PollRun, { recheck }: StockState, fresh: readonly string[]): StockState['recheck'] {
	const until = lateUntil(run);
	const before = Object.entries(recheck ?? {}).filter(([, at]) => typeof at === 'number' && isAhead(run, at));
	const entries = Object.fromEntries([...before, ...fresh.map((sku): [string, Seconds] => [sku, until])]);
	return Object.keys(entries).length > 0 ? entries : undefined;
}

/** Whether this poll began before a time that is not impossibly far ahead. */
const isAhead = (run: PollRun, time: Seconds): boolean =>
	time > run.clock.serviceTime.begunAfter && time <= lateUntil(run) + slackOf(run.clock.time);
