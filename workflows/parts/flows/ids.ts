import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import { createTable, lookUpRows, upsertRow } from '../dataTables';
import { IDLE } from '../executions';
import { code, ifTrue } from '../n8nSteps';
import type { Section, Step } from '../step';
import { calledByOthers } from '../subWorkflows';

/** n8n finds a table by a part of its name, so no name is part of another. */
const IDS = 'Extensiv IDs';
const WRITES = 'Extensiv writes';

const CALLED = 'When a workflow asks';

const ID_COLUMNS = {
	kind: 'string',
	erpId: 'string',
	extensivId: 'string',
	erpKey: 'string',
	extensivKey: 'string',
	since: 'date',
} as const;
const WRITE_COLUMNS = { key: 'string', hash: 'string', at: 'date' } as const;

const REQUESTS = `const requests = $('${CALLED}').all().map(({ json }) => json);`;
const asItems = (call: string): string => `return ${call}.map((json) => ({ json }));`;

/** Flow 12: which ID of the ERP is which of Extensiv, and which changes are echoes of our own. */
export function ids(): Workflow {
	return workflowOf(
		'Extensiv IDs and echoes',
		'Other workflows call this with any number of items (*Execute Workflow*, *Run Once with All Items*), and get them back in their order, each ' +
			'with an `outcome`. `failed` comes with `problem` and `remedy`; the other items are done.\n\n' +
			'**IDs**: `action` *put* keeps a pair (`kind`, `erpId`, `extensivId`); *get* finds one ID by the other.\n\n' +
			'**Echoes**: for flows in both directions. `action` *wrote* notes that you are about to write `fields` to a record (`system`: *erp* or ' +
			'*extensiv*, `kind`, `id`); *changed* tells whether a change that you see there is a `change`, or an `echo` of it.\n\n' +
			'**Before the first run**: publish this workflow, and choose it where it is called.',
		[asked(), pairs(), echoes()],
		IDLE,
	);
}

const asked = (): Section => ({
	title: 'A workflow asks',
	note: 'The action of the first item decides: *get* and *put* are about IDs, *wrote* and *changed* about echoes.',
	steps: [
		calledByOthers(CALLED),
		// Once: the next steps read the items themselves.
		{ ...ifTrue('About IDs?', "={{ ['get', 'put'].includes($json.action) }}"), executeOnce: true },
	],
});

/** Writes rows, if there are any, and gives the answers; after both branches of the If, because either may be empty. */
const answer = (
	names: { any: string; rows: string; answers: string },
	from: string,
	store: Step,
): Pick<Section, 'links'> & { steps: Step[] } => ({
	steps: [
		ifTrue(names.any, '={{ $json.row !== null }}'),
		code(names.rows, 'return $input.all().map(({ json }) => ({ json: json.row }));'),
		store,
		code(names.answers, `return $('${from}').all().map(({ json }) => ({ json: json.answer }));`),
	],
	links: [
		{ from, to: names.any },
		{ from: names.any, to: names.rows },
		{ from: names.rows, to: store.name },
		{ from: store.name, to: names.answers },
		{ from: names.any, output: 1, to: names.answers },
	],
});

function pairs(): Section {
	const found = 'Compare with the table';
	const { steps, links = [] } = answer(
		{ any: 'A new pair?', rows: 'New pairs', answers: 'Answers about IDs' },
		found,
		upsertRow('Keep the pairs', IDS, [
			{ column: 'erpKey', is: '={{ $json.erpKey }}' },
			{ column: 'extensivKey', is: '={{ $json.extensivKey }}' },
		]),
	);
	return {
		title: 'IDs',
		note:
			`The pairs are in the data table *${IDS}*. Nothing is overwritten: a pair that contradicts a known one fails, and names the IDs of both. ` +
			'Delete the row that is wrong.',
		steps: [
			createTable('Table of IDs', IDS, ID_COLUMNS),
			codeFrom('Keys', ['common/ids.js'], `${REQUESTS}\n${asItems('keysOf(requests)')}`),
			lookUpRows('Known pairs', IDS, [
				{ column: 'erpKey', is: '={{ $json.erpKey }}' },
				{ column: 'extensivKey', is: '={{ $json.extensivKey }}' },
			]),
			codeFrom(
				found,
				['common/ids.js'],
				`${REQUESTS}\nconst rows = $input.all().map(({ json }) => json);\n${asItems('answersOf(requests, rows, new Date())')}`,
			),
			...steps,
		],
		links: [
			{ from: 'Table of IDs', to: 'Keys' },
			{ from: 'Keys', to: 'Known pairs' },
			{ from: 'Known pairs', to: found },
			...links,
		],
	};
}

const hash: Step = {
	name: 'Hash the fields',
	type: 'n8n-nodes-base.crypto',
	typeVersion: 2,
	parameters: {
		action: 'hash',
		binaryData: false,
		type: 'SHA256',
		value: '={{ $json.text }}',
		dataPropertyName: 'hash',
		encoding: 'hex',
	},
};

function echoes(): Section & { apart: true } {
	const judged = 'Compare with what was written';
	const { steps, links = [] } = answer(
		{ any: 'Something to note?', rows: 'What to note', answers: 'Answers about echoes' },
		judged,
		upsertRow('Note it', WRITES, [{ column: 'key', is: '={{ $json.key }}' }]),
	);
	return {
		title: 'Echoes',
		note:
			`The data table *${WRITES}* has a hash of the fields that were written last to each record, not the fields. Give the same fields, in the same ` +
			'spelling, to *wrote* and *changed*. Call *wrote* before you write: then the echo cannot be faster.',
		apart: true,
		steps: [
			createTable('Table of writes', WRITES, WRITE_COLUMNS),
			codeFrom('Texts of the fields', ['common/echoes.js'], `${REQUESTS}\n${asItems('textsOf(requests)')}`),
			hash,
			lookUpRows('Known writes', WRITES, [{ column: 'key', is: '={{ $json.key }}' }]),
			codeFrom(
				judged,
				['common/echoes.js'],
				`${REQUESTS}
const hashes = $('${hash.name}').all().map(({ json }) => json.hash);
const rows = $input.all().map(({ json }) => json);
${asItems('verdictsOf(requests, hashes, rows, new Date())')}`,
			),
			...steps,
		],
		links: [
			{ from: 'About IDs?', output: 1, to: 'Table of writes' },
			{ from: 'Table of writes', to: 'Texts of the fields' },
			{ from: 'Texts of the fields', to: hash.name },
			{ from: hash.name, to: 'Known writes' },
			{ from: 'Known writes', to: judged },
			...links,
		],
	};
}
