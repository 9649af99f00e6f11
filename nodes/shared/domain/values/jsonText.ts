/**
 * A value as JSON, to compare rows. A value that nests thousands of levels deep would overflow the stack, so all such
 * values count as equal.
 */
export function jsonText(value: unknown): string {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		return 'nested too deep';
	}
}
