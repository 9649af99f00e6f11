import { createOrders } from '../../../../nodes/shared/api/common/creation/create';
import type { Done } from '../../../../nodes/shared/api/common/creation/wire';
import { orderWire } from '../../../../nodes/shared/api/live/orders/create';
import type { FaultRule } from '../../../sandbox';
import { Random } from '../../../sandbox/store/random';
import { CREATION, countsOf } from '../../../support/orderRuns';
import { type Place, usePlace } from '../../../support/place';
import { newOrders } from '../../../support/samples';
import { SandboxClock } from '../../../support/sandboxClock';

const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
/** More of them in `npm run test:scale`. */
const RUNS = Math.ceil(Number(process.env.PROPERTY_RUNS ?? 20) / 2);
const NUMBERS = Array.from({ length: 24 }, (_, at) => `N-${at}`);
const KINDS = ['429', '500', '503', 'reset', 'truncated', 'lostAnswer', 'refused', 'silent'] as const;
const A_MINUTE = 60_000;
const REPEATS = 4;

/** A run of small parts, so that many are under way at a time. */
const run = async (place: Place, batchSize: number, lookUpSize: number): Promise<Done[]> => {
	const client = place.client('live', { clock: new SandboxClock(place.control) });
	return await createOrders({ ...orderWire(client), lookUpSize }, newOrders(NUMBERS), { lookUpFirst: true, batchSize });
};

/** Trouble for a share of the calls, each of another kind. */
function plan(random: Random): FaultRule[] {
	const percent = 5 + random.next() * 30;
	return Array.from({ length: 120 }, (_, at): FaultRule | undefined => {
		if (random.next() * 100 > percent) return undefined;
		const kind = random.pick(KINDS);
		if (kind !== 'refused' && kind !== 'silent') return { kind, at: [at + 1], retryAfterMs: 1 };
		const status = kind === 'silent' ? 201 : random.pick([400, 409, 422]);
		const effect = random.pick([true, false, 1]);
		return { kind: 'answer', ...CREATION.live, at: [at + 1], response: { status, body: {}, effect } };
	}).filter((rule) => rule !== undefined);
}

describe('orders whose parts are under way at the same time', () => {
	const place = usePlace();

	it('go several parts at a time once a response has come, and alone before', async () => {
		place.control.latency({ ms: 20 });
		const client = place.client('live');
		const call = client.call.bind(client);
		const creations = { begun: 0, ended: 0, most: 0, beforeTheFirstEnded: 0 };
		client.call = async (endpoint, given) => {
			if (endpoint.name !== 'createOrders') return await call(endpoint, given);
			creations.begun += 1;
			creations.most = Math.max(creations.most, creations.begun - creations.ended);
			if (creations.ended === 0) creations.beforeTheFirstEnded += 1;
			return await call(endpoint, given).finally(() => (creations.ended += 1));
		};
		const options = { lookUpFirst: true, batchSize: 2 };
		const done = await createOrders({ ...orderWire(client), lookUpSize: 2 }, newOrders(NUMBERS), options);
		expect(done.every(({ ok }) => ok)).toBe(true);
		expect(creations).toMatchObject({ begun: 12, most: 4, beforeTheFirstEnded: 1 });
	});

	it(`are in the books exactly once when the run is repeated, whatever goes wrong (seed ${SEED})`, async () => {
		const random = new Random(SEED);
		for (let time = 0; time < RUNS; time++) {
			await place.reset();
			place.control.faults(plan(random));
			const [batchSize, lookUpSize, runs] = [random.pick([1, 2, 3]), random.pick([1, 4, 6]), random.pick([1, 1, 2])];
			for (let repeat = 1; repeat <= REPEATS; repeat++) {
				if (repeat === REPEATS) place.control.faults([]);
				const done = (
					await Promise.all(Array.from({ length: runs }, async () => await run(place, batchSize, lookUpSize)))
				).flat();
				expect(done).toHaveLength(runs * NUMBERS.length);
				expect(place.control.books().doubled).toEqual([]);
				for (const one of done)
					if (one.ok) expect(one.value.value.orderId).toBe(String(place.order(one.value.value.orderNumber).orderId));
				if (done.every(({ ok }) => ok)) break;
				expect(repeat).toBeLessThan(REPEATS);
				place.control.clock({ advanceMs: A_MINUTE });
			}
			expect(countsOf(place, NUMBERS)).toEqual(NUMBERS.map(() => 1));
		}
	});
});
