import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rerunRefused, stopped } from '../http/failures';
import { Pauses } from '../http/pauses';
import { isAtMostOnce } from './atMostOnce';
import { failureJson, tell, toNodeError } from './errors';
import { accountFor, type Fate, fateOf } from './itemFates';
import type { ListOperation } from './operation';
import { type Fields, parametersOf } from './params';
import type { Run } from './runner';
import { rest } from './sleep';

type List = ListOperation<unknown, unknown>;

/** Reads a list for every item. What was read before trouble came is not lost: with *Continue On Fail* it comes out, followed by the trouble. */
export async function runList(run: Run, operation: List): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const out: INodeExecutionData[] = [];
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
			for await (const row of rowsFor(run, operation, fields)) out.push({ json: row, pairedItem: { item } });
		} catch (error) {
			await connected.collectSecrets();
			const read = out.length - before;
			const told = tell(error, '', connected.secrets);
			const message = read > 0 ? `${told.message} ${read} rows were read before that.` : told.message;
			if (!context.continueOnFail()) {
				const remedy = [told.remedy, ...accountOf(run, item, count, error)].filter(Boolean).join('\n');
				throw toNodeError(context.getNode(), error, { ...told, message, remedy }, item);
			}
			out.push({ json: failureJson({ ...told, message }), pairedItem: { item } });
		}
	}
	return out;
}

/** Where calls of the run changed something: what became of every item. */
function accountOf({ connected }: Run, failed: number, count: number, error: unknown): string[] {
	if (count === 1 || !connected.hasWritten()) return [];
	const fates = Array.from({ length: count }, (_, item): Fate => (item < failed ? 'done' : 'notSent'));
	fates[failed] = fateOf(error, false);
	return accountFor(fates);
}

async function* rowsFor({ connected }: Run, operation: List, fields: Fields): AsyncGenerator<IDataObject> {
	const simplify = fields.raw('simplify') !== false;
	const limit = operation.whole || fields.flag('returnAll') ? Infinity : fields.quantity('limit', 'Limit');
	const asked = fields.inside('options').text('pageSize') === undefined ? undefined : fields.inside('options').quantity('pageSize', 'Page Size');
	const filter = operation.read(fields, connected.manager);
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
