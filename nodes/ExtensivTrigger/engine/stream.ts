import type { ChangesPort } from '../../shared/api/ports/changes';
import type { TakeUnreadable } from '../../shared/api/ports/unreadable';
import type { Emission } from '../../shared/events/emission';
import { fingerprintOf } from '../state/fingerprint';
import type { PollClock, PollTime } from './pollClock';
import type { FilterName, Settings } from '../settings';
import type { FoundState } from '../state/checkpoint';
import type { Seconds } from '../../shared/events/time';

/** What every part of a poll has at hand. */
export interface PollRun {
	changes: ChangesPort;
	/** The warehouses in use. */
	warehouseIds: (unreadable: TakeUnreadable) => Promise<string[]>;
	settings: Settings;
	found: FoundState;
	/** When the poll began: what belongs together is read up to the same point. */
	started: Seconds;
	/** The same, with what was known of the clocks when this run of the poll began. */
	time: PollTime;
	/** What is known of the clocks by now. */
	clock: PollClock;
	/** Whether the time for this poll is used up. */
	spent: () => boolean;
	/** The last items are sent once more: they must all come in this poll, which marks them. */
	isRepeating: boolean;
	/** What the feed of changed stock has shown so far is in the saved state, and no other node has read it since. */
	isFeedWhole: boolean;
}

/** What a part of a poll came to; nothing is saved before all parts have come to their end. */
export interface StreamResult {
	/** What is to be saved of it. */
	state: unknown;
	/**
	 * What the emissions tell of, to be forgotten where they must be sent once more; null where there was no such part
	 * before, absent where there are none.
	 */
	lastEmitted?: unknown;
	emissions: Emission[];
	notices: string[];
	/** It hangs on a time that nothing had confirmed when the run began. */
	isDoubtful?: boolean;
	/** It has taken what does not come again, so that the poll cannot be run a second time. */
	isFinal?: boolean;
}

/**
 * Which settings an event was run with, as far as they matter to it: when they change, it starts again from where the
 * user says.
 */
export function settingsFingerprint(
	{ contract, start, filters, fromStatuses, toStatuses }: Settings,
	matter: readonly FilterName[],
	withStatuses: boolean,
): string {
	const used = matter.map((name) => filters[name] ?? null);
	return `${contract} ${fingerprintOf([start, used, withStatuses ? [fromStatuses ?? null, toStatuses ?? null] : []])}`;
}
