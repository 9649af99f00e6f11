import type { NewOrder, Order } from '../../../domain/order/order';
import type { WithRaw } from '../../ports/types';
import type { Batch } from './wire';

/**
 * Which of the orders that were sent an answer means that lists one under another number: the one that has its
 * number, or else has the same recipient, goods and channel. Of several the one with the most similar number, or at
 * its place in the answer; no guess beyond that.
 * @param atItsPlace the order that was sent at the place where the answer lists this one
 */
export function meantBy(
	order: WithRaw<Order>,
	open: Batch,
	atItsPlace: Batch[number] | undefined,
): Batch[number] | undefined {
	const { orderNumber } = order.value;
	const { salesChannel } = order.value;
	const inChannel = open.filter(({ value }) => salesChannel === null || salesChannel.id === value.salesChannelId);
	const exact = inChannel.find(({ value }) => value.orderNumber === orderNumber);
	if (exact) return exact;
	const alike = inChannel.filter(
		({ value: { order: sent } }) => !(sent instanceof Error) && hasWhatWasSent(order, sent),
	);
	const read = plain(orderNumber);
	const similar = [
		alike.filter(({ value }) => plain(value.orderNumber) === read),
		alike.filter(({ value }) => plain(value.orderNumber).includes(read) || read.includes(plain(value.orderNumber))),
		alike.filter((input) => input === atItsPlace),
		alike,
	];
	return similar.find((some) => some.length === 1)?.[0];
}

/** A number without what services are known to change in it: case, signs, blanks, zeros before it. */
const plain = (orderNumber: string): string =>
	orderNumber
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replace(/^0+/, '');

function hasWhatWasSent({ value }: WithRaw<Order>, sent: NewOrder): boolean {
	const goods = (lines: ReadonlyArray<{ sku: string; quantity: number }>): string =>
		JSON.stringify(lines.map(({ sku, quantity }) => [sku.toLowerCase(), quantity]).sort());
	return (value.shipTo.name ?? '').trim() === sent.shipTo.name.trim() && goods(value.lines) === goods(sent.lines);
}
