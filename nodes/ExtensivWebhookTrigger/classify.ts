import type { Seconds } from '../shared/events/time';
import { type PushedItem, readEvents } from './body';
import type { Deliveries, Delivery } from './deliveries';
import { headerOf, type PushRequest, readBody } from './request';
import type { WebhookSettings } from './settings';
import { contentFingerprint, freshTimestamp, isSigned } from './signature';

/** A response without items for the workflow. */
export interface Reply {
	status: number;
	/** Only for senders that have proved to know the secret. */
	message?: string;
	/** The sender may try again after this many seconds. */
	retryAfter?: Seconds;
}

/** What to do with a request. */
export type Classification = { items: PushedItem[]; delivery: Delivery } | Reply;

export const REFUSED: Reply = { status: 401 };
const TOO_LARGE: Reply = { status: 413 };
const LONGEST_ID = 256;

/**
 * Classifies a request by its size, then by its signature, and only then by its content.
 * @param deliveries the known deliveries; undefined if repeats are allowed
 */
export async function classify(
	request: PushRequest,
	secret: string,
	settings: WebhookSettings,
	clock: () => Seconds,
	deliveries?: Deliveries,
): Promise<Classification> {
	const { headers, window, longestBody } = settings;
	const timestamp = headerOf(request, headers.timestamp);
	const signature = headerOf(request, headers.signature);
	const id = headerOf(request, headers.delivery);
	if (timestamp === undefined || signature === undefined || id === undefined || id.length > LONGEST_ID) return REFUSED;
	const body = await readBody(request, longestBody);
	if (body === undefined) return TOO_LARGE;
	// The time after reading: a request that trickles in must not outlast the memory of the one it repeats.
	const now = clock();
	const signedAt = freshTimestamp({ timestamp, signature }, now, window);
	if (signedAt === undefined || !isSigned({ timestamp, signature }, secret, body)) return REFUSED;
	return taken(
		body,
		{ id, contentFingerprint: contentFingerprint(timestamp, body), until: signedAt + window },
		settings,
		now,
		deliveries,
	);
}

/** Synchronous: of two equal deliveries at the same time, the second finds the first. */
function taken(
	body: Buffer,
	delivery: Delivery,
	{ events }: WebhookSettings,
	now: Seconds,
	deliveries?: Deliveries,
): Classification {
	const parsed = readEvents(body, delivery.id);
	if ('problem' in parsed) return { status: 400, message: parsed.problem };
	switch (deliveries?.take(delivery, now)) {
		case 'known':
			return { status: 200, message: 'This delivery was already received.' };
		case 'full':
			return {
				status: 503,
				message: 'Too many deliveries are arriving. Send this one again later.',
				retryAfter: deliveries?.fullFor(now),
			};
	}
	const items = parsed.items.filter(({ event }) => events === undefined || events.includes(event));
	return items.length > 0
		? { items, delivery }
		: { status: 200, message: 'Received. The workflow does not listen to any of its events.' };
}
