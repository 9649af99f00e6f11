import type { DateSpan } from '../domain/values/dates/dateSpan';

/** Points in time are whole seconds since 1970: no contract reports or accepts finer ones (live-api section 7). */
export type Seconds = number;

/** A span of time, including both ends. */
export interface Span {
	from: Seconds;
	to: Seconds;
}

export const DAY: Seconds = 86_400;
export const HOUR: Seconds = 3_600;
export const MINUTE: Seconds = 60;

/** The date format of both contracts. */
export const iso = (seconds: Seconds): string => new Date(seconds * 1000).toISOString().replace('.000', '');

export const isoSpan = ({ from, to }: Span): DateSpan => ({ from: iso(from), to: iso(to) });

/** The second of a date that a service sent; undefined for an invalid date. */
export function secondsOf(date: string | null | undefined): Seconds | undefined {
	const milliseconds = date ? Date.parse(date) : NaN;
	return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
