import { ownValue } from '../../domain/ownValue';
import { rethrow } from '../../http/errors/rethrow';
import { Big } from '../../vendor/big';
import type { Infer, ZodType } from '../../vendor/zod';
import * as z from '../../vendor/zod';
import { UnreadableValue } from './unreadable';

/**
 * Checks the parts of a response that the package relies on and ignores the rest.
 * @throws UnreadableValue naming the first invalid field
 */
export function readAs<S extends ZodType>(schema: S, body: unknown, endpoint: string): Infer<S> {
	const read = schema.safeParse(body);
	if (read.success) return read.data as Infer<S>;
	const [issue] = read.error.issues;
	const path = (issue?.path ?? []).map(String);
	throw new UnreadableValue({ value: valueAt(body, path), expected: expectedBy(issue), path, endpoint });
}

/** An ID in the response to a write. A number beyond 2^53 has lost digits and identifies another record. */
export const id = z.union([z.int(), z.string()]);

const KINDS: Record<string, string> = {
	array: 'a list',
	object: 'an object',
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
};

function expectedBy(issue: { code?: string; expected?: unknown; message: string } | undefined): string {
	// Only the readers in this file have messages of their own.
	if (issue?.code === 'custom') return issue.message;
	return ownValue(KINDS, String(issue?.expected)) ?? 'what it should be';
}

const valueAt = (body: unknown, path: readonly string[]): unknown =>
	path.reduce<unknown>(
		(value, name) =>
			typeof value === 'object' && value !== null && Object.hasOwn(value, name)
				? (value as Record<string, unknown>)[name]
				: undefined,
		body,
	);

/** The rows of a list: a bare array, or an object with the rows under one of the given names. */
export function rowsOf(body: unknown, endpoint: string, names: readonly string[] = []): unknown[] {
	if (Array.isArray(body)) return body;
	if (typeof body === 'object' && body !== null) {
		for (const name of names) {
			const rows = (body as Record<string, unknown>)[name];
			if (Array.isArray(rows)) return rows;
		}
	}
	throw new UnreadableValue({ value: body, expected: 'a list', path: [], endpoint });
}

/** JSON numbers beyond 2^53 lose digits in parsing. */
const hasAllDigits = (value: unknown): value is number =>
	typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** A text, or a number as text; null if empty. @throws UnreadableValue for a number that has lost digits */
export function textOrNull(value: unknown): string | null {
	if (typeof value === 'number' && !hasAllDigits(value)) throw new UnreadableValue({ value, expected: LOST_DIGITS });
	return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;
}

const LOST_DIGITS = 'a number with all its digits';
const NUMERIC = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number, or an unambiguous text for one: `10.00`, not `1,250`. @throws UnreadableValue */
export function numberOrNull(value: unknown): number | null {
	if (value === null || value === undefined) return null;
	if (hasAllDigits(value)) return value;
	const text = typeof value === 'string' ? value.trim() : undefined;
	if (text === '') return null;
	if (text !== undefined && NUMERIC.test(text) && isExact(text)) return Number(text);
	throw new UnreadableValue({ value, expected: typeof value === 'number' ? LOST_DIGITS : 'a number' });
}

/** Whether a number can hold all digits of a text: it cannot for `9007199254740993` or 20 decimals. */
function isExact(text: string): boolean {
	const number = Number(text);
	return hasAllDigits(number) && new Big(text).eq(new Big(number));
}

/** A boolean, which may come as text or as 1 or 0. @throws UnreadableValue */
export function flagOrNull(value: unknown): boolean | null {
	if (value === null || value === undefined || value === '') return null;
	if (typeof value === 'boolean') return value;
	if (typeof value === 'object') throw new UnreadableValue({ value, expected: 'true or false' });
	const text = String(value).trim().toLowerCase();
	if (text === 'true' || text === '1') return true;
	if (text === 'false' || text === '0') return false;
	throw new UnreadableValue({ value, expected: 'true or false' });
}

/** Turns a reader into a schema with the reader's own errors. */
const schemaOf = <T>(read: (value: unknown) => T) =>
	z.unknown().transform((value, context): T => {
		try {
			return read(value);
		} catch (error) {
			if (!(error instanceof UnreadableValue)) rethrow(error);
			context.addIssue({ code: 'custom', message: error.expected });
			return z.NEVER;
		}
	});

/** Nullable fields of a record: a number, a boolean, a text (which may come as a number). */
export const number = schemaOf(numberOrNull);
export const flag = schemaOf(flagOrNull);
export const text = schemaOf((value) => {
	if (typeof value === 'boolean' || (typeof value === 'object' && value !== null))
		throw new UnreadableValue({ value, expected: 'text' });
	return textOrNull(value);
});
/** The ID of a record as text, so that no tool drops its digits. */
export const recordId = schemaOf((value): string => {
	const id =
		Number.isSafeInteger(value) || (typeof value === 'string' && value.trim() !== '') ? String(value) : undefined;
	if (id === undefined)
		throw new UnreadableValue({ value, expected: typeof value === 'number' ? LOST_DIGITS : 'an ID' });
	return id;
});
