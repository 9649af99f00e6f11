import { type Changed, WITHOUT_ID } from '../../shared/api/ports/changes';
import type { UnreadableRecord } from '../../shared/api/ports/unreadable';
import type { Emission } from '../../shared/events/emission';
import { type AnyDatedEvent, isAsCreated } from '../events/dated';
import type { SeenVersions } from '../state/seenVersions';
import { fingerprintOf } from '../../shared/domain/fingerprint';
import type { LastValues } from '../state/lastValues';
import type { Settings } from '../settings';
import { type Seconds, secondsOf } from '../../shared/events/time';

/** What is known about the creations that precede the changes of this event. */
export interface SeenCreations {
	seenVersions: SeenVersions;
	/** All creations in this span were seen and are still remembered, except those that became visible late. */
	from: Seconds;
	to: Seconds;
}

export interface Classifier {
	event: AnyDatedEvent;
	settings: Settings;
	seenVersions: SeenVersions;
	lastValues: LastValues;
	creations?: SeenCreations;
	/** Records that cannot be read and were not seen before. */
	unreadable: UnreadableRecord[];
}

/**
 * The meaning of a record for the event: an emission, nothing new, or too early because its creation has not been
 * emitted yet.
 */
export type Classification = Emission | 'nothing' | 'tooEarly';

/** Marks a record as seen, whatever it means. */
export function remember(
	{ event: { kind }, seenVersions, lastValues }: Classifier,
	row: Changed<unknown>,
	at: Seconds,
): void {
	if (row.unreadable) {
		seenVersions.put(keyOfUnreadable(row), at, '');
		if (!row.id.startsWith(WITHOUT_ID)) seenVersions.put(row.id, at, '');
		return;
	}
	seenVersions.put(row.id, at, kind.is === 'transition' ? '' : fingerprintOf(row.value));
	if (kind.is === 'transition') lastValues.put(row.id, at, kind.valueOf(row.value));
}

/** Its content, not its id: once corrected, the record is new. */
const keyOfUnreadable = ({ raw }: Changed<unknown>): string => `?${fingerprintOf(raw)}`;

/** Classifies a record, and marks it as seen. */
export function classify(classifier: Classifier, row: Changed<unknown>, at: Seconds): Classification {
	const { event, settings, seenVersions, creations } = classifier;
	if (row.unreadable) {
		if (!seenVersions.get(keyOfUnreadable(row))) classifier.unreadable.push(row.unreadable);
		seenVersions.put(keyOfUnreadable(row), at, '');
		return 'nothing';
	}
	const fits = event.fits(row.value, settings.filters);
	const emission = (fingerprint: string): Emission => ({
		event: event.name,
		record: event.record,
		id: row.id,
		at: secondsOf(row.at ?? row.createdAt),
		fingerprint,
		value: row.value,
		raw: row.raw,
	});
	if (event.kind.is === 'transition') return classifyTransition(classifier, row, at, fits, emission);
	if (!fits) return 'nothing';
	const fingerprint = fingerprintOf(row.value);
	const seen = seenVersions.get(row.id);
	if (event.kind.is === 'birth') {
		if (seen) return 'nothing';
		seenVersions.put(row.id, at, fingerprint);
		return emission('');
	}
	// A lagging reading may return an older version again.
	if (seen && (at < seen.at || (at === seen.at && fingerprint === seen.fingerprint))) return 'nothing';
	if (creations && isExpected(creations, row)) return 'tooEarly';
	seenVersions.put(row.id, at, fingerprint);
	if (seen || !event.kind.creations || !isAsCreated(row)) return emission(fingerprint);
	const created = creations?.seenVersions.get(row.id);
	return created && created.fingerprint !== fingerprint ? emission(fingerprint) : 'nothing';
}

/**
 * A creation in the span that was read but not among those seen: it became visible late, and the next poll emits it.
 */
function isExpected({ seenVersions, from, to }: SeenCreations, { id, createdAt }: Changed<unknown>): boolean {
	const born = secondsOf(createdAt);
	return born !== undefined && born > from && born <= to && !seenVersions.get(id);
}

function classifyTransition(
	classifier: Classifier,
	row: Changed<unknown>,
	at: Seconds,
	fits: boolean,
	emission: (fingerprint: string) => Emission,
): Classification {
	const { settings, seenVersions, lastValues } = classifier;
	const { kind } = classifier.event;
	if (kind.is !== 'transition') return 'nothing';
	const seen = seenVersions.get(row.id);
	if (seen && at < seen.at) return 'nothing';
	const current = kind.valueOf(row.value);
	const previous = lastValues.get(row.id);
	remember(classifier, row, at);
	if (
		previous === current ||
		(previous === undefined && isAsCreated(row)) ||
		!fits ||
		!kind.counts(previous, current, settings)
	)
		return 'nothing';
	return {
		...emission(fingerprintOf(current)),
		change: { previous: previous === undefined ? null : kind.shown(previous), current: kind.shown(current) },
	};
}
