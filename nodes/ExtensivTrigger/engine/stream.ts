import type { ChangesPort } from '../../shared/api/ports/changes';
import type { TakeUnreadable } from '../../shared/api/ports/unreadable';
import type { Emission } from '../../shared/events/emission';
import { fingerprintOf } from '../../shared/domain/fingerprint';
import type { PollClock, PollTime } from './pollClock';
import type { FilterName, Settings } from '../settings';
import type { FoundState } from '../state/checkpoint';
import type { Seconds } from '../../shared/events/time';

/** The context of every stream of a poll. */
export interface PollRun {
	changes: ChangesPort;
	/** The warehouses in use. */
	warehouseIds: (unreadable: TakeUnreadable) => Promise<string[]>;
	settings: Settings;
	found: FoundState;
	/** When the poll began: related lists are read up to the same point. */
	started: Seconds;
	/** The same, with what was known about the clocks when this run of the poll began. */
	time: PollTime;
	/** What is known about the clocks by now. */
	clock: PollClock;
	/** Whether this poll has used up its time. */
	spent: () => boolean;
	/** The last items are sent again: they must all come in this poll, which marks them. */
	isRepeating: boolean;
	/**
	 * The saved state has all that the feed of changed stock has shown so far, and no other node has read the feed since.
	 */
	isFeedWhole: boolean;
}

/** The result of one stream; nothing is saved until all streams have finished. */
export interface StreamResult {
	/** The state to save. */
	state: unknown;
	/**
	 * The emitted records, to be forgotten if they must be sent again; null if the stream had no state before, absent if
	 * it emitted nothing.
	 */
	lastEmitted?: unknown;
	emissions: Emission[];
	notices: string[];
	/** It depends on a time that nothing had confirmed when the run began. */
	isDoubtful?: boolean;
	/** It consumed changes that the service will not show again, so the poll cannot run a second time. */
	isFinal?: boolean;
}

/** A fingerprint of the settings that matter to an event: when it changes, the event restarts where the user says. */
export function settingsFingerprint(
	{ contract, start, filters, fromStatuses, toStatuses }: Settings,
	matter: readonly FilterName[],
	withStatuses: boolean,
): string {
	const used = matter.map((name) => filters[name] ?? null);
	return `${contract} ${fingerprintOf([start, used, withStatuses ? [fromStatuses ?? null, toStatuses ?? null] : []])}`;
}
