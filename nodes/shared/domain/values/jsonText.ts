/**
 * A value as JSON, to tell rows apart. One that nests thousands of levels deep is more than the stack takes: it is like
 * any other of its kind.
 */
export function jsonText(value: unknown): string {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		return 'nested too deep';
	}
}
