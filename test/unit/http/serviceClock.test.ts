import { ServiceClock } from '../../../nodes/shared/http/serviceClock';

const T = Date.UTC(2026, 2, 5, 9);
const date = (milliseconds: number): Record<string, string> => ({ date: new Date(milliseconds).toUTCString() });

/** What is learned of answers whose requests were sent and came back at these times of this machine. */
function learned(...responses: Array<[headers: Record<string, string>, sentAt: number, receivedAt: number]>) {
	const clock = new ServiceClock();
	for (const [headers, sentAt, receivedAt] of responses) clock.note(headers, sentAt, receivedAt);
	return clock.difference;
}

describe("The service's clock", () => {
	it('is not known before an answer tells it', () => {
		expect(learned()).toBeUndefined();
		expect(learned([{}, T, T])).toBeUndefined();
	});

	it('lies between the sending and the coming of an answer, to the second', () => {
		expect(learned([date(T + 60_000), T, T + 300])).toEqual({ least: 59_700, most: 61_000 });
	});

	it('is known better with every answer', () => {
		expect(learned([date(T), T - 20_000, T + 100], [date(T + 30_000), T + 29_900, T + 30_900])).toEqual({
			least: -100,
			most: 1_100,
		});
	});

	it('is that of the last answer when a clock was set in between', () => {
		expect(learned([date(T), T, T + 100], [date(T), T + 1_800_000, T + 1_800_100])).toEqual({
			least: -1_800_100,
			most: -1_799_000,
		});
	});

	it.each([
		['no date', { date: 'yesterday' }],
		['a date without a time zone', { date: '2026-03-05T09:00:00Z' }],
		['the date of a machine that does not know the time', date(0)],
		['a date out of a cache', { ...date(T), age: '30' }],
	])('is not learned from %s', (_what, headers) => {
		expect(learned([headers, T, T])).toBeUndefined();
	});
});
