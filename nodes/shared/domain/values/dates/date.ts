import { DateTime } from '../../../vendor/luxon';
import { InputError } from '../../inputError';
import { type DateOrder, readDateText, type WrittenDate } from './dateText';
import { cleanText, excerpt, isNothing } from '../text';

/** How dates are written where they come from. */
export interface DateStyle {
	/** The zone of what has none of its own. */
	zone?: string;
	/** The user said so. */
	fixed?: DateOrder;
	/** What the other values of the run show; asked for only where a date can be read in two ways. */
	shown?(): DateOrder | undefined;
	/** It is something that happened to an order or will happen to it, and not the beginning or end of a search. */
	business?: boolean;
}

/** A search may reach far back, and to the end of time. */
const YEARS = { first: 1900, last: 9999 };
/** What happens to orders does not: such a date is a number or an empty value that was taken for a date. */
const BUSINESS_YEARS = { first: 1990, last: 2199 };
/** Days of spreadsheets are counted from here. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

const FORMATS = 'Give it like 2026-03-05 or 2026-03-05T09:12:00Z.';

/** Both contracts take ISO-8601 UTC in whole seconds (live-api section 7, guide-api: list filters). */
const wire = (date: DateTime): string => date.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");

/**
 * Reads a point in time: ISO 8601, the usual forms of ERP exports (`1996-07-04 00:00:00.000`, `04.07.1996 14:30`), a
 * JavaScript or luxon date, days of a spreadsheet (46086), seconds or milliseconds since 1970. What has no zone is in
 * that of the style.
 * @returns ISO-8601 UTC in whole seconds, for example `2026-03-05T09:12:00Z`
 * @throws InputError when it is none of these, or when it can be two: a date is never guessed
 */
export function parseDate(value: unknown, field: string, style: DateStyle | string = {}): string {
	const given: DateStyle = typeof style === 'string' ? { zone: style } : style;
	const written = read(value, given.zone ?? 'UTC', given.fixed);
	const date = written && ('date' in written ? written.date : chosen(written.either, value, field, given));
	if (!date?.isValid) throw notADate(value, field, given);
	const { first, last } = given.business ? BUSINESS_YEARS : YEARS;
	if (date.year < first || date.year > last) {
		throw new InputError(
			field,
			`“${excerpt(value)}” would be the year ${date.year}.`,
			`Give a date between ${first} and ${last}, or leave it empty where there is none.`,
		);
	}
	return wire(date);
}

function chosen(
	either: DateTime[],
	value: unknown,
	field: string,
	{ zone = 'UTC', shown }: DateStyle,
): DateTime | undefined {
	const order = shown?.();
	const written = order && read(value, zone, order);
	if (written && 'date' in written) return written.date;
	const [first, second] = either.map((date) => date.setLocale('en').toFormat('d MMMM yyyy'));
	const iso = either[0]?.toFormat('yyyy-MM-dd');
	throw new InputError(
		field,
		`“${excerpt(value)}” can be ${first} or ${second}.`,
		shown ? `Set “Date Order” in the options of the node, or give it like ${iso}.` : `Give it like ${iso}.`,
	);
}

function notADate(value: unknown, field: string, { zone = 'UTC', fixed }: DateStyle): InputError {
	const text = cleanText(excerpt(value));
	if (typeof value === 'boolean' || /^[01]$/.test(text)) {
		return new InputError(
			field,
			`“${text}” is a yes or no, not a date.`,
			'Map the field that has the date, or leave this one empty.',
		);
	}
	if (fixed && read(value, zone))
		return new InputError(
			field,
			`“${excerpt(value)}” is not a date with the ${fixed} first.`,
			'Set “Date Order” in the options of the node to what the dates have.',
		);
	return new InputError(field, `“${excerpt(value)}” is not a date that can be read.`, FORMATS);
}

function read(value: unknown, zone: string, order?: DateOrder): WrittenDate {
	if (value instanceof Date) return { date: DateTime.fromJSDate(value) };
	if (typeof value === 'number') return compactDate(String(value), zone) ?? dateOfNumber(value, zone);
	if (typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function') {
		return { date: DateTime.fromISO(String(value.toISO())) };
	}
	if (typeof value !== 'string') return undefined;
	const text = cleanText(value);
	if (!/^\d+([.,]\d+)?$/.test(text)) return readDateText(text, zone, order);
	return compactDate(text, zone) ?? dateOfNumber(Number(text.replace(',', '.')), zone);
}

/** Digits without separators: `20260305`, `20260305143000`. */
function compactDate(text: string, zone: string): WrittenDate {
	const compact = /^((?:19|20|21)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text);
	if (!compact) return undefined;
	const [year, month, day, hour, minute, second] = compact.slice(1).map((part) => Number(part ?? 0));
	return { date: DateTime.fromObject({ year, month, day, hour, minute, second }, { zone }) };
}

const between = (value: number, from: number, to: number): boolean => value >= from && value < to;
const FROM = Date.UTC(BUSINESS_YEARS.first, 0, 1);
const TO = Date.UTC(2100, 0, 1);
const DAY_MS = 86_400_000;

/**
 * A number that makes a date between 1990 and 2100. It makes only one: as days, seconds or milliseconds these years do
 * not overlap.
 */
function dateOfNumber(value: number, zone: string): WrittenDate {
	if (between(value, FROM, TO)) return { date: DateTime.fromMillis(Math.floor(value)) };
	if (between(value * 1000, FROM, TO)) return { date: DateTime.fromMillis(Math.floor(value * 1000)) };
	if (!between(SHEET_EPOCH + value * DAY_MS, FROM, TO)) return undefined;
	// Spreadsheets count days of a clock on the wall.
	const wall = DateTime.fromMillis(SHEET_EPOCH + Math.round(value * 86_400) * 1000, { zone: 'UTC' });
	return { date: wall.setZone(zone, { keepLocalTime: true }) };
}

/** Whether a value says that there is no date; the databases' zero is none. */
export const isNoDate = (value: unknown): boolean =>
	isNothing(value) || (typeof value === 'string' && /^0000-00-00( 00:00(:00(\.0+)?)?)?$/.test(cleanText(value)));

/** A date that a service sent; what cannot be read is passed on as it came. The services are American. */
export function readDate(value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	const written = typeof value === 'number' ? { date: DateTime.fromMillis(value) } : read(value, 'UTC', 'month');
	const date = written && 'date' in written ? written.date : undefined;
	return date?.isValid ? wire(date) : String(value);
}
