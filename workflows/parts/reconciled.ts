import { codeFrom } from './code';
import { createTable, getRows, upsertRow } from './dataTables';
import type { Section, Step } from './step';
import { merge } from './subWorkflows';

/** The data table with what reconciliations found. Its name is part of no other table's name, because n8n looks for a part. */
export const RECONCILIATIONS = 'Extensiv reconciliations';

/** The columns, in the order in which a person reads them. */
const COLUMNS = {
	workflow: 'string',
	what: 'string',
	compared: 'number',
	equal: 'number',
	accuracyPercent: 'number',
	notCompared: 'number',
	examples: 'string',
	at: 'date',
} as const;

const RESULTS = 'All comparisons';

/** What the last runs found, one row for each comparison. Without the table it gives an item with `error`, and the workflow goes on. */
export const reconciliationResults = (name: string): Step => ({
	...getRows(name, RECONCILIATIONS),
	onError: 'continueRegularOutput',
});

/** A step that compares: its outputs are differences, counts, and items that could not be compared. */
export interface Compared {
	what: string;
	step: string;
}

/** The section that keeps what was found. It runs once, after all comparisons. */
export const keepResults = (compared: readonly Compared[]): Section & { apart: true } => ({
	title: 'Keep the result',
	note:
		`One row for each comparison in the data table *${RECONCILIATIONS}*, which it makes itself: counts and the first differences. ` +
		'*Extensiv alerts* and the dashboard find it there; there is nothing to choose.\n\n' +
		'In n8n 1, turn these steps off.',
	apart: true,
	steps: [
		merge(RESULTS, compared.length * 2),
		createTable('Table of results', RECONCILIATIONS, COLUMNS),
		codeFrom(
			'Result of the run',
			['common/reconciled.js'],
			`const itemsOf = (step, output) => {
	try {
		return $(step).all(output).map(({ json }) => json);
	} catch {
		return [];
	}
};
const comparisons = ${JSON.stringify(compared)}.map(({ what, step }) => ({
	what,
	differences: itemsOf(step, 0),
	counts: itemsOf(step, 1)[0],
	notCompared: itemsOf(step, 2),
}));
return resultsOf($workflow.name, comparisons, new Date()).map((json) => ({ json }));`,
		),
		upsertRow('Write the result', RECONCILIATIONS, [
			{ column: 'workflow', is: '={{ $json.workflow }}' },
			{ column: 'what', is: '={{ $json.what }}' },
		]),
	],
	links: [
		...compared.flatMap(({ step }, at) => [
			{ from: step, output: 1, to: RESULTS, input: at * 2 },
			{ from: step, output: 2, to: RESULTS, input: at * 2 + 1 },
		]),
		{ from: RESULTS, to: 'Table of results' },
		{ from: 'Table of results', to: 'Result of the run' },
		{ from: 'Result of the run', to: 'Write the result' },
	],
});
