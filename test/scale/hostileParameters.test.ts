import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../engine';
import { type Known, knownOf, NODES, runCase } from '../integration/operations/cases/known';
import { JUNK, placesOf } from '../support/hostile/parameters';
import { faultsOf, textsOf } from '../support/hostile/readable';
import { type Stage, useStage } from '../support/stage';

const KNOWN = NODES.flatMap((node) => knownOf(node));
/** What is read once a run takes a run for each value: each parameter gets some of them. */
const SHARE = 7;

/** n8n itself refuses to run a node when a choice shows a required field that is empty. */
async function tried(stage: Stage, one: Known, items: IDataObject[]): Promise<RunResult | undefined> {
	try {
		return await runCase(stage, one, items, { onError: 'continueErrorOutput' });
	} catch (error) {
		if (/Parameter ".*" is required/.test(String(error))) return undefined;
		throw error;
	}
}

describe('Whatever an expression gives for a parameter', () => {
	const stage = useStage('2');

	it.each(KNOWN)('the message can be read: $node, $name, $contract contract', async (one: Known) => {
		const wrong: string[] = [];
		for (const [place, { path, parameters, once }] of placesOf(one).entries()) {
			const items = JUNK.map((_, junk) => ({ ...one.given.good, junk }));
			const runs = once ? items.filter((_, at) => at % SHARE === place % SHARE).map((item) => [item]) : [items];
			for (const some of runs) {
				const result = await tried(stage, { ...one, given: { ...one.given, parameters } }, some);
				for (const text of result ? textsOf(result) : [])
					for (const fault of faultsOf(text)) wrong.push(`${path}: ${fault}: ${text.slice(0, 300)}`);
			}
		}
		// What was taken is sent as it is, and some of it is not in the contract.
		stage.control.takeBreaches();
		expect(wrong).toEqual([]);
	});
});
