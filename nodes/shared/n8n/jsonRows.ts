import { InputError } from '../domain/inputError';
import * as z from '../vendor/zod';
import type { Fields } from './params';

const list = z.array(z.record(z.string(), z.unknown()));

/** The rows of a field that holds a list of objects, as a value or as JSON text. @throws InputError with the remedy given when it is none */
export function jsonRows(fields: Fields, name: string, label: string, remedy: string): Fields[] {
	let value = fields.raw(name);
	if (typeof value === 'string') {
		try {
			value = JSON.parse(value);
		} catch {
			value = undefined;
		}
	}
	const read = list.safeParse(value);
	if (read.success) return read.data.map((row) => fields.of(row));
	throw new InputError(label, 'This is not a JSON list of objects.', remedy);
}
