import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { BatchItem } from '../../batch/types';
import { Pauses } from '../../http/pauses';
import { rest } from '../connect/sleep';
import { describeError, failureJson } from '../errors/errors';
import { parametersOf } from '../read/params';
import type { Run } from './context';
import type { PassOperation } from './operation';
import { readItems } from './readItems';
import { summary } from './runSummary';

/** Passes every item on with what the operation adds to it, by the output that the operation chooses. */
export async function runPass(run: Run, operation: PassOperation<unknown>): Promise<INodeExecutionData[][]> {
	const { context, connected } = run;
	const pauses = new Pauses(rest);
	const { work, failures } = await readItems(run, operation, undefined, pauses);
	if (failures.length > 0 && !context.continueOnFail()) throw summary(run, failures, 'Nothing was sent.', false);
	const inputs = work.map(({ input, items }): BatchItem<unknown> => ({ index: items[0] ?? 0, value: input }));
	const passed = inputs.length > 0 ? await operation.run(connected.manager, inputs, parametersOf(context, 0)) : [];
	const given = context.getInputData();
	const outputs = new Outputs(context);
	for (const { index, output, adds } of passed) {
		if (pauses.areDue) await pauses.take();
		const { json = {}, binary } = given[index] ?? {};
		const item = { json: { ...json, ...adds }, ...(binary ? { binary } : {}), pairedItem: { item: index } };
		outputs.put(output, item);
	}
	for (const { items, subject, error } of failures) {
		const json = failureJson(describeError(error, subject, connected.secrets));
		for (const item of items) outputs.put(operation.failedOutput, { json, pairedItem: { item } });
	}
	return outputs.all();
}

/** The items of a run, by output. */
export class Outputs {
	private readonly byOutput: INodeExecutionData[][] = [[]];
	/** An AI agent only sees the first output of its tools. */
	private readonly isTool: boolean;

	constructor(context: IExecuteFunctions) {
		this.isTool = context.getNode().type.endsWith('Tool');
	}

	put(output: number, ...items: INodeExecutionData[]): this {
		const at = this.isTool ? 0 : output;
		while (this.byOutput.length <= at) this.byOutput.push([]);
		for (const item of items) this.byOutput[at]?.push(item);
		return this;
	}

	all(): INodeExecutionData[][] {
		return this.byOutput;
	}
}
