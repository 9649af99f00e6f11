import type { INodePropertyOptions } from 'n8n-workflow';
import type { Contract } from '../../shared/api/ports';
import { SHIPMENT_UPDATED_FILTERS } from '../engine/deliveryStream';
import { type EventName, EVENTS, type FilterName } from '../settings';
import { STOCK_FILTERS } from '../stock/stockStream';
import { DATED_EVENTS, LABELS } from './index';

/** What each event means, as the editor says it. */
const DESCRIPTIONS: Record<EventName, string> = {
	orderCreated: 'An order was created',
	orderUpdated: 'An order was changed after it was created',
	orderStatusChanged: 'The status of an order has changed',
	shipmentCreated: 'A parcel was shipped or registered',
	shipmentUpdated: 'The delivery status of a parcel has changed',
	productCreated: 'A product was created',
	productUpdated: 'A product was changed after it was created. Its stock does not count.',
	stockLevelChanged: 'There are more or fewer pieces of a SKU than before',
	stockBelowThreshold: 'The stock of a SKU falls below a threshold. Fires once, when it falls.',
	rmaCreated: 'A return authorization was created',
	purchaseOrderUpdated: 'A purchase order is new or was changed',
};

/** What the list of nodes calls an event. Without it n8n makes one itself, in small letters (*On rma created*). */
export const actionOf = (label: string): string =>
	`On ${label.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())}`;

/** Events that the guide's contract has nothing to tell of. */
const LIVE_ONLY: readonly EventName[] = ['shipmentUpdated', 'rmaCreated', 'purchaseOrderUpdated'];

/** The choices of *Trigger On*, in the order of the alphabet. */
export const eventOptions = (contract: Contract): INodePropertyOptions[] =>
	EVENTS.filter((event) => contract === 'live' || !LIVE_ONLY.includes(event))
		.map((event) => ({
			name: LABELS[event],
			value: event,
			action: actionOf(LABELS[event]),
			description: DESCRIPTIONS[event],
		}))
		.sort((one, other) => one.name.localeCompare(other.name));

export const isSupported = (event: EventName, contract: Contract): boolean =>
	contract === 'live' || !LIVE_ONLY.includes(event);

/** The filters that the records of an event have a place for. */
export function filtersOf(event: EventName): readonly FilterName[] {
	if (event === 'shipmentUpdated') return SHIPMENT_UPDATED_FILTERS;
	return DATED_EVENTS.find(({ name }) => name === event)?.filters ?? STOCK_FILTERS;
}
