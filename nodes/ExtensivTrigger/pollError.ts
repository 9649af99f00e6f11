import type { INode } from 'n8n-workflow';
import { ApiError, type ApiErrorKind } from '../shared/http/errors/apiError';
import { describeError, toNodeError } from '../shared/n8n/errors/errors';
import type { Secrets } from '../shared/n8n/secrets/secrets';

/** n8n 2 considers these causes when it schedules the next poll; n8n 1 ignores them. */
const CAUSES: Partial<Record<ApiErrorKind, string>> = {
	rateLimited: 'rate-limited',
	unavailable: 'temporarily-unavailable',
	unreachable: 'temporarily-unavailable',
	unauthorized: 'credential-invalid',
};

/**
 * The n8n error for a failed poll, with status and cause: n8n starts the error workflow with it, and waits as long as
 * the service asks.
 */
export function pollError(node: INode, error: unknown, secrets: Secrets): Error {
	const report = toNodeError(node, error, describeError(error, '', secrets));
	const cause = error instanceof ApiError ? CAUSES[error.kind] : undefined;
	if (error instanceof ApiError && cause)
		Object.assign(report, {
			failure: { cause, ...(error.facts.retryAfterMs === undefined ? {} : { retryAfterMs: error.facts.retryAfterMs }) },
		});
	return report;
}
