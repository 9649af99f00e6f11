import { ApiError } from '../http/apiError';
import type { Infer, ZodType } from '../vendor/zod';
import * as z from '../vendor/zod';

/**
 * Checks an answer against what the pack relies on; everything else in it is left alone.
 * @throws ApiError `unreadable` naming the field that is not as expected
 */
export function readAs<S extends ZodType>(schema: S, body: unknown, endpoint: string): Infer<S> {
	const read = schema.safeParse(body);
	if (read.success) return read.data as Infer<S>;
	const [issue] = read.error.issues;
	throw new ApiError({
		kind: 'unreadable',
		message: `The answer of the service is not as expected${issue ? ` at “${issue.path.join('.')}”: ${issue.message}` : ''}.`,
		endpoint,
	});
}

/** An id as the services send it, kept as text: text survives every tool on its way. A number beyond 2^53 has lost digits on its way and means another thing. */
export const id = z.union([z.int(), z.string()]);

/** The rows of a list: a bare array, or an object with the rows under one of the names given. */
export function rowsOf(body: unknown, endpoint: string, names: readonly string[] = []): unknown[] {
	if (Array.isArray(body)) return body;
	if (typeof body === 'object' && body !== null) {
		for (const name of names) {
			const rows = (body as Record<string, unknown>)[name];
			if (Array.isArray(rows)) return rows;
		}
	}
	throw new ApiError({ kind: 'unreadable', message: 'The service sent something else than a list.', endpoint });
}

/** Text or null: an empty text says nothing. */
export const textOrNull = (value: unknown): string | null =>
	(typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;

/** A number or null. */
export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
