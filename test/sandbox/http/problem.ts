import type { Complaint } from '../contract/query';

/** What a handler gives back when the status is not 200, or a header is needed. */
export class Reply {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly headers: Record<string, string> = {},
	) {}
}

/** JSON text that is ready to be sent, for long lists whose rows are rendered piecewise. */
export class RenderedJson {
	constructor(readonly text: string) {}
}

/** A refusal. The pipeline phrases it in the words of the contract that was called. */
export class Problem extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly complaints: Complaint[] = [],
		readonly code?: string,
	) {
		super(message);
	}
}

/** A refusal of what the contract itself does not know: a path, parameter, field, type or value, or one that is missing. */
export class Breach extends Problem {}

export function notFound(what: string, id: unknown): Problem {
	return new Problem(404, `${what} ${String(id)} does not exist`, [], 'NOT_FOUND');
}

/** A refusal that names one field. */
export function badField(status: 400 | 422, field: string, message: string, index?: number, value?: unknown): Problem {
	return new Problem(status, message, [{ field, message, index, value }]);
}

/** Error code of everything the sandbox refuses on its own account; only ERR053 and ERR097 are known codes of the service. */
export const SANDBOX_CODE = 'SBX000';

/** Body of a live refusal. Assumed shape: the service's row-error wrapper; ordinary 4xx bodies of the service are not established. */
export function liveProblemBody(problem: Problem): unknown {
	return {
		message: problem.message,
		errors: problem.complaints.map((complaint) => ({
			errorCode: problem.code ?? SANDBOX_CODE,
			fieldName: complaint.field,
			identifier: complaint.value ?? null,
			userIdentifier: null,
			index: complaint.index === undefined ? null : complaint.index + 1,
			message: complaint.message,
			severity: 'CRITICAL',
		})),
	};
}

/** Body of a guide refusal (inferred shape). */
export function guideProblemBody(problem: Problem): unknown {
	return {
		error: {
			code: problem.code ?? (problem.status === 404 ? 'NOT_FOUND' : 'INVALID_REQUEST'),
			message: problem.message,
			details: problem.complaints.map(({ field, message, index }) => ({
				field,
				message,
				...(index === undefined ? {} : { index }),
			})),
		},
	};
}
