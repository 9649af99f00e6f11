import { Run } from './context';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { ownValue } from '../../domain/ownValue';
import { excerpt } from '../../domain/values/text';
import { ApiError } from '../../http/errors/apiError';
import { rerunRefused } from '../../http/errors/failures';
import { Pauses } from '../../http/pauses';
import { isAtMostOnce } from './atMostOnce';
import { type Connected, connect } from '../connect/connection';
import { contractFor } from '../../contracts';
import { customCallOperations } from './customCall';
import { durationHint } from '../hints/durationHint';
import { failureJson, describeError, toNodeError } from '../errors/errors';
import type { AnyOperation, BatchOperation, ListOperation } from './operation';
import { showHint } from '../hints/hint';
import { parametersOf } from '../read/params';
import { RunReading } from '../read/reading';
import { runBatch } from './runBatch';
import { runList } from './runList';
import { clientOptions } from './runOptions';
import { HIDDEN, NO_SECRETS } from '../secrets/secrets';
import { rest } from '../connect/sleep';

/** The operations of a node: by resource, then by operation. */
export type Operations = Record<string, Record<string, AnyOperation>>;

/**
 * Runs a node: finds the operation, connects, and hands over. All nodes of the pack run through here.
 * @throws NodeOperationError or NodeApiError with what happened and what to do, unless the node continues on failures
 */
export async function runNode(context: IExecuteFunctions, operations: Operations): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const [resource, name, authentication] = ['resource', 'operation', 'authentication'].map((one) =>
		chosen(context, one),
	) as [string, string, string];
	const operation = ownValue(ownValue({ ...operations, ...customCallOperations }, resource) ?? {}, name);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			name === '' ? `There is no resource “${resource}”.` : `There is no operation “${name}” for “${resource}”.`,
			{
				description: 'Open the node and choose the resource and the operation again.',
			},
		);
	}
	const reruns = context.getNode().retryOnFail === true;
	let connected: Connected | undefined;
	try {
		const parameters = parametersOf(context, 0);
		connected = await connect(
			context,
			authentication,
			clientOptions(parameters, { signal: context.getExecutionCancelSignal?.(), reruns }),
		);
		if (connected.readOnly && operation.kind === 'batch' && !operation.reads) throw refused();
		if (connected.readOnly && operation.kind === 'list' && operation.takesFrom) throw refusedToTake();
		if (reruns && operation.kind === 'batch' && isAtMostOnce(operation.atMostOnce, parameters)) throw rerunRefused();
		const run: Run = { context, connected, contract: contractFor(authentication).contract, reruns };
		const begun = Date.now();
		const out =
			operation.kind === 'batch'
				? await runBatch(run, operation as unknown as BatchOperation<unknown, unknown>)
				: await runList(run, operation as unknown as ListOperation<unknown, unknown>);
		const message = durationHint(out.length, Date.now() - begun);
		if (message) showHint(context, message);
		RunReading.of(context).remarks.show(context, connected.secrets);
		return [await fitToShow(run, out)];
	} catch (error) {
		await connected?.collectSecrets();
		const report = describeError(error, '', connected?.secrets ?? NO_SECRETS);
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, report);
		return [items.map((_, item) => ({ json: failureJson(report), pairedItem: { item } }))];
	}
}

/**
 * What is chosen in a menu, or what an expression gives instead. (n8n has no operation for a resource that it does not
 * know.)
 */
function chosen(context: IExecuteFunctions, name: string): string {
	const value = context.getNodeParameter(name, 0, '') as unknown;
	return typeof value === 'string' ? value : excerpt(value);
}

/** What a run gives, without the secrets that a service may have put into it. */
async function fitToShow({ context, connected }: Run, items: INodeExecutionData[]): Promise<INodeExecutionData[]> {
	await connected.collectSecrets();
	const clean: INodeExecutionData[] = [];
	const pauses = new Pauses(rest);
	for (const item of items) {
		if (pauses.areDue) await pauses.take();
		clean.push(connected.secrets.hideIn(item));
	}
	if (clean.some((item, at) => item !== items[at]))
		showHint(context, `The answer of the service had a secret of the credential in it. It is shown as ${HIDDEN}.`);
	return clean;
}

/** Refused here already, so that not even a look-up goes out; the client refuses writes a second time. */
const refused = (): ApiError =>
	new ApiError({ kind: 'readOnly', message: 'The credential is read only: nothing was sent.', effect: 'notSent' });

/** A read that takes is refused as well. */
export const refusedToTake = (): ApiError =>
	new ApiError({
		kind: 'readOnly',
		message:
			'The credential is read only, and reading the feed of changed stock levels takes the changes from it: ' +
			'nothing was sent.',
	});
