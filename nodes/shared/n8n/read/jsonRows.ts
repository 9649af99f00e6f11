import { InputError } from '../../domain/inputError';
import { ownValue } from '../../domain/ownValue';
import * as z from '../../vendor/zod';
import type { Fields } from './params';

const list = z.array(z.record(z.string(), z.unknown()));

/**
 * The rows of a field that holds a list of objects, as a value or as JSON text. @throws InputError with the given
 * remedy if it is not one
 */
export function jsonRows(fields: Fields, name: string, label: string, remedy: string): Fields[] {
	const rows = rowsOf(fields.raw(name));
	if (!rows) throw new InputError(label, 'This is not a JSON list of objects.', remedy);
	const column = (field: string): unknown[] =>
		[...fields.column(name)].flatMap((value) => rowsOf(value) ?? []).map((row) => ownValue(row, field));
	return rows.map((row) => fields.of(row, { path: fields.pathOf(name), column }));
}

function rowsOf(given: unknown): Array<Record<string, unknown>> | undefined {
	let value = given;
	if (typeof value === 'string') {
		try {
			value = JSON.parse(value);
		} catch {
			return undefined;
		}
	}
	const read = list.safeParse(value);
	return read.success ? read.data : undefined;
}
