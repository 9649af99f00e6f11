import type { INodeExecutionData } from 'n8n-workflow';
import type { WithRaw } from '../../api/ports/types';
import { shorten } from '../../domain/values/shorten';
import { Preview } from '../../http/calls/preview';
import { ApiError } from '../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../batch/types';
import { Pauses } from '../../http/pauses';
import { rethrow } from '../../http/errors/rethrow';
import { failureJson, describeError } from '../errors/errors';
import { showHint } from '../hints/hint';
import { RunTally } from './executionData';
import type { BatchOperation } from './operation';
import { readOutput, toJson } from '../output/output';
import { parametersOf } from '../read/params';
import { previewJson } from '../output/preview';
import { readItems } from './readItems';
import { type Work } from './context';
import type { Run } from './context';
import { summary } from './runSummary';
import { type Failure } from './context';
import { rest } from '../connect/sleep';

type Batch = BatchOperation<unknown, unknown, unknown, unknown>;
type Result = ItemResult<WithRaw<unknown>>;

/** Reads every item, does all the work at once, and returns a result for each item. */
export async function runBatch(run: Run, operation: Batch): Promise<INodeExecutionData[]> {
	const tally = new RunTally();
	try {
		return await runItems(run, operation, tally);
	} finally {
		if (!operation.reads && !run.previews) tally.save(run);
	}
}

async function runItems(run: Run, operation: Batch, tally: RunTally): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const output = readOutput(parametersOf(context, 0), operation.shape, run.contract);
	const continueOnFail = context.continueOnFail();
	const pauses = new Pauses(rest);
	const account = await operation.load?.(connected.manager, parametersOf(context, 0));
	const { work, failures } = await readItems(run, operation, account, pauses);
	// Visible errors are reported before anything is sent, so that a run does not stop halfway because of them.
	if (failures.length > 0 && !continueOnFail) throw summary(run, failures, 'Nothing was sent.', false);
	// Messages name an input by the number of its first item.
	const byItem = new Map(work.map((one) => [one.items[0] ?? 0, one]));
	const inputs: Array<BatchItem<unknown>> = [...byItem].map(([index, { input }]) => ({ index, value: input }));
	const outcomes = await workOff(run, operation, inputs, continueOnFail);
	const withoutResponse = new Map(byItem);
	const notSentFields = new Set<string>();
	const said: string[] = [];
	const shown: Array<[number, INodeExecutionData]> = [];
	const results: unknown[] = [];
	for (const outcome of outcomes) {
		if (pauses.areDue) await pauses.take();
		const known = byItem.get(outcome.index);
		tally.note(outcome.ok ? outcome.value.value : known?.input);
		withoutResponse.delete(outcome.index);
		if (outcome.ok) {
			const { value } = outcome.value;
			const notice = operation.noticeOf?.(value);
			if (notice) said.push(notice);
			results.push(value);
			tally.done += known?.items.length ?? 0;
			operation.notSent?.(value).forEach((field) => notSentFields.add(field));
			for (const json of toJson(outcome.value, operation.shape, output)) {
				if (run.previews) json.preview = null;
				shown.push([outcome.index, { json, pairedItem: pairs(known?.items ?? []) }]);
			}
		} else if (known && outcome.error instanceof Preview) {
			const json = previewJson(outcome.error, operation.nameOf(known.input));
			shown.push([outcome.index, { json, pairedItem: pairs(known.items) }]);
		} else if (known)
			failures.push({ items: known.items, subject: operation.nameOf(known.input), error: outcome.error });
	}
	for (const { input, items } of withoutResponse.values())
		failures.push({ items, subject: operation.nameOf(input), error: noResult() });
	const notices = listed(said);
	if (failures.length > 0) await connected.collectSecrets();
	if (failures.length > 0 && !continueOnFail) {
		throw summary(
			run,
			failures,
			[tally.done === 0 ? '' : `${tally.done} succeeded.`, ...notices].filter(Boolean).join(' '),
			!operation.reads,
		);
	}
	for (const message of notices) showHint(context, connected.secrets.scrub(message));
	for (const message of operation.hints?.(
		results,
		work.map(({ input }) => input),
	) ?? []) {
		showHint(context, connected.secrets.scrub(message), 'warning');
	}
	hint(
		run,
		notSentFields,
		(fields) => `These fields were not sent, because the contract of this credential does not have them: ${fields}.`,
	);
	hint(run, unusedColumns(operation, work), unusedText);
	for (const failure of failures) {
		if (pauses.areDue) await pauses.take();
		for (const failed of failedItems(run, failure, failures.length === 1 && tally.done > 0 && !operation.reads))
			shown.push(failed);
	}
	return shown.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** Does the work. A failure without any results becomes the result of every input. */
async function workOff(
	{ context, connected }: Run,
	operation: Batch,
	inputs: Array<BatchItem<unknown>>,
	continueOnFail: boolean,
): Promise<Result[]> {
	if (inputs.length === 0) return [];
	try {
		return await operation.run(connected.manager, inputs, parametersOf(context, 0));
	} catch (error) {
		// If something was already changed, an account of all items matters more than a plain message.
		if (!continueOnFail && (operation.reads || !connected.hasWritten())) rethrow(error);
		return inputs.map(({ index }) => ({ index, ok: false, error: error as Error }));
	}
}

/** For an input that the work left without a result: it must not vanish. */
const noResult = (): ApiError =>
	new ApiError({ kind: 'unreadable', message: "The service's responses contain nothing about this item." });

/** How many notices are shown; the rest is a number. */
const LISTED = 10;

/** The first texts of many, and the number of the others. */
const listed = (texts: readonly string[]): string[] =>
	texts.length > LISTED
		? [...texts.slice(0, LISTED), `… and ${texts.length - LISTED} more, in the field “notice” of the items.`]
		: [...texts];

const pairs = (items: number[]): INodeExecutionData['pairedItem'] =>
	items.length === 1 ? { item: items[0] ?? 0 } : items.map((item) => ({ item }));

/** One failed item per input item, so that none is missing from the error output. */
function failedItems(
	run: Run,
	{ items, subject, error }: Failure,
	othersDone: boolean,
): Array<[number, INodeExecutionData]> {
	const said = describeError(error, subject, run.connected.secrets);
	const report = othersDone ? { ...said, remedy: `${said.remedy} The other items succeeded.`.trim() } : said;
	return items.map((item) => [item, { json: failureJson(report), pairedItem: { item } }]);
}

/** Columns of the items that matched no field: otherwise the values under a misspelled name would vanish silently. */
function unusedColumns(operation: Batch, work: Work[]): Set<string> {
	const columns = new Set<string>();
	for (const { input } of operation.unused ? work : [])
		operation.unused?.(input).forEach((column) => columns.add(column));
	return new Set([...columns].map((name) => withNear(name, operation.near?.(name))));
}

const withNear = (name: string, near: string | undefined): string => (near === undefined ? name : `${name} (${near}?)`);

const unusedText = (columns: string): string =>
	`These fields were not used, because no column has their name: ${columns}. Rename them in the incoming items, ` +
	'or choose “Map Each Column Manually”.';

/** Characters of the names in a hint. */
const NAMES = 600;

/** Reports once per run what concerns many items. */
function hint(run: Run, names: ReadonlySet<string>, text: (names: string) => string): void {
	if (names.size > 0) showHint(run.context, text(shorten(run.connected.secrets.hide([...names].join(', ')), NAMES)));
}
