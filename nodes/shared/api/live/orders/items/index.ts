import { type InputField, InputProblem } from '../../../../domain/inputProblem';
import type { Order, OrderKey, OrderLine } from '../../../../domain/order/order';
import type { ItemChange, ItemKey, ItemReceipt, ItemRemoval } from '../../../../domain/order/orderItem';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import type { RowRules } from '../../../../batch/confirm/confirmRows';
import type { WithRaw } from '../../../ports/types';
import type { OrderItemsPort } from '../../../ports/orders';
import { write } from '../../../../batch/write';
import { shows } from '../../../../batch/confirm/shows';
import { failAllOnError } from '../../../../batch/failAllOnError';
import { LIVE } from '../../catalogue';
import { addItems } from './add';
import { type Located, locate, lookAgain } from '../locate';
import { checked, wireId } from '../write';

type Receipt = ItemResult<WithRaw<ItemReceipt>>;
/** An order item with the action to perform on it. */
type Line<Input> = BatchItem<Located<Input> & { line: OrderLine; itemId: number }>;

/** Order items on the live API. */
export const liveOrderItems = (client: ApiClient): OrderItemsPort => ({
	add: async (additions) => failAllOnError(additions, async (all) => addItems(client, all)),
	update: async (changes) =>
		failAllOnError(changes, async (all) => eachOrder(client, all, async (group) => updateLines(client, group))),
	remove: async (removals) =>
		failAllOnError(removals, async (all) => eachOrder(client, all, async (group) => removeLines(client, group))),
});

/** Finds the items that the inputs identify and processes them order by order. */
async function eachOrder<Input extends { key: OrderKey; item: ItemKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
	work: (group: Array<Line<Input>>) => Promise<Receipt[]>,
): Promise<Receipt[]> {
	const { found, missing } = await locate(client, inputs);
	const done = await write(client, found, {
		build: ({ input, order }) => findLine(order.value, input.item),
		sendGroup: async (rows) => {
			const lines = rows.map(({ index, value, body: line }) => ({
				index,
				value: { ...value, line, itemId: wireId(line.lineId ?? '', 'orderItem') },
			}));
			return await write(client, lines, {
				duplicates: {
					by: ({ itemId }) => String(itemId),
					name: ({ order, line }) => `the line ${line.sku} of order ${order.value.orderNumber}`,
					field: 'orderItem',
				},
				groupBy: ({ order }) => order.value.orderId,
				sendGroup: work,
			});
		},
	});
	return [...missing, ...done];
}

function findLine({ orderNumber, lines }: Order, item: ItemKey): OrderLine {
	const found = lines.filter((line) => ('itemId' in item ? line.lineId === item.itemId : line.sku === item.sku));
	const [line, other] = found;
	if (!line) throw new InputProblem({ problem: 'unknownLine', field: 'orderItem', orderNumber, item, lines });
	if (other)
		throw new InputProblem({
			problem: 'ambiguousLine',
			field: 'orderItem',
			orderNumber,
			sku: line.sku,
			count: found.length,
		});
	return line;
}

const success = <Input>({ index, value }: Line<Input>, outcome: ItemReceipt['outcome'], raw: unknown): Receipt => ({
	index,
	ok: true,
	value: {
		value: {
			outcome,
			orderId: value.order.value.orderId,
			orderNumber: value.order.value.orderNumber,
			orderItemId: value.line.lineId,
			sku: value.line.sku,
		},
		raw: raw ?? {},
	},
});

async function updateLines(client: ApiClient, group: Array<Line<ItemChange>>): Promise<Receipt[]> {
	const sent = await write(client, group, {
		build: ({ input, order, itemId }) => changeBody(input, order.value, itemId),
		endpoint: LIVE.updateOrderItems,
		oneAtATime: true,
		call: (rows) => ({ path: pathOf(rows), body: rows.map(({ body }) => body) }),
		settle: RULES,
		find: async (rows) => {
			const lines = await linesNow(client, rows);
			return ({ value: { line, input } }) =>
				shows(
					lines?.find(({ lineId }) => lineId === line.lineId),
					wantedOf(input),
				)
					? {}
					: undefined;
		},
	});
	return described(group, sent, 'updated');
}

const pathOf = (rows: ReadonlyArray<Line<unknown>>): { orderId: string } => ({
	orderId: rows[0]?.value.order.value.orderId ?? '',
});

/** The item's expected values after the change. */
const wantedOf = ({ quantity, unitPrice, discount, notes }: ItemChange): Partial<OrderLine> => ({
	quantity,
	unitPrice,
	discount,
	notes,
});

/** The order's current items; undefined if the order is not found. */
async function linesNow(client: ApiClient, open: ReadonlyArray<Line<unknown>>): Promise<OrderLine[] | undefined> {
	const [order] = [...(await lookAgain(client, open.slice(0, 1))).values()];
	return order?.value.lines;
}

/** The response has one result for the whole order. */
const RULES: RowRules<Line<unknown>, unknown> = {
	names: ({ order, itemId }) => ({ orderId: order.value.orderId, orderItemId: itemId }),
	succeed: (_row, _result, response) => response,
};

/** The body for one item (postOrderItem). */
function changeBody(
	{ quantity, unitPrice, discount, notes }: ItemChange,
	{ currency }: Order,
	itemId: number,
): Record<string, unknown> {
	const money = (amount: number | undefined, field: InputField): unknown => {
		if (amount === undefined) return undefined;
		if (!currency) throw new InputProblem({ problem: 'currencyUnknown', field });
		return { amount, currency };
	};
	return checked({
		orderItemId: itemId,
		quantity,
		unitPrice: money(unitPrice, 'unitPrice'),
		discount: money(discount, 'discount'),
		notes,
	});
}

async function removeLines(client: ApiClient, group: Array<Line<ItemRemoval>>): Promise<Receipt[]> {
	const sent = await write(client, group, {
		endpoint: LIVE.removeOrderItems,
		oneAtATime: true,
		call: (rows) => ({ path: pathOf(rows), query: { orderItemIds: rows.map(({ value }) => value.itemId) } }),
		settle: RULES,
		find: async (rows) => {
			const lines = await linesNow(client, rows);
			const left = new Set(lines?.map(({ lineId }) => lineId));
			return ({ value }) => (lines && !left.has(value.line.lineId) ? {} : undefined);
		},
	});
	return described(group, sent, 'removed');
}

/** Adds to each result the item that it belongs to. */
function described<Input>(
	group: Array<Line<Input>>,
	sent: Array<ItemResult<unknown>>,
	outcome: ItemReceipt['outcome'],
): Receipt[] {
	const byIndex = new Map(group.map((line) => [line.index, line]));
	return sent.flatMap((one) => {
		const line = byIndex.get(one.index);
		if (!line) return [];
		return [one.ok ? success(line, outcome, one.value) : { index: one.index, ok: false as const, error: one.error }];
	});
}
