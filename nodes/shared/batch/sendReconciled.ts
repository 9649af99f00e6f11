import type { ApiClient, Call, Recovery } from '../http/client';
import type { Endpoint } from '../http/endpoint';
import { ApiError } from '../http/errors/apiError';
import { rethrow } from '../http/errors/rethrow';
import { Unconfirmed, notShown } from './confirm/confirm';
import { type Overlap, sendInBatches } from './sendInBatches';
import type { BatchItem, ItemResult } from './types';

/** What a write of many rows needs to know. */
export interface ReconciledWrite<I, R> {
	/** The call for some of the rows. */
	call: (open: I[]) => Pick<Call, 'path' | 'query' | 'body'>;
	/** Looks up which rows took effect, after a response was lost or did not confirm them. */
	find?: (open: I[]) => Promise<(row: I) => R | undefined>;
	/** Gives each row its result from the response. */
	settle: (open: I[], response: unknown) => Array<ItemResult<R>>;
}

/**
 * Sends a bulk write in batches. After a lost response, if the endpoint says `reconcile`, it looks up which rows took
 * effect and sends only the others again. A row that is known to be done is never sent again, however a refused batch
 * is split. Rows that a response does not confirm are looked up too, but not sent again.
 */
export async function sendReconciled<I extends BatchItem<unknown>, R>(
	client: ApiClient,
	endpoint: Endpoint,
	inputs: readonly I[],
	work: ReconciledWrite<I, R>,
	overlap?: Overlap<I['value']>,
): Promise<Array<ItemResult<R>>> {
	const known = new Map<number, R>();
	const unknown = (batch: I[]): I[] => batch.filter(({ index }) => !known.has(index));
	const send = async (batch: I[], unlessHalted: AbortSignal): Promise<Array<ItemResult<R>>> => {
		let open = unknown(batch);
		const recover = async (): Promise<Recovery> => {
			for (const [index, value] of await found(open, work.find)) known.set(index, value);
			open = unknown(open);
			if (open.length === 0) return { response: null };
			const { query, body } = work.call(open);
			return { again: { query, body } };
		};
		let responded: Array<ItemResult<R>> = [];
		try {
			if (open.length > 0) {
				const response = await client.call(endpoint, {
					...work.call(open),
					unlessHalted,
					...(work.find && endpoint.onLostResponse === 'reconcile' ? { recover } : {}),
				});
				responded = await settleRows(open, response, work);
			}
		} catch (error) {
			rethrow(open.length < batch.length ? withoutRows(error) : error);
		}
		return [...responded, ...batch.flatMap(({ index }) => success(index, known))];
	};
	// A preview shows the request of each row by itself.
	return await sendInBatches(inputs, client.isPreview ? 1 : (endpoint.batch ?? 1), send, overlap);
}

async function found<I extends BatchItem<unknown>, R>(
	open: I[],
	find: ReconciledWrite<I, R>['find'],
): Promise<Map<number, R>> {
	const resultOf = await find?.(open);
	return new Map(
		open.flatMap((row) => {
			const result = resultOf?.(row);
			return result === undefined ? [] : [[row.index, result] as const];
		}),
	);
}

/** Reads the response and looks up what it does not confirm. @throws Unconfirmed when neither mentions any row */
async function settleRows<I extends BatchItem<unknown>, R>(
	open: I[],
	response: unknown,
	work: ReconciledWrite<I, R>,
): Promise<Array<ItemResult<R>>> {
	if (open.length === 0) return [];
	let results: Array<ItemResult<R>>;
	let whole: Unconfirmed | undefined;
	try {
		results = work.settle(open, response);
	} catch (error) {
		if (!(error instanceof Unconfirmed)) rethrow(error);
		whole = error;
		results = open.map(({ index }) => ({ index, ok: false, error }));
	}
	const doubts = new Map(
		results.flatMap((one) => (!one.ok && one.error instanceof Unconfirmed ? [[one.index, one.error] as const] : [])),
	);
	if (doubts.size === 0 || !work.find) return results;
	let done: Map<number, R>;
	try {
		done = await found(
			open.filter(({ index }) => doubts.has(index)),
			work.find,
		);
	} catch (error) {
		if (!(error instanceof ApiError)) rethrow(error);
		if (whole) rethrow(whole);
		return results;
	}
	return results.map((one): ItemResult<R> => {
		const [value, doubt] = [done.get(one.index), doubts.get(one.index)];
		if (value !== undefined) return { index: one.index, ok: true, value };
		return doubt ? { index: one.index, ok: false, error: notShown(doubt) } : one;
	});
}

function success<R>(index: number, known: ReadonlyMap<number, R>): Array<ItemResult<R>> {
	const value = known.get(index);
	return value === undefined ? [] : [{ index, ok: true, value }];
}

/** Row numbers refer to the shortened batch, not to the one that the caller knows. */
const withoutRows = (error: unknown): unknown =>
	error instanceof ApiError ? new ApiError({ ...error.facts, rows: undefined, row: undefined }) : error;
