import { EVENTS } from '../shared/events/names';
import type { Seconds } from '../shared/events/time';
import { InputError } from '../shared/domain/inputError';
import { parseQuantity } from '../shared/domain/values/money';
import type { Fields } from '../shared/n8n/read/params';

/** Stands for every event there is, those that only the sender knows too. */
export const ANY_EVENT = 'any';

/**
 * What is taken where the user says nothing. The header names are this package's own: no webhooks of Order Manager are
 * known whose names could be taken.
 */
export const DEFAULTS = {
	signatureHeader: 'X-Extensiv-Signature',
	timestampHeader: 'X-Extensiv-Timestamp',
	deliveryHeader: 'X-Extensiv-Delivery',
	windowSeconds: 300,
	bodyKilobytes: 1024,
	mostDeliveries: 5_000,
} as const;

/** With more, saving what is remembered would keep n8n busy for half a second with each delivery. */
const MOST_DELIVERIES = 100_000;

/** What the user set. */
export interface WebhookSettings {
	/** Undefined: any. */
	events?: readonly string[];
	/** Names of headers, in lower case as Node.js has them. */
	headers: { signature: string; timestamp: string; delivery: string };
	/** How far a delivery's timestamp may be from now. */
	window: Seconds;
	/** Bytes of the longest body. */
	longestBody: number;
	/** Deliveries that are remembered; more within the window are refused until later. */
	mostDeliveries: number;
}

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]{1,100}$/;

/** @throws InputError naming the field */
export function readSettings(fields: Fields): WebhookSettings {
	const options = fields.inside('settings');
	const header = (name: keyof typeof DEFAULTS, label: string): string => {
		const given = options.text(name) ?? String(DEFAULTS[name]);
		if (!HEADER_NAME.test(given))
			throw new InputError(
				label,
				`“${given}” is not the name of a header.`,
				'Use letters, digits and hyphens, for example X-Signature.',
			);
		return given.toLowerCase();
	};
	const whole = (name: 'windowSeconds' | 'bodyKilobytes' | 'mostDeliveries', label: string): number =>
		options.text(name) === undefined ? DEFAULTS[name] : parseQuantity(options.raw(name), label, 1);
	return {
		...chosenEvents(fields),
		headers: {
			signature: header('signatureHeader', 'Signature Header'),
			timestamp: header('timestampHeader', 'Timestamp Header'),
			delivery: header('deliveryHeader', 'Delivery ID Header'),
		},
		window: whole('windowSeconds', 'Replay Window (Seconds)'),
		longestBody: whole('bodyKilobytes', 'Max Body Size (KB)') * 1024,
		mostDeliveries: rememberable(whole('mostDeliveries', MOST_LABEL)),
	};
}

const MOST_LABEL = 'Max Remembered Deliveries';

function rememberable(deliveries: number): number {
	if (deliveries <= MOST_DELIVERIES) return deliveries;
	throw new InputError(
		MOST_LABEL,
		`${deliveries} is too many.`,
		`Give at most ${MOST_DELIVERIES}, or make the replay window shorter.`,
	);
}

function chosenEvents(fields: Fields): Pick<WebhookSettings, 'events'> {
	const chosen = fields.list('events') ?? [];
	if (chosen.length === 0)
		throw new InputError('Trigger On', 'Nothing is chosen.', 'Choose at least one event, or “Any Event”.');
	const unknown = chosen.find((name) => name !== ANY_EVENT && !EVENTS.some((event) => event === name));
	if (unknown !== undefined)
		throw new InputError(
			'Trigger On',
			`“${unknown}” is not an event.`,
			`Use one of ${[ANY_EVENT, ...EVENTS].join(', ')}.`,
		);
	return chosen.includes(ANY_EVENT) ? {} : { events: chosen };
}
