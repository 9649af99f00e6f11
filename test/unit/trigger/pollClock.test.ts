import { PollClock } from '../../../nodes/ExtensivTrigger/engine/pollClock';

const T = Date.UTC(2026, 2, 5, 9);
const S = T / 1000;

/** A poll's clock; both clocks can be set. */
function clock() {
	const set = { local: T, difference: undefined as { least: number; most: number } | undefined };
	const poll = new PollClock(() => set.local, {
		get difference() {
			return set.difference;
		},
	});
	return { set, poll };
}

describe('The clock of a poll', () => {
	it("is this machine's until the service has told its time", () => {
		const { poll } = clock();
		expect(poll.time).toEqual({ started: S, latest: S, confirmed: false });
		expect(poll.ahead).toBe(0);
	});

	it('is held back where this machine is ahead, and never goes ahead of it', () => {
		const { set, poll } = clock();
		set.difference = { least: -1_801_000, most: -1_799_000 };
		expect(poll.time).toEqual({ started: S - 1_799, latest: S, confirmed: true });
		expect([poll.now(), poll.ahead]).toEqual([S - 1_799, 1_799]);
		set.difference = { least: 1_799_000, most: 1_801_000 };
		expect(poll.time).toEqual({ started: S, latest: S + 1_799, confirmed: true });
		expect([poll.now(), poll.ahead]).toEqual([S, -1_799]);
	});

	it('does not go by the time at which it began when the clock was set back since', () => {
		const { set, poll } = clock();
		set.local = T - 1_800_000;
		expect(poll.time.started).toBe(S - 1_800);
	});

	it.each([
		[{ least: -59_000, most: -58_000 }, false],
		[{ least: -300, most: 700 }, false],
		[{ least: -300_000, most: -299_000 }, true],
		[{ least: 299_000, most: 300_000 }, true],
	])('contradicts what was taken for granted only by more than a minute: %j', (difference, contradicts) => {
		const { set, poll } = clock();
		const before = poll.time;
		set.difference = difference;
		expect(poll.contradicts(before)).toBe(contradicts);
	});
});
