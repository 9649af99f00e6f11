import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { ListOptions } from '../../api/ports/types';
import type { UnreadableRecord } from '../../api/ports/unreadable';
import { aboutItems } from '../../domain/itemNumbers';
import { Preview } from '../../http/calls/preview';
import { abortsRun } from '../../http/errors/apiError';
import { rerunRefused, stopped } from '../../http/errors/failures';
import { Pauses } from '../../http/pauses';
import { isAtMostOnce } from './atMostOnce';
import { type ErrorReport, failureJson, describeError, toNodeError } from '../errors/errors';
import { showHint } from '../hints/hint';
import { noteFeedReader, sharedFeed } from '../connect/feedReaders';
import { accountFor, type Fate, fateOf } from './itemFates';
import { LostDigits } from '../hints/lostDigits';
import type { ListOperation } from './operation';
import { readOutput, toJson } from '../output/output';
import { Portion } from './portion';
import { previewJson } from '../output/preview';
import { type Fields, parametersOf } from '../read/params';
import type { Run } from './context';
import { hintAtLeftOut } from './leftOut';
import { rest } from '../connect/sleep';

type List = ListOperation<unknown, unknown>;

/**
 * Reads a list for every item. Rows that were read before a failure are not lost: with *Continue On Fail* they come
 * out, followed by the failure. A record that cannot be read does not hold back the others: it becomes a failed item,
 * or a hint names it.
 */
export async function runList(run: Run, operation: List): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const continueOnFail = context.continueOnFail();
	const out: INodeExecutionData[] = [];
	const left: UnreadableRecord[] = [];
	const digits = new LostDigits();
	const seenLocations = new Set<string>();
	const pauses = new Pauses(rest);
	const signal = context.getExecutionCancelSignal?.();
	const count = context.getInputData().length;
	const fail = (report: ErrorReport, item: number): void =>
		void out.push({ json: failureJson(report), pairedItem: { item } });
	// A failure that would hit every item is not reported as this item's.
	const named = (message: string, error: unknown, item: number): string =>
		abortsRun(error) ? message : aboutItems([item], message, count);
	const stop = (error: unknown, report: ErrorReport, item: number): Error => {
		const remedy = [report.remedy, ...accountOf(run, item, count, error)].filter(Boolean).join('\n');
		return toNodeError(
			context.getNode(),
			error,
			{ ...report, message: `${named(report.message, error, item)}${takenBefore(operation, out.length)}`, remedy },
			item,
		);
	};
	for (let item = 0; item < count; item++) {
		const fields = parametersOf(context, item);
		const unread: UnreadableRecord[] = [];
		let portion: Portion | undefined;
		let read = 0;
		try {
			if (pauses.areDue) await pauses.take();
			if (signal?.aborted) throw stopped();
			if (run.reruns && !run.previews && isAtMostOnce(operation.atMostOnce, fields)) throw rerunRefused();
			const filter = operation.read(fields, connected.manager);
			portion = operation.fixedBy && Portion.of(fields, accountIn(run, fields), operation.fixedBy(filter, fields));
			for await (const row of rowsFor(run, operation, fields, filter, {
				unreadable: (record) => unread.push(record),
				digits,
				seenLocations,
				portion,
			})) {
				out.push({ json: row, pairedItem: { item } });
				read += 1;
				if (pauses.areDue) await pauses.take();
			}
			// The last item of a list also stands for the unreadable records behind it.
			const last = out.at(-1);
			if (portion && read > 0 && last) last.json.position = portion.position;
		} catch (error) {
			if (error instanceof Preview) {
				const { method, path } = error.request;
				out.push({ json: previewJson(error, `${method} ${path}`), pairedItem: { item } });
				continue;
			}
			await connected.collectSecrets();
			const report = describeError(error, '', connected.secrets);
			const message = read > 0 ? `${report.message} ${read} rows were read before that.` : report.message;
			if (!continueOnFail) throw stop(error, { ...report, message }, item);
			fail({ ...report, message }, item);
		}
		const unreadable = unread.filter((record) => !portion?.isLater(record));
		const [first] = unreadable;
		if (!first) continue;
		await connected.collectSecrets();
		// If nothing could be read, an empty list would be misleading.
		if (!continueOnFail && read === 0 && !portion?.isContinued)
			throw stop(first, allOf(unreadable.length, describeError(first, '', connected.secrets)), item);
		if (continueOnFail) for (const record of unreadable) fail(describeError(record, '', connected.secrets), item);
		else for (const record of unreadable) left.push(record);
	}
	hintAtLeftOut(run, left);
	digits.hint(context);
	return out;
}

