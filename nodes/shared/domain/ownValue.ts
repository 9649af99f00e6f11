/**
 * What a table has under a key that came from outside. (`table[key]` has an answer for `constructor` and `__proto__`
 * too, which every object inherits.)
 */
export const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(table, key) ? table[key] : undefined;
