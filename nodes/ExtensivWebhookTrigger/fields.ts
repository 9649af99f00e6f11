import type { INodeProperties } from 'n8n-workflow';
import { actionOf, eventOptions } from '../shared/events/options';
import { EVENTS } from '../shared/events/names';
import { ANY_EVENT, DEFAULTS } from './settings';

const events: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: [
		{
			name: 'Any Event',
			value: ANY_EVENT,
			action: actionOf('Any Event'),
			description: 'Every event, whatever the sender calls it',
		},
		...eventOptions(EVENTS),
	],
	default: [ANY_EVENT],
};

const header = (displayName: string, name: string, usual: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: usual,
	description,
});

const { signatureHeader, timestampHeader, deliveryHeader, windowSeconds, bodyKilobytes, mostDeliveries } = DEFAULTS;

const settings: INodeProperties = {
	displayName: 'Options',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		header(
			'Delivery ID Header',
			'deliveryHeader',
			deliveryHeader,
			'Name of the header with the ID of a delivery. A delivery that was taken is not taken again.',
		),
		{
			displayName: 'Max Body Size (KB)',
			name: 'bodyKilobytes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: bodyKilobytes,
			description: 'Longer deliveries are refused. A limit of n8n itself also applies, 16 MB unless changed.',
		},
		{
			displayName: 'Max Remembered Deliveries',
			name: 'mostDeliveries',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100000 },
			default: mostDeliveries,
			description:
				'Deliveries are remembered so that none is taken twice. When so many have come within the replay ' +
				'window, more are answered with 503 until some are too old to be repeated.',
		},
		{
			displayName: 'Replay Window (Seconds)',
			name: 'windowSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: windowSeconds,
			description: 'How far the time at which a delivery was signed may be from the time at which it arrives',
		},
		header(
			'Signature Header',
			'signatureHeader',
			signatureHeader,
			'Name of the header with the signature: sha256= and the HMAC-SHA256 of timestamp, dot and body, in ' +
				'hexadecimal digits',
		),
		header(
			'Timestamp Header',
			'timestampHeader',
			timestampHeader,
			'Name of the header with the time at which the delivery was signed, in seconds since 1970',
		),
	],
};

/**
 * Makes n8n hand over the request unread, as for binary data. Else n8n would read and parse the body of anybody's
 * request first, and answer one that is not well-formed
 * with the details of its mistakes, before a signature could be looked at.
 */
const unread: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
};

/** The form of the webhook trigger. */
export const webhookFields: INodeProperties[] = [events, settings, unread];
