import { DateTime } from '../../../vendor/luxon';
import { parseDate } from './date';
import { InputError } from '../../inputError';

/** A span of time; both ends are ISO-8601 UTC in whole seconds. */
export interface DateSpan {
	from: string;
	to: string;
}

/**
 * @param field the name of the end, for the error
 * @throws InputError if the span ends before it begins
 */
export function forwards(span: DateSpan, field = 'Until'): DateSpan {
	if (span.from <= span.to) return span;
	throw new InputError(
		field,
		`The span ends (${span.to}) before it begins (${span.from}).`,
		'Enter an end that is later than the beginning.',
	);
}

/**
 * Splits a span into windows of a maximum number of days. Each window begins where the previous one ends, so there are
 * no gaps; the last one ends with the span. A span without length is one window.
 * @throws InputError if the span ends before it begins
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

/** The point in time a number of days later, or earlier if negative. */
export const daysAfter = (date: string, days: number): string =>
	parseDate(DateTime.fromISO(date, { zone: 'UTC' }).plus({ days }), 'Date');

/** The current second, in the format of both contracts. */
export const now = (): string => parseDate(Date.now(), 'Now');
