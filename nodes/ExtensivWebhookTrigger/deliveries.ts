import { createHash } from 'node:crypto';
import { DAY, HOUR, type Seconds } from '../ExtensivTrigger/time';

/** A delivery whose signature is right. */
export interface Delivery {
	id: string;
	/** Of timestamp and body: the same only when both are. */
	contentMark: string;
	/** Until when its timestamp is accepted. */
	until: Seconds;
}

/** Marks of a delivery. */
const MARKS = 2;
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
 * known by what was signed; that
 * cannot come again once its timestamp is too old. Saved as one text, `<mark>:<seconds in base 36>` with blanks
 * between, some 30 characters a mark, two marks a delivery.
 */
export class Deliveries {
	private readonly marks = new Map<string, Seconds>();
	private most = 0;

	/**
	 * @param deliveries that are remembered at least; those that could still be replayed are never given up for others
	 */
	constructor(deliveries = 5_000) {
		this.keep(deliveries);
	}

	/** Changes how many are remembered. */
	keep(deliveries: number): void {
		this.most = deliveries * MARKS;
	}

	get size(): number {
		return this.marks.size;
	}

	/**
	 * Adds what was saved, by this process or by another. What is damaged is left out.
	 * @param latest marks of a later time would never be given up
	 */
	recall(saved: unknown, latest: Seconds = Infinity): void {
		for (const entry of typeof saved === 'string' ? saved.split(' ') : []) {
			const [, mark, until] = ENTRY.exec(entry) ?? [];
			if (mark === undefined || until === undefined || parseInt(until, 36) > latest) continue;
			this.put(mark, parseInt(until, 36));
		}
	}

	/**
	 * Whether a delivery is to be taken; then it is `known` from now on. `full`: there are so many that another could not
	 * be remembered.
	 */
	take(delivery: Delivery, now: Seconds): 'new' | 'known' | 'full' {
		const marks = marksOf(delivery);
		if (marks.some((mark) => this.marks.has(mark))) return 'known';
		this.makeRoom(now, marks.length);
		if (this.marks.size + marks.length > this.most) return 'full';
		for (const mark of marks) this.put(mark, delivery.until);
		return 'new';
	}

	/** Seconds until one of those that fill it may be given up. */
	fullFor(now: Seconds): Seconds {
		let earliest = Infinity;
		for (const until of this.marks.values()) earliest = Math.min(earliest, until);
		return Math.max(1, Math.min(earliest, now + DAY) - now + 1);
	}

	/** A delivery that came to nothing may be sent again. */
	forget(delivery: Delivery): void {
		for (const mark of marksOf(delivery)) this.marks.delete(mark);
	}

	save(): string {
		return [...this.marks].map(([mark, until]) => `${mark}:${until.toString(36)}`).join(' ');
	}

	private put(mark: string, until: Seconds): void {
		this.marks.set(mark, Math.max(until, this.marks.get(mark) ?? 0));
	}

	private makeRoom(now: Seconds, needed: number): void {
		for (const [mark, until] of this.marks)
			if (until + (mark.startsWith(BY_ID) ? ID_LONGER : CONTENT_LONGER) < now) this.marks.delete(mark);
		for (const [mark, until] of this.marks) {
			if (this.marks.size + needed <= this.most) return;
			if (until < now) this.marks.delete(mark);
		}
	}
}

/** Hashes: what a sender writes is of any length and form. */
const marksOf = ({ id, contentMark }: Delivery): string[] => [BY_ID + digest(id), BY_CONTENT + digest(contentMark)];

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
