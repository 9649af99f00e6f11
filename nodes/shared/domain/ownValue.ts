/**
 * A table's value under a key from outside. (`table[key]` also finds `constructor` and `__proto__`, which every object
 * inherits.)
 */
export const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(table, key) ? table[key] : undefined;
