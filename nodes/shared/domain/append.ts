/** Appends values to a list. (Spreading a hundred thousand of them into `push` would overflow the stack.) */
export function append<T>(list: T[], more: Iterable<T>): void {
	for (const one of more) list.push(one);
}
