import type { INodePropertyOptions } from 'n8n-workflow';
import type { Contract } from '../api/ports/types';
import { EVENTS, EVENT_TEXTS, type EventName } from './names';

/** The event's label in the list of nodes. Without it, n8n makes one in lower case (*On rma created*). */
export const actionOf = (label: string): string =>
	`On ${label.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())}`;

/** Events that the guide's contract cannot report. */
export const LIVE_ONLY: readonly EventName[] = ['shipmentUpdated', 'rmaCreated', 'purchaseOrderUpdated'];

/** The choices of *Trigger On*, in alphabetical order. */
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
