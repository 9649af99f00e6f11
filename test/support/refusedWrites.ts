import type { Endpoint } from '../../nodes/shared/http/endpoint';
import { callsOf, runWrite, type Write, WRITES, writesOf } from '../integration/operations/cases/writes';
import type { Refusal } from './refusals';
import { PRODUCTS, type Stage } from './stage';

/** The books as every test finds them. */
export function fresh(stage: Stage): void {
	stage.control.reset();
	stage.control.seed({ products: PRODUCTS });
}

/** What a write tells of answers that do not say that the work was done. */
async function misled(stage: Stage, write: Write, call: Endpoint, refusals: readonly Refusal[]): Promise<string[]> {
	const wrong: string[] = [];
	for (const refusal of refusals) {
		fresh(stage);
		const { items, errorItems } = await runWrite(stage, write, call, refusal);
		const struck = stage.control.requests().log.some(({ fault }) => fault === 'answer');
		if (!struck) wrong.push(`${call.name}: ${refusal.what}: the call was not made`);
		if (items.length > 0) wrong.push(`${call.name}: ${refusal.what}: done`);
		if (items.length + errorItems.length !== write.items.length)
			wrong.push(
				`${call.name}: ${refusal.what}: ${items.length} done and ${errorItems.length} failed of ${write.items.length}`,
			);
	}
	return wrong;
}

/** Every write of the pack under every one of the answers: none may be reported as done. */
export function noRefusalCountsAsDone(stage: Stage, refusals: readonly Refusal[]): void {
	const tried = { live: new Set<string>(), guide: new Set<string>() };

	it.each(WRITES)('is not reported as done: $what', async (write) => {
		const calls = await callsOf(stage, write);
		expect(calls).not.toEqual([]);
		for (const call of calls) {
			tried[write.contract].add(call.name);
			expect(await misled(stage, write, call, refusals)).toEqual([]);
		}
		fresh(stage);
	});

	it.each(['live', 'guide'] as const)('all writes of the catalogue were tried, %s contract', (contract) => {
		expect([...tried[contract]].sort()).toEqual(
			writesOf(contract)
				.map(({ name }) => name)
				.sort(),
		);
	});
}
