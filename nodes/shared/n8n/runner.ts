import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Contract } from '../api/port';
import { ApiError } from '../http/apiError';
import { type Connected, CREDENTIALS, connect } from './connection';
import { customCallOperations } from './customCall';
import { durationHint } from './durationHint';
import { failureJson, tell, toNodeError } from './errors';
import type { AnyOperation, BatchOperation, ListOperation } from './operation';
import { parametersOf } from './params';
import { runBatch } from './runBatch';
import { runList } from './runList';
import { clientOptions } from './runOptions';

/** The operations of a node: by resource, then by operation. */
export type Operations = Record<string, Record<string, AnyOperation>>;

/** What every run has at hand. */
export interface Run {
	context: IExecuteFunctions;
	connected: Connected;
	contract: Contract;
}

/**
 * Runs a node: finds the operation, connects, and hands over. All nodes of the pack run through here.
 * @throws NodeOperationError or NodeApiError with what happened and what to do, unless the node continues on failures
 */
export async function runNode(context: IExecuteFunctions, operations: Operations): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const resource = String(context.getNodeParameter('resource', 0));
	const name = String(context.getNodeParameter('operation', 0));
	const operation = operations[resource]?.[name] ?? customCallOperations[resource]?.[name];
	if (!operation) {
		throw new NodeOperationError(context.getNode(), `There is no operation “${name}” for “${resource}”.`, {
			description: 'Open the node and choose the resource and the operation again.',
		});
	}
	const authentication = String(context.getNodeParameter('authentication', 0));
	let connected: Connected | undefined;
	try {
		connected = await connect(context, authentication, clientOptions(parametersOf(context, 0), context.getExecutionCancelSignal?.()));
		if (connected.readOnly && operation.kind === 'batch' && !operation.reads) throw refused();
		const run: Run = { context, connected, contract: CREDENTIALS[authentication] ?? 'live' };
		const begun = Date.now();
		const out =
			operation.kind === 'batch'
				? await runBatch(run, operation as unknown as BatchOperation<unknown, unknown>)
				: await runList(run, operation as unknown as ListOperation<unknown, unknown>);
		const message = durationHint(out.length, Date.now() - begun);
		if (message) context.addExecutionHints({ message, location: 'outputPane' });
		return [out];
	} catch (error) {
		await connected?.collectSecrets();
		const told = tell(error, '', connected?.secrets ?? []);
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, told);
		return [items.map((_, item) => ({ json: failureJson(told), pairedItem: { item } }))];
	}
}

/** Refused here already, so that not even a look-up goes out; the client refuses writes a second time. */
const refused = (): ApiError => new ApiError({ kind: 'readOnly', message: 'The credential is read only: nothing was sent.' });
