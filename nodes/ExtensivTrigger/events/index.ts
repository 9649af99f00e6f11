import type { EventName } from '../settings';
import type { AnyDatedEvent } from './dated';
import { orderCreated, orderStatusChanged, orderUpdated } from './orders';
import { productCreated, productUpdated, purchaseOrderUpdated, rmaCreated, shipmentCreated } from './records';

/** The events that records with dates tell of, in the order in which one record goes through them. */
export const DATED_EVENTS: readonly AnyDatedEvent[] = [
	orderCreated,
	orderUpdated,
	orderStatusChanged,
	productCreated,
	productUpdated,
	shipmentCreated,
	rmaCreated,
	purchaseOrderUpdated,
];

/** What the user calls an event. */
export const LABELS: Record<EventName, string> = {
	...(Object.fromEntries(DATED_EVENTS.map(({ name, label }) => [name, label])) as Record<EventName, string>),
	shipmentUpdated: 'Shipment Updated',
	stockLevelChanged: 'Stock Level Changed',
	stockBelowThreshold: 'Stock Below Threshold',
};
