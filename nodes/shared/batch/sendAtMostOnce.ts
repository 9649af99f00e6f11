import { itemsText } from '../domain/itemNumbers';
import { ApiError, abortsRun } from '../http/errors/apiError';
import { rethrow } from '../http/errors/rethrow';
import { sendInBatches } from './sendInBatches';
import type { BatchItem, ItemResult } from './types';

/**
 * Sends, in batches, what must not be sent twice (`onLostResponse: 'fail'`). After a lost response the result of all
 * inputs in that call is unknown, and their error names them. Otherwise it works like `sendInBatches`.
 */
export const sendAtMostOnce = async <I extends BatchItem<unknown>, R>(
	inputs: readonly I[],
	size: number,
	send: (batch: I[]) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> =>
	await sendInBatches(inputs, size, async (batch) => {
		try {
			return await send(batch);
		} catch (error) {
			const [first] = batch;
			// An error of a single input, such as an unknown ID, does not affect the others.
			if (first && batch.length === 1 && error instanceof ApiError && !abortsRun(error))
				return [{ index: first.index, ok: false, error }];
			rethrow(error instanceof ApiError && error.kind === 'indeterminate' ? inDoubt(error, batch) : error);
		}
	});

const inDoubt = (error: ApiError, batch: ReadonlyArray<BatchItem<unknown>>): ApiError =>
	new ApiError({
		...error.facts,
		message:
			batch.length === 1
				? `${error.message} It is not sent again, because it might then be done twice.`
				: `${error.message} ${itemsText(batch.map(({ index }) => index))} went in that one call; they are not ` +
					'sent again, because they might then be done twice.',
	});
