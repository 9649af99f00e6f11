import type { INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Sourced } from '../api/port';
import { ApiError } from '../http/apiError';
import { type Outcome, type Placed, stops } from '../http/batches';
import { asIs } from '../http/rethrow';
import { failureJson, tell, toNodeError } from './errors';
import type { BatchOperation } from './operation';
import { readOutput, toJson } from './output';
import { parametersOf } from './params';
import type { Run } from './runner';

type Batch = BatchOperation<unknown, unknown, unknown, unknown>;

/** An input with the items that it was made of. */
interface Work<Input> {
	input: Input;
	items: number[];
}

interface Failure {
	items: number[];
	subject: string;
	error: unknown;
}

/** How many failures a message lists; the rest is a number. */
const LISTED = 10;

/** Reads every item, does all of the work in one go, and gives every item its own answer. */
export async function runBatch(run: Run, operation: Batch): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const output = readOutput(parametersOf(context, 0), operation.shape, run.contract);
	const proceeds = context.continueOnFail();
	const account = await operation.load?.(connected.manager, parametersOf(context, 0));
	const { work, failures } = readItems(run, operation, account);
	// Better nothing than half: what can be seen to be wrong is shown before anything is sent.
	if (failures.length > 0 && !proceeds) throw summary(run, failures, 'Nothing was sent.');
	// An input goes by the number of its first item: that is what messages call it.
	const byItem = new Map(work.map((one) => [one.items[0] ?? 0, one]));
	const inputs: Array<Placed<unknown>> = [...byItem].map(([index, { input }]) => ({ index, value: input }));
	let outcomes: Array<Outcome<Sourced<unknown>>> = [];
	try {
		if (inputs.length > 0) outcomes = await operation.run(connected.manager, inputs, parametersOf(context, 0));
	} catch (error) {
		if (!proceeds) throw asIs(error);
		outcomes = inputs.map(({ index }) => ({ index, ok: false, error: error as Error }));
	}
	for (const outcome of outcomes) {
		const done = byItem.get(outcome.index);
		if (!outcome.ok && done) failures.push({ items: done.items, subject: operation.nameOf(done.input), error: outcome.error });
	}
	const succeeded = outcomes.filter((outcome) => outcome.ok);
	if (failures.length > 0) await connected.collectSecrets();
	if (failures.length > 0 && !proceeds) {
		throw summary(run, failures, succeeded.length === 0 ? '' : `${succeeded.length} went through.`);
	}
	hintAtUnsent(run, operation, succeeded.map(({ value }) => value.value));
	hintAtUnused(run, operation, work.map(({ input }) => input));
	for (const message of operation.hints?.(succeeded.map(({ value }) => value.value), work.map(({ input }) => input)) ?? []) {
		context.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
	}
	const shown = succeeded.flatMap(({ index, value }): Array<[number, INodeExecutionData]> => {
		const items = byItem.get(index)?.items ?? [];
		return toJson(value, operation.shape, output).map((json) => [items[0] ?? 0, { json, pairedItem: pairs(items) }]);
	});
	const failed = failures.flatMap((failure) => failedItems(run, failure));
	return [...shown, ...failed].sort(([a], [b]) => a - b).map(([, item]) => item);
}

function readItems(run: Run, operation: Batch, account: unknown): { work: Array<Work<unknown>>; failures: Failure[] } {
	const work: Array<Work<unknown>> = [];
	const failures: Failure[] = [];
	const byKey = new Map<string, Work<unknown>>();
	const spoilt = new Map<string, Failure>();
	const { merge } = operation;
	run.context.getInputData().forEach((_, item) => {
		const fields = parametersOf(run.context, item);
		try {
			const key = merge?.applies(fields) ? merge.keyOf(fields, account) : undefined;
			const known = key === undefined ? undefined : byKey.get(key);
			if (known && merge) {
				known.input = merge.into(known.input, merge.read(fields, account));
				known.items.push(item);
				return;
			}
			const fresh = { input: operation.read(fields, account), items: [item] };
			work.push(fresh);
			if (key !== undefined) byKey.set(key, fresh);
		} catch (error) {
			const failure = { items: [item], subject: merge?.applies(fields) ? merge.nameOf(fields) : '', error };
			failures.push(failure);
			if (failure.subject) spoilt.set(failure.subject, failure);
		}
	});
	// An order with one unreadable line must not go out without that line.
	const whole = work.filter(({ input, items }) => {
		const failure = spoilt.get(operation.nameOf(input));
		failure?.items.push(...items);
		return !failure;
	});
	return { work: whole, failures };
}

