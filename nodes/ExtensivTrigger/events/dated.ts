import type { Changed, ChangeFeed, ChangesPort } from '../../shared/api/ports/changes';
import type { RecordName } from '../../shared/events/emission';
import type { FilterName, Filters, Settings } from '../settings';
import type { EventName } from '../../shared/events/names';

/** What in a feed counts as the event. */
export type Kind<T> =
	/** A record is there that was not there before. */
	| { is: 'birth' }
	/** A record has changed. Where births are an event of their own, a record as it was born is not news here. */
	| { is: 'version'; creations?: EventName }
	/** One value of a record has changed from what it was when the record was last seen. */
	| {
			is: 'transition';
			valueOf: (value: T) => string;
			shown: (text: string) => unknown;
			counts: (previous: string | undefined, current: string, settings: Settings) => boolean;
	  };

/** An event that records with dates tell of. */
export interface DatedEvent<T> {
	name: EventName;
	record: RecordName;
	feed(changes: ChangesPort): ChangeFeed<T> | undefined;
	kind: Kind<T>;
	/** The filters that records of this kind have a place for. */
	filters: readonly FilterName[];
	/** Whether a record is one that the user wants. */
	fits(value: T, filters: Filters): boolean;
}

/** An event whose record type is forgotten: the runner never looks inside. */
export type AnyDatedEvent = DatedEvent<unknown>;

/** Keeps an event's own types checked where it is written, and forgets them where it is run. */
export const datedEvent = <T>(event: DatedEvent<T>): AnyDatedEvent => event as unknown as AnyDatedEvent;

/** A record as it was born: nothing has changed it since the second of its creation. */
export const isAsCreated = ({ createdAt, modifiedAt }: Changed<unknown>): boolean =>
	createdAt !== null && createdAt === modifiedAt;

/** A filter is passed by what it names, and by what is not told: then the service itself has applied it. */
export const passes = (wanted: string | undefined, actual: string | null | undefined): boolean =>
	wanted === undefined || actual === null || actual === undefined || wanted === actual;

/** Whether one of a record's SKUs is wanted, without regard to capitals. */
export const hasSku = (wanted: readonly string[] | undefined, skus: ReadonlyArray<string | null>): boolean => {
	const folded = wanted?.map((sku) => sku.toLowerCase());
	return !folded || skus.some((sku) => sku !== null && folded.includes(sku.toLowerCase()));
};
