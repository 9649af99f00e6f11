import { workflowOf, type Workflow } from '../canvas';
import { codeFrom } from '../code';
import {
	addManyRows,
	again,
	createTable,
	deleteRows,
	deleteRowsOfItems,
	lookUpRows,
	SLOTS,
	upsertRow,
} from '../steps/dataTables';
import { setting } from '../erp';
import { IDLE } from '../executions';
import { code, everyDayAt, ifTrue, setFields } from '../steps/n8nSteps';
import type { Section, Step } from '../step';
import { calledByOthers } from '../steps/subWorkflows';

/** n8n finds a table by a part of its name, so no name is part of another. */
const IDS = 'Extensiv IDs';
const WRITES = 'Extensiv writes';

const CALLED = 'When a workflow asks';
const KEEP_WRITES_DAYS = 90;
const NIGHT = 3;

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
		[asked(), pairs(), echoes(), tidy()],
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

/** Answers, after both branches of an If, because either may be empty. */
const answers = (name: string, from: string): Step =>
	code(name, `return $('${from}').all().map(({ json }) => ({ json: json.answer }));`);

const KEYS = ['erpKey', 'extensivKey'] as const;
const slots = (rows: string, columns: readonly string[]): string =>
	asItems(`slotsOf({ ${columns.map((name) => `${name}: ${rows}.map((one) => one.${name})`).join(', ')} }, ${SLOTS})`);

function pairs(): Section {
	const found = 'Compare with the table';
	const said = 'Answers about IDs';
	const adding = [
		'New pairs',
		'Keep the pairs',
		'Their keys',
		'Look again',
		'Pairs that are there twice',
		'Delete the younger ones',
	];
	return {
		title: 'IDs',
		note:
			`The pairs are in the data table *${IDS}*. Nothing is overwritten: a pair that contradicts a known one fails, and names the IDs of both. ` +
			`Delete the row that is wrong.\n\n${SLOTS} keys are looked up at a time, and new pairs are added all at once, because n8n takes its time for ` +
			'each item. Of two calls that added the same pair, the older row stays.',
		steps: [
			createTable('Table of IDs', IDS, ID_COLUMNS),
			codeFrom(
				'Keys',
				['common/ids.js', 'common/slots.js'],
				`${REQUESTS}\nconst keys = keysOf(requests);\n${slots('keys', KEYS)}`,
			),
			again(lookUpRows('Known pairs', IDS, KEYS)),
			codeFrom(
				found,
				['common/ids.js'],
				`${REQUESTS}\nconst rows = $input.all().map(({ json }) => json);\n${asItems('answersOf(requests, rows, new Date())')}`,
			),
			ifTrue('A new pair?', '={{ $json.row !== null }}'),
			code('New pairs', 'return $input.all().map(({ json }) => ({ json: json.row }));'),
			addManyRows('Keep the pairs', IDS),
			codeFrom(
				'Their keys',
				['common/slots.js'],
				`const rows = $('New pairs').all().map(({ json }) => json);\n${slots('rows', KEYS)}`,
			),
			again(lookUpRows('Look again', IDS, KEYS)),
			codeFrom(
				'Pairs that are there twice',
				['common/ids.js'],
				// No row has this ID: the next steps have to run.
				`const ids = repeatedOf($input.all().map(({ json }) => json));
return (ids.length > 0 ? ids : [0]).map((id) => ({ json: { id } }));`,
			),
			{
				...deleteRowsOfItems('Delete the younger ones', IDS, [{ column: 'id', is: '={{ $json.id }}' }]),
				alwaysOutputData: true,
			},
			answers(said, found),
		],
		links: [
			{ from: 'Table of IDs', to: 'Keys' },
			{ from: 'Keys', to: 'Known pairs' },
			{ from: 'Known pairs', to: found },
			{ from: found, to: 'A new pair?' },
			{ from: 'A new pair?', to: 'New pairs' },
			{ from: 'New pairs', to: 'Keep the pairs' },
			{ from: 'Keep the pairs', to: 'Their keys' },
			{ from: 'Their keys', to: 'Look again' },
			{ from: 'Look again', to: 'Pairs that are there twice' },
			{ from: 'Pairs that are there twice', to: 'Delete the younger ones' },
			{ from: 'Delete the younger ones', to: said },
			{ from: 'A new pair?', output: 1, to: said },
		],
		lanes: Object.fromEntries(adding.map((name) => [name, 1])),
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
	const said = 'Answers about echoes';
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
			codeFrom(
				'Keys of the records',
				['common/slots.js'],
				`const records = $input.all().map(({ json }) => json);\n${slots('records', ['key'])}`,
			),
			again(lookUpRows('Known writes', WRITES, ['key'])),
			codeFrom(
				judged,
				['common/echoes.js'],
				`${REQUESTS}
const hashes = $('${hash.name}').all().map(({ json }) => json.hash);
const rows = $input.all().map(({ json }) => json);
${asItems('verdictsOf(requests, hashes, rows, new Date())')}`,
			),
			ifTrue('Something to note?', '={{ $json.row !== null }}'),
			code(
				'What to note',
				`const last = new Map($input.all().map(({ json }) => [json.row.key, json.row]));
return [...last.values()].map((json) => ({ json }));`,
			),
			ifTrue('A new record?', '={{ $json.id === undefined }}'),
			addManyRows('Note it', WRITES),
			upsertRow('Note it over the last one', WRITES, [{ column: 'key', is: '={{ $json.key }}' }]),
			answers(said, judged),
		],
		links: [
			{ from: 'About IDs?', output: 1, to: 'Table of writes' },
			{ from: 'Table of writes', to: 'Texts of the fields' },
			{ from: 'Texts of the fields', to: hash.name },
			{ from: hash.name, to: 'Keys of the records' },
			{ from: 'Keys of the records', to: 'Known writes' },
			{ from: 'Known writes', to: judged },
			{ from: judged, to: 'Something to note?' },
			{ from: 'Something to note?', to: 'What to note' },
			{ from: 'What to note', to: 'A new record?' },
			{ from: 'A new record?', to: 'Note it' },
			{ from: 'A new record?', output: 1, to: 'Note it over the last one' },
			{ from: 'Note it', to: said },
			{ from: 'Note it over the last one', to: said },
			{ from: 'Something to note?', output: 1, to: said },
		],
		lanes: { 'What to note': 1, 'A new record?': 1, 'Note it': 1, 'Note it over the last one': 2 },
	};
}

const tidy = (): Section & { apart: true } => ({
	title: 'Delete old writes',
	note:
		'**Settings**: what was written more than *keepWritesDays* ago is forgotten; its echo has come long since. Pairs of IDs stay. By default, n8n ' +
		'gives all data tables together 50 MB (`N8N_DATA_TABLES_MAX_SIZE_BYTES`), enough for about 150,000 pairs.',
	apart: true,
	steps: [
		everyDayAt(NIGHT, 'Every night'),
		setFields('Settings', [{ name: 'keepWritesDays', value: KEEP_WRITES_DAYS }]),
		createTable('The same table of writes', WRITES, WRITE_COLUMNS),
		deleteRows('Delete them', WRITES, [
			{
				column: 'at',
				is: `={{ $now.minus({ days: ${setting('keepWritesDays')} }).toUTC().toISO() }}`,
				condition: 'lt',
			},
		]),
	],
});
