import { itemsText } from '../../domain/itemNumbers';
import { ApiError } from '../../http/apiError';
import { type Outcome, type Placed, sendInBatches, stops } from '../../http/batches';
import { asIs } from '../../http/rethrow';

/**
 * Sends, in batches, what must not be sent a second time (rows of the catalogue that say `never`). After a lost answer
 * the inputs of that call are in doubt, and their
 * error names them all. Everything else is as in `sendInBatches`.
 */
export const sendOnce = async <T, R>(
	inputs: ReadonlyArray<Placed<T>>,
	size: number,
	send: (batch: Array<Placed<T>>) => Promise<Array<Outcome<R>>>,
): Promise<Array<Outcome<R>>> =>
	await sendInBatches(inputs, size, async (batch) => {
		try {
			return await send(batch);
		} catch (error) {
			const [first] = batch;
			// Trouble of a single input, for example an id that is not there, is not the others'.
			if (first && batch.length === 1 && error instanceof ApiError && !stops(error))
				return [{ index: first.index, ok: false, error }];
			throw asIs(error instanceof ApiError && error.kind === 'effectUnknown' ? inDoubt(error, batch) : error);
		}
	});

const inDoubt = (error: ApiError, batch: ReadonlyArray<Placed<unknown>>): ApiError =>
	new ApiError({
		...error.facts,
		message:
			batch.length === 1
				? `${error.message} It is not sent again, because it might then be done twice.`
				: `${error.message} ${itemsText(batch.map(({ index }) => index))} went in that one call; they are not ` +
					'sent again, because they might then be done twice.',
	});
