import { type Changed, WITHOUT_ID } from '../shared/api/ports/changes';
import type { UnreadableRecord } from '../shared/api/unreadable';
import type { Emission } from './emission';
import { type AnyDatedEvent, asBorn } from './events/dated';
import type { Guard } from './guard';
import { markOf } from './hash';
import type { Memory } from './memory';
import type { Settings } from './settings';
import { type Seconds, secondsOf } from './time';

/** What has been seen of the births that come before the changes of this event. */
export interface Births {
	guard: Guard;
	/** Births in this span were all seen and are still remembered, unless they showed late. */
	from: Seconds;
	to: Seconds;
}

export interface Judging {
	event: AnyDatedEvent;
	settings: Settings;
	guard: Guard;
	memory: Memory;
	births?: Births;
	/** Records that cannot be read and were not seen before. */
	unreadable: UnreadableRecord[];
}

/** What a record is to the event: news, nothing new, or not yet to be told because its creation is not yet told. */
export type Verdict = Emission | 'nothing' | 'tooEarly';

/** Remembers a record as seen, whatever it is. */
export function remember({ event: { kind }, guard, memory }: Judging, row: Changed<unknown>, at: Seconds): void {
	if (row.unreadable) {
		guard.put(keyOfUnreadable(row), at, '');
		if (!row.id.startsWith(WITHOUT_ID)) guard.put(row.id, at, '');
		return;
	}
	guard.put(row.id, at, kind.is === 'transition' ? '' : markOf(row.value));
	if (kind.is === 'transition') memory.put(row.id, at, kind.valueOf(row.value));
}

/** Its content, not its id: once it is corrected, the record is new. */
const keyOfUnreadable = ({ raw }: Changed<unknown>): string => `?${markOf(raw)}`;

/** Judges a record that was read, and remembers it as seen. */
export function judge(judging: Judging, row: Changed<unknown>, at: Seconds): Verdict {
	const { event, settings, guard, births } = judging;
	if (row.unreadable) {
		if (!guard.get(keyOfUnreadable(row))) judging.unreadable.push(row.unreadable);
		guard.put(keyOfUnreadable(row), at, '');
		return 'nothing';
	}
	const fits = event.fits(row.value, settings.filters);
	const emission = (mark: string): Emission => ({
		event: event.name,
		record: event.record,
		id: row.id,
		at: secondsOf(row.at ?? row.createdAt),
		mark,
		value: row.value,
		raw: row.raw,
	});
	if (event.kind.is === 'transition') return judgeTransition(judging, row, at, fits, emission);
	if (!fits) return 'nothing';
	const mark = markOf(row.value);
	const seen = guard.get(row.id);
	if (event.kind.is === 'birth') {
		if (seen) return 'nothing';
		guard.put(row.id, at, mark);
		return emission('');
	}
	// A reading that lags behind may bring an older version once more.
	if (seen && (at < seen.at || (at === seen.at && mark === seen.mark))) return 'nothing';
	if (births && isExpected(births, row)) return 'tooEarly';
	guard.put(row.id, at, mark);
	if (seen || !event.kind.births || !asBorn(row)) return emission(mark);
	const told = births?.guard.get(row.id);
	return told && told.mark !== mark ? emission(mark) : 'nothing';
}

/**
 * A birth in the span that was read, which is not among those seen: it shows late, and will be told by the next poll.
 */
function isExpected({ guard, from, to }: Births, { id, createdAt }: Changed<unknown>): boolean {
	const born = secondsOf(createdAt);
	return born !== undefined && born > from && born <= to && !guard.get(id);
}

function judgeTransition(
	judging: Judging,
	row: Changed<unknown>,
	at: Seconds,
	fits: boolean,
	emission: (mark: string) => Emission,
): Verdict {
	const { settings, guard, memory } = judging;
	const { kind } = judging.event;
	if (kind.is !== 'transition') return 'nothing';
	const seen = guard.get(row.id);
	if (seen && at < seen.at) return 'nothing';
	const current = kind.valueOf(row.value);
	const previous = memory.get(row.id);
	remember(judging, row, at);
	if (
		previous === current ||
		(previous === undefined && asBorn(row)) ||
		!fits ||
		!kind.counts(previous, current, settings)
	)
		return 'nothing';
	return {
		...emission(markOf(current)),
		change: { previous: previous === undefined ? null : kind.shown(previous), current: kind.shown(current) },
	};
}
