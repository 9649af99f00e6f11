import type { Layout } from '../../code/shared/read-rows';
import { asItems } from './callSteps';
import { codeFrom } from '../code';
import { createTable, deleteRows, getRows, upsertRow } from './dataTables';
import { setting } from '../erp';
import { FILES_OF_INPUT, readFiles, waitSeconds, writeFile } from './fileSteps';
import { ifTrue, loopOneByOne, setFields } from './n8nSteps';
import type { Chain, Link, Step } from '../step';

const line = (steps: readonly string[]): Link[] => steps.slice(1).map((to, at) => ({ from: steps[at] ?? '', to }));

/**
 * Reads the files of one kind, once nobody writes them any more.
 * @param what `orders`
 * @param pattern name of the setting with the pattern of the files' names
 * @param headers for each column, the headers that mean it
 * @param shape files and code that make items of `rows`
 */
export function filesOf(
	what: string,
	pattern: string,
	layout: Layout,
	headers: Readonly<Record<string, string>>,
	shape: { files: readonly string[]; code: string },
): Chain {
	const wanted = setting(pattern);
	const selector = `={{ ${setting('folder')} }}/{{ ${wanted} }}`;
	const columns = setFields(
		`Your columns of ${what}`,
		Object.entries(headers).map(([name, value]) => ({ name, value })),
	);
	const look = readFiles(`Look at the files of ${what}`, selector);
	const marks = codeFrom(
		`How far they are (${what})`,
		['cut-csv.js', 'shared/read-rows.js', 'source-mark.js', 'csvfolder/files.js'],
		`${FILES_OF_INPUT}
return [{ json: { marks: marksOf(files), problem } }];`,
	);
	const wait = waitSeconds(`Wait a moment (${what})`, `={{ ${setting('waitSeconds')} }}`);
	const read = readFiles(`Read the files of ${what}`, selector);
	const rows: Step = {
		...codeFrom(
			`Rows of ${what}`,
			['cut-csv.js', 'shared/read-rows.js', 'source-mark.js', 'csvfolder/files.js'],
			`${FILES_OF_INPUT}
const settings = $('Settings').first().json;
const before = $('${marks.name}').first().json.marks;
const found = { wanted: settings.${pattern}, files, problem, before, looks: $runIndex + 1 };
const layout = ${JSON.stringify({ needed: layout.needed, used: layout.used })};
return rowsOfFiles(layout, found, settings, $('${columns.name}').first().json).${asItems};`,
		),
		alwaysOutputData: true,
	};
	const growing = ifTrue(`Look at ${what} again?`, '={{ !!$json.growing }}');
	const items: Step = {
		...codeFrom(
			`${what.charAt(0).toUpperCase()}${what.slice(1)} of the files`,
			shape.files,
			`const rows = $input.all().map(({ json }) => json).filter(({ file }) => file !== undefined);
const settings = $('Settings').first().json;
return ${shape.code}.${asItems};`,
		),
		alwaysOutputData: true,
	};
	return {
		steps: [columns, look, marks, wait, read, rows, growing, items],
		links: [
			...line([columns, look, marks, wait, read, rows, growing].map(({ name }) => name)),
			{ from: growing.name, to: look.name },
			{ from: growing.name, output: 1, to: items.name },
		],
		entry: columns.name,
		exit: { step: items.name },
	};
}

/** The data table with what was written. Its name is part of no other table's name, because n8n looks for a part. */
export const FILES_TABLE = 'Extensiv CSV files';
const COLUMNS = {
	flow: 'string',
	file: 'string',
	state: 'string',
	lines: 'string',
	problem: 'string',
	at: 'date',
} as const;
/** So long the table keeps what was written: longer than any flow looks back. */
const KEEP_DAYS = 120;

const OUTBOX = ['csvfolder/outbox.js'];
const ROWS = (step: string): string => `$('${step}').all().map(({ json }) => json)`;

/**
 * Writes a file with what the ERP does not have yet, each line once over all runs, and gives every item back with what
 * became of it.
 * @param what `parcels`: name of the files, and of the flow in the data table
 * @param lines code that gives the lines of `items` (see `outbox.d.ts`)
 */
