import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import {
	addManyRows,
	again,
	createTable,
	deleteRows,
	getRows,
	SLOTS,
	updateRows,
	upsertRow,
} from '../steps/dataTables';
import { FAILURES, RETRY_DAYS } from '../failures';
import { setting } from '../erp';
import { IDLE } from '../executions';
import { code, everyMinutes, ifTrue, loopOneByOne, manualTrigger, setFields } from '../steps/n8nSteps';
import type { Step } from '../step';
import { callWorkflow, calledByOthers } from '../steps/subWorkflows';

const REPORTED = 'When a flow reports';
const BY_HAND = 'Replay all now';

/** The columns, in the order in which a person reads them. */
const COLUMNS = {
	flow: 'string',
	key: 'string',
	state: 'string',
	reason: 'string',
	remedy: 'string',
	item: 'string',
	tries: 'number',
	firstSeen: 'date',
	lastSeen: 'date',
	nextTry: 'date',
	source: 'string',
	workflowId: 'string',
} as const;

const MINUTES = 15;
const KEEP_CLOSED_DAYS = 30;
/** The row of an item. */
const ROW = [
	{ column: 'workflowId', is: '={{ $json.workflowId }}' },
	{ column: 'key', is: '={{ $json.key }}' },
];
/** In code of a step. */
const RULES = `{ retryMinutes: ${MINUTES}, retryDays: ${RETRY_DAYS} }`;
const ROWS_OF = 'const rowsOf = (items) => items.map(({ json }) => json).filter(({ key }) => key !== undefined);';

const NEW = 'A new row?';
const CHANGES = 'What changes in known rows';
const LOOP = 'One flow at a time';
const RUN = 'Run the flow again';
const ENDED = 'How it ended';
const AFTER = 'Rows after that';
const UNCHANGED = 'What nobody reported';
const TO_WRITE = 'A row to write?';
const COUNT = 'Count it as tried';

/** A flow that could not run must not pass without a word. */
const stop: Step = {
	name: 'Say which flow could not run',
	type: 'n8n-nodes-base.stopAndError',
	typeVersion: 1,
	parameters: { errorMessage: '={{ $json.problem }}' },
};

