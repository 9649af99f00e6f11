import type { FaultRule } from '../sandbox';
import { Random } from '../sandbox/store/random';
import type { Settings } from './sizes';

/** The kinds of trouble that a call may meet. */
export const TROUBLE: FaultRule[] = [
	{ kind: '429', retryAfterMs: 200 },
	{ kind: '500' },
	{ kind: '503' },
	{ kind: 'reset' },
	{ kind: 'hang' },
	{ kind: 'truncated' },
	{ kind: 'lostAnswer' },
	{ kind: 'drip' },
	// The service does the work and answers 500.
	{ kind: 'answer', response: { status: 500, effect: true } },
];

/**
 * Which calls fail: one, at random, of so many, in all kinds of trouble alike; and an outage of several calls in a row.
 * @param calls how many calls at least are expected; trouble ends after ten times as many
 */
export function faultPlan({ seed, faults, outage: length }: Settings, calls: number): FaultRule[] {
	const random = new Random(seed);
	const begins = Math.floor(calls / 2);
	const outage = Array.from({ length }, (_, at) => begins + at);
	const struck = TROUBLE.map((): number[] => []);
	let deck: number[][] = [];
	for (let block = 0; block < 10 * calls * faults; block++) {
		const call = 1 + Math.floor((block + random.next()) / faults);
		if (outage.includes(call)) continue;
		if (deck.length === 0) deck = [...struck];
		deck.splice(random.below(deck.length), 1)[0]?.push(call);
	}
	return [{ kind: '503', at: outage }, ...TROUBLE.map((rule, at) => ({ ...rule, at: struck[at] }))];
}
