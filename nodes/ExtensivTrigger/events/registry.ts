import type { EventName } from '../../shared/events/names';
import { SHIPMENT_UPDATED_FILTERS } from '../engine/deliveryStream';
import type { FilterName } from '../settings';
import { STOCK_FILTERS } from '../stock/stockStream';
import type { AnyDatedEvent } from './dated';
import { orderCreated, orderStatusChanged, orderUpdated } from './orders';
import { productCreated, productUpdated, purchaseOrderUpdated, rmaCreated, shipmentCreated } from './records';

/** The events based on dated records, in the order in which one record goes through them. */
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

/** The filters that fit the records of an event. */
export function filtersOf(event: EventName): readonly FilterName[] {
	if (event === 'shipmentUpdated') return SHIPMENT_UPDATED_FILTERS;
	return DATED_EVENTS.find(({ name }) => name === event)?.filters ?? STOCK_FILTERS;
}
