import type { UnreadableRecord } from '../../shared/api/ports/unreadable';

/** Records that a notice names; the rest is a number. */
const NAMED = 5;

/** The notice about records that cannot be read, if there are any. */
export function noticesOf(label: string, records: readonly UnreadableRecord[]): string[] {
	if (records.length === 0) return [];
	const named = records.slice(0, NAMED).map(({ message }) => message);
	const more = records.length > NAMED ? [`${records.length - NAMED} more cannot be read either.`] : [];
	const left =
		records.length === 1
			? 'One record cannot be read, so it has no event.'
			: `${records.length} records cannot be read, so they have no event.`;
	return [[`${label}: ${left}`, ...named, ...more].join(' ')];
}
