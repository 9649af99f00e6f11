import type { StockMovement, StockMovementReceipt } from '../../domain/stockMovement';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { Sourced } from '../port';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { prepare } from './prepare';
import { sendOnce } from './sendOnce';
import { placeFields, placeNames, readResult, wireQuantity } from './stockRows';

/** The two ways, and the field that each has for the quantity. */
const WAYS = {
	add: { endpoint: LIVE.addStock, field: 'addQuantity', sign: 1 },
	remove: { endpoint: LIVE.removeStock, field: 'removeQuantity', sign: -1 },
} as const;

type Receipt = Sourced<StockMovementReceipt>;

/** Adds or removes pieces. The same place may come several times in a run: each counts. */
export async function moveLevels(
	client: ApiClient,
	way: keyof typeof WAYS,
	movements: ReadonlyArray<Placed<StockMovement>>,
): Promise<Array<Outcome<Receipt>>> {
	const { endpoint, field, sign } = WAYS[way];
	const bodies = new Map<number, Record<string, unknown>>();
	const row = (movement: StockMovement): Record<string, unknown> => ({
		...placeFields(movement),
		[field]: wireQuantity(movement.quantity, 'Quantity'),
		...(movement.notes ? { notes: movement.notes } : {}),
	});
	const { good, bad } = prepare(movements, row, bodies);
	const sent = await sendOnce(good, endpoint.batch ?? 1, async (batch) => {
		const answer = await client.call(endpoint, { body: batch.map(({ index }) => bodies.get(index)) });
		return bulkOutcomes(endpoint, batch, answer, {
			names: placeNames,
			succeed: ({ value }, result): Receipt => {
				const { available, recordId, source } = readResult(result);
				const { sku, warehouseId, location = null, quantity } = value;
				return { value: { sku, warehouseId, location, change: sign * quantity, available, recordId }, source };
			},
		});
	});
	return [...bad, ...sent];
}
