export function slotsOf<Column extends string>(
	keys: Readonly<Record<Column, readonly string[]>>,
	size: number,
): Array<Record<Column, string[]>>;
