import { InputError } from '../../domain/inputError';
import type { Cancellation, CreatedOrder, NewOrder, Order, OrderChange, OrderFilter, OrderKey } from '../../domain/order';
import { lifecycleOf } from '../../domain/orderStatus';
import { ApiError } from '../../http/apiError';
import { eachAtWidth } from '../../http/batches';
import type { ApiClient, Recovery } from '../../http/client';
import { readPages } from '../../http/pages';
import { asIs } from '../../http/rethrow';
import * as z from '../../vendor/zod';
import { id, readAs, rowsOf } from '../answers';
import type { CreateOptions, ListOptions, OrderReceipt, OrdersPort, Sourced } from '../port';
import { refuseRepeats } from '../repeats';
import { GUIDE } from './catalogue';
import { newOrder, orderChange, readOrder } from './orderMapping';

/** The names under which a list may stand (guide-api: list answers). */
const NAMES = ['data', 'items', 'results', 'orders'];
/** Calls at a time, as the contract takes one order a call; no source gives a limit, so it is kept modest. */
const WIDTH = 4;

/** Orders of the guide's contract. */
export function guideOrders(client: ApiClient): OrdersPort {
	return {
		create: async (orders, options) => {
			const { once, repeats } = refuseRepeats(orders, ({ orderNumber }) => orderNumber, ({ orderNumber }) => `order number ${orderNumber}`, 'Order Number');
			return [...repeats, ...(await eachAtWidth(once, WIDTH, async ({ value }) => create(client, value, options)))];
		},
		get: async (keys) => eachAtWidth(keys, WIDTH, async ({ value }) => get(client, value)),
		list: (filter, options) => list(client, filter, options),
		update: async (changes) => eachAtWidth(changes, WIDTH, async ({ value }) => update(client, value)),
		cancel: async (cancellations) => eachAtWidth(cancellations, WIDTH, async ({ value }) => cancel(client, value)),
	};
}

const createAnswer = z.looseObject({ id: id.nullish(), status: z.string().nullish() }).nullish();

async function create(client: ApiClient, order: NewOrder, options: CreateOptions): Promise<Sourced<CreatedOrder>> {
	const { body, notSent } = newOrder(order);
	const existing = options.lookUpFirst ? await findByNumber(client, order.orderNumber) : undefined;
	if (existing) return created(order.orderNumber, 'existing', existing.value.orderId, existing.value.status, [], existing.source);
	const recover = async (): Promise<Recovery> => {
		const found = await findByNumber(client, order.orderNumber);
		return found ? { answer: found.source } : { again: {} };
	};
	const answer = await client.call(GUIDE.createOrder, { body, recover });
	const read = readAs(createAnswer, answer, GUIDE.createOrder.name);
	return created(order.orderNumber, 'created', read?.id, read?.status, notSent, answer ?? {});
}

const created = (
	orderNumber: string,
	outcome: CreatedOrder['outcome'],
	orderId: string | number | null | undefined,
	status: string | null | undefined,
	notSent: string[],
	source: unknown,
): Sourced<CreatedOrder> => ({
	value: {
		outcome,
		orderId: orderId === null || orderId === undefined ? null : String(orderId),
		orderNumber,
		status: status ?? null,
		lifecycle: status ? lifecycleOf(status) : null,
		notSent,
	},
	source,
});

/** The order of exactly that number. @throws InputError when there are several: guessing would change the wrong one */
async function findByNumber(client: ApiClient, orderNumber: string): Promise<Sourced<Order> | undefined> {
	const found: Array<Sourced<Order>> = [];
	for await (const page of list(client, { orderNumbers: [orderNumber] }, {})) found.push(...page);
	if (found.length > 1) {
		throw new InputError('Order Number', `${found.length} orders have the number ${orderNumber}.`, 'Give the order ID instead.');
	}
	return found[0];
}

async function get(client: ApiClient, key: OrderKey): Promise<Sourced<Order>> {
	if ('orderNumber' in key) {
		const found = await findByNumber(client, key.orderNumber);
		if (!found) throw missing(`number ${key.orderNumber}`, 'Order Number');
		return found;
	}
	try {
		return readOrder(await client.call(GUIDE.getOrder, { path: { id: key.orderId } }), GUIDE.getOrder.name);
	} catch (error) {
		throw error instanceof ApiError && error.kind === 'notFound' ? missing(`ID ${key.orderId}`, 'Order ID') : asIs(error);
	}
}

const missing = (what: string, field: string): ApiError =>
	new ApiError({ kind: 'notFound', message: `There is no order with the ${what}.`, field, endpoint: GUIDE.getOrder.name });

async function* list(client: ApiClient, filter: OrderFilter, options: ListOptions): AsyncGenerator<Array<Sourced<Order>>> {
	// The contract filters by one status and one number a call; several are read one after the other.
	for (const status of filter.statuses ?? [undefined]) {
		for (const orderNumber of filter.orderNumbers ?? [undefined]) {
			const pages = readPages(client, GUIDE.listOrders, {
				query: {
					status,
					order_number: orderNumber,
					warehouse_id: filter.warehouseId,
					created_from: filter.createdFrom,
					created_to: filter.createdTo,
					updated_from: filter.modifiedFrom,
					updated_to: filter.modifiedTo,
				},
				pageSize: options.pageSize,
				rows: (body) => rowsOf(body, GUIDE.listOrders.name, NAMES).map((row) => readOrder(row, GUIDE.listOrders.name)),
				key: ({ value }) => value.orderId,
			});
			for await (const page of pages) {
				const exact = orderNumber === undefined ? page : page.filter(({ value }) => value.orderNumber === orderNumber);
				if (exact.length > 0) yield exact;
			}
		}
	}
}

async function update(client: ApiClient, change: OrderChange): Promise<Sourced<OrderReceipt>> {
	const now = await get(client, change.key);
	const { body, notSent } = orderChange(change, now.value);
	if (Object.keys(body).length === 0) {
		throw new InputError('Update Fields', `The guide's contract has no place for ${notSent.join(', ')}.`, 'Choose a field of the address or the requested shipping.');
	}
	const source = await client.call(GUIDE.updateOrder, { path: { id: now.value.orderId }, body });
	return receipt(now.value, 'updated', notSent, source);
}

async function cancel(client: ApiClient, cancellation: Cancellation): Promise<Sourced<OrderReceipt>> {
	const now = await get(client, cancellation.key);
	if (now.value.lifecycle === 'cancelled') return receipt(now.value, 'alreadyCancelled', [], now.source);
	const source = await client.call(GUIDE.updateOrder, { path: { id: now.value.orderId }, body: { status: 'cancelled' } });
	// The reason and the channel switches belong to the live API; those that say more than their default are reported.
	const notSent = [
		...(cancellation.reason ? ['reason'] : []),
		...(['refundOnChannel', 'emailChannel', 'updateChannel'] as const).filter((field) => cancellation[field]),
	];
	return receipt(now.value, 'cancelled', notSent, source);
}

const receipt = ({ orderId, orderNumber }: Order, outcome: OrderReceipt['outcome'], notSent: string[], source: unknown): Sourced<OrderReceipt> => ({
	value: { orderId, orderNumber, outcome, notSent },
	source: source ?? {},
});

