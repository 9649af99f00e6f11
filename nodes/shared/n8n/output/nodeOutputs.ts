import { type IExecuteFunctions, type INodeExecutionData, NodeConnectionTypes } from 'n8n-workflow';
import type { CallLine } from '../connect/callLog';

const main = (displayName?: string): string => JSON.stringify({ type: NodeConnectionTypes.Main, displayName });

/** The outputs of a node: with the option *Call Log*, *Calls* is the second. n8n appends its error output to them. */
export const outputsWithCalls =
	`={{ $parameter["options"]?.["callLog"] === true ? [${main('Items')}, ${main('Calls')}] : [${main()}] }}` as const;

/** Whether the node has the output *Calls*: the same as the expression says. */
export const hasCallsOutput = (context: IExecuteFunctions): boolean =>
	(context.getNode().parameters.options as { callLog?: unknown } | undefined)?.callLog === true;

/** The items of the output *Calls*. A call serves many items, so only those of a single item are linked. */
export const callItems = (lines: readonly CallLine[], inputs: number): INodeExecutionData[] =>
	lines.map((json) => ({ json, ...(inputs === 1 ? { pairedItem: { item: 0 } } : {}) }));
