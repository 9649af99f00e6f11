import { readDate } from '../../domain/values/dates/date';
import { fieldsOf } from './rowErrors';

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * Whether a record, as read afterwards, has all the wanted values. Fields without a wanted value do not matter. Dates
 * are equal if they mean the same time, and numbers may come as text.
 */
export function shows(now: unknown, wanted: unknown): boolean {
	if (wanted === undefined) return true;
	if (isNothing(wanted)) return isNothing(now);
	if (Array.isArray(wanted))
		return Array.isArray(now) && now.length === wanted.length && wanted.every((one, at) => shows(now[at], one));
	const fields = fieldsOf(wanted);
	if (fields) {
		const has = fieldsOf(now);
		return has !== undefined && Object.entries(fields).every(([name, value]) => shows(has[name], value));
	}
	if (isNothing(now) || typeof now === 'object') return false;
	if (String(now).trim() === String(wanted).trim()) return true;
	if (typeof wanted === 'number') return Number(now) === wanted;
	const date = typeof wanted === 'string' && /^\d{4}-\d\d-\d\d/.test(wanted) ? readDate(wanted) : null;
	return date !== null && date === readDate(now);
}
