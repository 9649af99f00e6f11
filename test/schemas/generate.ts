import { CASES } from '../integration/operations/cases';
import { caseFor } from '../integration/operations/cases/case';
import { type Known, knownOf, NODES, runCase } from '../integration/operations/cases/known';
import { jsons } from '../support/results';
import { PRODUCTS, type Stage } from '../support/stage';
import { schemaOf } from './infer';
import { FURTHER_RUNS, type Run } from './runs';

/**
 * All operations whose output is the pack's: not the call that users make themselves. Where both contracts have an
 * operation, the live API's, whose rows have more fields.
 */
export const DESCRIBED: readonly Known[] = NODES.flatMap((node) => {
	const known = knownOf(node).filter(({ resource }) => resource !== 'customApiCall');
	return known.filter(({ name }, at) => known.findIndex((one) => one.name === name) === at);
});

/**
 * The text of the schema file of an operation, from the rows that its case and its further runs give. n8n reads `type`,
 * `properties`, `items` and `version`, and uses the fields in their order.
 */
export async function schemaText(stage: Stage, described: Known): Promise<string> {
	const further = FURTHER_RUNS[described.node][described.name] ?? [];
	const rows = [];
	for (const known of [described, ...further.map((run) => changed(described, run))]) {
		stage.control.reset();
		stage.control.seed({ products: PRODUCTS });
		const result = await runCase(stage, known, [known.given.good]);
		if (result.items.length === 0) throw new Error(`A run gives nothing: ${JSON.stringify(result.error)}`);
		rows.push(...jsons(result));
	}
	return `${JSON.stringify(schemaOf(rows), null, '\t')}\n`;
}

function changed(known: Known, { contract = known.contract, ...more }: Run): Known {
	const given = caseFor(CASES[known.node], known.name, contract) ?? known.given;
	return { ...known, contract, given: { ...given, ...more } };
}
