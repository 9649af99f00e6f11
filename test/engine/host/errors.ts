import type { INodeExecutionData } from 'n8n-workflow';
import type { EngineItem, ErrorReport } from '../types';
import { jsonCopy } from './json';
import type { EngineLine } from './line';

/** The JSON form of an error thrown by a node, or of the plain object n8n makes of it when an execution fails. */
export function reportError({ workflow }: EngineLine, thrown: unknown): ErrorReport {
	const error = (typeof thrown === 'object' && thrown !== null ? thrown : { message: String(thrown) }) as Partial<
		Omit<ErrorReport, 'cause'>
	> & { cause?: unknown };
	const report: ErrorReport = {
		// A failed execution keeps only own properties; the name of a built-in error is left in its stack alone.
		name: error.name ?? /^\w+/.exec(error.stack ?? '')?.[0] ?? 'Error',
		message: error.message ?? '',
		ofLine: thrown instanceof workflow.NodeApiError || thrown instanceof workflow.NodeOperationError,
	};
	for (const key of ['description', 'httpCode', 'level', 'stack'] as const) {
		const value = error[key];
		if (value !== undefined) Object.assign(report, { [key]: value });
	}
	if (error.messages?.length) report.messages = error.messages;
	if (error.context) report.context = jsonCopy(error.context);
	if (error.failure) report.failure = jsonCopy(error.failure);
	if (error.cause instanceof Error) report.cause = { name: error.cause.name, message: error.cause.message };
	return report;
}

/** An item with its error, if any, in JSON form. */
export function reportItem(line: EngineLine, item: INodeExecutionData): EngineItem {
	const { error, ...rest } = item;
	return error === undefined ? (rest as EngineItem) : { ...(rest as EngineItem), error: reportError(line, error) };
}
