import type { FaultRule } from '../sandbox';
import { Random } from '../sandbox/store/random';
import { KINDS, type Settings, SIDE_BY_SIDE } from './sizes';

/** Each kind of trouble that a call may meet, by the name that the report gives it. */
const TROUBLE: FaultRule[] = [
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

/** Calls in a row that an outage refuses: more than all executions together can try before one of them gives up. */
const outageOf = (tries: number): number => 2 * tries * KINDS.reduce((sum, kind) => sum + SIDE_BY_SIDE[kind], 0);

/**
 * Which calls fail: a share of all, in all kinds of trouble alike, and one outage of several calls in a row.
 * @param calls how many calls at least are expected; trouble ends after ten times as many
 */
export function faultPlan({ seed, faults, tries }: Settings, calls: number): FaultRule[] {
	if (faults === 0) return [];
	const random = new Random(seed);
	const struck = TROUBLE.map((): number[] => []);
	let deck: number[][] = [];
	for (let call = 1; call <= 10 * calls; call++) {
		if (random.next() >= faults) continue;
		if (deck.length === 0) deck = [...struck];
		deck.splice(random.below(deck.length), 1)[0]?.push(call);
	}
	const begins = Math.floor(calls / 2);
	const outage = Array.from({ length: outageOf(tries) }, (_, at) => begins + at);
	return [{ kind: '503', at: outage }, ...TROUBLE.map((rule, at) => ({ ...rule, at: struck[at] }))];
}
