import type { InputField } from '../../domain/inputProblem';

/** What kind of trouble it was; the remedy in docs and messages hangs on it. */
export type ApiErrorKind =
	| 'unauthorized'
	| 'forbidden'
	| 'notFound'
	| 'refused'
	| 'redirected'
	| 'rateLimited'
	| 'unavailable'
	| 'unreachable'
	| 'unreadable'
	| 'unreadableRecord'
	| 'indeterminate'
	| 'unconfirmed'
	| 'feedLost'
	| 'readOnly'
	| 'retryOnFail'
	| 'insecureUrl'
	| 'unsupported'
	| 'rowRefused'
	| 'cancelled';

/** The facts of a failed call or of a refused row, free of secrets. */
export interface ApiErrorFacts {
	kind: ApiErrorKind;
	/** What happened, a whole sentence in the user's words. */
	message: string;
	/** The same without what it means for a change that was sent; absent where the message says no more. */
	baseMessage?: string;
	/** It happened to an earlier request of the run: this one was not sent. */
	notAttempted?: true;
	/** HTTP status, where there was an answer. */
	status?: number;
	/** The service's own code, for example `ERR053`. */
	code?: string;
	/** The service's own words. */
	serviceMessage?: string;
	/** The field that was refused, as the service names it. */
	field?: string;
	/** The field of the input that it is about. */
	input?: InputField;
	/** What is not supported, for the kind `unsupported`. */
	unsupported?: string;
	/** What was done before it happened; the message begins with it. */
	done?: string;
	/** The refused row of the batch that was sent, counted from 0. */
	row?: number;
	/** What was refused, for example the SKU. */
	subject?: string;
	requestId?: string;
	/** How long the service asked to wait, in milliseconds. */
	retryAfterMs?: number;
	/** The endpoint that was called. */
	endpoint?: string;
	/**
	 * What the failed call may have changed: `unknown` when that is open, `none` when certainly nothing; `notSent` when
	 * it was not even made, `read` when it was to change nothing.
	 */
	effect?: 'notSent' | 'none' | 'unknown' | 'read';
	/** All rows that the answer complained about, where it named them. */
	rows?: ReadonlyArray<{ row: number; code?: string; message?: string; field?: string; subject?: string }>;
}

/** The one error type of the client and the adapters. */
export class ApiError extends Error {
	constructor(readonly facts: ApiErrorFacts) {
		super(facts.message);
		this.name = 'ApiError';
	}

	get kind(): ApiErrorKind {
		return this.facts.kind;
	}
}

/** Whether a whole call was refused for what was in it, so that a smaller one might pass. */
export const isRefusal = (error: unknown): error is ApiError =>
	error instanceof ApiError && error.kind === 'refused' && [400, 409, 413, 422].includes(error.facts.status ?? 0);

/** Whether nobody knows if a change took effect. */
export const isIndeterminate = (error: unknown): error is ApiError =>
	error instanceof ApiError && (error.kind === 'indeterminate' || error.kind === 'unconfirmed');

/** Trouble that the next input would meet as well: going on would only cost the user's time. */
const STOPPING = [
	'unauthorized',
	'forbidden',
	'redirected',
	'unreachable',
	'unavailable',
	'rateLimited',
	'readOnly',
	'retryOnFail',
	'cancelled',
	'indeterminate',
];

export const abortsRun = (error: unknown): boolean =>
	error instanceof ApiError && (STOPPING.includes(error.kind) || error.facts.notAttempted === true);
