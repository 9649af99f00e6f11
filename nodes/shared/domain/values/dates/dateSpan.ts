import { DateTime } from '../../../vendor/luxon';
import { parseDate } from './date';
import { InputError } from '../../inputError';

/** A span of time; both ends ISO-8601 UTC in whole seconds. */
export interface DateSpan {
	from: string;
	to: string;
}

/** @throws InputError when a span ends before it begins */
export function forwards(span: DateSpan): DateSpan {
	if (span.from <= span.to) return span;
	throw new InputError(
		'Until',
		`The span ends (${span.to}) before it begins (${span.from}).`,
		'Give an end that is later than the beginning.',
	);
}

/**
 * Cuts a span into windows of at most so many days. Each begins where the one before ends, so that nothing lies between
 * them; the last ends with the span. A span without length is one window.
 * @throws InputError when the span ends before it begins
 */
export function windowsOf(span: DateSpan, days: number): DateSpan[] {
	const { from, to } = forwards(span);
	const windows: DateSpan[] = [];
	for (let start = from; start < to || windows.length === 0; ) {
		const end = daysAfter(start, days);
		windows.push({ from: start, to: end < to ? end : to });
		start = end;
	}
	return windows;
}

/** The point in time so many days later, or earlier where the number is negative. */
export const daysAfter = (date: string, days: number): string =>
	parseDate(DateTime.fromISO(date, { zone: 'UTC' }).plus({ days }), 'Date');

/** This second, as both contracts write it. */
export const now = (): string => parseDate(Date.now(), 'Now');
