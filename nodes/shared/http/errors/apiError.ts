import type { InputField } from '../../domain/inputProblem';

/** The kind of failure; messages and docs choose the remedy by it. */
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

/** The facts of a failed call or of a rejected row, free of secrets. */
export interface ApiErrorFacts {
	kind: ApiErrorKind;
	/** What happened, as a whole sentence for the user. */
	message: string;
	/** The same without the effect on a change that was sent; absent where the message adds nothing. */
	baseMessage?: string;
	/** An earlier request of the run failed, so this one was not sent. */
	notAttempted?: true;
	/** HTTP status, if there was a response. */
	status?: number;
	/** The service's own code, for example `ERR053`. */
	code?: string;
	/** The service's own words. */
	serviceMessage?: string;
	/** The rejected field, as the service names it. */
	field?: string;
	/** The field of the input that it is about. */
	input?: InputField;
	/** What is not supported, for the kind `unsupported`. */
	unsupported?: string;
	/** What was done before it happened; the message begins with it. */
	done?: string;
	/** The rejected row of the batch, counted from 0. */
	row?: number;
	/** What was rejected, for example the SKU. */
	subject?: string;
	requestId?: string;
	/** How long the service asks callers to wait, in milliseconds. */
	retryAfterMs?: number;
	endpoint?: string;
	/**
	 * What the failed call may have changed: `unknown`: possibly something; `none`: certainly nothing; `notSent`: it was
	 * never sent; `read`: it was only a read.
	 */
	effect?: 'notSent' | 'none' | 'unknown' | 'read';
	/** All rows that the response complained about, where it named them. */
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

/** Whether the service rejected a whole call for its content, so that a smaller one might pass. */
export const isRefusal = (error: unknown): error is ApiError =>
	error instanceof ApiError && error.kind === 'refused' && [400, 409, 413, 422].includes(error.facts.status ?? 0);

/** Whether it is unknown if a change took effect. */
export const isIndeterminate = (error: unknown): error is ApiError =>
	error instanceof ApiError && (error.kind === 'indeterminate' || error.kind === 'unconfirmed');

/** Failures that the next input would hit as well; going on would only waste the user's time. */
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
