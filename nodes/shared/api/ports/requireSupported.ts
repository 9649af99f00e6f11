import { ApiError } from '../../http/errors/apiError';

/**
 * A method that only one of the contracts has. The editor does not offer its operation under the other, but an
 * expression can still ask for it.
 * @param what the operation as the user knows it, for example `Put on Hold`, or a name for which n8n/errors has words
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
