import { ApiError } from '../../http/errors/apiError';

/**
 * A method that only one of the contracts has. The editor does not offer its operation under the other, but an
 * expression can still ask for it.
 * @param what the operation in the user's words, for example `Put on Hold`
 * @throws ApiError `unsupported`
 */
export function requireSupported<T>(method: T | undefined, what: string): T {
	if (method !== undefined) return method;
	throw new ApiError({
		kind: 'unsupported',
		message:
			`“${what}” is not part of the contract that this credential speaks (the developer guide's). Nothing was ` +
			'sent.',
	});
}
