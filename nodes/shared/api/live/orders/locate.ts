import { addTo } from '../../../domain/multiMap';
import type { Order, OrderKey } from '../../../domain/order/order';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Doubtful } from '../../common/creation/wire';
import type { WithRaw } from '../../ports/types';
import { Doubts } from '../../common/unreadable';
import { doubtAbout, findByNumber, getOrders } from './find';

/**
 * The orders with exactly these numbers in their channels, by the index of the input; usually one or none.
 * @param doubtful receives the errors of inputs whose order, or a further order, may be one that cannot be read
 */
export async function findEach(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<{ orderNumber: string; salesChannelId?: string }>>,
	doubtful: Doubtful,
): Promise<Map<number, Array<WithRaw<Order>>>> {
	const byChannel = new Map<string, Array<BatchItem<{ orderNumber: string }>>>();
	for (const input of inputs) {
		const channel = input.value.salesChannelId ?? '';
		addTo(byChannel, channel, input);
	}
	const known = new Map<number, Array<WithRaw<Order>>>();
	for (const [channel, group] of byChannel) {
		const doubts = new Doubts();
		const found = await findByNumber(
			client,
			group.map(({ value }) => value.orderNumber),
			channel,
			doubts.take,
		);
		const byNumber = new Map<string, Array<WithRaw<Order>>>();
		for (const order of found) addTo(byNumber, order.value.orderNumber, order);
		for (const { index, value } of group) {
			const doubt = doubtAbout(doubts, value);
			if (doubt) doubtful.set(index, doubt);
			known.set(index, byNumber.get(value.orderNumber) ?? []);
		}
	}
	return known;
}

/** An input with the order that it identifies. */
export interface Located<Input> {
	input: Input;
	order: WithRaw<Order>;
}

/** Looks up the orders that the inputs identify; a missing order fails only its own input. */
export async function locate<Input extends { key: OrderKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
): Promise<{ found: Array<BatchItem<Located<Input>>>; missing: Array<ItemResult<never>> }> {
	const byIndex = new Map(inputs.map(({ index, value }) => [index, value]));
	const found: Array<BatchItem<Located<Input>>> = [];
	const absent: Array<ItemResult<never>> = [];
	for (const outcome of await getOrders(
		client,
		inputs.map(({ index, value }) => ({ index, value: value.key })),
	)) {
		const input = byIndex.get(outcome.index);
		if (!outcome.ok) absent.push(outcome);
		else if (input) found.push({ index: outcome.index, value: { input, order: outcome.value } });
	}
	return { found, missing: absent };
}

/** Completes order keys for the service: a number alone is not enough, so those orders are looked up. */
export async function nameWhole<Input extends { key: OrderKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
): Promise<{ named: Array<BatchItem<Input>>; missing: Array<ItemResult<never>> }> {
	const isWhole = ({ value: { key } }: BatchItem<Input>): boolean =>
		'orderId' in key || key.salesChannelId !== undefined;
	const short = inputs.filter((input) => !isWhole(input));
	if (short.length === 0) return { named: [...inputs], missing: [] };
	const { found, missing } = await locate(client, short);
	const looked = found.map(({ index, value: { input, order } }) => ({
		index,
		value: { ...input, key: { orderId: order.value.orderId } },
	}));
	return { named: [...inputs.filter(isWhole), ...looked], missing };
}

/** Rereads orders, by the index of the input; orders that no longer exist are left out. */
export async function lookAgain(
	client: ApiClient,
	located: ReadonlyArray<BatchItem<Pick<Located<unknown>, 'order'>>>,
): Promise<Map<number, WithRaw<Order>>> {
	const now = await getOrders(
		client,
		located.map(({ index, value }) => ({ index, value: { orderId: value.order.value.orderId } })),
	);
	return new Map(now.flatMap((outcome) => (outcome.ok ? [[outcome.index, outcome.value] as const] : [])));
}
