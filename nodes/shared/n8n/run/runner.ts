import { Run } from './context';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { ownValue } from '../../domain/ownValue';
import { excerpt } from '../../domain/values/text';
import { ApiError } from '../../http/errors/apiError';
import { rerunRefused } from '../../http/errors/failures';
import { Pauses } from '../../http/pauses';
import { isAtMostOnce } from './atMostOnce';
import { CallLog } from '../connect/callLog';
import { type Connected, connect } from '../connect/connection';
import { contractFor } from '../../contracts';
import { durationHint } from '../hints/durationHint';
import { failureJson, describeError, toNodeError } from '../errors/errors';
import { markFailed } from '../errors/failedItems';
import type { AnyOperation, BatchOperation, ListOperation, PassOperation, ReportOperation } from './operation';
import { callItems, hasCallsOutput } from '../output/nodeOutputs';
import { operationsOf, type Resources } from '../resources/nodeResources';
import { showHint } from '../hints/hint';
import { parametersOf } from '../read/params';
import { RunReading } from '../read/reading';
import { runBatch } from './runBatch';
import { runList } from './runList';
import { Outputs } from './pass/outputs';
import { runPass } from './pass/runPass';
import { runReport } from './runReport';
import { clientOptions } from './runOptions';
import { HIDDEN, NO_SECRETS } from '../secrets/secrets';
import { rest } from '../connect/sleep';

/**
 * Runs a node: finds the operation, connects, and hands over. All nodes of the package run through here.
 * @param ownOutputs how many outputs the node has besides *Calls*
 * @throws NodeOperationError or NodeApiError with what happened and what to do, unless the node continues on failure
 */
export async function runNode(
	context: IExecuteFunctions,
	resources: Resources,
	ownOutputs = 1,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const showsCalls = hasCallsOutput(context);
	if (items.length === 0) return [[]];
	const [resource, name, authentication] = ['resource', 'operation', 'authentication'].map((one) =>
		chosen(context, one),
	) as [string, string, string];
	const operation = ownValue(ownValue(operationsOf(resources), resource) ?? {}, name);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			name === '' ? `The resource “${resource}” does not exist.` : `“${resource}” has no operation “${name}”.`,
			{
				description: 'Open the node, and select the resource and the operation again.',
			},
		);
	}
	const reruns = context.getNode().retryOnFail === true;
	const about = { node: context.getNode().name, operation: `${resource} ${name}` };
	const calls = new CallLog(context.logger, about, showsCalls);
	const outputs = (own: INodeExecutionData[][]): INodeExecutionData[][] => {
		if (context.getNode().onError === 'continueErrorOutput') for (const one of own) markFailed(one);
		if (!showsCalls) return own;
		while (own.length < ownOutputs) own.push([]);
		return [...own, callItems(calls.lines, items.length)];
	};
	let connected: Connected | undefined;
	try {
		const parameters = parametersOf(context, 0);
		const options = clientOptions(parameters, { signal: context.getExecutionCancelSignal?.(), reruns });
		const { preview: previews = false } = options;
		connected = await connect(context, authentication, options, { calls });
		if (connected.readOnly && !previews && operation.kind === 'batch' && !operation.reads) throw refused();
		if (connected.readOnly && operation.kind === 'list' && operation.takesFrom) throw refusedToTake();
		if (reruns && !previews && operation.kind === 'batch' && isAtMostOnce(operation.atMostOnce, parameters))
			throw rerunRefused();
		const run: Run = { context, connected, contract: contractFor(authentication).contract, reruns, previews };
		const begun = Date.now();
		const out = await runOperation(run, operation);
		const message = durationHint(out.flat().length, Date.now() - begun);
		if (message) showHint(context, message);
		RunReading.of(context).remarks.show(context, connected.secrets);
		for (const items of out) await fitToShow(run, items);
		return outputs(out);
	} catch (error) {
		await connected?.collectSecrets();
		const report = describeError(error, '', connected?.secrets ?? NO_SECRETS);
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, report);
		const failed = items.map((_, item) => ({ json: failureJson(report), pairedItem: { item } }));
		const output = operation.kind === 'pass' ? operation.failedOutput : 0;
		return outputs(new Outputs(context).put(output, failed).all());
	}
}

/** What comes out of each output of the node. */
async function runOperation(run: Run, operation: AnyOperation): Promise<INodeExecutionData[][]> {
	switch (operation.kind) {
		case 'batch':
			return [await runBatch(run, operation as unknown as BatchOperation<unknown, unknown>)];
		case 'list':
			return [await runList(run, operation as unknown as ListOperation<unknown, unknown>)];
		case 'pass':
			return await runPass(run, operation as unknown as PassOperation<unknown>);
		case 'report':
			return await runReport(run, operation as unknown as ReportOperation<unknown>);
	}
}

/** The choice in a menu, or the value of its expression. (n8n offers no operation for an unknown resource.) */
function chosen(context: IExecuteFunctions, name: string): string {
	const value = context.getNodeParameter(name, 0, '') as unknown;
	return typeof value === 'string' ? value : excerpt(value);
}

/** The output of a run, without secrets that the service may have echoed. Changed in place: it may be large. */
async function fitToShow({ context, connected }: Run, items: INodeExecutionData[]): Promise<void> {
	await connected.collectSecrets();
	const pauses = new Pauses(rest);
	let hasHidden = false;
	for (const [at, item] of items.entries()) {
		if (pauses.areDue) await pauses.take();
		const clean = connected.secrets.hideIn(item);
		if (clean === item) continue;
		items[at] = clean;
		hasHidden = true;
	}
	if (hasHidden)
		showHint(context, `The service's response contained a secret of the credential. It is shown as ${HIDDEN}.`);
}

/** Refused before any look-up goes out; the client refuses writes again. */
const refused = (): ApiError =>
	new ApiError({ kind: 'readOnly', message: 'The credential is read-only. Nothing was sent.', effect: 'notSent' });

/** A consuming read is refused as well. */
export const refusedToTake = (): ApiError =>
	new ApiError({
		kind: 'readOnly',
		message:
			'The credential is read-only, and reading the feed of changed stock levels would remove the changes from ' +
			'it. Nothing was sent.',
	});
