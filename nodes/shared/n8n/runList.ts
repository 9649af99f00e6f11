import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rerunRefused, stopped } from '../http/failures';
import { Pauses } from '../http/pauses';
import { isAtMostOnce } from './atMostOnce';
import { failureJson, tell, toNodeError } from './errors';
import { noteFeedReader, sharedFeed } from './feedReaders';
import { accountFor, type Fate, fateOf } from './itemFates';
import type { ListOperation } from './operation';
import { readOutput, toJson } from './output';
import { type Fields, parametersOf } from './params';
import type { Run } from './runner';
import { rest } from './sleep';

type List = ListOperation<unknown, unknown>;

/** Reads a list for every item. What was read before trouble came is not lost: with *Continue On Fail* it comes out, followed by the trouble. */
export async function runList(run: Run, operation: List): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const out: INodeExecutionData[] = [];
	const places = new Set<string>();
	const pauses = new Pauses(rest);
	const signal = context.getExecutionCancelSignal?.();
	const count = context.getInputData().length;
	for (let item = 0; item < count; item++) {
		const before = out.length;
		const fields = parametersOf(context, item);
		try {
			if (pauses.areDue) await pauses.take();
			if (signal?.aborted) throw stopped();
			if (run.reruns && isAtMostOnce(operation.atMostOnce, fields)) throw rerunRefused();
			for await (const row of rowsFor(run, operation, fields, places)) out.push({ json: row, pairedItem: { item } });
		} catch (error) {
			await connected.collectSecrets();
			const read = out.length - before;
			const told = tell(error, '', connected.secrets);
			const message = read > 0 ? `${told.message} ${read} rows were read before that.` : told.message;
			if (!context.continueOnFail()) {
				const remedy = [told.remedy, ...accountOf(run, item, count, error)].filter(Boolean).join('\n');
				throw toNodeError(context.getNode(), error, { ...told, message: `${message}${takenBefore(operation, out.length)}`, remedy }, item);
			}
			out.push({ json: failureJson({ ...told, message }), pairedItem: { item } });
		}
	}
	return out;
}

/** Rows that were taken and cannot come out, because the node stops, are not passed over in silence. */
const takenBefore = ({ takesFrom }: ListOperation<unknown, unknown>, rows: number): string =>
	takesFrom && rows > 0 ? ` ${rows} changes were taken before that and do not come out, because the node stops. Set “On Error” to “Continue” to get them.` : '';

/** A hint where another node of this process takes from the same place. */
function hintAtOthers({ context, connected }: Run, place: string): void {
	const { id, name } = context.getWorkflow();
	const node = context.getNode();
	const reader = { key: `${id} ${node.id}`, name: `“${node.name}” (workflow “${name ?? id}”)` };
	const others = noteFeedReader(`${connected.baseUrl} ${place}`, reader, Date.now());
	if (others.length > 0) context.addExecutionHints({ message: sharedFeed(others), location: 'outputPane' });
}

/** Where calls of the run changed something: what became of every item. */
function accountOf({ connected }: Run, failed: number, count: number, error: unknown): string[] {
	if (count === 1 || !connected.hasWritten()) return [];
	const fates = Array.from({ length: count }, (_, item): Fate => (item < failed ? 'done' : 'notSent'));
	fates[failed] = fateOf(error, false);
	return accountFor(fates);
}

async function* rowsFor(run: Run, operation: List, fields: Fields, places: Set<string>): AsyncGenerator<IDataObject> {
	const { connected, contract } = run;
	const output = readOutput(fields, operation.shape, contract);
	const limit = operation.whole || fields.flag('returnAll') ? Infinity : fields.quantity('limit', 'Limit');
	const asked = fields.inside('options').text('pageSize') === undefined ? undefined : fields.inside('options').quantity('pageSize', 'Page Size');
	const filter = operation.read(fields, connected.manager);
	const place = operation.takesFrom?.(filter);
	if (place !== undefined && !places.has(place)) hintAtOthers(run, place);
	if (place !== undefined) places.add(place);
	let given = 0;
	for await (const page of operation.list(connected.manager, filter, { pageSize: asked ?? (limit === Infinity ? undefined : limit) })) {
		for (const row of page) {
			if (given >= limit) return;
			given += 1;
			yield* toJson(row, operation.shape, output);
		}
		if (given >= limit) return;
	}
}
