import { ApiError } from '../../http/errors/apiError';

/**
 * Requires a method that only one of the contracts has. The editor hides its operation under the other contract, but an
 * expression can still request it.
 * @param what the operation's label, for example `Put on Hold`
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