const pairs = (items: number[]): INodeExecutionData['pairedItem'] => (items.length === 1 ? { item: items[0] ?? 0 } : items.map((item) => ({ item })));

/** One item for each input item that the failure concerns, so that none is missing on the error output. */
function failedItems(run: Run, { items, subject, error }: Failure): Array<[number, INodeExecutionData]> {
	const told = tell(error, subject, run.connected.secrets);
	return items.map((item) => [item, { json: failureJson(told), pairedItem: { item } }]);
}

/** One error for a run that stops: the first failure in full, the others listed. */
function summary(run: Run, failures: Failure[], rest: string): Error {
	const inDoubt = failures.filter(({ error }) => error instanceof ApiError && error.kind === 'effectUnknown');
	const [first] = [...inDoubt, ...failures];
	if (!first) return new NodeOperationError(run.context.getNode(), 'The run stopped.');
	const total = run.context.getInputData().length;
	if (stops(first.error)) {
		// The trouble is the run's, not this item's: it would be misleading to name the item.
		const whole = tell(first.error, '', run.connected.secrets);
		const [doubtful, all] = [inDoubt, failures].map((some) => some.flatMap(({ items }) => items).length) as [number, number];
		const undone = all > doubtful ? `${all - doubtful} of ${total} items were not done.` : '';
		const unknown = doubtful > 0 ? `${doubtful} of ${total} items may or may not be done.` : '';
		const message = [whole.message, ...(total > 1 ? [unknown, undone] : []), rest].filter(Boolean).join(' ');
		return toNodeError(run.context.getNode(), first.error, { ...whole, message });
	}
	const told = tell(first.error, first.subject, run.connected.secrets);
	if (failures.length === 1) {
		const single = { ...told, message: [told.message, rest].filter(Boolean).join(' ') };
		return toNodeError(run.context.getNode(), first.error, single, first.items[0]);
	}
	const lines = failures.slice(0, LISTED).map(({ error, subject, items }) => {
		const { message } = tell(error, subject, run.connected.secrets);
		return `Item ${items[0] ?? 0}: ${message}`;
	});
	const more = failures.length > LISTED ? [`… and ${failures.length - LISTED} more.`] : [];
	return toNodeError(
		run.context.getNode(),
		first.error,
		{
			...told,
			message: `${failures.length} of ${total} items were refused. ${rest} The first: ${told.message}`.replace(/ +/g, ' '),
			remedy: [told.remedy, ...lines, ...more, 'To let the others go on, set “On Error” in the settings of the node to “Continue (using error output)”.']
				.filter(Boolean)
				.join('\n'),
		},
		first.items[0],
	);
}

/** Tells once per run which fields the contract has no place for. */
function hintAtUnsent(run: Run, operation: Batch, results: unknown[]): void {
	const fields = new Set(results.flatMap((result) => operation.notSent?.(result) ?? []));
	if (fields.size === 0) return;
	run.context.addExecutionHints({
		message: `Not sent, because the contract of this credential has no place for it: ${[...fields].join(', ')}.`,
		location: 'outputPane',
	});
}

/** Tells once per run which columns of the items went nowhere: a misspelt name would otherwise lose its values silently. */
function hintAtUnused(run: Run, operation: Batch, inputs: unknown[]): void {
	const columns = new Set(inputs.flatMap((input) => operation.unused?.(input) ?? []));
	if (columns.size === 0) return;
	const named = [...columns].map((name) => {
		const near = operation.near?.(name);
		return near === undefined ? name : `${name} (${near}?)`;
	});
	run.context.addExecutionHints({
		message: `Not used, because no column has such a name: ${named.join(', ')}. Rename them in the incoming items, or choose “Map Each Column Manually”.`,
		location: 'outputPane',
	});
}
