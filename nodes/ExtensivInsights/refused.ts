import { InputError } from '../shared/domain/inputError';
import { itemsText } from '../shared/domain/itemNumbers';
import { addTo } from '../shared/domain/multiMap';
import type { Refused, ReportInput } from '../shared/n8n/run/operation';

/** Rows by their key: those that come once, and for each other key one with the items of all. */
export function groupsByKey<Row>(
	rows: ReadonlyArray<ReportInput<Row>>,
	keyOf: (row: Row) => string,
): { single: Array<ReportInput<Row>>; repeated: Array<ReportInput<Row>> } {
	const groups = new Map<string, Array<ReportInput<Row>>>();
	for (const row of rows) addTo(groups, keyOf(row.value), row);
	const single: Array<ReportInput<Row>> = [];
	const repeated: Array<ReportInput<Row>> = [];
	for (const group of groups.values()) {
		const [first, ...others] = group;
		if (!first) continue;
		if (others.length === 0) single.push(first);
		else repeated.push({ value: first.value, items: group.flatMap(({ items }) => items) });
	}
	return { single, repeated };
}

/** The error for items that are about the same thing: which of them holds is not known. */
export const sameTwice = (items: number[], subject: string, field: string, remedy: string): Refused => ({
	items,
	subject,
	error: new InputError(
		field,
		`${itemsText(items)} have the same ${field === 'SKU' ? field : field.toLowerCase()}.`,
		remedy,
	),
});
