import fc from '../../../support/fastCheck';
import { type DateStyle, isNoDate, parseDate } from '../../../../nodes/shared/domain/values/dates/date';
import { InputError } from '../../../../nodes/shared/domain/inputError';
import { type DateOrder, orderShownBy } from '../../../../nodes/shared/domain/values/dates/dateText';
import { DateTime } from '../../../../nodes/shared/vendor/luxon';

const date = (value: unknown, style: DateStyle = {}): string =>
	parseDate(value, 'Order Date', { zone: 'UTC', ...style });

describe('a date as programs and people write it', () => {
	it.each([
		['an offset after a blank', '2026-03-05 09:00:00 -0500', '2026-03-05T14:00:00Z'],
		['UTC in words', '2026-03-05 09:00:00 UTC', '2026-03-05T09:00:00Z'],
		['hours alone as offset', '2026-03-05 09:00:00+00', '2026-03-05T09:00:00Z'],
		['an offset with its name', '2026-03-05T09:00:00 GMT+01:00', '2026-03-05T08:00:00Z'],
		['the name of a zone', '2026-03-05 09:00 America/New_York', '2026-03-05T14:00:00Z'],
		['Java, with offset and zone', '2026-03-05T09:00:00+01:00[Europe/Berlin]', '2026-03-05T08:00:00Z'],
		['microseconds', '2026-03-05 09:00:00.123456', '2026-03-05T09:00:00Z'],
		['a German time', '05.03.2026 14:30', '2026-03-05T14:30:00Z'],
		['an American time', '3/25/2026 9:05 AM', '2026-03-25T09:05:00Z'],
		['an American time with a narrow blank', '3/25/2026, 9:05:07\u202fPM', '2026-03-25T21:05:07Z'],
		['noon', '3/25/2026 12:00 p.m.', '2026-03-25T12:00:00Z'],
		['midnight', '3/25/2026 12:00 AM', '2026-03-25T00:00:00Z'],
		['the end of a day', '2026-03-05T24:00', '2026-03-06T00:00:00Z'],
		['an e-mail', 'Thu, 05 Mar 2026 09:00:00 +0100', '2026-03-05T08:00:00Z'],
		['JavaScript', 'Thu Mar 05 2026 09:00:00 GMT+0100 (Central European Standard Time)', '2026-03-05T08:00:00Z'],
		['the name of the month', '5 March 2026', '2026-03-05T00:00:00Z'],
		['the name of the month first', 'Mar 5th, 2026 9:05 AM', '2026-03-05T09:05:00Z'],
		['Oracle', '05-MAR-2026', '2026-03-05T00:00:00Z'],
		['XML, with an offset', '2026-03-05+01:00', '2026-03-04T23:00:00Z'],
		['OData', '/Date(1772701229000)/', '2026-03-05T09:00:29Z'],
		['without leading zeros', '2026-3-5', '2026-03-05T00:00:00Z'],
		['the week', '2026-W10-4', '2026-03-05T00:00:00Z'],
		['the day of the year', '2026-064', '2026-03-05T00:00:00Z'],
		['the hour alone', '2026-03-05T09', '2026-03-05T09:00:00Z'],
		['a day with separators and a time without', '2026-03-05T091215', '2026-03-05T09:12:15Z'],
		['a time with separators and a day without', '20260305T09:12:15+01:00', '2026-03-05T08:12:15Z'],
		['Excel and Oracle, with two digits of the year', '05-MAR-26', '2026-03-05T00:00:00Z'],
		['eBay, with two digits of the year', 'Mar-05-26 09:12', '2026-03-05T09:12:00Z'],
		['two digits of a year of the past century', '5-Mar-98', '1998-03-05T00:00:00Z'],
		['digits alone', '20260305', '2026-03-05T00:00:00Z'],
		['digits alone, with a time', '20260305143000', '2026-03-05T14:30:00Z'],
		['with a byte order mark', '\ufeff2026-03-05\u00a0', '2026-03-05T00:00:00Z'],
	])('%s: %s', (_, given, utc) => expect(date(given)).toBe(utc));

	it.each([
		['days of a spreadsheet', 46086, '2026-03-05T00:00:00Z'],
		['days and hours of a spreadsheet', 46086.375, '2026-03-05T09:00:00Z'],
		['days of a spreadsheet as text', '46086', '2026-03-05T00:00:00Z'],
		['days of a spreadsheet with a decimal comma', '46086,375', '2026-03-05T09:00:00Z'],
		['seconds since 1970', 1772701229, '2026-03-05T09:00:29Z'],
		['seconds since 1970 as text', '1772701229', '2026-03-05T09:00:29Z'],
		['milliseconds since 1970', 1772701229123, '2026-03-05T09:00:29Z'],
		['milliseconds since 1970 as text', '1772701229123', '2026-03-05T09:00:29Z'],
		['year, month and day as one number', 20260305, '2026-03-05T00:00:00Z'],
	])('%s: %s', (_, given, utc) => expect(date(given)).toBe(utc));

	it('the days of a spreadsheet are those on the wall of the workflow', () =>
		expect(date(46086.375, { zone: 'Europe/Berlin' })).toBe('2026-03-05T08:00:00Z'));
});

