import { EVENTS } from '../shared/events/names';
import type { Seconds } from '../shared/events/time';
import { InputError } from '../shared/domain/inputError';
import { parseQuantity } from '../shared/domain/values/money';
import type { Fields } from '../shared/n8n/read/params';

/** Matches every event, including those that only the sender knows. */
export const ANY_EVENT = 'any';

/** The default settings. The header names are this package's own, because no webhooks of Order Manager are known. */
export const DEFAULTS = {
	signatureHeader: 'X-Extensiv-Signature',
	timestampHeader: 'X-Extensiv-Timestamp',
	deliveryHeader: 'X-Extensiv-Delivery',
	windowSeconds: 300,
	bodyKilobytes: 1024,
	mostDeliveries: 5_000,
} as const;

/** With more, saving them would keep n8n busy for half a second per delivery. */
const MOST_DELIVERIES = 100_000;

/** The user's settings. */
export interface WebhookSettings {
	/** Undefined for any event. */
	events?: readonly string[];
	/** Header names in lower case, as in Node.js. */
	headers: { signature: string; timestamp: string; delivery: string };
	/** How far a delivery's timestamp may be from now. */
	window: Seconds;
	/** The longest body, in bytes. */
	longestBody: number;
	/** Deliveries to remember; more within the window are rejected until later. */
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
				`“${given}” is not a valid header name.`,
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
		`Enter at most ${MOST_DELIVERIES}, or shorten the replay window.`,
	);
}

function chosenEvents(fields: Fields): Pick<WebhookSettings, 'events'> {
	const chosen = fields.list('events') ?? [];
	if (chosen.length === 0)
		throw new InputError('Trigger On', 'Nothing is selected.', 'Select at least one event, or “Any Event”.');
	const unknown = chosen.find((name) => name !== ANY_EVENT && !EVENTS.some((event) => event === name));
	if (unknown !== undefined)
		throw new InputError(
			'Trigger On',
			`“${unknown}” is not an event.`,
			`Use one of ${[ANY_EVENT, ...EVENTS].join(', ')}.`,
		);
	return chosen.includes(ANY_EVENT) ? {} : { events: chosen };
}
