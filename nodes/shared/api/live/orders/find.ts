import { InputProblem } from '../../../domain/inputProblem';
import { addTo } from '../../../domain/multiMap';
import type { Order, OrderFilter, OrderKey } from '../../../domain/order/order';
import { ApiError } from '../../../http/errors/apiError';
import { chunks } from '../../../domain/chunks';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import type { Query } from '../../../domain/values/query';
import type { ListOptions, WithRaw } from '../../ports/types';
import { queryParts } from '../../common/queryParts';
import { readParts } from '../../common/readParts';
import { readAllRecords, readRecords } from '../../common/records';
import { Doubts } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { readOrder } from './read';
import { wireId } from './write';
import { buildRows } from '../../../batch/buildRows';

/** IDs per look-up: a production client joins 100 into one call (live-api section 4, ESB). */
const LOOK_UP = 100;

const ORDERS = { read: readOrder, key: ({ value }: WithRaw<Order>): string => value.orderId };

/** Lists orders page by page; numbers must match exactly. */
export async function* listOrders(
	client: ApiClient,
	filter: OrderFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Order>>> {
	const numbers = filter.orderNumbers && new Set(filter.orderNumbers);
	for await (const page of readRecords(client, LIVE.listOrders, { ...options, query: listQuery(filter), ...ORDERS })) {
		// The service matches prefixes: 1001 also finds 10010.
		const exact = numbers ? page.filter(({ value }) => numbers.has(value.orderNumber)) : page;
		if (exact.length > 0) yield exact;
	}
}

function listQuery(filter: OrderFilter): Query {
	return {
		status: filter.statuses,
		orderNumber: filter.orderNumbers?.flatMap(orderNumberTerms),
		salesChannelId: filter.salesChannelId ? wireId(filter.salesChannelId, 'salesChannelId') : undefined,
		warehouseId: filter.warehouseId ? wireId(filter.warehouseId, 'warehouseId') : undefined,
		createdDateFrom: filter.createdFrom,
		createdDateTo: filter.createdTo,
		modifiedDateFrom: filter.modifiedFrom,
		modifiedDateTo: filter.modifiedTo,
		orderDateFrom: filter.orderedFrom,
		orderDateTo: filter.orderedTo,
		shipDateFrom: filter.shippedFrom,
		shipDateTo: filter.shippedTo,
	};
}

/**
 * The orders with exactly these numbers (case matters) in a channel, or in all channels if none is given. No order is
 * missed when the list shifts while it is read.
 */
export async function findByNumber(
	client: ApiClient,
	numbers: readonly string[],
	salesChannelId?: string,
	unreadable?: TakeUnreadable,
): Promise<Array<WithRaw<Order>>> {
	const wanted = new Set(numbers);
	const found = new Map<string, WithRaw<Order>>();
	const read = await readParts(queryParts(numbers.flatMap(orderNumberTerms), 'orderNumber'), async (terms) => {
		const query = { ...listQuery({ salesChannelId }), orderNumber: terms };
		return await readAllRecords(client, LIVE.listOrders, { query, ...ORDERS, unreadable });
	});
	for (const order of read.flat()) {
		const { orderId, orderNumber, salesChannel } = order.value;
		const inChannel = !salesChannelId || salesChannel === null || salesChannel.id === salesChannelId;
		if (inChannel && wanted.has(orderNumber)) found.set(orderId, order);
	}
	return [...found.values()];
}

export async function orderById(client: ApiClient, orderId: string): Promise<WithRaw<Order> | undefined> {
	try {
		return readOrder(await client.call(LIVE.getOrder, { path: { orderId } }), LIVE.getOrder.name);
	} catch (error) {
		if (error instanceof ApiError && error.kind === 'notFound') return undefined;
		rethrow(error);
	}
}

async function findById(
	client: ApiClient,
	ids: readonly string[],
	unreadable: TakeUnreadable,
): Promise<Array<WithRaw<Order>>> {
	const [only] = ids;
	if (ids.length === 1 && only) {
		const order = await orderById(client, only);
		return order ? [order] : [];
	}
	const found = await readParts(chunks(ids, LOOK_UP), async (part) =>
		readAllRecords(client, LIVE.listOrders, { query: { orderId: part }, ...ORDERS, unreadable }),
	);
	return found.flat();
}

/** Finds orders by ID or number with as few calls as possible. */
export async function getOrders(
	client: ApiClient,
	keys: ReadonlyArray<BatchItem<OrderKey>>,
): Promise<Array<ItemResult<WithRaw<Order>>>> {
	// Exports write IDs with leading zeros or decimals; the service wants the plain number.
	const { rows, bad } = buildRows(keys, (key) =>
		'orderId' in key ? { orderId: String(wireId(key.orderId, 'orderId')) } : key,
	);
	const ids = new Set<string>();
	const numbersByChannel = new Map<string, Set<string>>();
	for (const { body: key } of rows) {
		if ('orderId' in key) ids.add(key.orderId);
		else {
			const channel = key.salesChannelId ?? '';
			numbersByChannel.set(channel, (numbersByChannel.get(channel) ?? new Set()).add(key.orderNumber));
		}
	}
	const doubts = new Doubts();
	const byId = new Map((await findById(client, [...ids], doubts.take)).map((order) => [order.value.orderId, order]));
	const byNumber = new Map<string, Array<WithRaw<Order>>>();
	for (const [channel, numbers] of numbersByChannel) {
		for (const order of await findByNumber(client, [...numbers], channel === '' ? undefined : channel, doubts.take)) {
			const at = `${channel}\n${order.value.orderNumber}`;
			addTo(byNumber, at, order);
		}
	}
	const found = rows.map(({ index, body: key }): ItemResult<WithRaw<Order>> => {
		const orders =
			'orderId' in key
				? [byId.get(key.orderId)]
				: (byNumber.get(`${key.salesChannelId ?? ''}\n${key.orderNumber}`) ?? []);
		const [order] = orders;
		const doubt = doubtAbout(doubts, key);
		if (doubt && ('orderNumber' in key || !order)) return { index, ok: false, error: doubt };
		if (!order) return { index, ok: false, error: missing(key) };
		if (orders.length > 1) return { index, ok: false, error: ambiguous(key, orders.length) };
		return { index, ok: true, value: order };
	});
	return [...bad, ...found];
}

/** The error for an order that may be one of the unreadable records. */
export const doubtAbout = (doubts: Doubts, key: OrderKey): ApiError | undefined =>
	'orderId' in key
		? doubts.about(`an order with the ID ${key.orderId}`, { orderId: key.orderId })
		: doubts.about(`an order ${key.orderNumber}`, {
				orderNumber: key.orderNumber,
				'salesChannel.salesChannelId': key.salesChannelId,
			});

export const subjectOf = (key: OrderKey): string => ('orderId' in key ? key.orderId : key.orderNumber);

const missing = (key: OrderKey): ApiError =>
	new ApiError({
		kind: 'notFound',
		message:
			'orderId' in key
				? `There is no order with the ID ${key.orderId}.`
				: `There is no order with the number ${key.orderNumber}.`,
		input: 'orderId' in key ? 'orderId' : 'orderNumber',
		subject: subjectOf(key),
		endpoint: LIVE.listOrders.name,
	});

const ambiguous = (key: OrderKey, count: number): InputProblem =>
	new InputProblem({
		problem: 'ambiguousOrder',
		field: 'orderNumber',
		value: subjectOf(key),
		count,
		tellsApart: ['salesChannelId', 'orderId'],
	});

/**
 * The search terms that find one number in the order list. The service matches prefixes, splits values at commas and
 * strips quotation marks around a value (live-api section 4), so a number with such characters must not be sent as it
 * is. A shorter prefix also finds it; the caller drops other matches.
 * A number that begins with such a character has no plain prefix. Which form the service accepts is not established, so
 * every form that may find it is sent.
 */
export function orderNumberTerms(orderNumber: string): string[] {
	const [plain = ''] = orderNumber.split('"');
	const beginning = plain === orderNumber ? plain : plain.replace(/,+$/, '');
	if (beginning !== '' && !beginning.startsWith(',')) return [beginning];
	const [first = ''] = orderNumber.split(',');
	const forms = [
		orderNumber,
		// A quotation mark without its counterpart is part of the value.
		first.startsWith('"') ? first.replace(/(?<=.)"+$/, '') : '',
		plain === '' ? '' : `"${plain}"`,
		`"${orderNumber.replaceAll('"', '""')}"`,
	];
	return [...new Set(forms)].filter((form) => form !== '');
}
