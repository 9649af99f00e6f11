import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { failureJson, tell, toNodeError } from './errors';
import type { ListOperation } from './operation';
import { readOutput, toJson } from './output';
import { type Fields, parametersOf } from './params';
import type { Run } from './runner';

/** Reads a list for every item. What was read before trouble came is not lost: with *Continue On Fail* it comes out, followed by the trouble. */
export async function runList(run: Run, operation: ListOperation<unknown, unknown>): Promise<INodeExecutionData[]> {
	const { context, connected } = run;
	const out: INodeExecutionData[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		const before = out.length;
		const fields = parametersOf(context, item);
		try {
			for await (const row of rowsFor(run, operation, fields)) out.push({ json: row, pairedItem: { item } });
		} catch (error) {
			await connected.collectSecrets();
			const read = out.length - before;
			const told = tell(error, '', connected.secrets);
			const message = read > 0 ? `${told.message} ${read} rows were read before that.` : told.message;
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, { ...told, message }, item);
			out.push({ json: failureJson({ ...told, message }), pairedItem: { item } });
		}
	}
	return out;
}

async function* rowsFor({ connected, contract }: Run, operation: ListOperation<unknown, unknown>, fields: Fields): AsyncGenerator<IDataObject> {
	const output = readOutput(fields, operation.shape, contract);
	const limit = operation.whole || fields.flag('returnAll') ? Infinity : fields.quantity('limit', 'Limit');
	const asked = fields.inside('options').text('pageSize') === undefined ? undefined : fields.inside('options').quantity('pageSize', 'Page Size');
	const filter = operation.read(fields, connected.manager);
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
