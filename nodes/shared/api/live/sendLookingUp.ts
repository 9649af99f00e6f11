import type { Endpoint } from '../endpoint';
import { ApiError } from '../../http/apiError';
import { type Outcome, type Placed, sendInBatches } from '../../http/batches';
import type { ApiClient, Call, Recovery } from '../../http/client';
import { asIs } from '../../http/rethrow';
import type { Query } from '../../http/url';

type Batch<T> = Array<Placed<T>>;

/** What a write whose row says `lookup` has to know. */
export interface LookUpWork<T, R> {
	path?: Record<string, string>;
	body?: (open: Batch<T>) => unknown;
	query?: Query | ((open: Batch<T>) => Query);
	/** Which of the inputs took effect, after an answer was lost. */
	done: (open: Batch<T>) => Promise<Map<number, R>>;
	/** Gives each input its outcome from the answer. */
	outcomes: (open: Batch<T>, answer: unknown) => Array<Outcome<R>>;
}

/**
 * Sends a bulk write in batches. After a lost answer it looks which inputs took effect and sends only the others again; what is known to be done is never sent again,
 * however a refused batch is cut.
 */
export async function sendLookingUp<T, R>(
	client: ApiClient,
	endpoint: Endpoint,
	inputs: ReadonlyArray<Placed<T>>,
	work: LookUpWork<T, R>,
): Promise<Array<Outcome<R>>> {
	const known = new Map<number, R>();
	const unknown = (batch: Batch<T>): Batch<T> => batch.filter(({ index }) => !known.has(index));
	const request = (open: Batch<T>): Pick<Call, 'body' | 'query'> => ({
		body: work.body?.(open),
		query: typeof work.query === 'function' ? work.query(open) : work.query,
	});
	return await sendInBatches(inputs, endpoint.batch ?? 1, async (batch) => {
		let open = unknown(batch);
		const recover = async (): Promise<Recovery> => {
			for (const [index, value] of await work.done(open)) known.set(index, value);
			open = unknown(open);
			return open.length === 0 ? { answer: null } : { again: request(open) };
		};
		let answered: Array<Outcome<R>> = [];
		try {
			if (open.length > 0) {
				const answer = await client.call(endpoint, { path: work.path, ...request(open), recover });
				answered = work.outcomes(open, answer);
			}
		} catch (error) {
			throw asIs(open.length < batch.length ? withoutRows(error) : error);
		}
		return [...answered, ...batch.flatMap(({ index }) => success(index, known))];
	});
}

function success<R>(index: number, known: ReadonlyMap<number, R>): Array<Outcome<R>> {
	const value = known.get(index);
	return value === undefined ? [] : [{ index, ok: true, value }];
}

/** Rows that the answer names belong to the shortened batch, not to the one that the caller knows. */
const withoutRows = (error: unknown): unknown => (error instanceof ApiError ? new ApiError({ ...error.facts, rows: undefined, row: undefined }) : error);
