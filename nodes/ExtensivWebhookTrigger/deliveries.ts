import { createHash } from 'node:crypto';
import { DAY, HOUR, type Seconds } from '../shared/events/time';

/** A delivery whose signature is right. */
export interface Delivery {
	id: string;
	/** Of timestamp and body: the same only when both are. */
	contentFingerprint: string;
	/** Until when its timestamp is accepted. */
	until: Seconds;
}

/** Marks of a delivery. */
const FINGERPRINTS = 2;
const BY_ID = 'i';
const BY_CONTENT = 'c';
/**
 * How long after that an id is remembered, as far as there is room: senders try again for hours, with a new timestamp.
 */
const ID_LONGER: Seconds = DAY;
/** The same for what was signed, which cannot come again: but the clock of this machine may be ahead for a while. */
const CONTENT_LONGER: Seconds = HOUR;
const ENTRY = /^([ic][\w-]{22}):([0-9a-z]{1,8})$/;

/**
 * Remembers deliveries, to take none twice. The id is not signed, so a delivery that is sent again under another id is
 * known by what was signed; that cannot come again once its timestamp is too old. Saved as one text, `<mark>:<seconds
 * in base 36>` with blanks between, some 30 characters a mark, two marks a delivery.
 */
export class Deliveries {
	private readonly fingerprints = new Map<string, Seconds>();
	private most = 0;

	/**
	 * @param deliveries that are remembered at least; those that could still be replayed are never given up for others
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
	 * Adds what was saved, by this process or by another. What is damaged is left out.
	 * @param latest marks of a later time would never be given up
	 */
	recall(saved: unknown, latest: Seconds = Infinity): void {
		for (const entry of typeof saved === 'string' ? saved.split(' ') : []) {
			const [, fingerprint, until] = ENTRY.exec(entry) ?? [];
			if (fingerprint === undefined || until === undefined || parseInt(until, 36) > latest) continue;
			this.put(fingerprint, parseInt(until, 36));
		}
	}

	/**
	 * Whether a delivery is to be taken; then it is `known` from now on. `full`: there are so many that another could not
	 * be remembered.
	 */
	take(delivery: Delivery, now: Seconds): 'new' | 'known' | 'full' {
		const fingerprints = fingerprintsOf(delivery);
		if (fingerprints.some((fingerprint) => this.fingerprints.has(fingerprint))) return 'known';
		this.makeRoom(now, fingerprints.length);
		if (this.fingerprints.size + fingerprints.length > this.most) return 'full';
		for (const fingerprint of fingerprints) this.put(fingerprint, delivery.until);
		return 'new';
	}

	/** Seconds until one of those that fill it may be given up. */
	fullFor(now: Seconds): Seconds {
		let earliest = Infinity;
		for (const until of this.fingerprints.values()) earliest = Math.min(earliest, until);
		return Math.max(1, Math.min(earliest, now + DAY) - now + 1);
	}

	/** A delivery that came to nothing may be sent again. */
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

/** Hashes: what a sender writes is of any length and form. */
const fingerprintsOf = ({ id, contentFingerprint }: Delivery): string[] => [
	BY_ID + digest(id),
	BY_CONTENT + digest(contentFingerprint),
];

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
