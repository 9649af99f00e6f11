import type { Call, Handlers } from '../http/call';
import { pathId } from '../http/call';
import { notFound, Reply } from '../http/problem';
import type { Order } from '../model/order';
import { ORDER_STATUSES } from '../model/order';
import { compareBy } from '../store/orderBook';
import { ordersText } from '../store/orderText';
import { orderView } from '../store/orderView';
import { pageOf } from '../store/table';

type Test = (order: Order) => boolean;

/** Both ends of date filters are taken as inclusive (not established). */
function between(call: Call, from: string, to: string, read: (order: Order) => number | null): Test | undefined {
	const first = call.query.time(from);
	const last = call.query.time(to);
	if (first === undefined && last === undefined) return undefined;
	return (order) => {
		const time = read(order);
		return time !== null && (first === undefined || time >= first) && (last === undefined || time <= last);
	};
}

function oneOf<T>(values: readonly T[], read: (order: Order) => T): Test | undefined {
	if (values.length === 0) return undefined;
	const wanted = new Set(values);
	return (order) => wanted.has(read(order));
}

function filters(call: Call): Test[] {
	const { query } = call;
	const channel = query.id('salesChannelId');
	const warehouse = query.id('warehouseId');
	const external = query.flag('external');
	const products = new Set(query.numbers('productId'));
	const tests: Array<Test | undefined> = [
		call.service.visibility.lists === 0 ? undefined : (order) => call.service.shows(order, 'lists'),
		between(call, 'createdDateFrom', 'createdDateTo', (order) => order.created),
		between(call, 'modifiedDateFrom', 'modifiedDateTo', (order) => order.modified),
		between(call, 'orderDateFrom', 'orderDateTo', (order) => order.ordered),
		between(call, 'paymentDateFrom', 'paymentDateTo', (order) => order.paid),
		between(call, 'shipDateFrom', 'shipDateTo', (order) => order.shipped),
		oneOf(query.texts('status'), (order) => order.orderStatus),
		oneOf(query.texts('unresolvedStatus'), (order) => order.unresolvedStatus),
		channel === undefined ? undefined : (order) => order.salesChannelId === channel,
		warehouse === undefined ? undefined : (order) => order.warehouseId === warehouse,
		external === undefined ? undefined : (order) => order.external === external,
		products.size === 0
			? undefined
			: (order) => order.items.some((item) => item.productId !== null && products.has(item.productId)),
	];
	return tests.filter((test): test is Test => test !== undefined);
}

/** Id and number filters narrow the candidates by index; everything else is tested row by row. */
function candidates(call: Call): readonly Order[] {
	const { book } = call.store;
	const ids = call.query.numbers('orderId');
	const numbers = call.query.texts('orderNumber');
	if (ids.length === 0 && numbers.length === 0) return book.inOrder(call.service.ordering);
	let found =
		numbers.length > 0
			? book.startingWith(numbers)
			: [...new Set(ids)].map((id) => book.orders.get(id)).filter((order): order is Order => order !== undefined);
	if (numbers.length > 0 && ids.length > 0) found = found.filter((order) => ids.includes(order.orderId));
	return found.sort(compareBy(call.service.ordering));
}

/** Rows of one page of the order list. */
export function listOrders(call: Call): Order[] {
	const tests = filters(call);
	return pageOf(
		candidates(call),
		call.page,
		call.limit,
		tests.length === 0 ? undefined : (order) => tests.every((test) => test(order)),
	);
}

export function orderById(call: Call, id = pathId(call, 'orderId')): Order {
	const order = call.store.book.orders.get(id);
	if (!order || !call.service.shows(order, 'byId')) throw notFound('Order', id);
	return order;
}

const numbered = (values: readonly string[]): Array<{ id: number; status: string }> =>
	values.map((status, at) => ({ id: at + 1, status }));

export const orderQueryHandlers: Handlers = {
	'orders.list': (call) => new Reply(200, ordersText(listOrders(call), call.store)),
	'orders.get': (call) => orderView(orderById(call), call.store),
	'orders.statuses': ({ service }) => ({
		statuses: numbered(ORDER_STATUSES),
		unresolvedStatuses: numbered(service.live.enums['UnresolvedStatus'] ?? []),
	}),
};
