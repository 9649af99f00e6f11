import { ApiError } from '../../http/errors/apiError';

/**
 * Requires a method that only one of the contracts has. The editor hides its operation under the other contract, but an
 * expression can still request it.
 * @param what the operation's label, for example `Put on Hold`, or a name for which n8n/errors has words
 * @throws ApiError `unsupported`
 */
export function requireSupported<T>(method: T | undefined, what: string): T {
	if (method !== undefined) return method;
	throw new ApiError({
		kind: 'unsupported',
		message: `“${what}” is not supported. Nothing was sent.`,
		unsupported: what,
	});
}
