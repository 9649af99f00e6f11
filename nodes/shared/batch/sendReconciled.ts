import type { Endpoint } from '../http/endpoint';
import { Unconfirmed, notShown } from './confirm/confirm';
import { ApiError } from '../http/errors/apiError';
import { sendInBatches } from './sendInBatches';
import { type ItemResult, type BatchItem } from './types';
import type { ApiClient, Call, Recovery } from '../http/client';
import { rethrow } from '../http/errors/rethrow';
import type { Query } from '../domain/values/query';

type Batch<T> = Array<BatchItem<T>>;

/** What a write of many rows has to know. */
export interface ReconciledWrite<T, R> {
	path?: Record<string, string>;
	body?: (open: Batch<T>) => unknown;
	query?: Query | ((open: Batch<T>) => Query);
	/** Which of the inputs took effect, after an answer was lost or did not confirm them. */
	done: (open: Batch<T>) => Promise<Map<number, R>>;
	/** Gives each input its outcome from the answer. */
	outcomes: (open: Batch<T>, response: unknown) => Array<ItemResult<R>>;
}

/**
 * Sends a bulk write in batches. After a lost answer, when the endpoint says `lookup`, it looks which inputs took
 * effect
 * and sends only the others again; what is known to be done is never sent again, however a refused batch is cut. Inputs
 * that an answer does not confirm are looked up too, and not sent again.
 */
export async function sendReconciled<T, R>(
	client: ApiClient,
	endpoint: Endpoint,
	inputs: ReadonlyArray<BatchItem<T>>,
	work: ReconciledWrite<T, R>,
): Promise<Array<ItemResult<R>>> {
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
			return open.length === 0 ? { response: null } : { again: request(open) };
		};
		let responded: Array<ItemResult<R>> = [];
		try {
			if (open.length > 0) {
				const response = await client.call(endpoint, {
					path: work.path,
					...request(open),
					...(endpoint.onLostResponse === 'reconcile' ? { recover } : {}),
				});
				responded = await settleRows(open, response, work);
			}
		} catch (error) {
			rethrow(open.length < batch.length ? withoutRows(error) : error);
		}
		return [...responded, ...batch.flatMap(({ index }) => success(index, known))];
	});
}

/** Reads the answer and looks up what it does not confirm. @throws Unconfirmed when both tell nothing of any input */
async function settleRows<T, R>(
	open: Batch<T>,
	response: unknown,
	work: ReconciledWrite<T, R>,
): Promise<Array<ItemResult<R>>> {
	if (open.length === 0) return [];
	let outcomes: Array<ItemResult<R>>;
	let whole: Unconfirmed | undefined;
	try {
		outcomes = work.outcomes(open, response);
	} catch (error) {
		if (!(error instanceof Unconfirmed)) rethrow(error);
		whole = error;
		outcomes = open.map(({ index }) => ({ index, ok: false, error }));
	}
	const doubts = new Map(
		outcomes.flatMap((one) => (!one.ok && one.error instanceof Unconfirmed ? [[one.index, one.error] as const] : [])),
	);
	if (doubts.size === 0) return outcomes;
	let found: Map<number, R>;
	try {
		found = await work.done(open.filter(({ index }) => doubts.has(index)));
	} catch (error) {
		if (!(error instanceof ApiError)) rethrow(error);
		if (whole) rethrow(whole);
		return outcomes;
	}
	return outcomes.map((one): ItemResult<R> => {
		const [value, doubt] = [found.get(one.index), doubts.get(one.index)];
		if (value !== undefined) return { index: one.index, ok: true, value };
		return doubt ? { index: one.index, ok: false, error: notShown(doubt) } : one;
	});
}

function success<R>(index: number, known: ReadonlyMap<number, R>): Array<ItemResult<R>> {
	const value = known.get(index);
	return value === undefined ? [] : [{ index, ok: true, value }];
}

/** Rows that the answer names belong to the shortened batch, not to the one that the caller knows. */
const withoutRows = (error: unknown): unknown =>
	error instanceof ApiError ? new ApiError({ ...error.facts, rows: undefined, row: undefined }) : error;