/** Reports rows that were consumed but do not come out because the node stops. */
const takenBefore = ({ takesFrom }: ListOperation<unknown, unknown>, rows: number): string =>
	takesFrom && rows > 0
		? ` ${rows} changes were already taken from the feed and do not come out, because the node stops. Set “On ` +
			'Error” to “Continue” to get them.'
		: '';

/** A hint if another node of this process consumes the same feed. */
function hintAtOthers({ context, connected }: Run, place: string): void {
	const { id, name } = context.getWorkflow();
	const node = context.getNode();
	const reader = { key: `${id} ${node.id}`, name: `“${node.name}” (workflow “${name ?? id}”)` };
	const others = noteFeedReader(`${connected.baseUrl} ${place}`, reader, Date.now());
	if (others.length > 0) showHint(context, sharedFeed(others));
}

/** The fate of every item, if calls of the run changed something. */
function accountOf({ connected }: Run, failed: number, count: number, error: unknown): string[] {
	if (count === 1 || !connected.hasWritten()) return [];
	const fates = Array.from({ length: count }, (_, item): Fate => (item < failed ? 'done' : 'notSent'));
	fates[failed] = fateOf(error, false);
	return accountFor(fates);
}

const allOf = (count: number, report: ErrorReport): ErrorReport =>
	count === 1
		? report
		: { ...report, message: `${report.message} The other ${count - 1} records of the list cannot be read either.` };

/** Positions of another account say nothing. */
const accountIn = ({ context, connected }: Run, fields: Fields): unknown => [
	connected.baseUrl,
	context.getNode().credentials?.[String(fields.raw('authentication'))]?.id,
];

/** What a run collects across its items, and the portion that one of them reads. */
interface Collected extends Pick<ListOptions, 'unreadable'> {
	digits: LostDigits;
	/** Feeds that the run consumed. */
	seenLocations: Set<string>;
	portion?: Portion;
}

async function* rowsFor(
	run: Run,
	operation: List,
	fields: Fields,
	filter: unknown,
	{ unreadable, digits, seenLocations, portion }: Collected,
): AsyncGenerator<IDataObject> {
	const { connected, contract } = run;
	const output = readOutput(fields, operation.shape, contract);
	const limit = operation.whole || fields.flag('returnAll') ? Infinity : fields.quantity('limit', 'Limit');
	const asked =
		fields.inside('options').text('pageSize') === undefined
			? undefined
			: fields.inside('options').quantity('pageSize', 'Page Size');
	const place = operation.takesFrom?.(filter);
	if (place !== undefined && !seenLocations.has(place)) hintAtOthers(run, place);
	if (place !== undefined) seenLocations.add(place);
	let given = 0;
	const options = {
		pageSize: asked ?? portion?.pageSize ?? (limit === Infinity ? undefined : limit),
		unreadable,
		ahead: () => limit - given,
		places: portion,
	};
	for await (const page of operation.list(connected.manager, filter, options)) {
		for (const row of page) {
			if (given >= limit) return;
			given += 1;
			if (output.raw || row.value === row.raw) digits.look(row.raw);
			const position = portion && { position: portion.pass(row) };
			for (const json of toJson(row, operation.shape, output)) yield position ? { ...json, ...position } : json;
		}
		if (given >= limit) return;
	}
	portion?.end();
}
