import { createHash } from 'node:crypto';
import { DAY, HOUR, type Seconds } from '../shared/events/time';

/** A delivery with a valid signature. */
export interface Delivery {
	id: string;
	/** The fingerprint of timestamp and body. */
	contentFingerprint: string;
	/** The end of the time for which its timestamp is accepted. */
	until: Seconds;
}

/** Fingerprints per delivery. */
const FINGERPRINTS = 2;
const BY_ID = 'i';
const BY_CONTENT = 'c';
/** How much longer an id is remembered, if there is room: senders retry for hours, with a new timestamp. */
const ID_LONGER: Seconds = DAY;
/**
 * The same for the signed content, which cannot be replayed later; but this machine's clock may be ahead for a while.
 */
const CONTENT_LONGER: Seconds = HOUR;
const ENTRY = /^([ic][\w-]{22}):([0-9a-z]{1,8})$/;

/**
 * Remembers deliveries, so that none is accepted twice. The id is not signed, so a delivery under another id is
 * recognized by its signed content, which cannot return once its timestamp is too old. Saved as one text,
 * `<fingerprint>:<seconds in base 36>` separated by spaces, about 30 characters per fingerprint, two fingerprints per
 * delivery.
 */
export class Deliveries {
	private readonly fingerprints = new Map<string, Seconds>();
	private most = 0;

	/**
	 * @param deliveries the number to remember at least; those that could still be replayed are never dropped for others
	 */
	constructor(deliveries = 5_000) {
		this.keep(deliveries);
	}

	/** Changes how many are remembered. */
	keep(deliveries: number): void {
		this.most = deliveries * FINGERPRINTS;
	}

	get size(): number {
		return this.fingerprints.size;
	}

	/**
	 * Adds what this process or another one has saved, without damaged entries.
	 * @param latest later fingerprints are ignored, because they would never be dropped
	 */
	recall(saved: unknown, latest: Seconds = Infinity): void {
		for (const entry of typeof saved === 'string' ? saved.split(' ') : []) {
			const [, fingerprint, until] = ENTRY.exec(entry) ?? [];
			if (fingerprint === undefined || until === undefined || parseInt(until, 36) > latest) continue;
			this.put(fingerprint, parseInt(until, 36));
		}
	}

	/**
	 * Whether to accept a delivery; a new one is `known` from now on. `full`: there is no room to remember another one.
	 */
	take(delivery: Delivery, now: Seconds): 'new' | 'known' | 'full' {
		const fingerprints = fingerprintsOf(delivery);
		if (fingerprints.some((fingerprint) => this.fingerprints.has(fingerprint))) return 'known';
		this.makeRoom(now, fingerprints.length);
		if (this.fingerprints.size + fingerprints.length > this.most) return 'full';
		for (const fingerprint of fingerprints) this.put(fingerprint, delivery.until);
		return 'new';
	}

	/** Seconds until one of the remembered deliveries may be dropped. */
	fullFor(now: Seconds): Seconds {
		let earliest = Infinity;
		for (const until of this.fingerprints.values()) earliest = Math.min(earliest, until);
		return Math.max(1, Math.min(earliest, now + DAY) - now + 1);
	}

	/** A delivery that started no workflow may be sent again. */
	forget(delivery: Delivery): void {
		for (const fingerprint of fingerprintsOf(delivery)) this.fingerprints.delete(fingerprint);
	}

	save(): string {
		return [...this.fingerprints].map(([fingerprint, until]) => `${fingerprint}:${until.toString(36)}`).join(' ');
	}

	private put(fingerprint: string, until: Seconds): void {
		this.fingerprints.set(fingerprint, Math.max(until, this.fingerprints.get(fingerprint) ?? 0));
	}

	private makeRoom(now: Seconds, needed: number): void {
		for (const [fingerprint, until] of this.fingerprints)
			if (until + (fingerprint.startsWith(BY_ID) ? ID_LONGER : CONTENT_LONGER) < now)
				this.fingerprints.delete(fingerprint);
		for (const [fingerprint, until] of this.fingerprints) {
			if (this.fingerprints.size + needed <= this.most) return;
			if (until < now) this.fingerprints.delete(fingerprint);
		}
	}
}

/** Hashes, because a sender's texts have any length and form. */
const fingerprintsOf = ({ id, contentFingerprint }: Delivery): string[] => [
	BY_ID + digest(id),
	BY_CONTENT + digest(contentFingerprint),
];

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
