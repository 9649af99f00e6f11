import type { CreatedOrder, Order } from '../../../domain/order/order';
import { ApiError } from '../../../http/errors/apiError';
import { chunks } from '../../../domain/chunks';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type BatchItem } from '../../../batch/types';
import { rethrow } from '../../../http/errors/rethrow';
import { otherLines } from '../lineDifference';
import type { WithRaw } from '../../ports/types';
import type { Made } from './ledger';
import { findListed } from './lookUp';
import { type Double, canceledDouble, notSeen, sharedNumber } from './notices';
import { settleWaits } from './settle';
import type { Doubtful, Numbered, OrderWire, Wanted } from './wire';

/** Less than the default page size: a single call then shows that these are all rows. */
const AT_ONCE = 99;

/** An order of this run that should appear in lists. */
interface Watched extends Numbered {
	made: Made;
	/** The order as it was sent. */
	order: Wanted['order'];
	/** Other orders with its number, seen before it appears itself. */
	others?: ReadonlyArray<WithRaw<Order>>;
}

export interface Watching {
	settleMs: number;
	cancels: boolean;
}

/**
 * Looks for a second order with each created number: another process does not know this one's locks and may have
 * created it at the same time. Looks until this run's own order appears, because a list without it might lack the other
 * one too. Whoever looks last finds both.
 */
export async function watchForDoubles(
	wire: OrderWire,
	created: ReadonlyArray<BatchItem<Watched>>,
	{ settleMs, cancels }: Watching,
): Promise<void> {
	let hidden = [...created];
	let problem = '';
	try {
		for (const wait of [0, ...settleWaits(settleMs)]) {
			if (hidden.length === 0) return;
			if (wait > 0) await wire.client.wait(wait);
			hidden = await look(wire, hidden, cancels);
		}
	} catch (error) {
		if (!(error instanceof ApiError)) rethrow(error);
		problem = error.message;
	}
	for (const { value } of hidden) add(value.made, notSeen(value.made.created.value, problem, value.others ?? []));
}

/** @returns the orders that do not appear yet */
async function look(
	wire: OrderWire,
	watched: ReadonlyArray<BatchItem<Watched>>,
	cancels: boolean,
): Promise<Array<BatchItem<Watched>>> {
	const hidden: Array<BatchItem<Watched>> = [];
	const parts = chunks(watched, AT_ONCE).map((value, index) => ({ index, value }));
	const looked = await mapConcurrent(parts, wire.concurrency, async ({ value: part }) => {
		const doubtful: Doubtful = new Map();
		return { part, doubtful, found: await findListed(wire, part, doubtful) };
	});
	for (const look of looked.sort((one, other) => one.index - other.index)) {
		if (!look.ok) rethrow(look.error);
		const { part, doubtful, found } = look.value;
		for (const one of part) {
			const orders = found.get(one.index) ?? [];
			const doubt = doubtful.get(one.index);
			const { made } = one.value;
			// Another look would not make it readable.
			if (doubt) add(made, notSeen(made.created.value, doubt.message, []));
			if (orders.length > 0 ? !(await compare(wire, one.value, orders, cancels)) && !doubt : !doubt) hidden.push(one);
		}
	}
	return hidden;
}

/** @returns whether this run's order is among those that appear */
async function compare(
	wire: OrderWire,
	watched: Watched,
	orders: ReadonlyArray<WithRaw<Order>>,
	cancels: boolean,
): Promise<boolean> {
	const { made } = watched;
	const all = [...orders].sort(older);
	const own = all.find(({ value }) => value.orderId === made.ownId);
	if (made.ownId !== undefined && !own) {
		const named = await wire.byId(made.ownId);
		if (!named || named.value.orderNumber === watched.orderNumber) {
			watched.others = all;
			return false;
		}
		// The response to the creation had the ID of another order.
		made.ownId = undefined;
	}
	const shown = own ?? all[0];
	const { orderId, status, lifecycle } = shown?.value ?? made.created.value;
	Object.assign(made.created.value, { orderId, status, lifecycle });
	if (all.length === 1) return true;
	const kept = all.find(({ value }) => value.lifecycle !== 'cancelled');
	if (cancels && own && kept && kept !== own) await cancelOwn(wire, watched, kept, { own, all });
	else add(made, sharedNumber(made.created.value, { own, all }));
	return true;
}

/**
 * Cancels this run's order if another one with the same number is older. Every run decides by the same rule, so one of
 * them stays.
 */
async function cancelOwn(
	wire: OrderWire,
	{ made, order }: Watched,
	kept: WithRaw<Order>,
	double: Double & { own: WithRaw<Order> },
): Promise<void> {
	const { value } = made.created;
	if (double.own.value.lifecycle !== 'cancelled') {
		try {
			await cancel(wire, double.own.value.orderId, kept.value.orderId);
		} catch (error) {
			if (!(error instanceof ApiError)) rethrow(error);
			return add(made, sharedNumber(value, double, error.message));
		}
	}
	const { orderId, status, lifecycle } = kept.value;
	Object.assign(value, { outcome: 'existing', orderId, status, lifecycle });
	made.created.raw = kept.raw;
	add(made, canceledDouble(value, kept, double));
	const { otherLines: differing, notice } = otherLines(order, kept.value, 'It was');
	if (notice) Object.assign(value, { otherLines: differing, notice: [value.notice, notice].filter(Boolean).join(' ') });
}

/** A response to a cancellation proves nothing: the order itself must show it. */
async function cancel(wire: OrderWire, orderId: string, keptId: string): Promise<void> {
	await wire.cancel(orderId, `Duplicate of order ${keptId}`);
	const now = await wire.byId(orderId);
	if (now?.value.lifecycle === 'cancelled') return;
	throw new ApiError({
		kind: 'rowRefused',
		message: `Its status is ${now?.value.status ?? 'unknown'}.`,
		subject: orderId,
	});
}

/** Marks an existing order whose number others have too. */
export function markShared(created: CreatedOrder, orders: ReadonlyArray<WithRaw<Order>>): void {
	if (orders.length > 1)
		Object.assign(created, sharedNumber(created, { own: undefined, all: [...orders].sort(older) }));
}

function add({ created: { value } }: Made, { notice, ...more }: Pick<CreatedOrder, 'notice' | 'otherOrderIds'>): void {
	Object.assign(value, more, { notice: [value.notice, notice].filter(Boolean).join(' ') });
}

/** Sorts older orders first, and by ID within the same second. */
export function older({ value: one }: WithRaw<Order>, { value: other }: WithRaw<Order>): number {
	if (one.createdAt && other.createdAt && one.createdAt !== other.createdAt)
		return one.createdAt < other.createdAt ? -1 : 1;
	return one.orderId.length - other.orderId.length || (one.orderId < other.orderId ? -1 : 1);
}
