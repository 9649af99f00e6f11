import { DateTime } from '../../../vendor/luxon';
import { InputError } from '../../inputError';
import { type DateOrder, readDateText, type WrittenDate } from './dateText';
import { cleanText, excerpt, isNothing } from '../text';

/** How the source writes its dates. */
export interface DateStyle {
	/** The zone of dates without one. */
	zone?: string;
	/** The user's setting. */
	fixed?: DateOrder;
	/** The order in the other values of the run; only needed for ambiguous dates. */
	shown?(): DateOrder | undefined;
	/** A date in the life of an order, not the beginning or end of a search. */
	business?: boolean;
}

/** A search may reach far back, and to the end of time. */
const YEARS = { first: 1900, last: 9999 };
/** Dates of orders do not: such a date is a number or an empty value that was mistaken for a date. */
const BUSINESS_YEARS = { first: 1990, last: 2199 };
/** Day zero of spreadsheets. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

const FORMATS = 'Write it like 2026-03-05 or 2026-03-05T09:12:00Z.';

/** Both contracts accept ISO-8601 UTC in whole seconds (live-api section 7, guide-api: list filters). */
function wire(date: DateTime): string {
	const text = date.toJSDate().toISOString();
	// Years of more than four digits have a sign, and luxon pads negative ones in its own way.
	return /^\d/.test(text) ? `${text.slice(0, 19)}Z` : date.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}

/**
 * Reads a point in time: ISO 8601, the usual forms of ERP exports (`1996-07-04 00:00:00.000`, `04.07.1996 14:30`), a
 * JavaScript or luxon date, days of a spreadsheet (46086), seconds or milliseconds since 1970. Dates without a zone use
 * the style's zone.
 * @returns ISO-8601 UTC in whole seconds, for example `2026-03-05T09:12:00Z`
 * @throws InputError if it is none of these, or ambiguous: a date is never guessed
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
			`Use a date between ${first} and ${last}, or leave it empty if there is none.`,
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
		`“${excerpt(value)}” can mean ${first} or ${second}.`,
		shown ? `Set “Date Order” in the node's options, or write it like ${iso}.` : `Write it like ${iso}.`,
	);
}

function notADate(value: unknown, field: string, { zone = 'UTC', fixed }: DateStyle): InputError {
	const text = cleanText(excerpt(value));
	if (typeof value === 'boolean' || /^[01]$/.test(text)) {
		return new InputError(
			field,
			`“${text}” is a yes/no value, not a date.`,
			'Map the field that contains the date, or leave this one empty.',
		);
	}
	if (fixed && read(value, zone))
		return new InputError(
			field,
			`“${excerpt(value)}” is not a date with the ${fixed} first.`,
			"Set “Date Order” in the node's options to match the dates.",
		);
	return new InputError(field, `“${excerpt(value)}” is not a readable date.`, FORMATS);
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
 * A number that makes a date between 1990 and 2100. It has only one meaning: as days, seconds or milliseconds, these
 * years do not overlap.
 */
function dateOfNumber(value: number, zone: string): WrittenDate {
	if (between(value, FROM, TO)) return { date: DateTime.fromMillis(Math.floor(value)) };
	if (between(value * 1000, FROM, TO)) return { date: DateTime.fromMillis(Math.floor(value * 1000)) };
	if (!between(SHEET_EPOCH + value * DAY_MS, FROM, TO)) return undefined;
	// Spreadsheets count days of local time.
	const wall = DateTime.fromMillis(SHEET_EPOCH + Math.round(value * 86_400) * 1000, { zone: 'UTC' });
	return { date: wall.setZone(zone, { keepLocalTime: true }) };
}

/** Whether a value means that there is no date, including the zero dates of databases. */
export const isNoDate = (value: unknown): boolean =>
	isNothing(value) || (typeof value === 'string' && /^0000-00-00( 00:00(:00(\.0+)?)?)?$/.test(cleanText(value)));

/** How the services write dates. Most values of a long list are dates, and a calendar takes most of its time. */
const SERVICE_DATE = /^(\d{4}-(?:0[1-9]|1[0-2])-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d+)?Z$/;
/** Every month has this day. */
const SHORTEST_MONTH = 28;

/** Such a date in whole seconds; undefined for other forms, and for days that no calendar has. */
function serviceDate(text: string): string | undefined {
	const written = SERVICE_DATE.exec(text);
	if (!written) return undefined;
	const [, seconds, day, fraction] = written;
	if (!(Number(day) >= 1 && (Number(day) <= SHORTEST_MONTH || isDay(`${seconds}.000Z`)))) return undefined;
	return fraction === undefined ? text : `${seconds}Z`;
}

const isDay = (text: string): boolean => {
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/** A date from the service; an unreadable one is passed on unchanged. The services are American. */
export function readDate(value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	const usual = typeof value === 'string' ? serviceDate(value) : undefined;
	if (usual !== undefined) return usual;
	const written = typeof value === 'number' ? { date: DateTime.fromMillis(value) } : read(value, 'UTC', 'month');
	const date = written && 'date' in written ? written.date : undefined;
	return date?.isValid ? wire(date) : String(value);
}
