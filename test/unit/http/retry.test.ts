import type { OnLostResponse } from '../../../nodes/shared/http/endpoint';
import {
	DEFAULT_RETRY,
	type Failure,
	Tries,
	afterFailure,
	effectOf,
	isPassing,
} from '../../../nodes/shared/http/retry';

const REPEATS: readonly OnLostResponse[] = ['retry', 'reconcile', 'fail'];

/** Half of the longest wait, at the first of five tries. */
const decide = (
	failure: Failure,
	onLostResponse: OnLostResponse,
	change: { tries?: number; waited?: number; random?: number; policy?: typeof DEFAULT_RETRY } = {},
) =>
	afterFailure(
		failure,
		onLostResponse,
		change.policy ?? DEFAULT_RETRY,
		change.tries ?? 1,
		change.waited ?? 0,
		change.random ?? 0.5,
	);

describe('what follows a failed try', () => {
	const lost: Failure = { effect: 'unknown', passing: true };
	const declined: Failure = { effect: 'declined', passing: true };
	const notDone: Failure = { effect: 'notDone', passing: true };
	const refused: Failure = { effect: 'notDone', passing: false };
	const strange: Failure = { effect: 'unknown', passing: false };

	it.each<[what: string, failure: Failure, repeat: OnLostResponse, then: string]>([
		['an answer was lost, a repeat is harmless', lost, 'retry', 'repeat'],
		['an answer was lost, a repeat would do it twice', lost, 'reconcile', 'lookUp'],
		['an answer was lost, nobody can find out', lost, 'fail', 'giveUp'],
		['it was certainly not done', notDone, 'retry', 'repeat'],
		['it was certainly not done', notDone, 'reconcile', 'repeat'],
		['it was certainly not done', notDone, 'fail', 'repeat'],
		['the service says that it did nothing', declined, 'retry', 'repeat'],
		['the service says that it did nothing, and a look-up can tell', declined, 'reconcile', 'lookUp'],
		['the service says that it did nothing', declined, 'fail', 'repeat'],
		['it was refused', refused, 'retry', 'giveUp'],
		['it was refused', refused, 'reconcile', 'giveUp'],
		['it was refused', refused, 'fail', 'giveUp'],
		['it does not pass by itself', strange, 'retry', 'giveUp'],
	])('%s: %o, %s → %s', (_what, failure, onLostResponse, then) => {
		expect(decide(failure, onLostResponse).then).toBe(then);
	});

	it.each(REPEATS)('the last try was the last (%s)', (onLostResponse) => {
		expect(decide(notDone, onLostResponse, { tries: 4 }).then).toBe('repeat');
		expect(decide(notDone, onLostResponse, { tries: 5 }).then).toBe('giveUp');
	});

	it.each([
		[1, 500],
		[2, 1_000],
		[3, 2_000],
		[4, 4_000],
		[5, 8_000],
		[6, 15_000],
		[20, 15_000],
	])('after try %d it waits up to twice %d ms: doubling, half a minute at most', (tries, waitMs) => {
		expect(decide(declined, 'retry', { tries, policy: { maxTries: 99, maxWaitMs: 1e9 } })).toEqual({
			then: 'repeat',
			waitMs,
		});
	});

	it('waits anything from nothing on, so that many runs do not come back at once', () => {
		expect(decide(declined, 'retry', { random: 0 })).toEqual({ then: 'repeat', waitMs: 0 });
	});

	it('waits exactly as long as the service asks', () => {
		expect(decide({ ...declined, serviceWaitMs: 7_321 }, 'retry', { random: 0 })).toEqual({
			then: 'repeat',
			waitMs: 7_321,
		});
		expect(decide({ ...declined, serviceWaitMs: 0 }, 'retry', { random: 0.9 })).toEqual({ then: 'repeat', waitMs: 0 });
	});

	it('gives up at once when the wait would be longer than the run may wait in all', () => {
		expect(decide({ ...declined, serviceWaitMs: 120_000 }, 'retry').then).toBe('repeat');
		expect(decide({ ...declined, serviceWaitMs: 120_001 }, 'retry').then).toBe('giveUp');
		expect(decide({ ...declined, serviceWaitMs: 20_001 }, 'retry', { waited: 100_000 }).then).toBe('giveUp');
	});
});

describe('the tries of a call', () => {
	const tooMany: Failure = { effect: 'declined', passing: true, serviceWaitMs: 200 };
	const broken: Failure = { effect: 'notDone', passing: true };
	const SECOND = 1_000;
	/** How many tries a call makes that fails the same way each time, one a second. */
	const triesOf = (failure: Failure, canSlowDown: boolean, policy = DEFAULT_RETRY): number => {
		const tries = new Tries(policy, 'retry', () => 0);
		for (let made = 1; made < 1_000; made++)
			if (tries.next(failure, made * SECOND, canSlowDown).then === 'giveUp') return made;
		return Infinity;
	};

	it('are counted, but not those that a slower endpoint would not have lost: they only take time', () => {
		expect(triesOf(broken, false)).toBe(5);
		expect(triesOf(tooMany, false)).toBe(5);
		expect(triesOf(tooMany, true)).toBe(121);
		expect(triesOf(tooMany, true, { maxTries: 5, maxWaitMs: 10_000 })).toBe(11);
	});

	it('are counted when the service names no wait', () => {
		expect(triesOf({ ...tooMany, serviceWaitMs: undefined }, true)).toBe(5);
	});

	it('is one where the user allows one', () => {
		expect(triesOf(tooMany, true, { maxTries: 1, maxWaitMs: 120_000 })).toBe(1);
	});
});

describe('a status', () => {
	it.each([
		[301, false, 'unknown'],
		[302, false, 'unknown'],
		[303, false, 'unknown'],
		[307, false, 'notDone'],
		[308, false, 'notDone'],
		[400, false, 'notDone'],
		[401, false, 'notDone'],
		[403, false, 'notDone'],
		[404, false, 'notDone'],
		[408, true, 'unknown'],
		[409, false, 'notDone'],
		[422, false, 'notDone'],
		[425, true, 'declined'],
		[429, true, 'declined'],
		[500, true, 'unknown'],
		[502, true, 'unknown'],
		[503, true, 'unknown'],
		[504, true, 'unknown'],
	])('%d: passes by itself: %s; what it did: %s', (status, passing, effect) => {
		expect([isPassing(status), effectOf(status)]).toEqual([passing, effect]);
	});
});
