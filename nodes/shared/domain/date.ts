import { DateTime } from '../vendor/luxon';
import { InputError } from './inputError';

const FORMATS = ["yyyy-MM-dd HH:mm:ss.SSS", 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'MM/dd/yyyy', 'dd.MM.yyyy'];

/** Both contracts take ISO-8601 UTC in whole seconds (live-api section 7, guide-api: list filters). */
const wire = (date: DateTime): string => date.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");

/**
 * Reads a point in time: any ISO 8601 text, the usual forms of ERP exports (`1996-07-04 00:00:00.000`, `07/04/1996`), a JavaScript date, a luxon
 * date from an n8n expression, or milliseconds since 1970. Text without an offset is taken in `zone`.
 * @returns ISO-8601 UTC in whole seconds, for example `2026-03-05T09:12:00Z`
 * @throws InputError when it is none of these
 */
export function parseDate(value: unknown, field: string, zone = 'UTC'): string {
	const date = read(value, zone);
	if (date?.isValid) return wire(date);
	throw new InputError(field, `“${String(value)}” is not a date that can be read.`, 'Give it like 2026-03-05 or 2026-03-05T09:12:00Z.');
}

function read(value: unknown, zone: string): DateTime | undefined {
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value === 'number') return DateTime.fromMillis(value);
	if (typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function') {
		return DateTime.fromISO(String(value.toISO()));
	}
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	// A time of day alone would be taken for today.
	const iso = /^\d{4}/.test(text) ? DateTime.fromISO(text, { zone }) : undefined;
	if (iso?.isValid) return iso;
	return FORMATS.map((format) => DateTime.fromFormat(text, format, { zone })).find((date) => date.isValid);
}

/** A date that a service sent; what cannot be read is passed on as it came. */
export function readDate(value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	const date = read(value, 'UTC');
	return date?.isValid ? wire(date) : String(value);
}
