import { InputError } from '../../domain/inputError';
import { InputProblem } from '../../domain/inputProblem';
import { ApiError, type ApiErrorKind } from '../../http/errors/apiError';
import { isPassing } from '../../http/retry';

/**
 * What a workflow can do about each class of failure. The page docs/errors.md is made from this table.
 * `again`: whether the same item may succeed later without a change.
 */
export const FAILURE_CLASSES = {
	authentication: {
		meaning: 'The service does not accept the credential.',
		again: 'after the credential is corrected',
	},
	permission: { meaning: 'The credential is not allowed to do this.', again: 'after the permission is granted' },
	rateLimit: { meaning: 'The service limits requests.', again: 'yes, later' },
	serviceDown: { meaning: 'The service failed, or it cannot be reached.', again: 'yes, later' },
	input: {
		meaning: 'A value of the item cannot be used. Nothing was sent for it.',
		again: 'after the item is corrected',
	},
	notFound: { meaning: 'Something that the item names does not exist.', again: 'after the item is corrected' },
	refused: { meaning: 'The service rejected the item or the request.', again: 'after the item is corrected' },
	indeterminate: {
		meaning: 'Whether the change took effect is not known.',
		again: 'orders and parcels yes, they are looked up first; others after a check in Order Manager',
	},
	unreadable: { meaning: 'The response or the record is not as expected.', again: 'perhaps' },
	configuration: {
		meaning: 'A setting prevents it: Read Only, Retry On Fail, an address, or a contract without this operation.',
		again: 'after the setting is changed',
	},
	stopped: { meaning: 'The execution was stopped.', again: 'yes' },
	internal: { meaning: 'An expression, or the node itself, failed.', again: 'after the cause is removed' },
} as const satisfies Record<string, { meaning: string; again: string }>;

export type FailureClass = keyof typeof FAILURE_CLASSES;

const CLASSES: Record<ApiErrorKind, FailureClass> = {
	unauthorized: 'authentication',
	forbidden: 'permission',
	notFound: 'notFound',
	refused: 'refused',
	rowRefused: 'refused',
	redirected: 'configuration',
	insecureUrl: 'configuration',
	readOnly: 'configuration',
	retryOnFail: 'configuration',
	unsupported: 'configuration',
	rateLimited: 'rateLimit',
	unavailable: 'serviceDown',
	unreachable: 'serviceDown',
	unreadable: 'unreadable',
	unreadableRecord: 'unreadable',
	feedLost: 'indeterminate',
	indeterminate: 'indeterminate',
	unconfirmed: 'indeterminate',
	cancelled: 'stopped',
};

/** The class of a failure, on which workflows branch. */
export function failureClass(error: unknown): FailureClass {
	if (error instanceof InputError || error instanceof InputProblem) return 'input';
	if (!(error instanceof ApiError)) return 'internal';
	const { kind, status } = error.facts;
	// 408 and 425: the service had no time.
	return kind === 'refused' && status !== undefined && isPassing(status) ? 'serviceDown' : CLASSES[kind];
}

/** What n8n 2 considers when it schedules the next poll; n8n 1 ignores it. */
const CAUSES: Partial<Record<ApiErrorKind, string>> = {
	rateLimited: 'rate-limited',
	unavailable: 'temporarily-unavailable',
	unreachable: 'temporarily-unavailable',
	unauthorized: 'credential-invalid',
};

/** The failure of an error that stops a workflow, as error workflows see it. */
export interface FailureFacts {
	class: FailureClass;
	cause?: string;
	/** How long the service asks to wait. */
	retryAfterMs?: number;
}

export function failureFacts(error: unknown): FailureFacts {
	if (!(error instanceof ApiError)) return { class: failureClass(error) };
	const { kind, retryAfterMs } = error.facts;
	const cause = CAUSES[kind];
	return {
		class: failureClass(error),
		...(cause === undefined ? {} : { cause }),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
	};
}
