import { type InputField, InputProblem } from '../../../../domain/inputProblem';
import type { Order, OrderKey, OrderLine } from '../../../../domain/order/order';
import type { ItemChange, ItemKey, ItemReceipt, ItemRemoval } from '../../../../domain/order/orderItem';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import type { RowRules } from '../../../../batch/confirm/confirmRows';
import type { WithRaw } from '../../../ports/types';
import type { OrderItemsPort } from '../../../ports/orders';
import { rejectDuplicates } from '../../../../batch/rejectDuplicates';
import { shows } from '../../../../batch/confirm/shows';
import { failAllOnError } from '../../../../batch/failAllOnError';
import { bulkOutcomes } from '../../wire/bulk';
import { LIVE } from '../../catalogue';
import { addItems } from './add';
import { alone, eachOrder } from './group';
import { type Located, locate, lookAgain } from '../locate';
import { checked, wireId } from '../write';
import { buildBodies } from '../../../../batch/buildBodies';
import { sendReconciled } from '../../../../batch/sendReconciled';

type Receipt = ItemResult<WithRaw<ItemReceipt>>;
/** A line of an order that something is to be done with. */
type Line<Input> = BatchItem<Located<Input> & { line: OrderLine; itemId: number }>;

/** The lines of orders on the live API. */
export const liveOrderItems = (client: ApiClient): OrderItemsPort => ({
	add: async (additions) => failAllOnError(additions, async (all) => addItems(client, all)),
	update: async (changes) =>
		failAllOnError(changes, async (all) => {
			const { lines, bad } = await findLines(client, all);
			return [...bad, ...(await eachOrder(lines, async (group) => updateLines(client, group)))];
		}),
	remove: async (removals) =>
		failAllOnError(removals, async (all) => {
			const { lines, bad } = await findLines(client, all);
			return [...bad, ...(await eachOrder(lines, async (group) => removeLines(client, group)))];
		}),
});

async function findLines<Input extends { key: OrderKey; item: ItemKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
): Promise<{ lines: Array<Line<Input>>; bad: Receipt[] }> {
	const { found, missing } = await locate(client, inputs);
	const lineOf = new Map<number, OrderLine>();
	const { good, bad } = buildBodies(found, ({ input, order }) => findLine(order.value, input.item), lineOf);
	const lines = good.flatMap(({ index, value }) => {
		const line = lineOf.get(index);
		return line ? [{ index, value: { ...value, line, itemId: wireId(line.lineId ?? '', 'orderItem') } }] : [];
	});
	const { once, repeats } = rejectDuplicates(
		lines,
		({ itemId }) => String(itemId),
		({ order, line }) => `the line ${line.sku} of order ${order.value.orderNumber}`,
		'orderItem',
	);
	return { lines: once, bad: [...missing, ...bad, ...repeats] };
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
	const [first] = group;
	if (!first) return [];
	const { orderId } = first.value.order.value;
	const bodies = new Map<number, Record<string, unknown>>();
	const { good, bad } = buildBodies(
		group,
		({ input, order, itemId }) => changeBody(input, order.value, itemId),
		bodies,
	);
	const sent = await alone(client, LIVE.updateOrderItems, async () =>
		sendReconciled<Line<ItemChange>['value'], unknown>(client, LIVE.updateOrderItems, good, {
			path: { orderId },
			body: (open) => open.map(({ index }) => bodies.get(index)),
			done: async (open) => {
				const lines = await linesNow(client, open);
				const changed = open.filter(({ value }) =>
					shows(
						lines?.find(({ lineId }) => lineId === value.line.lineId),
						wantedOf(value.input),
					),
				);
				return new Map(changed.map(({ index }) => [index, {}]));
			},
			outcomes: (open, response) => bulkOutcomes(LIVE.updateOrderItems, open, response, rules(response)),
		}),
	);
	return [...bad, ...described(group, sent, 'updated')];
}

/** How a line is as it should be. */
const wantedOf = ({ quantity, unitPrice, discount, notes }: ItemChange): Partial<OrderLine> => ({
	quantity,
	unitPrice,
	discount,
	notes,
});

/** The lines of the order now; undefined when the order is not found. */
async function linesNow(client: ApiClient, open: ReadonlyArray<Line<unknown>>): Promise<OrderLine[] | undefined> {
	const [order] = [...(await lookAgain(client, open.slice(0, 1))).values()];
	return order?.value.lines;
}

/** The answer has one result for the whole order. */
const rules = (response: unknown): RowRules<Line<unknown>['value'], unknown> => ({
	names: ({ order, itemId }) => ({ orderId: order.value.orderId, orderItemId: itemId }),
	succeed: () => response,
});

/** The body of one line (postOrderItem). */
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
	const [first] = group;
	if (!first) return [];
	const sent = await alone(client, LIVE.removeOrderItems, async () =>
		sendReconciled<Line<ItemRemoval>['value'], unknown>(client, LIVE.removeOrderItems, group, {
			path: { orderId: first.value.order.value.orderId },
			query: (open) => ({ orderItemIds: open.map(({ value }) => value.itemId) }),
			done: async (open) => {
				const lines = await linesNow(client, open);
				const left = new Set(lines?.map(({ lineId }) => lineId));
				return new Map(
					lines ? open.filter(({ value }) => !left.has(value.line.lineId)).map(({ index }) => [index, {}]) : [],
				);
			},
			outcomes: (open, response) => bulkOutcomes(LIVE.removeOrderItems, open, response, rules(response)),
		}),
	);
	return described(group, sent, 'removed');
}

/** The outcomes with the line that each is of. */
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
