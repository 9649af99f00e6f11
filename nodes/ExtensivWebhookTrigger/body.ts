import { iso, secondsOf } from '../shared/events/time';
import * as z from '../shared/vendor/zod';

/** An event from a sender, in the form of the polling trigger's items but with any event name. */
export interface PushedItem {
	event: string;
	/** Stays the same however often the event arrives. */
	eventId: string;
	occurredAt: string | null;
	[record: string]: unknown;
}

/** The events of a body, or the problem with it: general and short, because the sender sees it. */
export type ParsedBody = { items: PushedItem[] } | { problem: string };

const LONGEST_NAME = 100;
const LONGEST_ID = 500;

const events = z.array(
	z.looseObject({
		event: z.string().min(1).max(LONGEST_NAME),
		eventId: z.string().min(1).max(LONGEST_ID).nullish(),
		occurredAt: z
			.string()
			.refine((text) => secondsOf(text) !== undefined)
			.nullish(),
	}),
);

/**
 * Reads the events of a delivery: one object, a list of them, or `{"events": […]}`. An event without an id gets one
 * from the delivery's.
 */
export function readEvents(body: Uint8Array, deliveryId: string): ParsedBody {
	const content = parse(body);
	if (content === undefined) return { problem: 'The body must be JSON in UTF-8.' };
	const read = events.safeParse(listed(content));
	if (!read.success)
		return {
			problem:
				'Each event must be an object with a text “event”, and optionally a text “eventId” and a date “occurredAt”.',
		};
	const items = read.data.map(({ event, eventId, occurredAt, ...rest }, index) => {
		const at = secondsOf(occurredAt);
		return {
			event,
			eventId: eventId ?? `${deliveryId}:${index}`,
			occurredAt: at === undefined ? null : iso(at),
			...rest,
		};
	});
	return { items };
}

/** The parsed body; undefined if it is not JSON. */
function parse(body: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
	} catch {
		return undefined;
	}
}

function listed(content: unknown): unknown {
	if (typeof content !== 'object' || content === null || Array.isArray(content)) return content;
	return 'event' in content || !('events' in content) ? [content] : content.events;
}
