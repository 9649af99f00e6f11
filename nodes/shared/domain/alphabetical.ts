/**
 * Compares English texts without regard to case. For lists that are sorted when n8n starts: the first `localeCompare`
 * of a process takes ten milliseconds.
 */
export function alphabetical(one: string, other: string): number {
	const [first, second] = [one.toLowerCase(), other.toLowerCase()];
	if (first === second) return 0;
	return first < second ? -1 : 1;
}
