import { HOUR, type Seconds } from '../../shared/events/time';

interface Entry {
	value: string;
	at: Seconds;
}

/**
 * Remembers one value of each record, to report the previous value when it changes. Saved as one text,
 * `<values>|<id>:<number of the value>:<hours since 1970>…`, about 16 characters per record.
 */
export class LastValues {
	private readonly entries = new Map<string, Entry>();

	constructor(saved = '') {
		const [values = '', entries = ''] = saved.split('|');
		const known = values.split(',').map(decode);
		for (const entry of entries.split(' ')) {
			const [id, code = '', at = ''] = entry.split(':');
			const value = known[parseInt(code, 36)];
			const hours = parseInt(at, 36);
			if (id && value !== undefined && !Number.isNaN(hours)) this.entries.set(decode(id), { value, at: hours * HOUR });
		}
	}

	get size(): number {
		return this.entries.size;
	}

	get(id: string): string | undefined {
		return this.entries.get(id)?.value;
	}

	put(id: string, at: Seconds, value: string): void {
		// The latest entry goes to the end: those at the beginning are forgotten first.
		this.entries.delete(id);
		this.entries.set(id, { value, at });
	}

	/** Replaces an existing value. */
	doubt(id: string, value: string): void {
		const entry = this.entries.get(id);
		if (entry) this.entries.set(id, { ...entry, value });
	}

	forget(id: string): void {
		this.entries.delete(id);
	}

	forgetBefore(time: Seconds): void {
		for (const [id, { at }] of this.entries) if (at < time - HOUR) this.entries.delete(id);
	}

	/** Keeps the latest entries. */
	keep(most: number): void {
		let surplus = this.entries.size - most;
		for (const id of this.entries.keys()) {
			if (surplus-- <= 0) return;
			this.entries.delete(id);
		}
	}

	save(): string {
		const codes = new Map<string, number>();
		const entries = [...this.entries].map(([id, { value, at }]) => {
			const code = codes.get(value) ?? codes.size;
			codes.set(value, code);
			return `${encodeURIComponent(id)}:${code.toString(36)}:${Math.max(0, Math.floor(at / HOUR)).toString(36)}`;
		});
		return `${[...codes.keys()].map(encodeURIComponent).join(',')}|${entries.join(' ')}`;
	}
}

/** A damaged text must not stop the trigger, so it is kept as it is. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
