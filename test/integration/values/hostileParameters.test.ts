import { appendFileSync } from 'node:fs';
import { type Known, knownOf, NODES, runCase } from '../operations/cases/known';
import { JUNK, placesOf } from '../../support/hostile/parameters';
import { faultsOf, textsOf } from '../../support/hostile/readable';
import { useStage } from '../../support/stage';

const KNOWN = NODES.flatMap((node) => knownOf(node));

describe('Whatever an expression gives for a parameter', () => {
	const stage = useStage('2');

	it.each(KNOWN)('the message can be read: $node, $name, $contract contract', async (one: Known) => {
		const wrong: string[] = [];
		for (const { path, parameters, once } of placesOf(one)) {
			const items = JUNK.map((_, junk) => ({ ...one.given.good, junk }));
			for (const some of once ? items.map((item) => [item]) : [items]) {
				const result = await runCase(stage, { ...one, given: { ...one.given, parameters } }, some, { onError: 'continueErrorOutput' });
				for (const text of textsOf(result)) for (const fault of faultsOf(text)) wrong.push(`${path}: ${fault}: ${text.slice(0, 300)}`);
			}
		}
		if (process.env.HOSTILE_LOG) appendFileSync(process.env.HOSTILE_LOG, wrong.map((w) => `${one.name}, ${one.contract}: call 0, ${w}\n`).join(''));
		stage.control.takeBreaches();
		expect(wrong).toEqual([]);
	});
});
