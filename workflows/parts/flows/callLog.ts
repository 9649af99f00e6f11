import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { addRows, createTable, deleteRows, getRows } from '../steps/dataTables';
import { setting } from '../erp';
import { IDLE } from '../executions';
import { code, everyDayAt, extensiv, manualTrigger, pageOpened, respond, setFields } from '../steps/n8nSteps';
import type { Section, Step } from '../step';
import { callWorkflow, calledByOthers } from '../steps/subWorkflows';

/** The data table. Its name is part of no other table's name, because n8n looks for a part. */
const CALLS = 'Extensiv calls';
const TITLE = 'Extensiv call log';

/** The columns, in the order in which a person reads them. */
const COLUMNS = {
	time: 'date',
	workflow: 'string',
	execution: 'string',
	orders: 'string',
	node: 'string',
	operation: 'string',
	method: 'string',
	path: 'string',
	status: 'number',
	failure: 'string',
	tries: 'number',
	milliseconds: 'number',
	requestId: 'string',
	rowsSent: 'number',
	rowsReceived: 'number',
} as const;

const KEEP_DAYS = 30;
const NIGHT = 3;

/** Keeps what the steps of Extensiv called, and finds it again. */
export const callLog = (): Workflow =>
	workflowOf(
		TITLE,
		'Keeps a line for every call that your workflows make to Extensiv, and finds it again: by order number, request ID, failure, time, ' +
			'workflow, operation or path. A line has no body and no secret.\n\n**Before the first run**\n' +
			'1. *When the page is opened*: choose or create a *Basic Auth* credential. Its name and password open the page.\n' +
			'2. Publish this workflow. The *Production URL* of *When the page is opened* is the address of the search.\n' +
			'3. In each workflow whose calls you want to keep, do what note 4 shows.',
		[keep(), search(), tidy(), example()],
		IDLE,
	);

const keep = (): Section => ({
	title: 'A workflow hands over its calls',
	note: `Adds them to the data table *${CALLS}*, which it makes itself. Only the fields of a call are kept, whatever else the items have.`,
	steps: [
		calledByOthers('When a workflow hands over calls'),
		createTable('Table of calls', CALLS, COLUMNS),
		codeFrom(
			'Lines to keep',
			['common/call-log.js'],
			`const items = $('When a workflow hands over calls').all().map(({ json }) => json);
return linesToKeep(items).map((json) => ({ json }));`,
		),
		addRows('Keep them', CALLS),
	],
});

/** Lines may be added while it reads. n8n then refuses what it has read, and another try helps. */
const lines: Step = {
	...getRows('Lines of that time', CALLS, [
		{ column: 'time', is: "={{ $('What to look for').first().json.from }}", condition: 'gte' },
		{ column: 'time', is: "={{ $('What to look for').first().json.to }}", condition: 'lte' },
	]),
	retryOnFail: true,
	maxTries: 5,
	waitBetweenTries: 500,
};

const search = (): Section & { apart: true } => ({
	title: 'Search',
	note:
		'Shows a form, and what it finds: the last 7 days unless you say otherwise. The search is in the address, so that you can keep it as a ' +
		'bookmark: `?order=10250`, `?request=…`, `?text=…`, `?failed=1`, `?from=2026-03-01&to=2026-03-31`.\n\n' +
		'*Failed* is a status of 400 or higher, or no response.',
	apart: true,
	steps: [
		pageOpened('extensiv-calls'),
		codeFrom(
			'What to look for',
			['common/call-log.js'],
			`return [{ json: searchOf($input.first().json.query ?? {}, new Date()) }];`,
		),
		createTable('The same table', CALLS, COLUMNS),
		lines,
		codeFrom(
			'Page',
			['common/call-log.js'],
			`const rows = $input.all().map(({ json }) => json).filter(({ time }) => time !== undefined);
return [{ json: { html: pageOf($('What to look for').first().json, rows) } }];`,
		),
		respond('Show the page', '={{ $json.html }}', 200),
	],
});

const tidy = (): Section & { apart: true } => ({
	title: 'Delete old lines',
	note:
		'**Settings**: lines are deleted after *keepDays*. By default, n8n gives all data tables together 50 MB ' +
		'(`N8N_DATA_TABLES_MAX_SIZE_BYTES`). When they are full, nothing more is kept, and this workflow fails.',
	apart: true,
	steps: [
		everyDayAt(NIGHT, 'Every night'),
		setFields('Settings', [{ name: 'keepDays', value: KEEP_DAYS }]),
		createTable('The table again', CALLS, COLUMNS),
		deleteRows('Delete them', CALLS, [
			{ column: 'time', is: `={{ $now.minus({ days: ${setting('keepDays')} }).toUTC().toISO() }}`, condition: 'lt' },
		]),
	],
});

/** n8n publishes no workflow with a step that lacks a credential or a choice, unless the step is off. */
const OFF = { disabled: true } as const;

const read = extensiv(
	'Read warehouses',
	'Warehouses',
	{ resource: 'warehouse', operation: 'getAll', returnAll: true, options: { callLog: true } },
	OFF,
);

const OF_RUN = 'Calls of this run';

const example = (): Section & { apart: true } => ({
	title: 'How your workflow hands over its calls',
	note:
		`1. In the step of Extensiv, add the option *Call Log*, and turn it on. It now has the output *Calls*.\n2. Copy **${OF_RUN}** and **Keep ` +
		`the calls** into your workflow, and connect them to *Calls*.\n3. Turn **Keep the calls** on, and choose *${TITLE}* in it.\n\n` +
		`**Try it**: turn both steps on that are off, choose your credential in *${read.name}* and this workflow in **Keep the calls**.`,
	apart: true,
	steps: [
		manualTrigger('Try it'),
		read,
		// The nodes note the numbers of the orders that they change. n8n gives them to code, not to expressions.
		code(
			OF_RUN,
			`const orders = $execution.customData.get('extensivOrders') ?? '';
const ofRun = { workflow: $workflow.name, execution: $execution.id, orders };
return $input.all().map(({ json }) => ({ json: { ...json, ...ofRun } }));`,
		),
		// A log that is full must not end the workflow that calls.
		{ ...callWorkflow('Keep the calls'), onError: 'continueRegularOutput', ...OFF },
	],
	links: [
		{ from: 'Try it', to: read.name },
		{ from: read.name, output: 1, to: OF_RUN },
		{ from: OF_RUN, to: 'Keep the calls' },
	],
});
