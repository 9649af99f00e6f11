import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Seconds } from '../shared/events/time';

/** A delivery's claim about its origin, with raw header values. */
export interface Claim {
	/** Seconds since 1970, as decimal digits. */
	timestamp: string;
	/** `sha256=` and 64 hexadecimal digits; several, separated by commas, while a sender changes its secret. */
	signature: string;
}

/** Signatures to check per header: those of the old and the new secret, with some room. */
const MOST = 4;
const TIMESTAMP = /^[1-9]\d{0,11}$/;
const SIGNATURE = /^(?:sha256=)?([0-9a-f]{64})$/i;

/** When a delivery was signed; undefined if invalid or outside the window in either direction. */
export function freshTimestamp({ timestamp }: Claim, now: Seconds, window: Seconds): Seconds | undefined {
	if (!TIMESTAMP.test(timestamp)) return undefined;
	const at = Number(timestamp);
	return Math.abs(now - at) <= window ? at : undefined;
}

/** The signature of a delivery: HMAC-SHA256 over `<timestamp>.<body>`, with the exact bytes of the body. */
export const sign = (secret: string, timestamp: string, body: Uint8Array): Buffer =>
	createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();

/** Identifies the signed content, whatever it was signed with. */
export const contentFingerprint = (timestamp: string, body: Uint8Array): string =>
	createHash('sha256').update(`${timestamp}.`).update(body).digest('base64url');

/**
 * Whether one of the signatures was made with the secret. The timing reveals nothing about a partly correct signature.
 */
export function isSigned({ timestamp, signature }: Claim, secret: string, body: Uint8Array): boolean {
	const right = sign(secret, timestamp, body);
	return signaturesIn(signature).reduce((found, given) => timingSafeEqual(given, right) || found, false);
}

const signaturesIn = (header: string): Buffer[] =>
	header
		.split(',', MOST)
		.map((part) => SIGNATURE.exec(part.trim())?.[1])
		.flatMap((digits) => (digits === undefined ? [] : [Buffer.from(digits, 'hex')]));
