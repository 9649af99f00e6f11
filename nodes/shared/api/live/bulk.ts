import { ApiError } from '../../http/apiError';
import type { Outcome, Placed } from '../../http/batches';
import * as z from '../../vendor/zod';

/** The wrapper of the live API's bulk endpoints; a 2xx can carry failed rows (live-api section 5). */
const bulkAnswer = z.looseObject({
	message: z.string().nullish(),
	results: z.unknown(),
	errors: z
		.array(
			z.looseObject({
				errorCode: z.string().nullish(),
				message: z.string().nullish(),
				fieldName: z.string().nullish(),
				identifier: z.unknown(),
				index: z.number().nullish(),
				severity: z.string().nullish(),
			}),
		)
		.nullish(),
});

export type RowError = { row: number | undefined; code?: string; message?: string; field?: string; subject?: string };

/** The refused rows of a bulk answer, counted from 0, and its results. INFO and WARNING are remarks, not refusals. */
export function readBulk(body: unknown): { results: unknown[]; errors: RowError[] } {
	const read = bulkAnswer.safeParse(body);
	if (!read.success) return { results: [], errors: [] };
	const results = read.data.results;
	return {
		results: Array.isArray(results) ? results : [],
		errors: (read.data.errors ?? [])
			.filter(({ severity }) => severity !== 'INFO' && severity !== 'WARNING')
			.map((error) => ({
				row: typeof error.index === 'number' ? error.index - 1 : undefined,
				code: error.errorCode ?? undefined,
				message: error.message ?? undefined,
				field: error.fieldName ?? undefined,
				subject: error.identifier === null || error.identifier === undefined ? undefined : String(error.identifier),
			})),
	};
}

/** What a row's code means, in the words of a shop (known codes: live-api section 5). */
const MEANINGS: Record<string, string> = {
	ERR053: 'The product does not exist.',
	ERR097: 'The product has no stock record in that warehouse and location.',
};

/** The letters of a text, without the words that say nothing. */
const gist = (text: string): string => text.toLowerCase().replace(/\b(the|a|an)\b/g, '').replace(/[^\p{L}\p{N}]/gu, '');

/** What happened: the meaning of the code, and the service's own words where they say more. */
function wordsOfRow({ code, message }: RowError): string {
	const meaning = code ? MEANINGS[code] : undefined;
	if (!message) return meaning ?? 'The service refused this row.';
	if (meaning && gist(meaning) === gist(message)) return meaning;
	return [meaning, `The service says: ${message}`].filter(Boolean).join(' ');
}

/** The error of one refused row. */
export const rowError = (error: RowError, endpoint: string): ApiError =>
	new ApiError({
		kind: 'rowRefused',
		message: wordsOfRow(error),
		code: error.code,
		serviceMessage: error.message,
		field: error.field,
		row: error.row,
		subject: error.subject,
		endpoint,
	});

/**
 * Gives every row of a batch its outcome. An error whose row cannot be told is everybody's: no row is called good that may not be.
 * @param subjectOf what the service would name a row by when it gives no index
 */
export function bulkOutcomes<T, R>(
	batch: ReadonlyArray<Placed<T>>,
	body: unknown,
	endpoint: string,
	subjectOf: (value: T) => string,
	succeed: (input: Placed<T>, results: unknown[]) => R,
): Array<Outcome<R>> {
	const { results, errors } = readBulk(body);
	const byRow = new Map<number, RowError>();
	for (const error of errors) {
		const row = error.row ?? batch.findIndex(({ value }) => subjectOf(value) === error.subject);
		if (row < 0 || row >= batch.length) throw rowError(error, endpoint);
		byRow.set(row, error);
	}
	return batch.map((input, row) => {
		const error = byRow.get(row);
		if (error) return { index: input.index, ok: false as const, error: rowError(error, endpoint) };
		return { index: input.index, ok: true as const, value: succeed(input, results) };
	});
}
