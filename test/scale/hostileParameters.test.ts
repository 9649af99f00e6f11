import { type Known, knownOf, NODES, runCase } from '../integration/operations/cases/known';
import { JUNK, placesOf } from '../support/hostile/parameters';
import { faultsOf, textsOf } from '../support/hostile/readable';
import { useStage } from '../support/stage';

const KNOWN = NODES.flatMap((node) => knownOf(node));
/** What is read once a run takes a run for each value: each parameter gets some of them. */
const SHARE = 7;

describe('Whatever an expression gives for a parameter', () => {
	const stage = useStage('2');

	it.each(KNOWN)('the message can be read: $node, $name, $contract contract', async (one: Known) => {
		const wrong: string[] = [];
		for (const [place, { path, parameters, once }] of placesOf(one).entries()) {
			const items = JUNK.map((_, junk) => ({ ...one.given.good, junk }));
			const runs = once ? items.filter((_, at) => at % SHARE === place % SHARE).map((item) => [item]) : [items];
			for (const some of runs) {
				const result = await runCase(stage, { ...one, given: { ...one.given, parameters } }, some, { onError: 'continueErrorOutput' });
				for (const text of textsOf(result)) for (const fault of faultsOf(text)) wrong.push(`${path}: ${fault}: ${text.slice(0, 300)}`);
			}
		}
		// What was taken is sent as it is, and some of it is not in the contract.
		stage.control.takeBreaches();
		expect(wrong).toEqual([]);
	});
});
