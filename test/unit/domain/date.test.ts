import { parseDate, readDate } from '../../../nodes/shared/domain/values/dates/date';
import { InputError } from '../../../nodes/shared/domain/inputError';
import type { DateOrder } from '../../../nodes/shared/domain/values/dates/dateText';
import { DateTime } from '../../../nodes/shared/vendor/luxon';

const berlin = (value: unknown): string => parseDate(value, 'Order Date', 'Europe/Berlin');

describe('a date without an offset is taken in the zone of the workflow', () => {
	it.each([
		['a day', '2026-03-05', '2026-03-04T23:00:00Z'],
		['a day in summer', '2026-07-05', '2026-07-04T22:00:00Z'],
		['ISO 8601', '2026-03-05T09:12:00', '2026-03-05T08:12:00Z'],
		['ISO 8601 without seconds', '2026-03-05T09:12', '2026-03-05T08:12:00Z'],
		['ISO 8601 without separators', '20260305T091200', '2026-03-05T08:12:00Z'],
		['SQL Server', '1996-07-04 00:00:00.000', '1996-07-03T22:00:00Z'],
		['MySQL', '2026-03-05 09:12:00', '2026-03-05T08:12:00Z'],
		['a spreadsheet', '2026-03-05 09:12', '2026-03-05T08:12:00Z'],
		['the American way', '07/14/1996', '1996-07-13T22:00:00Z'],
		['the British way', '14/07/1996', '1996-07-13T22:00:00Z'],
		['the German way', '04.07.1996', '1996-07-03T22:00:00Z'],
		['the Japanese way', '1996/07/04', '1996-07-03T22:00:00Z'],
		['with blanks around it', ' 2026-03-05 ', '2026-03-04T23:00:00Z'],
	])('%s: %s', (_how, text, utc) => {
		expect(berlin(text)).toBe(utc);
	});

	it('and in UTC when the workflow names no zone', () => {
		expect(parseDate('2026-03-05', 'Order Date')).toBe('2026-03-05T00:00:00Z');
	});

	it('in the hour that daylight saving skips it is the hour after', () => {
		expect(berlin('2026-03-29 02:30:00')).toBe('2026-03-29T01:30:00Z');
	});
});

describe('a point in time that needs no zone', () => {
	it.each([
		['UTC', '2026-03-05T09:12:00Z', '2026-03-05T09:12:00Z'],
		['an offset', '2026-03-05T09:12:00+02:00', '2026-03-05T07:12:00Z'],
		['a JavaScript date', new Date(Date.UTC(2026, 2, 5, 9, 12)), '2026-03-05T09:12:00Z'],
		['milliseconds since 1970', Date.UTC(2026, 2, 5, 9, 12), '2026-03-05T09:12:00Z'],
		[
			'a luxon date of an n8n expression',
			DateTime.fromISO('2026-03-05T09:12:00', { zone: 'America/New_York' }),
			'2026-03-05T14:12:00Z',
		],
	])('%s', (_what, value, utc) => {
		expect(berlin(value)).toBe(utc);
	});

	it('goes out in whole seconds', () => {
		expect(berlin('2026-03-05T09:12:00.999Z')).toBe('2026-03-05T09:12:00Z');
	});
});

describe('what is no date is refused', () => {
	it.each([
		['nothing', ''],
		["a database's NULL", 'NULL'],
		['null', null],
		['absent', undefined],
		['a word', 'tomorrow'],
		['a day that does not exist', '2026-02-30'],
		['a 13th month', '13/13/1996'],
		['the beginning of 1970, which is a no or an empty value', 0],
		['an order number', '10248'],
		['a time of day, which would mean today', '12:30'],
		['a small number, which would mean an hour of today', '12'],
		['an invalid JavaScript date', new Date(Number.NaN)],
		['not a number', Number.NaN],
		['a truth value', true],
		['an object', {}],
	])('%s', (_what, value) => {
		expect(() => berlin(value)).toThrow(InputError);
	});

	it('with the field, the text and an example', () => {
		expect(() => berlin('tomorrow')).toThrow(
			expect.objectContaining({
				field: 'Order Date',
				message: expect.stringContaining('“tomorrow”'),
				remedy: expect.stringContaining('2026-03-05'),
			}) as Error,
		);
	});
});

describe('a date that the service sends', () => {
	it.each([
		['2025-03-03T18:42:10Z', '2025-03-03T18:42:10Z'],
		['2025-03-03T18:42:10.987Z', '2025-03-03T18:42:10Z'],
		['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
		['2025-02-29T00:00:00Z', '2025-02-29T00:00:00Z'],
		['2025-03-03T24:00:00Z', '2025-03-04T00:00:00Z'],
		['2025-03-03T18:42:60Z', '2025-03-03T18:42:60Z'],
		['2025-03-03T18:42:10.000+0000', '2025-03-03T18:42:10Z'],
		[null, null],
		[undefined, null],
		['', null],
		['some day', 'some day'],
	])('%s is read as %s', (sent, read) => {
		expect(readDate(sent)).toBe(read);
	});
});

describe('a text that comes again', () => {
	it('means the same only in the same zone and order', () => {
		const read = (zone: string, fixed?: DateOrder): string => parseDate('02/03/2026', 'Order Date', { zone, fixed });
		for (const _ of [1, 2]) {
			expect(read('Europe/Berlin', 'day')).toBe('2026-03-01T23:00:00Z');
			expect(read('America/New_York', 'day')).toBe('2026-03-02T05:00:00Z');
			expect(read('UTC', 'day')).toBe('2026-03-02T00:00:00Z');
			expect(read('UTC', 'month')).toBe('2026-02-03T00:00:00Z');
			expect(() => read('UTC')).toThrow(InputError);
		}
	});
});
