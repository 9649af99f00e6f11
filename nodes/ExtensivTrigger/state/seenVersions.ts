import type { Seconds } from '../../shared/events/time';

/** A record as last seen: its time in the feed, and a fingerprint of what is watched in it. */
export interface Seen {
	at: Seconds;
	fingerprint: string;
}

/** Saved as one text per record, because n8n stores it over and over: `<seconds in base 36>.<fingerprint>`. */
export type SavedVersions = Record<string, string>;

const ENTRY = /^([0-9a-z]+)\.([0-9a-z]*)$/;

/**
 * Remembers the versions of records within the lookback window, so that records that are read again are not emitted
 * again.
 */
export class SeenVersions {
	private readonly entries = new Map<string, Seen>();

	/** @param latest later entries are damaged: they would silence their records forever */
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

	/** Forgets versions that no later span can return. */
	forgetBefore(time: Seconds): void {
		for (const [id, { at }] of this.entries) if (at < time) this.entries.delete(id);
	}

	save(): SavedVersions {
		return Object.fromEntries(
			[...this.entries].map(([id, { at, fingerprint }]) => [id, `${Math.max(0, at).toString(36)}.${fingerprint}`]),
		);
	}
}
