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
			description: 'Every event, including events that only the sender knows',
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
			'Name of the header with the ID of a delivery. A delivery is only accepted once.',
		),
		{
			displayName: 'Max Body Size (KB)',
			name: 'bodyKilobytes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: bodyKilobytes,
			description: "Longer deliveries are rejected. n8n's own limit also applies, 16 MB by default.",
		},
		{
			displayName: 'Max Remembered Deliveries',
			name: 'mostDeliveries',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100000 },
			default: mostDeliveries,
			description:
				'The trigger remembers deliveries, so that it accepts none twice. When this many arrive within the ' +
				'replay window, it responds to further ones with 503 until older ones can no longer be replayed.',
		},
		{
			displayName: 'Replay Window (Seconds)',
			name: 'windowSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: windowSeconds,
			description: 'How far the time of signing may differ from the time of arrival',
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
			'Name of the header with the time of signing, in seconds since 1970',
		),
	],
};

/**
 * Makes n8n pass on the request unread, as for binary data. Otherwise n8n would parse the body of anybody's request
 * first, and reply to a malformed one with details of its errors before any signature is checked.
 */
const unread: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
};

/** The form of the webhook trigger. */
export const webhookFields: INodeProperties[] = [events, settings, unread];
