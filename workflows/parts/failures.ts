import { codeFrom } from './code';
import { getRows } from './steps/dataTables';
import { setFields } from './steps/n8nSteps';
import type { Link, Section, Step } from './step';
import { callWorkflow, calledByOthers, merge } from './steps/subWorkflows';

/** The data table of failures. Its name is part of no other table's name, because n8n looks for a part. */
export const FAILURES = 'Extensiv failures';

/** For so many days a row is tried again. What a flow reads anew has to go back further. */
export const RETRY_DAYS = 7;

/** Where a replay begins. */
export const REPLAYED = 'When replayed';
export const whenReplayed: Step = calledByOthers(REPLAYED);

/** The rows that the flow has in the table. Without the table, the flow goes on as if it had none. */
export const knownFailures: Step = {
	...getRows('Known failures', FAILURES, [{ column: 'workflowId', is: '={{ $workflow.id }}' }]),
	onError: 'continueRegularOutput',
};

/** The rows of all flows that are not closed. Without the table it gives an item with `error`, and the workflow goes on. */
export const openFailures = (name: string): Step => ({
	...getRows(name, FAILURES, [{ column: 'state', is: 'closed', condition: 'neq' }]),
	onError: 'continueRegularOutput',
});

/** What a step that reads Extensiv gives at its error output, for `takeUnread` of `unread.js`. */
export const notRead = setFields('Not read', [
	{ name: 'unread', value: true },
	{ name: 'reason', value: '={{ $json.error }}' },
	{ name: 'remedy', value: '={{ $json.message }}' },
]);

/** A branch that ends with results. */
export type Branch = Omit<Link, 'to' | 'input'>;

/** The step at which all branches have come together. */
export const RESULTS = 'All results';
const REPORT = 'What failed';

/** In code of a step: the items of a step that may not have run. */
export const ITEMS_OF = `const itemsOf = (step) => {
	try {
		return $(step).all().map(({ json }) => json);
	} catch {
		return [];
	}
};`;

/** The line of *Before the first run*. */
export const BEFORE = `Import *${FAILURES}* (\`common/failures.json\`), publish it, and choose it in *Keep failures*.`;

/**
 * The section that hands failures to the workflow of failures. It runs once, after all branches. Rows belong to the
 * workflow's ID: a copy of a flow for another account has rows of its own, and a renamed one keeps its rows.
 * @param report files, and the code that gives the report (see `failures.d.ts`) or undefined
 */
export const keepFailures = (
	branches: readonly Branch[],
	report: { files: readonly string[]; code: string },
): Section & { apart: true } => ({
	title: 'Keep what failed',
	note:
		`Failures go into the data table *${FAILURES}* with reason and remedy, and are tried again. What succeeds closes its row.\n\n` +
		`**Keep failures**: choose the workflow *${FAILURES}*.`,
	apart: true,
	steps: [
		merge(RESULTS, branches.length),
		codeFrom(
			REPORT,
			report.files,
			`${ITEMS_OF}
const report = (() => {
${report.code}
})();
return report ? [{ json: { flow: $workflow.name, workflowId: $workflow.id, ...report } }] : [];`,
		),
		callWorkflow('Keep failures'),
	],
	links: [
		...branches.map((branch, input) => ({ ...branch, to: RESULTS, input })),
		{ from: RESULTS, to: REPORT },
		{ from: REPORT, to: 'Keep failures' },
	],
});
