import type { EventName } from './names';
import { type Seconds, iso } from './time';

/** Under which name an item has its record. */
export type RecordName = 'order' | 'shipment' | 'product' | 'stockLevel' | 'rma' | 'purchaseOrder';

/** Something that happened, as the trigger found it. */
export interface Emission {
	event: EventName;
	record: RecordName;
	/** The id of the record; for stock its place. */
	id: string;
	/** When it happened by the service's clock; undefined where the service does not tell. */
	at?: Seconds;
	/** Tells this version of the record from others. */
	fingerprint: string;
	value: unknown;
	raw: unknown;
	/** The new value and the one before; a value that was not known is null. */
	change?: { previous: unknown; current: unknown };
}

/** The data of an item. Items of the webhook trigger have the same form. */
export interface TriggerItem {
	event: EventName;
	/** The same for the same event, however often it comes: what *Remove Duplicates* can go by. */
	eventId: string;
	occurredAt: string | null;
	[record: string]: unknown;
}

export const toItem = (
	{ event, record, id, at, fingerprint, value, raw, change }: Emission,
	simplify: boolean,
): TriggerItem => ({
	event,
	eventId: [event, id, at ?? '', fingerprint].filter((part) => part !== '').join(':'),
	occurredAt: at === undefined ? null : iso(at),
	...change,
	[record]: simplify ? value : raw,
});
