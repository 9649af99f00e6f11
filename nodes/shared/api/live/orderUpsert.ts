import { InputError } from '../../domain/inputError';
import type { CreatedOrder, NewOrder, Order, OrderChange, OrderUpsert } from '../../domain/order';
import { type Outcome, type Placed, stops } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import * as z from '../../vendor/zod';
import { unchanged } from '../orderDifference';
import type { CreateOptions, Sourced } from '../port';
import { refuseRepeats } from '../repeats';
import { createOrders, keyOf } from './orderCreate';
import { setFieldValues } from './orderFields';
import { findEach, lookAgain } from './orderLocate';
import { updateOrders } from './orderUpdate';
import { orderChange } from './orderWrite';
import { prepare } from './prepare';

type Done = Outcome<Sourced<CreatedOrder>>;
type Input = Placed<OrderUpsert>;
/** A change of an order that is there, and what of it can be sent. */
interface Planned {
	change: OrderChange;
	sends: boolean;
	notSent: string[];
}

/** Creates the orders that are not there, and changes those that are. The numbers are looked up in as few calls as they fit in; a lost answer creates nothing twice. */
export async function createOrUpdateOrders(client: ApiClient, orders: readonly Input[], options: CreateOptions): Promise<Done[]> {
	const { good, bad } = prepare(orders, withChannel, new Map());
	const { once, repeats } = refuseRepeats(good, keyOf, ({ orderNumber }) => `order number ${orderNumber}`, 'Order Number');
	const existing = new Map<number, Sourced<Order>>();
	const fresh: Array<Placed<NewOrder>> = [];
	const lacking: Done[] = [];
	const doubtful = new Map<number, Error>();
	const found = await findEach(client, once, doubtful);
	for (const { index, value } of once) {
		const [order, other] = found.get(index) ?? [];
		const doubt = doubtful.get(index);
		if (doubt) lacking.push({ index, ok: false, error: doubt });
		else if (other) lacking.push({ index, ok: false, error: severalHave(value.orderNumber) });
		else if (order) existing.set(index, order);
		else if (value.order instanceof InputError) lacking.push({ index, ok: false, error: value.order });
		else fresh.push({ index, value: value.order });
	}
	const created = await createOrders(client, fresh, { ...options, lookUpFirst: false });
	const trouble = created.find((outcome) => !outcome.ok && stops(outcome.error));
	const known = once.filter(({ index }) => existing.has(index));
	// What stopped the creation would stop the changes too.
	const changed = trouble && !trouble.ok ? known.map(({ index }): Done => ({ index, ok: false, error: trouble.error })) : await change(client, known, existing);
	return [...bad, ...repeats, ...lacking, ...created, ...changed];
}

const severalHave = (orderNumber: string): InputError =>
	new InputError('Order Number', `Several orders of the channel have the number ${orderNumber}.`, 'Change the right one with Update, by its order ID.');

function withChannel(order: OrderUpsert): OrderUpsert {
	if (order.salesChannelId) return order;
	throw new InputError('Sales Channel', 'A sales channel is required.', 'Choose the channel that the order belongs to.');
}

async function change(client: ApiClient, inputs: readonly Input[], existing: ReadonlyMap<number, Sourced<Order>>): Promise<Done[]> {
	const plans = new Map<number, Planned>();
	const orderOf = (index: number): Sourced<Order> => existing.get(index) as Sourced<Order>;
	const placed = inputs.map(({ index, value }) => ({ index, value: { given: value, order: orderOf(index) } }));
	const { good, bad } = prepare(placed, ({ given, order }) => plan(given, order), plans);
	const changes = good.flatMap(({ index }) => {
		const planned = plans.get(index);
		return planned?.sends ? [{ index, value: planned.change }] : [];
	});
	const updated = new Map((await updateOrders(client, changes)).map((outcome) => [outcome.index, outcome]));
	const withFields = good.flatMap(({ index, value: { given, order } }) => {
		if (!given.customFields?.length || updated.get(index)?.ok === false) return [];
		return [{ index, value: { orderId: order.value.orderId, settings: given.customFields } }];
	});
	const fields = new Map((await setFieldValues(client, withFields)).map((outcome) => [outcome.index, outcome]));
	const touched = good.filter(({ index }) => updated.has(index) || fields.has(index));
	// A payment date may move an order on, so its status is read again; should that fail, the change has been made all the same.
	const now = await lookAgain(client, touched).catch(() => existing);
	const done = good.map(({ index }): Done => {
		const refused = [updated.get(index), fields.get(index)].find((outcome) => outcome?.ok === false);
		if (refused && !refused.ok) return { index, ok: false, error: refused.error };
		const was = orderOf(index);
		const { value, source } = now.get(index) ?? was;
		const { orderId, orderNumber, status, lifecycle } = value;
		const outcome = touched.some((one) => one.index === index) ? 'updated' : 'existing';
		return { index, ok: true, value: { value: { outcome, orderId, orderNumber, status, lifecycle, notSent: plans.get(index)?.notSent ?? [] }, source } };
	});
	return [...bad, ...done];
}

const discounted = z.looseObject({ discount: z.looseObject({ amount: z.number().nullish() }).nullish() });

function plan(given: OrderUpsert, { value, source }: Sourced<Order>): Planned {
	const change: OrderChange = { key: { orderId: value.orderId }, shipTo: given.shipTo, details: given.details, currency: value.currency ?? undefined };
	const wire = orderChange(change);
	const discount = discounted.safeParse(source).data?.discount?.amount ?? 0;
	return { change, sends: Boolean(wire.header ?? wire.notes), notSent: unchanged(given, value, wire.notSent, discount) };
}