describe('what is no date', () => {
	it.each([0, 1, '0', '1', true, false])('%j is a flag that was mapped in the wrong place', (value) =>
		expect(() => date(value)).toThrow(/yes\/no value, not a date/),
	);
	it.each([
		2,
		12,
		1996,
		10248,
		99999,
		1e9 / 2,
		5e12,
		-46086,
		'10248',
		'2026',
		'2026-03',
		'14:30',
		'5 AM',
		'tomorrow',
		'31.02.2026',
		'2026-13-05',
		'13/13/2026',
		'3/5/2026 13:05 PM',
		'2026-03-05 09:00 EST',
		'2026-03-05 later',
		'2026-03-05T09:00+25:00',
		'2026-03-05T09:00+02:75',
		{},
		[],
		[46086],
	])('%j is refused', (value) => expect(() => date(value)).toThrow(InputError));
	it.each(['0001-01-01T00:00:00', '1899-12-30', '1900-01-01 00:00:00.000', '9999-12-31', new Date(0), '1970-01-01'])(
		'%s is no date of an order',
		(value) => expect(() => date(value, { business: true })).toThrow(/would be the year/),
	);
	it.each([
		['1970-01-01', '1970-01-01T00:00:00Z'],
		['1900-01-01', '1900-01-01T00:00:00Z'],
		['9999-12-31', '9999-12-31T00:00:00Z'],
	])('%s may begin or end a search', (value, utc) => expect(date(value)).toBe(utc));
	it.each(['', ' ', 'NULL ', 'null', null, undefined, '0000-00-00', '0000-00-00 00:00:00'])(
		'%j says that there is none',
		(value) => expect(isNoDate(value)).toBe(true),
	);
});

describe('a date that can be two', () => {
	const shownBy = (...values: string[]): DateStyle => ({
		shown: () => {
			const order = orderShownBy(values);
			return order === 'mixed' ? undefined : order;
		},
	});

	it('is refused, with both of them and the option that decides', () => {
		expect(() => date('02/03/2026', shownBy())).toThrow(
			'Order Date: “02/03/2026” can mean 2 March 2026 or 3 February 2026.',
		);
		expect(() => date('02/03/2026', shownBy())).toThrow(
			expect.objectContaining({ remedy: expect.stringContaining('Date Order') }) as Error,
		);
		expect(() => date('02/03/26', shownBy())).toThrow(InputError);
	});

	it('is no riddle where both are the same, or only one exists', () => {
		expect([date('03/03/2026'), date('13/03/2026'), date('03/13/2026'), date('02.03.2026')]).toEqual([
			'2026-03-03T00:00:00Z',
			'2026-03-13T00:00:00Z',
			'2026-03-13T00:00:00Z',
			'2026-03-02T00:00:00Z',
		]);
	});

	it('is the one that the others show', () => {
		expect([
			date('02/03/2026', shownBy('02/03/2026', '13/03/2026')),
			date('02/03/2026', shownBy('02/03/2026', '03/13/2026')),
		]).toEqual(['2026-03-02T00:00:00Z', '2026-02-03T00:00:00Z']);
	});

	it('is refused where the others contradict each other', () =>
		expect(() => date('02/03/2026', shownBy('13/03/2026', '03/13/2026'))).toThrow(InputError));

	it.each<[string, DateOrder, string]>([
		['02/03/2026', 'day', '2026-03-02T00:00:00Z'],
		['02/03/2026', 'month', '2026-02-03T00:00:00Z'],
		['02-03-26', 'day', '2026-03-02T00:00:00Z'],
		['02/03/26', 'month', '2026-02-03T00:00:00Z'],
		['26/03/02', 'year', '2026-03-02T00:00:00Z'],
	])('%s with the %s first is what the user chose', (given, fixed, utc) => expect(date(given, { fixed })).toBe(utc));

	it('and one that does not fit the choice is refused', () =>
		expect(() => date('13/03/2026', { fixed: 'month' })).toThrow(/month first/));
});

