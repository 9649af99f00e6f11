import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { failureJson, tell, toNodeError } from './errors';
import { noteFeedReader, sharedFeed } from './feedReaders';
import type { ListOperation } from './operation';
import { type Fields, parametersOf } from './params';
import type { Run } from './runner';

/** Reads a list for every item. What was read before trouble came is not lost: with *Continue On Fail* it comes out, followed by the trouble. */
export async function runList(run: Run, operation: ListOperation<unknown, unknown>): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const out: INodeExecutionData[] = [];
	const places = new Set<string>();
	for (let item = 0; item < context.getInputData().length; item++) {
		const before = out.length;
		const fields = parametersOf(context, item);
		try {
			for await (const row of rowsFor(run, operation, fields, places)) out.push({ json: row, pairedItem: { item } });
		} catch (error) {
			await connected.collectSecrets();
			const read = out.length - before;
			const told = tell(error, '', connected.secrets);
			const message = read > 0 ? `${told.message} ${read} rows were read before that.` : told.message;
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, { ...told, message: `${message}${takenBefore(operation, out.length)}` }, item);
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

async function* rowsFor(run: Run, operation: ListOperation<unknown, unknown>, fields: Fields, places: Set<string>): AsyncGenerator<IDataObject> {
	const { connected } = run;
	const simplify = fields.raw('simplify') !== false;
	const limit = operation.whole || fields.flag('returnAll') ? Infinity : fields.quantity('limit', 'Limit');
	const asked = fields.inside('options').text('pageSize') === undefined ? undefined : fields.inside('options').quantity('pageSize', 'Page Size');
	const filter = operation.read(fields, connected.manager);
	const place = operation.takesFrom?.(filter);
	if (place !== undefined && !places.has(place)) hintAtOthers(run, place);
	if (place !== undefined) places.add(place);
	let given = 0;
	for await (const page of operation.list(connected.manager, filter, { pageSize: asked ?? (limit === Infinity ? undefined : limit) })) {
		for (const { value, source } of page) {
			if (given >= limit) return;
			given += 1;
			yield (simplify ? value : source) as IDataObject;
		}
		if (given >= limit) return;
	}
}
