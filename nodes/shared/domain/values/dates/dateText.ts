import { DateTime } from '../../../vendor/luxon';
import { cleanText } from '../text';

/** The first part of an all-digit date. */
export type DateOrder = 'day' | 'month' | 'year';

/** A written date: a point in time, several possible ones, or none. */
export type WrittenDate = { date: DateTime } | { either: DateTime[] } | undefined;

interface Day {
	year: number;
	month: number;
	day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +/i;
const DAY_FIRST_NAMED = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/ .]+${NAME}[-/ ,]+(\\d{4}|\\d{2})(?=$|[ ,T])`, 'i');
const MONTH_FIRST_NAMED = new RegExp(`^${NAME}[-/ ]+(\\d{1,2})(?:st|nd|rd|th)?[-/ ,]+(\\d{4}|\\d{2})(?=$|[ ,T])`, 'i');
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|\D)/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ ,T])/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: *([ap])\.? ?m\b\.?)?/i;
const ZONE = /^(?:(?:UTC|GMT)? *([+-]\d{1,2})(?::?(\d{2}))?|Z|UTC|GMT)$/i;
const NAMED_ZONE = /^[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+$/;
/** ISO 8601 in its rarer forms: without separators, with weeks, or with the day of the year. */
const RARE_ISO = /^\d{8}T\d\d|^\d{4}-\d\d-\d\dT\d\d(?!:)|^\d{4}-?W\d{2}|^\d{4}-\d{3}(?=$|T)/i;

/** All meanings of the day at the beginning of a text. */
function daysOf(text: string, order: DateOrder | undefined): { days: Day[]; length: number } | undefined {
	const named = DAY_FIRST_NAMED.exec(text);
	if (named) return { days: [dayOf(named[3], named[2], named[1])], length: named[0].length };
	const american = MONTH_FIRST_NAMED.exec(text);
	if (american) return { days: [dayOf(american[3], american[1], american[2])], length: american[0].length };
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) return { days: [dayOf(yearFirst[1], yearFirst[3], yearFirst[4])], length: yearFirst[0].length };
	const match = YEAR_LAST.exec(text);
	if (!match) return undefined;
	const [whole, first, separator, second, last] = match;
	const readings: Record<DateOrder, Day> = {
		day: dayOf(last, second, first),
		month: dayOf(last, first, second),
		year: dayOf(first, second, last),
	};
	const shortYear = last?.length === 2;
	// Four digits at the end are the year, in any order.
	const possible: DateOrder[] = shortYear ? ['day', 'month', 'year'] : separator === '.' ? ['day'] : ['day', 'month'];
	const isKnown = order !== undefined && (shortYear || order !== 'year');
	return { days: (isKnown ? [order] : possible).map((one) => readings[one]), length: whole.length };
}

function dayOf(year = '', month = '', day = ''): Day {
	const name = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
	const full = year.length <= 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);
	return { year: full, month: name >= 0 ? name + 1 : Number(month), day: Number(day) };
}

/** Texts that were read last: the rows of an export share their dates, and a calendar takes its time. */
const known = new Map<string, WrittenDate>();
const MOST_KNOWN = 1_000;

/** Reads a date, with or without a time. A date without a zone is in `zone`. */
export function readDateText(given: string, zone: string, order?: DateOrder): WrittenDate {
	const key = `${zone} ${order ?? ''} ${given}`;
	const before = known.get(key);
	if (before) return before;
	const written = meaningOf(given, zone, order);
	if (known.size >= MOST_KNOWN) known.clear();
	if (written) known.set(key, written);
	return written;
}

function meaningOf(given: string, zone: string, order?: DateOrder): WrittenDate {
	const text = cleanText(given)
		.replace(WEEKDAY, '')
		.replace(/ *\([^)]*\)$/, '');
	const json = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(text);
	if (json) return { date: DateTime.fromMillis(Number(json[1])) };
	if (RARE_ISO.test(text)) return { date: DateTime.fromISO(text, { zone }) };
	const found = daysOf(text, order);
	const clock = found && clockOf(text.slice(found.length), zone);
	if (!found || !clock) return undefined;
	const dates = found.days.map((day) => at(day, clock)).filter(({ isValid }) => isValid);
	const [date, ...others] = dates.filter(
		(one, place) => dates.findIndex((other) => other.toMillis() === one.toMillis()) === place,
	);
	if (!date) return undefined;
	return others.length === 0 ? { date } : { either: [date, ...others] };
}

/** Midnight may be written as the end of the previous day. */
function at(day: Day, { time, zone }: Clock): DateTime {
	const isEnd = time.hour === 24 && time.minute === 0 && time.second === 0;
	const date = DateTime.fromObject({ ...day, ...time, ...(isEnd ? { hour: 0 } : {}) }, { zone });
	return isEnd ? date.plus({ days: 1 }) : date;
}

interface Clock {
	time: { hour: number; minute: number; second: number };
	zone: string;
}

/** The time and the zone that follow a day. */
function clockOf(rest: string, zone: string): Clock | undefined {
	const none = { hour: 0, minute: 0, second: 0 };
	if (rest === '') return { time: none, zone };
	// XML has days with an offset but no time.
	const dayZone = /^(?:Z|[+-]\d{2}:\d{2})$/.test(rest) ? zoneOf(rest) : undefined;
	if (dayZone) return { time: none, zone: dayZone };
	const text = rest.replace(/^(?:T|[ ,]+(?:at )?)/i, '');
	const match = TIME.exec(text);
	if (!match || text === rest) return undefined;
	const [whole, hours, minutes, seconds, half] = match;
	const hour = hourOf(Number(hours), half);
	const inZone = zoneOf(text.slice(whole.length).trim()) ?? undefined;
	if (hour === undefined || inZone === undefined) return undefined;
	return { time: { hour, minute: Number(minutes), second: Number(seconds ?? 0) }, zone: inZone === '' ? zone : inZone };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
	if (half === undefined) return hour;
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** A zone as luxon names it; empty if none is given, undefined if it cannot be read. */
function zoneOf(text: string): string | undefined {
	// Java writes the offset and then the name of the zone.
	const plain = text.replace(/\[[^\]]*\]$/, '');
	if (plain === '') return '';
	if (NAMED_ZONE.test(plain)) return DateTime.local({ zone: plain }).isValid ? plain : undefined;
	const offset = ZONE.exec(plain);
	if (!offset) return undefined;
	const [, hours, minutes = '00'] = offset;
	if (Math.abs(Number(hours ?? 0)) > 14 || Number(minutes) > 59) return undefined;
	return hours === undefined ? 'UTC' : `UTC${hours}:${minutes}`;
}

/** The order that dates reveal: `mixed` if they contradict each other, nothing if all of them are ambiguous. */
export function orderShownBy(values: Iterable<unknown>): 'day' | 'month' | 'mixed' | undefined {
	const shown = new Set<'day' | 'month'>();
	for (const value of values) {
		const match = typeof value === 'string' ? YEAR_LAST.exec(cleanText(value)) : null;
		if (!match || match[2] === '.' || match[4]?.length === 2) continue;
		const [first, second] = [Number(match[1]), Number(match[3])];
		if (first > 12 && second <= 12) shown.add('day');
		if (second > 12 && first <= 12) shown.add('month');
	}
	const [order, other] = shown;
	return other === undefined ? order : 'mixed';
}

/** Whether a date has slashes and a time with AM or PM in capitals: only Americans write that. */
export const looksAmerican = (value: unknown): boolean =>
	typeof value === 'string' && /^\d{1,2}\/\d{1,2}\/\d{4}.*\d ?[AP]M$/.test(cleanText(value));