describe('over all dates', () => {
	const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Auckland'];
	/** Forms, with what they keep of a point in time, and the order that a reader must know. */
	const FORMS: Array<[format: string, keeps: 'day' | 'minute' | 'second', order?: DateOrder]> = [
		['yyyy-MM-dd', 'day'],
		['yyyy/MM/dd', 'day'],
		['yyyy-M-d', 'day'],
		['yyyy.MM.dd', 'day'],
		['yyyyMMdd', 'day'],
		["kkkk-'W'WW-c", 'day'],
		['yyyy-ooo', 'day'],
		['dd.MM.yyyy', 'day'],
		['d.M.yyyy', 'day'],
		['d MMM yyyy', 'day'],
		['dd-MMM-yyyy', 'day'],
		['MMMM d, yyyy', 'day'],
		['ccc, d MMM yyyy', 'day'],
		['dd/MM/yyyy', 'day', 'day'],
		['M/d/yyyy', 'day', 'month'],
		['MM-dd-yyyy', 'day', 'month'],
		['yyyy-MM-dd HH:mm', 'minute'],
		['dd.MM.yyyy HH:mm', 'minute'],
		['M/d/yyyy h:mm a', 'minute', 'month'],
		['dd/MM/yyyy, HH:mm', 'minute', 'day'],
		['yyyyMMddHHmm', 'minute'],
		["yyyy-MM-dd'T'HH:mm:ss", 'second'],
		['yyyy-MM-dd HH:mm:ss.SSS', 'second'],
		['yyyyMMddHHmmss', 'second'],
		["yyyyMMdd'T'HHmmss", 'second'],
		['M/d/yyyy, h:mm:ss a', 'second', 'month'],
		['d MMMM yyyy HH:mm:ss', 'second'],
		["yyyy-MM-dd'T'HH:mm:ssZZ", 'second'],
		['yyyy-MM-dd HH:mm:ss ZZZ', 'second'],
		['ccc, dd MMM yyyy HH:mm:ss ZZZ', 'second'],
		["yyyy-MM-dd HH:mm:ss 'GMT'ZZ", 'second'],
		["yyyy-MM-dd'T'HH:mm:ssZZ'['z']'", 'second'],
		['yyyy-MM-dd HH:mm:ss z', 'second'],
	];
	const moment = fc.integer({ min: Date.UTC(1990, 0, 2) / 1000, max: Date.UTC(2099, 11, 30) / 1000 });
	const written = fc
		.record({ seconds: moment, zone: fc.constantFrom(...ZONES), form: fc.constantFrom(...FORMS) })
		.map(({ seconds, zone, form: [format, keeps, order] }) => {
			const local = DateTime.fromSeconds(seconds, { zone }).setLocale('en-US');
			return {
				text: local.toFormat(format),
				zone,
				order,
				wall: local.startOf(keeps).toFormat('yyyy-MM-dd HH:mm:ss'),
				format,
			};
		});
	const onTheWall = (utc: string, zone: string): string =>
		DateTime.fromISO(utc, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');

	it('what is read with the order that it was written in is the time that was on the wall', () => {
		fc.assert(
			fc.property(written, ({ text, zone, order, wall }) => {
				expect([text, onTheWall(date(text, { zone, fixed: order }), zone)]).toEqual([text, wall]);
			}),
			{ numRuns: 2000 },
		);
	});

	it('what is read without knowing the order is that time, or refused', () => {
		fc.assert(
			fc.property(written, ({ text, zone, wall }) => {
				try {
					return onTheWall(date(text, { zone }), zone) === wall;
				} catch (error) {
					return error instanceof InputError && /can mean/.test(error.problem);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('a number of a spreadsheet, of seconds or of milliseconds is that time', () => {
		fc.assert(
			fc.property(moment, (seconds) => {
				const utc = new Date(seconds * 1000).toISOString().replace('.000', '');
				const days = seconds / 86_400 + 25_569;
				for (const form of [seconds, seconds * 1000, days, String(seconds), String(days)])
					expect([form, date(form)]).toEqual([form, utc]);
			}),
			{ numRuns: 2000 },
		);
	});

	it('everything else is a date between 1900 and 9999 in whole seconds, or refused', () => {
		const digits = fc.stringMatching(/^\d{1,4}[-/. ]?\d{0,3}[-/. ]?\d{0,5}([T ]\d{0,2}:?\d{0,2})?$/);
		fc.assert(
			fc.property(fc.oneof(digits, fc.string({ maxLength: 25 }), fc.double(), fc.integer(), fc.anything()), (value) => {
				try {
					return /^(19|[2-9]\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date(value));
				} catch (error) {
					return error instanceof InputError;
				}
			}),
			{ numRuns: 2000 },
		);
	});
});
