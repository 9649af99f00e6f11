import type { StockMovement, StockMovementReceipt } from '../../../domain/stock/stockMovement';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { WithRaw } from '../../ports/types';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { buildBodies } from '../../../batch/buildBodies';
import { sendAtMostOnce } from '../../../batch/sendAtMostOnce';
import { placeFields, placeNames, readResult, wireQuantity } from './rows';

/** The two ways, and the field that each has for the quantity. */
const WAYS = {
	add: { endpoint: LIVE.addStock, field: 'addQuantity', sign: 1 },
	remove: { endpoint: LIVE.removeStock, field: 'removeQuantity', sign: -1 },
} as const;

type Receipt = WithRaw<StockMovementReceipt>;

/** Adds or removes pieces. The same place may come several times in a run: each counts. */
export async function moveLevels(
	client: ApiClient,
	way: keyof typeof WAYS,
	movements: ReadonlyArray<BatchItem<StockMovement>>,
): Promise<Array<ItemResult<Receipt>>> {
	const { endpoint, field, sign } = WAYS[way];
	const bodies = new Map<number, Record<string, unknown>>();
	const row = (movement: StockMovement): Record<string, unknown> => ({
		...placeFields(movement),
		[field]: wireQuantity(movement.quantity, 'quantity'),
		...(movement.notes ? { notes: movement.notes } : {}),
	});
	const { good, bad } = buildBodies(movements, row, bodies);
	const sent = await sendAtMostOnce(good, endpoint.batch ?? 1, async (batch) => {
		const response = await client.call(endpoint, { body: batch.map(({ index }) => bodies.get(index)) });
		return bulkOutcomes(endpoint, batch, response, {
			names: placeNames,
			succeed: ({ value }, result): Receipt => {
				const { available, recordId, raw } = readResult(result);
				const { sku, warehouseId, location = null, quantity } = value;
				return { value: { sku, warehouseId, location, change: sign * quantity, available, recordId }, raw };
			},
		});
	});
	return [...bad, ...sent];
}
