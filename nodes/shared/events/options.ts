import type { INodePropertyOptions } from 'n8n-workflow';
import { alphabetical } from '../domain/alphabetical';
import type { Contract } from '../api/ports/capabilities';
import { EVENTS, EVENT_TEXTS, type EventName } from './names';

/** The event's label in the list of nodes. Without it, n8n makes one in lower case (*On rma created*). */
export const actionOf = (label: string): string =>
	`On ${label.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())}`;

/** The events that a contract supports. */
export const supportedEvents = (contract: Contract): EventName[] =>
	EVENTS.filter((event) => contract.supports(`event.${event}`));

/** The choices of *Trigger On*, in alphabetical order. */
export const eventOptions = (events: readonly EventName[]): INodePropertyOptions[] =>
	events
		.map((event) => ({
			name: EVENT_TEXTS[event].label,
			value: event,
			action: actionOf(EVENT_TEXTS[event].label),
			description: EVENT_TEXTS[event].description,
		}))
		.sort((one, other) => alphabetical(one.name, other.name));
