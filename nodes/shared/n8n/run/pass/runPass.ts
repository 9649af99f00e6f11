import type { INodeExecutionData } from 'n8n-workflow';
import type { BatchItem } from '../../../batch/types';
import { Pauses } from '../../../http/pauses';
import { rest } from '../../connect/sleep';
import { describeError, failureJson } from '../../errors/errors';
import { parametersOf } from '../../read/params';
import type { Run } from '../context';
import type { PassedItem, PassOperation } from '../operation';
import { readItems } from '../readItems';
import { Outputs } from './outputs';
import { summary } from '../runSummary';

/** Passes every item on with what the operation adds to it, by the output that the operation chooses. */
export async function runPass(run: Run, operation: PassOperation<unknown>): Promise<INodeExecutionData[][]> {
	const { context, connected } = run;
	const pauses = new Pauses(rest);
	const { work, failures } = await readItems(run, operation, undefined, pauses);
	if (failures.length > 0 && !context.continueOnFail()) throw summary(run, failures, 'Nothing was sent.', false);
	const inputs = work.map(({ input, items }): BatchItem<unknown> => ({ index: items[0] ?? 0, value: input }));
	const passed: PassedItem[] = [];
	for await (const one of operation.run(connected.manager, inputs, parametersOf(context, 0))) {
		if (pauses.areDue) await pauses.take();
		passed.push(one);
	}
	const given = context.getInputData();
	const outputs = new Outputs(context);
	for (const { index, output, adds } of passed.sort((one, other) => one.index - other.index)) {
		const { json = {}, binary } = given[index] ?? {};
		const item = { json: { ...json, ...adds }, ...(binary ? { binary } : {}), pairedItem: { item: index } };
		outputs.put(output, [item]);
	}
	if (failures.length > 0) await connected.collectSecrets();
	for (const { items, subject, error } of failures) {
		if (pauses.areDue) await pauses.take();
		const json = failureJson(describeError(error, subject, connected.secrets));
		const failed = items.map((item) => ({ json, pairedItem: { item } }));
		outputs.put(operation.failedOutput, failed);
	}
	return outputs.all();
}
