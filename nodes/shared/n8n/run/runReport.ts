import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import type { UnreadableRecord } from '../../api/ports/unreadable';
import { stopped } from '../../http/errors/failures';
import { Pauses } from '../../http/pauses';
import { rest } from '../connect/sleep';
import { describeError, failureJson } from '../errors/errors';
import { type Fields, parametersOf } from '../read/params';
import type { Failure, Run } from './context';
import { hintAtLeftOut } from './leftOut';
import type { Report, ReportInput, ReportOperation, ReportRow } from './operation';
import { summary } from './runSummary';

type Operation = ReportOperation<unknown>;

/** What the items of a run say. */
interface Read {
	rows: Array<ReportInput<unknown>>;
	failures: Failure[];
	/** Keys of the items that failed. */
	unread: Set<string>;
}

/**
 * Reads all items, makes one report about them, and returns its items and its summary as two outputs. An item that
 * cannot be read fails by itself: with *Continue On Fail* the report is about the others.
 */
export async function runReport(run: Run, operation: Operation): Promise<INodeExecutionData[][]> {
	const { context, connected } = run;
	const continueOnFail = context.continueOnFail();
	const { rows, failures, unread } = await readRows(run, operation);
	const { inputs, refused } = operation.arrange?.(rows) ?? { inputs: rows, refused: [] };
	failures.push(...refused);
	for (const { key } of refused) if (key !== undefined) unread.add(key);
	if (failures.length > 0 && !continueOnFail) throw summary(run, inOrder(failures), 'Nothing was sent.', false);
	const failed = new Set(failures.flatMap(({ items }) => items));
	const all = [...context.getInputData().keys()].filter((item) => !failed.has(item));
	// A report without any of its items would say that everything is missing.
	const report = all.length > 0 ? await reportOn(run, operation, { inputs, unread }) : undefined;
	failures.push(...(report?.refused ?? []));
	if (failures.length > 0) await connected.collectSecrets();
	if (failures.length > 0 && !continueOnFail) throw summary(run, inOrder(failures), '', false);
	const shown: INodeExecutionData[] = [];
	const pauses = new Pauses(rest);
	for (const row of report?.rows ?? []) {
		if (pauses.areDue) await pauses.take();
		shown.push(await itemOf(run, row, all));
	}
	for (const { items, subject, error } of inOrder(failures)) {
		const json = failureJson(describeError(error, subject, connected.secrets));
		for (const item of items) shown.push({ json: { ...json }, pairedItem: { item } });
	}
	const summed = report?.summary ? [await itemOf(run, { json: report.summary }, all)] : [];
	// An AI agent only sees the first output of its tools.
	return context.getNode().type.endsWith('Tool') ? [[...shown, ...summed]] : [shown, summed];
}

async function readRows({ context, contract }: Run, { read, keyOf }: Operation): Promise<Read> {
	const [rows, failures, unread]: [Read['rows'], Failure[], Set<string>] = [[], [], new Set()];
	const pauses = new Pauses(rest);
	const signal = context.getExecutionCancelSignal?.();
	for (const item of read ? context.getInputData().keys() : []) {
		if (pauses.areDue) await pauses.take();
		if (signal?.aborted) throw stopped();
		const fields = parametersOf(context, item);
		try {
			const value = read?.(fields, contract);
			if (value !== undefined) rows.push({ items: [item], value });
		} catch (error) {
			failures.push({ items: [item], subject: '', error });
			const key = keyOf && keyIfReadable(fields, keyOf);
			if (key !== undefined) unread.add(key);
		}
	}
	return { rows, failures, unread };
}

function keyIfReadable(fields: Fields, keyOf: (fields: Fields) => string): string | undefined {
	try {
		return keyOf(fields);
	} catch {
		// The item has failed already.
		return undefined;
	}
}

async function reportOn(
	run: Run,
	operation: Operation,
	given: { inputs: Array<ReportInput<unknown>>; unread: Set<string> },
): Promise<Report> {
	const { context, connected } = run;
	const left: UnreadableRecord[] = [];
	const report = await operation.run(
		connected.manager,
		{ ...given, parameters: parametersOf(context, 0) },
		{
			describe: (error) => describeError(error, '', connected.secrets),
			zone: context.getTimezone(),
			unreadable: (record) => left.push(record),
		},
	);
	if (left.length > 0) await connected.collectSecrets();
	hintAtLeftOut(run, left, 'The report does not include them.');
	return report;
}

async function itemOf(run: Run, { json, items, file }: ReportRow, all: readonly number[]): Promise<INodeExecutionData> {
	const from = items ?? all;
	const [first = 0] = from;
	return {
		json: json as INodeExecutionData['json'],
		pairedItem: from.length === 1 ? { item: first } : from.map((item) => ({ item })),
		...(file ? { binary: { data: await binaryOf(run, file) } } : {}),
	};
}

/** A file without secrets, which the service or an item may have brought into it. */
const binaryOf = async (
	{ context, connected }: Run,
	{ name, type, text }: NonNullable<ReportRow['file']>,
): Promise<IBinaryData> =>
	await context.helpers.prepareBinaryData(Buffer.from(connected.secrets.scrub(text)), name, type);

const inOrder = (failures: readonly Failure[]): Failure[] =>
	[...failures].sort((one, other) => (one.items[0] ?? 0) - (other.items[0] ?? 0));
