import { itemsText } from '../domain/itemNumbers';
import { ApiError } from '../http/errors/apiError';
import { sendInBatches } from './sendInBatches';
import { abortsRun } from '../http/errors/apiError';
import { type ItemResult, type BatchItem } from './types';
import { rethrow } from '../http/errors/rethrow';

/**
 * Sends, in batches, what must not be sent a second time (rows of the catalogue that say `never`). After a lost answer
 * the inputs of that call are in doubt, and their
 * error names them all. Everything else is as in `sendInBatches`.
 */
export const sendAtMostOnce = async <T, R>(
	inputs: ReadonlyArray<BatchItem<T>>,
	size: number,
	send: (batch: Array<BatchItem<T>>) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> =>
	await sendInBatches(inputs, size, async (batch) => {
		try {
			return await send(batch);
		} catch (error) {
			const [first] = batch;
			// Trouble of a single input, for example an id that is not there, is not the others'.
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
