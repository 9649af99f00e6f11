import type { INodePropertyOptions } from 'n8n-workflow';
import type { Contract } from '../api/ports/types';
import { EVENTS, EVENT_TEXTS, type EventName } from './names';

/** What the list of nodes calls an event. Without it n8n makes one itself, in small letters (*On rma created*). */
export const actionOf = (label: string): string =>
	`On ${label.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())}`;

/** Events that the guide's contract has nothing to tell of. */
export const LIVE_ONLY: readonly EventName[] = ['shipmentUpdated', 'rmaCreated', 'purchaseOrderUpdated'];

/** The choices of *Trigger On*, in the order of the alphabet. */
export const eventOptions = (contract: Contract): INodePropertyOptions[] =>
	EVENTS.filter((event) => contract === 'live' || !LIVE_ONLY.includes(event))
		.map((event) => ({
			name: EVENT_TEXTS[event].label,
			value: event,
			action: actionOf(EVENT_TEXTS[event].label),
			description: EVENT_TEXTS[event].description,
		}))
		.sort((one, other) => one.name.localeCompare(other.name));

export const isSupported = (event: EventName, contract: Contract): boolean =>
	contract === 'live' || !LIVE_ONLY.includes(event);
