import { type IExecuteFunctions, type INodeExecutionData, NodeConnectionTypes } from 'n8n-workflow';
import type { CallLine } from '../connect/callLog';

const main = (displayName?: string): string => JSON.stringify({ type: NodeConnectionTypes.Main, displayName });

/**
 * The outputs of a node: with the option *Call Log*, *Calls* comes after its own. n8n appends its error output to them.
 * @param names of its own outputs, if it has several
 */
export const outputsWithCalls = (...names: string[]): `={{${string}}}` => {
	const own = names.length > 0 ? names.map(main) : [main()];
	const named = names.length > 0 ? own : [main('Items')];
	const list = (outputs: readonly string[]): string => `[${outputs.join(', ')}]`;
	return `={{ $parameter["options"]?.["callLog"] === true ? ${list([...named, main('Calls')])} : ${list(own)} }}`;
};

/** Whether the node has the output *Calls*: the same as the expression says. */
export const hasCallsOutput = (context: IExecuteFunctions): boolean =>
	(context.getNode().parameters.options as { callLog?: unknown } | undefined)?.callLog === true;

/** The items of the output *Calls*. A call serves many items, so only those of a single item are linked. */
export const callItems = (lines: readonly CallLine[], inputs: number): INodeExecutionData[] =>
	lines.map((json) => ({ json, ...(inputs === 1 ? { pairedItem: { item: 0 } } : {}) }));
