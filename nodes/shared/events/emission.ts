import type { Order } from '../domain/order/order';
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

/** How items come out. */
export interface ItemForm {
	/** The simplified record instead of the service's own. */
	simplify: boolean;
	/** One item per order line. */
	perLine?: boolean;
}

/** The items of an event: one, or one for each line of its order. An order without lines still has one. */
export function toItems(emission: Emission, { simplify, perLine = false }: ItemForm): TriggerItem[] {
	const { event, record, id, at, fingerprint, value, raw, change } = emission;
	const eventId = [event, id, at ?? '', fingerprint].filter((part) => part !== '').join(':');
	const occurredAt = at === undefined ? null : iso(at);
	const whole: Record<string, unknown> = { ...change, [record]: simplify ? value : raw };
	const { lines, ...order } = perLine && record === 'order' ? (value as Order) : { lines: [] };
	if (lines.length === 0) return [{ event, eventId, occurredAt, ...whole }];
	// With all lines in each item, a long order would be as large as the square of its lines.
	if (simplify) whole[record] = order;
	return lines.map((line, place) => {
		const lineNumber = place + 1;
		return { event, eventId: `${eventId}:line${lineNumber}`, occurredAt, line: { lineNumber, ...line }, ...whole };
	});
}
