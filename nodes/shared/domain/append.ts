/**
 * Adds values at the end of a list. (Spread into a call of `push`, a hundred thousand of them would be more than the
 * stack takes.)
 */
export function append<T>(list: T[], more: Iterable<T>): void {
	for (const one of more) list.push(one);
}
