import { createHmac, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { SECRETS } from '../oauth/tokens';

/** A delivery of events to a webhook. */
export interface Push {
	/** Loopback only. */
	url: string;
	/** Sent as JSON: an event, a list of them, or `{events: […]}`. A text is sent as it is. */
	events: unknown;
	/** Default: `SECRETS.webhook`. */
	secret?: string;
	/** Default: a new one. */
	deliveryId?: string;
	/** Seconds since 1970. Default: now, by this machine's clock. */
	timestamp?: number;
	/** Signs so many seconds before the timestamp's default. */
	age?: number;
	/** Sends another signature than the right one, of the same length. */
	wrongSignature?: boolean;
	/** Leaves out headers, by the last part of their names. */
	without?: Array<'signature' | 'timestamp' | 'delivery'>;
	/** Further headers, or other values of those there are. */
	headers?: Record<string, string>;
}

/** What was sent, to send it again, and what the receiver answered. */
export interface Pushed {
	deliveryId: string;
	timestamp: number;
	status: number;
	/** As text; empty when there is none. */
	body: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The headers of a signed delivery. */
export function signedHeaders(
	body: string,
	{ secret = SECRETS.webhook, deliveryId = randomUUID(), timestamp = Math.floor(Date.now() / 1000) }: Partial<Push>,
): Record<string, string> {
	const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
	return {
		'x-extensiv-signature': `sha256=${signature}`,
		'x-extensiv-timestamp': String(timestamp),
		'x-extensiv-delivery': deliveryId,
	};
}

/** Sends one delivery. Throws RangeError for an address that is not on this machine. */
export async function push({ url, events, age = 0, wrongSignature, without = [], ...delivery }: Push): Promise<Pushed> {
	const target = URL.canParse(url) ? new URL(url) : undefined;
	if (target?.protocol !== 'http:' || !LOOPBACK.test(target.hostname))
		throw new RangeError('push: url must be http:// on this machine');
	const { deliveryId = randomUUID(), timestamp = Math.floor(Date.now() / 1000) - age } = delivery;
	const body = typeof events === 'string' ? events : JSON.stringify(events);
	const headers: Record<string, string> = {
		'content-type': 'application/json',
		...signedHeaders(body, { ...delivery, deliveryId, timestamp }),
	};
	if (wrongSignature) headers['x-extensiv-signature'] = `sha256=${'0'.repeat(64)}`;
	for (const part of without) delete headers[`x-extensiv-${part}`];
	return { deliveryId, timestamp, ...(await post(target, { ...headers, ...delivery.headers }, body)) };
}

async function post(
	url: URL,
	headers: Record<string, string>,
	body: string,
): Promise<{ status: number; body: string }> {
	return await new Promise((resolve, reject) => {
		const call = request(
			url,
			{ method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: false },
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
				);
				response.on('error', reject);
			},
		);
		call.on('error', reject);
		call.end(body);
	});
}