/** Flow 7: keeps what failed, and has it tried again. */
export function failures(): Workflow {
	return workflowOf(
		FAILURES,
		`Keeps what failed in the data table **${FAILURES}** (n8n: *Overview → Data tables*), which it makes itself: one row for each ` +
			'item, with the reason and what to do. A row is closed once its item gets through.\n\n' +
			`**Mend it** where it is wrong, or edit the column *item* of the row. Then press the arrow beside *Execute workflow*, choose *from ${BY_HAND}*, ` +
			'and press *Execute workflow*: all open rows are tried again. An order that you mended in the ERP is sent by its own flow. ' +
			`By itself this workflow tries after ${MINUTES} minutes, then later and later, for ${RETRY_DAYS} days.\n\n` +
			'**Before the first run**: publish this workflow, and choose it in the step *Keep failures* of your other workflows.',
		[
			{
				title: 'A flow reports',
				note: 'The other workflows call this. The same failure again updates its row.',
				steps: [
					calledByOthers(REPORTED),
					createTable('Table of failures', FAILURES, COLUMNS),
					again(
						getRows('Rows of the flow', FAILURES, [
							{ column: 'workflowId', is: `={{ $('${REPORTED}').first().json.workflowId }}` },
						]),
					),
					codeFrom(
						'What becomes of the rows',
						['source-mark.js', 'failures.js'],
						`const rows = $input.all().map(({ json }) => json).filter(({ key }) => key !== undefined);
return rowsAfter($('${REPORTED}').first().json, rows, new Date(), ${RULES})
	.map((json) => ({ json }));`,
					),
					ifTrue(NEW, '={{ $json.id === undefined }}'),
					addManyRows('Add them', FAILURES),
					codeFrom(
						CHANGES,
						['source-mark.js', 'failures.js'],
						`${ROWS_OF}
return changesOfRows(rowsOf($input.all()), rowsOf($('Rows of the flow').all()), ${SLOTS}).map((json) => ({ json }));`,
					),
					code('What to write', 'return $input.all().map(({ json }) => ({ json: json.columns }));'),
					updateRows('Write the rows', FAILURES, `$('${CHANGES}').all()[$itemIndex].json.ids`),
				],
				links: [
					{ from: REPORTED, to: 'Table of failures' },
					{ from: 'Table of failures', to: 'Rows of the flow' },
					{ from: 'Rows of the flow', to: 'What becomes of the rows' },
					{ from: 'What becomes of the rows', to: NEW },
					{ from: NEW, to: 'Add them' },
					{ from: NEW, output: 1, to: CHANGES },
					{ from: CHANGES, to: 'What to write' },
					{ from: 'What to write', to: 'Write the rows' },
				],
			},
			{
				title: 'Replay',
				note:
					`**${BY_HAND}** tries all rows that are not closed; **Every ${MINUTES} minutes** those whose time has come. Each flow ` +
					'runs again with its items and reports here. By itself, n8n runs published flows only; a flow that could not run ends this with an error. ' +
					'To give a row up, set its *state* to `closed` and change its *item* to `[]`.\n\n' +
					'A closed row keeps no names and addresses. **Settings**: after *keepClosedDays* it is deleted, unless it tells that ' +
					'an order is mended or given up here while the ERP still has it as it was.',
				apart: true,
				steps: [
					manualTrigger(BY_HAND),
					everyMinutes(MINUTES, `Every ${MINUTES} minutes`),
					setFields('Settings', [
						{ name: 'byHand', value: `={{ $('${BY_HAND}').isExecuted }}`, type: 'boolean' },
						{ name: 'keepClosedDays', value: KEEP_CLOSED_DAYS },
					]),
					createTable('The same table', FAILURES, COLUMNS),
					deleteRows('Delete old closed rows', FAILURES, [
						{ column: 'state', is: 'closed' },
						// What is mended in the table keeps a mark here, without which the ERP's order would be sent again.
						{ column: 'source', is: '' },
						{
							column: 'lastSeen',
							is: `={{ $now.minus({ days: ${setting('keepClosedDays')} }).toUTC().toISO() }}`,
							condition: 'lt',
						},
					]),
					again(getRows('All rows', FAILURES)),
					codeFrom(
						'What is due',
						['source-mark.js', 'failures.js'],
						`${ROWS_OF}
return dueRows(rowsOf($input.all()), new Date(), $('Settings').first().json.byHand).map((json) => ({ json }));`,
					),
					loopOneByOne(LOOP),
					// A flow that gives nothing must not end the loop.
					{
						...callWorkflow(RUN, '={{ $json.workflowId }}'),
						onError: 'continueRegularOutput',
						alwaysOutputData: true,
					},
					code(
						ENDED,
						`const { flow } = $('${LOOP}').first(1).json;
const error = $input.all().map(({ json }) => json.error).find(Boolean);
return [{ json: { flow, problem: error ? String(error.message ?? error) : '' } }];`,
					),
					again(getRows(AFTER, FAILURES)),
					codeFrom(
						UNCHANGED,
						['source-mark.js', 'failures.js'],
						`${ROWS_OF}
const replayed = $('What is due').all().map(({ json }) => json);
const rows = rowsWithoutResult(replayed, rowsOf($('All rows').all()), rowsOf($input.all()), new Date(), ${RULES});
const problem = problemOf($('${LOOP}').all(0).map(({ json }) => json));
return [...rows, ...(problem ? [{ problem }] : [])].map((json) => ({ json }));`,
					),
					ifTrue(TO_WRITE, '={{ $json.key !== undefined }}'),
					upsertRow(COUNT, FAILURES, ROW),
					stop,
				],
				links: [
					{ from: BY_HAND, to: 'Settings' },
					{ from: `Every ${MINUTES} minutes`, to: 'Settings' },
					{ from: 'Settings', to: 'The same table' },
					{ from: 'The same table', to: 'Delete old closed rows' },
					{ from: 'Delete old closed rows', to: 'All rows' },
					{ from: 'All rows', to: 'What is due' },
					{ from: 'What is due', to: LOOP },
					{ from: LOOP, output: 1, to: RUN },
					{ from: RUN, to: ENDED },
					{ from: ENDED, to: LOOP },
					{ from: LOOP, to: AFTER },
					{ from: AFTER, to: UNCHANGED },
					{ from: UNCHANGED, to: TO_WRITE },
					{ from: TO_WRITE, to: COUNT },
					{ from: TO_WRITE, output: 1, to: stop.name },
				],
				lanes: { [stop.name]: 1 },
			},
		],
		IDLE,
	);
}
