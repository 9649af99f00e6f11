import fc from '../../support/fastCheck';
import type { Contract } from '../../support/apiClient';
import { ApiError } from '../../../nodes/shared/http/errors/apiError';
import type { FaultRule } from '../../sandbox';
import { Random } from '../../sandbox/store/random';
import { CONTRACTS } from '../../support/apiClient';
import { CREATION, OPERATIONS, type Operation, patientManager, runOrders } from '../../support/orderRuns';
import { type Place, usePlace } from '../../support/place';

const KINDS = ['429', '500', '503', 'reset', 'truncated', 'lostAnswer', 'hang', 'refused', 'silent'] as const;
type Kind = (typeof KINDS)[number];
/** How many calls a plan reaches; a run with its repetitions makes more of them only under much trouble. */
const PLANNED_CALLS = 150;
/** More of them in `npm run test:scale`. */
const RUNS_OF_EACH_CONTRACT = Number(process.env.PROPERTY_RUNS ?? 20);
/** What the messages advise between two runs. */
const A_MINUTE = 60_000;
/** Another one each time; to repeat a run, set it here or in the variable. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);

/** Trouble at a rate: which calls are struck, and with what, follows from the seed. */
interface Trouble {
	kinds: readonly Kind[];
	/** Of a hundred calls so many are struck. */
	percent: number;
	seed: number;
	/** How late lists show an order, in milliseconds. */
	late: number;
	/** Whether a list moves while it is read. */
	drifts: boolean;
	/** Runs of the same orders at a time. */
	runs: number;
	operation: Operation;
}

/** Without the library's preference for small values: a run with hardly any trouble or orders says little. */
const trouble: fc.Arbitrary<Trouble> = fc.noBias(
	fc.record({
		kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 }),
		percent: fc.integer({ min: 5, max: 40 }),
		seed: fc.nat(),
		late: fc.constantFrom(0, 0, 3_000, 20_000),
		drifts: fc.boolean(),
		runs: fc.constantFrom(1, 1, 2),
		operation: fc.constantFrom(...OPERATIONS),
	}),
);

/**
 * Order numbers with beginnings of each other among them, and characters that addresses and filters have a meaning
 * for.
 */
const orderNumbers: fc.Arbitrary<string[]> = fc
	.noBias(
		fc.array(fc.tuple(fc.stringMatching(/^[0-2A",][0-2A&#/%+",-]{0,5}$/), fc.nat(5)), {
			minLength: 2,
			maxLength: 10,
		}),
	)
	.map((drawn) => [...new Set(drawn.flatMap(([number, cut]) => [number, number.slice(0, 1 + (cut % number.length))]))]);

/** A refusal, or an empty answer, of a creation: the service has done all of it, a part, or nothing. */
function untrue(kind: 'refused' | 'silent', contract: Contract, late: number, random: Random, at: number): FaultRule {
	const status = kind === 'silent' ? 201 : random.pick([400, 408, 409, 413, 422, 425, 429]);
	const isRefused = kind === 'refused' && status !== 408;
	// A refusal is taken at the service's word as soon as no list shows the order.
	const effect = random.pick(isRefused && late > 0 ? [false] : [true, false, 1]);
	return { kind: 'answer', ...CREATION[contract], at: [at], response: { status, body: {}, effect } };
}

function planOf({ kinds, percent, seed, late }: Trouble, contract: Contract): FaultRule[] {
	const random = new Random(seed);
	const plan = new Map<Exclude<Kind, 'refused' | 'silent'>, number[]>();
	const responses: FaultRule[] = [];
	for (let call = 1; call <= PLANNED_CALLS; call++) {
		const kind = random.pick(kinds);
		if (random.next() * 100 >= percent) continue;
		if (kind === 'refused' || kind === 'silent') responses.push(untrue(kind, contract, late, random, call));
		else plan.set(kind, [...(plan.get(kind) ?? []), call]);
	}
	// Each hanging call costs the time-out in real time, so there is one at most.
	return [...[...plan].map(([kind, at]) => ({ kind, at: kind === 'hang' ? at.slice(0, 1) : at })), ...responses];
}

/** Runs of which the last is left in peace: by chance, trouble can end any number of runs early. */
const RUNS = 4;

/** Creates the orders, three more times if need be; says how many times it took. */
async function createAll(
	place: Place,
	contract: Contract,
	{ runs, operation }: Trouble,
	numbers: string[],
	batchSize: number | undefined,
): Promise<number> {
	const run = async () =>
		await runOrders(patientManager(place, contract, { timeoutMs: 250 }), operation, numbers, { batchSize }).catch(
			(error: unknown) => {
				if (error instanceof ApiError) return [];
				throw error;
			},
		);
	for (let time = 1; time <= RUNS; time++) {
		if (time === RUNS) place.control.faults([]);
		const outcomes = (await Promise.all(Array.from({ length: runs }, run))).flat();
		const { doubled } = place.control.books();
		expect(doubled).toEqual([]);
		for (const outcome of outcomes)
			if (outcome.ok)
				expect(outcome.value.value.orderId).toBe(String(place.order(outcome.value.value.orderNumber).orderId));
		if (outcomes.length > 0 && outcomes.every(({ ok }) => ok)) return time;
		place.control.clock({ advanceMs: A_MINUTE });
	}
	return Number.POSITIVE_INFINITY;
}

describe.each(CONTRACTS)('whatever goes wrong (%s)', (contract) => {
	const place = usePlace();

	it(`every order is in the books exactly once when the run is repeated, at the latest by the first run without trouble (seed ${SEED})`, async () => {
		const seeded = place.control.books().orders;
		const property = fc.asyncProperty(
			trouble,
			orderNumbers,
			fc.constantFrom(undefined, 1, 3),
			async (given, numbers, batchSize) => {
				place.control.faults(planOf(given, contract));
				place.control.visibility({ lists: given.late });
				place.control.drift({ touchPerPage: given.drifts ? 1 : 0 });
				place.control.ordering({ orders: given.drifts ? 'modifiedDesc' : 'idAsc' });
				expect(await createAll(place, contract, given, numbers, batchSize)).toBeLessThanOrEqual(RUNS);
				const { ordersByNumber, orders } = place.control.books();
				expect(numbers.map((number) => ordersByNumber[number])).toEqual(numbers.map(() => 1));
				expect(orders).toBe(seeded + numbers.length);
			},
		);
		const parameters = {
			seed: SEED,
			numRuns: RUNS_OF_EACH_CONTRACT,
			interruptAfterTimeLimit: RUNS_OF_EACH_CONTRACT * 750,
		};
		await fc.assert(
			property.beforeEach(async () => await place.reset()),
			parameters,
		);
	});
});
