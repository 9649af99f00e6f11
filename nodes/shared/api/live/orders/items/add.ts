import { InputProblem } from '../../../../domain/inputProblem';
import type { OrderLine } from '../../../../domain/order/order';
import type { ItemAddition, ItemReceipt } from '../../../../domain/order/orderItem';
import { isIndeterminate } from '../../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import { write } from '../../../../batch/write';
import type { ApiClient } from '../../../../http/client';
import type { WithRaw } from '../../../ports/types';
import { LIVE } from '../../catalogue';
import { type Located, locate, lookAgain } from '../locate';
import { checked, newLine } from '../write';

type Receipt = ItemResult<WithRaw<ItemReceipt>>;
type Addition = BatchItem<Located<ItemAddition>>;

/**
 * Adds items to orders, one call per order. A call whose response is lost is not repeated, because the goods would ship
 * twice. The order is read afterwards: it has the IDs of the new items and shows whether such a call took effect.
 */
export async function addItems(
	client: ApiClient,
	additions: ReadonlyArray<BatchItem<ItemAddition>>,
): Promise<Receipt[]> {
	const { found, missing } = await locate(client, additions);
	const added = await write(client, found, {
		groupBy: ({ order }) => order.value.orderId,
		sendGroup: async (group) => addToOrder(client, group),
	});
	return [...missing, ...added];
}

async function addToOrder(client: ApiClient, group: Addition[]): Promise<Receipt[]> {
	const [first] = group;
	if (!first) return [];
	const { orderId } = first.value.order.value;
	const sent = await write(client, group, {
		build: lineBody,
		endpoint: LIVE.addOrderItems,
		oneAtATime: true,
		call: (rows) => ({ path: { orderId }, body: rows.map(({ body }) => body) }),
		settle: {
			names: ({ input, order }) => ({ orderId: order.value.orderId, listingSku: input.line.sku }),
			succeed: (_row, _result, response) => response,
		},
	});
	const inDoubt = sent.filter((one) => one.ok || isIndeterminate(one.error));
	const fresh = inDoubt.length > 0 ? await freshLines(client, first) : [];
	const byIndex = new Map(group.map((addition) => [addition.index, addition]));
	return sent.map((one) => settled(one, byIndex.get(one.index), fresh));
}

function lineBody({ input, order }: Located<ItemAddition>): Record<string, unknown> {
	const { currency, orderNumber } = order.value;
	if (!currency) throw new InputProblem({ problem: 'currencyUnknownOfOrder', field: 'unitPrice', orderNumber });
	return checked(newLine(input.line, currency));
}

/** The order's new items. A failure to read them does not fail the addition. */
async function freshLines(client: ApiClient, one: Addition): Promise<OrderLine[]> {
	const before = new Set(one.value.order.value.lines.map(({ lineId }) => lineId));
	const now = await lookAgain(client, [one]).catch(() => undefined);
	return (now?.get(one.index)?.value.lines ?? []).filter(({ lineId }) => !before.has(lineId));
}

/** Takes the addition's new item out of those that are left. */
function settled(outcome: ItemResult<unknown>, addition: Addition | undefined, fresh: OrderLine[]): Receipt {
	const { index } = outcome;
	if (!addition) return { index, ok: false, error: new Error('An outcome without its input.') };
	const { input, order } = addition.value;
	const at =
		outcome.ok || isIndeterminate(outcome.error)
			? fresh.findIndex(({ sku, quantity }) => sku === input.line.sku && quantity === input.line.quantity)
			: -1;
	const [line] = at >= 0 ? fresh.splice(at, 1) : [];
	if (!outcome.ok && !line) return { index, ok: false, error: outcome.error };
	const { orderId, orderNumber } = order.value;
	const value: ItemReceipt = {
		outcome: 'added',
		orderId,
		orderNumber,
		orderItemId: line?.lineId ?? null,
		sku: input.line.sku,
	};
	return { index, ok: true, value: { value, raw: outcome.ok ? outcome.value : {} } };
}
