import type { StockMovement, StockMovementReceipt } from '../../../domain/stock/stockMovement';
import type { ItemResult, BatchItem } from '../../../batch/types';
import { write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import type { WithRaw } from '../../ports/types';
import { LIVE } from '../catalogue';
import { placeFields, placeNames, readResult, wireQuantity } from './rows';

/** The two directions, and the quantity field of each. */
const WAYS = {
	add: { endpoint: LIVE.addStock, field: 'addQuantity', sign: 1 },
	remove: { endpoint: LIVE.removeStock, field: 'removeQuantity', sign: -1 },
} as const;

/** Adds or removes stock. The same place may appear several times in a run: each counts. */
export async function moveLevels(
	client: ApiClient,
	way: keyof typeof WAYS,
	movements: ReadonlyArray<BatchItem<StockMovement>>,
): Promise<Array<ItemResult<WithRaw<StockMovementReceipt>>>> {
	const { endpoint, field, sign } = WAYS[way];
	return await write(client, movements, {
		build: (movement) => ({
			...placeFields(movement),
			[field]: wireQuantity(movement.quantity, 'quantity'),
			...(movement.notes ? { notes: movement.notes } : {}),
		}),
		endpoint,
		settle: {
			names: placeNames,
			succeed: ({ value }, result) => {
				const { available, recordId, raw } = readResult(result);
				const { sku, warehouseId, location = null, quantity } = value;
				return { value: { sku, warehouseId, location, change: sign * quantity, available, recordId }, raw };
			},
		},
	});
}
