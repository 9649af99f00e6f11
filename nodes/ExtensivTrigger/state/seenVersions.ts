import type { Seconds } from '../../shared/events/time';

/**
 * A record as it was when it was last looked at: the time by which its feed goes, and a mark of what is watched in it.
 */
export interface Seen {
	at: Seconds;
	fingerprint: string;
}

/** Saved as one text for each record, because n8n stores it over and over: `<seconds in base 36>.<mark>`. */
export type SavedVersions = Record<string, string>;

const ENTRY = /^([0-9a-z]+)\.([0-9a-z]*)$/;

/**
 * Remembers which versions of records were seen, as far back as spans overlap, so that what is read again is not
 * emitted again.
 */
export class SeenVersions {
	private readonly entries = new Map<string, Seen>();

	/** @param latest entries of a later time are damaged: they would silence their records for ever */
	constructor(saved: SavedVersions = {}, latest: Seconds = Infinity) {
		for (const [id, entry] of Object.entries(saved)) {
			const [, at, fingerprint] = ENTRY.exec(entry) ?? [];
			if (at === undefined || fingerprint === undefined || parseInt(at, 36) > latest) continue;
			this.entries.set(id, { at: parseInt(at, 36), fingerprint });
		}
	}

	get size(): number {
		return this.entries.size;
	}

	get(id: string): Seen | undefined {
		return this.entries.get(id);
	}

	put(id: string, at: Seconds, fingerprint: string): void {
		this.entries.set(id, { at, fingerprint });
	}

	/** What no later span can bring again is forgotten. */
	forgetBefore(time: Seconds): void {
		for (const [id, { at }] of this.entries) if (at < time) this.entries.delete(id);
	}

	save(): SavedVersions {
		return Object.fromEntries(
			[...this.entries].map(([id, { at, fingerprint }]) => [id, `${Math.max(0, at).toString(36)}.${fingerprint}`]),
		);
	}
}