export function writtenOnce(what: string, lines: string): Chain {
	const names = {
		given: `All ${what}`,
		table: 'Table of files',
		old: 'Forget old files',
		rows: 'Files so far',
		unfinished: 'Unfinished files',
		any: 'Was a run interrupted?',
		found: 'Read the unfinished files',
		plan: 'Plan the files',
		nothing: 'Anything new?',
		loop: 'One file at a time',
		write: 'Write it?',
		note: 'Note the lines',
		content: 'Content of the file',
		file: 'Write the file',
		failed: 'Note that it failed',
		written: 'Note that it is written',
		announce: 'Announce it?',
		ready: 'Content of the ready file',
		readyFile: 'Write the ready file',
		done: 'Note that it is announced',
		now: 'Files at the end',
		outcomes: 'What became of them',
	} as const;
	const now = '={{ $now.toUTC().toISO() }}';
	const planned = `$('${names.loop}').first(1).json`;
	const flow = { name: 'flow', value: what };
	const file = { name: 'file', value: `={{ ${planned}.file }}` };
	/** Sets these columns in the row of the file. */
	const noted = (name: string, columns: ReadonlyArray<{ name: string; value: string }>): [Step, Step] => [
		setFields(`${name}: row`, [flow, file, ...columns, { name: 'at', value: now }]),
		upsertRow(name, FILES_TABLE, [{ column: 'file', is: '={{ $json.file }}' }]),
	];
	const [noteRow, note] = noted(names.note, [
		{ name: 'state', value: 'writing' },
		{ name: 'lines', value: `={{ ${planned}.lines }}` },
		{ name: 'problem', value: '' },
	]);
	const [failedRow, failed] = noted(names.failed, [
		{ name: 'state', value: 'again' },
		{ name: 'problem', value: '={{ $json.error }}' },
	]);
	const isReady = `String(${setting('readyFile')}).trim().toLowerCase() === 'true'`;
	const kept = codeFrom(
		'What the table keeps',
		OUTBOX,
		`const { file, lines } = ${planned};
const state = ${isReady} ? 'written' : 'done';
const at = $now.toUTC().toISO();
return [{ json: { flow: '${what}', file, lines: keptOf(lines), problem: '', at, state } }];`,
	);
	const written = upsertRow(names.written, FILES_TABLE, [{ column: 'file', is: '={{ $json.file }}' }]);
	const [doneRow, done] = noted(names.done, [{ name: 'state', value: 'done' }]);
	const folder = `={{ ${setting('outFolder')} }}/`;
	const steps: Step[] = [
		setFields(names.given, [], { keepOthers: true }),
		createTable(names.table, FILES_TABLE, COLUMNS),
		deleteRows(names.old, FILES_TABLE, [
			{ column: 'flow', is: what },
			{ column: 'state', is: 'done' },
			{ column: 'at', is: `={{ $now.minus({ days: ${KEEP_DAYS} }).toUTC().toISO() }}`, condition: 'lt' },
		]),
		getRows(names.rows, FILES_TABLE, [{ column: 'flow', is: what }]),
		codeFrom(
			names.unfinished,
			OUTBOX,
			`const names = unfinishedFiles($input.all().map(({ json }) => json)).map(({ file }) => file);
return [{ json: { selector: names.length > 1 ? \`{\${names.join(',')}}\` : (names[0] ?? '') } }];`,
		),
		ifTrue(names.any, '={{ !!$json.selector }}'),
		readFiles(names.found, `${folder}{{ $json.selector }}`),
		codeFrom(
			names.plan,
			OUTBOX,
			`${FILES_OF_INPUT}
const settings = $('Settings').first().json;
const items = ${ROWS(names.given)};
const found = new Map(files.map(({ name, bytes }) => [name, bytes]));
const name = \`${what}-\${$now.toFormat('yyyyMMdd-HHmmss')}-\${$execution.id}\`;
const planned = planFiles(${lines}, ${ROWS(names.rows)}, found, settings, name);
return planned.length > 0 ? planned.${asItems} : [{ json: {} }];`,
		),
		ifTrue(names.nothing, '={{ !!$json.file }}'),
		loopOneByOne(names.loop),
		ifTrue(names.write, "={{ $json.action === 'write' }}"),
		noteRow,
		note,
		codeFrom(
			names.content,
			OUTBOX,
			`const { file, lines } = ${planned};
const { bytes } = contentOf(JSON.parse(lines), $('Settings').first().json);
const data = { data: bytes.toString('base64'), mimeType: 'text/csv', fileName: file };
return [{ json: { file }, binary: { data } }];`,
		),
		{ ...writeFile(names.file, `${folder}{{ $json.file }}`), onError: 'continueErrorOutput' },
		kept,
		written,
		failedRow,
		failed,
		ifTrue(names.announce, "={{ $json.state === 'written' }}"),
		codeFrom(
			names.ready,
			[],
			`const file = ${planned}.file.replace(/csv$/, 'ready');
return [{ json: { file }, binary: { data: { data: 'b2s=', mimeType: 'text/plain', fileName: file } } }];`,
		),
		writeFile(names.readyFile, `${folder}{{ $json.file }}`),
		doneRow,
		done,
		getRows(names.now, FILES_TABLE, [{ column: 'flow', is: what }]),
		codeFrom(
			names.outcomes,
			OUTBOX,
			`const settings = $('Settings').first().json;
const items = ${ROWS(names.given)};
const outcomes = outcomesOf(${lines}, $input.all().map(({ json }) => json), ${ROWS(names.plan)});
return items.map((json, at) => ({ json: { ...json, ...outcomes[at] }, pairedItem: at }));`,
		),
	];
	return {
		steps,
		links: [
			...line([names.given, names.table, names.old, names.rows, names.unfinished, names.any, names.found, names.plan]),
			{ from: names.any, output: 1, to: names.plan },
			{ from: names.plan, to: names.nothing },
			{ from: names.nothing, to: names.loop },
			{ from: names.nothing, output: 1, to: names.now },
			{ from: names.loop, to: names.now },
			{ from: names.loop, output: 1, to: names.write },
			...line([
				names.write,
				noteRow.name,
				note.name,
				names.content,
				names.file,
				kept.name,
				written.name,
				names.announce,
			]),
			{ from: names.write, output: 1, to: kept.name },
			{ from: names.file, output: 1, to: failedRow.name },
			...line([failedRow.name, failed.name, names.loop]),
			...line([names.announce, names.ready, names.readyFile, doneRow.name, done.name, names.loop]),
			{ from: names.announce, output: 1, to: names.loop },
			...line([names.now, names.outcomes]),
		],
		lanes: { [failedRow.name]: 1, [failed.name]: 1, [names.now]: 2, [names.outcomes]: 2 },
		entry: names.given,
		exit: { step: names.outcomes },
	};
}
