import type { FailureReport } from './failures';

export function takeUnread(
	results: ReadonlyArray<Record<string, unknown>>,
): Pick<FailureReport, 'failures' | 'ok'> & { results: Array<Record<string, unknown>> };
