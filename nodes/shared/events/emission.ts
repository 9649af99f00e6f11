import type { EventName } from './names';
import { type Seconds, iso } from './time';

/** The key under which an item holds its record. */
export type RecordName = 'order' | 'shipment' | 'product' | 'stockLevel' | 'rma' | 'purchaseOrder';

/** An event that the trigger found. */
export interface Emission {
	event: EventName;
	record: RecordName;
	/** The id of the record; for stock, its place. */
	id: string;
	/** The time of the event by the service's clock; undefined if the service does not report it. */
	at?: Seconds;
	/** Identifies this version of the record. */
	fingerprint: string;
	value: unknown;
	raw: unknown;
	/** The previous and the current value; null if unknown. */
	change?: { previous: unknown; current: unknown };
}

/** The data of an item. Items of the webhook trigger have the same form. */
export interface TriggerItem {
	event: EventName;
	/** Stays the same however often the event arrives, so *Remove Duplicates* can use it. */
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
