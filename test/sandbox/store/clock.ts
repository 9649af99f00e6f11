/** Change of the virtual clock. `frozen` stops it, so that dates are exact in a test. */
export interface ClockChange {
	/** ISO-8601 date-time to jump to. */
	now?: string;
	advanceMs?: number;
	frozen?: boolean;
	/** Whether answers have a `Date` header, which goes by this clock. */
	header?: boolean;
}

/** The service's own clock for created and modified dates: real time until told otherwise. */
export class Clock {
	private offsetMs = 0;
	private frozenAt: number | undefined;
	private isShown = true;

	/** The value of the `Date` header; undefined where answers have none. */
	get header(): string | undefined {
		return this.isShown ? new Date(this.now()).toUTCString() : undefined;
	}

	/** Epoch milliseconds, whole seconds: the wire format has no fractions. */
	now(): number {
		return Math.floor(this.exact() / 1000) * 1000;
	}

	change({ now, advanceMs, frozen, header }: ClockChange): { now: string } {
		let time = this.exact();
		if (now !== undefined) {
			time = Date.parse(now);
			if (Number.isNaN(time)) throw new RangeError(`clock: not a date-time: ${now}`);
		}
		time += advanceMs ?? 0;
		const stays = frozen ?? this.frozenAt !== undefined;
		this.frozenAt = stays ? time : undefined;
		this.offsetMs = time - Date.now();
		this.isShown = header ?? this.isShown;
		return { now: isoSeconds(time) };
	}

	reset(): void {
		this.offsetMs = 0;
		this.frozenAt = undefined;
		this.isShown = true;
	}

	/** Epoch milliseconds. */
	exact(): number {
		return this.frozenAt ?? Date.now() + this.offsetMs;
	}
}

const DAY_MS = 86_400_000;
const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
	let text = dayTexts.get(day);
	if (text === undefined) {
		if (dayTexts.size > 10_000) dayTexts.clear();
		text = new Date(day * DAY_MS).toISOString().slice(0, 11);
		dayTexts.set(day, text);
	}
	return text;
}

/**
 * Epoch milliseconds as the live wire writes them: ISO-8601 UTC without fractions. Days are remembered: with several dates
 * per order, Date's own formatting was the dearest part of a page.
 */
export function isoSeconds(time: number): string {
	const day = Math.floor(time / DAY_MS);
	const seconds = Math.floor((time - day * DAY_MS) / 1000);
	return `${dayText(day)}${TWO_DIGITS[Math.floor(seconds / 3600)]}:${TWO_DIGITS[Math.floor(seconds / 60) % 60]}:${TWO_DIGITS[seconds % 60]}Z`;
}

export function isoOrNull(time: number | null | undefined): string | null {
	return time === null || time === undefined ? null : isoSeconds(time);
}

export function timeOrNull(text: string | null | undefined): number | null {
	return text ? Date.parse(text) : null;
}
