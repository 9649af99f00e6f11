import { type InputField, InputProblem } from '../../../domain/inputProblem';
import type { Order } from '../../../domain/order/order';
import type { OrderPart, Split, SplitReceipt } from '../../../domain/order/orderActions';
import { type ApiError, isIndeterminate } from '../../../http/errors/apiError';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import * as z from '../../../vendor/zod';
import { id } from '../../common/parse';
import { Unconfirmed, doubtAbout, notShown } from '../../../batch/confirm/confirm';
import type { WithRaw } from '../../ports/types';
import { write } from '../../../batch/write';
import { LIVE_DIALECT } from '../dialect';
import { LIVE } from '../catalogue';
import { getOrders } from './find';
import { type Located, locate } from './locate';
import { wireId } from './write';

type Receipt = WithRaw<SplitReceipt>;
type Wire = Record<string, unknown>;

const related = z.looseObject({ relatedOrderIds: z.array(id).nullish() });
const relatedIds = (raw: unknown): string[] => (related.safeParse(raw).data?.relatedOrderIds ?? []).map(String);

/**
 * Splits orders, each at most once: a call whose response is lost is not repeated. The order is read afterwards: it
 * shows whether the split took effect, and names the new orders, which the response does not.
 */
export async function splitOrders(
	client: ApiClient,
	splits: ReadonlyArray<BatchItem<Split>>,
): Promise<Array<ItemResult<Receipt>>> {
	const { found, missing } = await locate(client, splits);
	const done = await write(client, found, {
		duplicates: {
			by: ({ order }) => order.value.orderId,
			name: ({ order }) => `order ${order.value.orderNumber}`,
			field: 'order',
		},
		sendEach: async ({ value }) => split(client, value),
	});
	return [...missing, ...done];
}

async function split(client: ApiClient, { input, order }: Located<Split>): Promise<Receipt> {
	const { orderId, orderNumber, currency } = order.value;
	const body = { splitOrders: input.parts.map((part) => toWire(part, currency)) };
	let raw: unknown;
	let doubt: ApiError | undefined;
	try {
		raw = await client.call(LIVE.splitOrder, { path: { orderId }, body });
		doubt = doubtAbout(LIVE.splitOrder, raw, LIVE_DIALECT);
	} catch (error) {
		if (!isIndeterminate(error)) rethrow(error);
		doubt = error;
	}
	const [now] = await getOrders(client, [{ index: 0, value: { orderId } }]).catch(() => []);
	const fresh = now?.ok ? relatedIds(now.value.raw).filter((one) => !relatedIds(order.raw).includes(one)) : [];
	if (doubt && fresh.length === 0 && !(now?.ok && hasLess(now.value.value, order.value))) {
		rethrow(now?.ok && doubt instanceof Unconfirmed ? notShown(doubt) : doubt);
	}
	return { value: { outcome: 'split', orderId, orderNumber, newOrderIds: fresh }, raw: raw ?? {} };
}

const pieces = ({ lines }: Order): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);
const hasLess = (now: Order, before: Order): boolean => pieces(now) < pieces(before);

/** The body for one part (SplitOrder). */
function toWire(part: OrderPart, currency: string | null): Wire {
	const money = (amount: number | undefined, field: InputField): Wire | undefined => {
		if (amount === undefined) return undefined;
		if (!currency) throw new InputProblem({ problem: 'currencyUnknown', field });
		return { amount, currency };
	};
	const wire: Wire = {
		orderItems: part.lines.map(({ sku, quantity }) => ({ listingSku: sku, quantityOrdered: quantity })),
		orderTotal: money(part.orderTotal, 'orderTotal'),
		shippingCost: money(part.shippingCost, 'shippingCost'),
		discount: money(part.discount, 'discount'),
		tax: money(part.tax, 'tax'),
		amountPaid: money(part.amountPaid, 'amountPaid'),
		insuredValue: money(part.insuredValue, 'insuredValue'),
		weight: part.weight,
		labelIds: part.labelIds?.map((label) => wireId(label, 'labelId')),
	};
	return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
}
