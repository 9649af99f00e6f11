import type { Changed, ChangeFeed, ChangesPort } from '../../shared/api/ports/changes';
import type { RecordName } from '../../shared/events/emission';
import type { FilterName, Filters, Settings } from '../settings';
import type { EventName } from '../../shared/events/names';

/** What in a feed counts as the event. */
export type Kind<T> =
	/** A new record. */
	| { is: 'birth' }
	/** A changed record. If creations are an event of their own, an unchanged new record is not news here. */
	| { is: 'version'; creations?: EventName }
	/** One value of a record differs from its last known value. */
	| {
			is: 'transition';
			valueOf: (value: T) => string;
			shown: (text: string) => unknown;
			counts: (previous: string | undefined, current: string, settings: Settings) => boolean;
	  };

/** An event based on dated records. */
export interface DatedEvent<T> {
	name: EventName;
	record: RecordName;
	feed(changes: ChangesPort): ChangeFeed<T> | undefined;
	kind: Kind<T>;
	/** The filters that fit records of this kind. */
	filters: readonly FilterName[];
	/** Whether a record passes the user's filters. */
	fits(value: T, filters: Filters): boolean;
}

/** An event without its record type: the runner never looks inside. */
export type AnyDatedEvent = DatedEvent<unknown>;

/** Checks an event's types where it is written, and drops them where it runs. */
export const datedEvent = <T>(event: DatedEvent<T>): AnyDatedEvent => event as unknown as AnyDatedEvent;

/** Whether a record is unchanged since the second of its creation. */
export const isAsCreated = ({ createdAt, modifiedAt }: Changed<unknown>): boolean =>
	createdAt !== null && createdAt === modifiedAt;

/** A filter passes its own value, and a missing one: then the service itself has applied the filter. */
export const passes = (wanted: string | undefined, actual: string | null | undefined): boolean =>
	wanted === undefined || actual === null || actual === undefined || wanted === actual;

/** Whether one of a record's SKUs passes the filter, ignoring case. */
export const hasSku = (wanted: readonly string[] | undefined, skus: ReadonlyArray<string | null>): boolean => {
	const folded = wanted?.map((sku) => sku.toLowerCase());
	return !folded || skus.some((sku) => sku !== null && folded.includes(sku.toLowerCase()));
};
