import type { NewOrder, Order } from '../../../domain/order/order';
import type { WithRaw } from '../../ports/types';
import type { Batch } from './wire';

/**
 * Finds the sent order that a response lists under another number: the one that has its number, or else the same
 * recipient, goods and channel. Of several, the one with the most similar number or the same position; beyond that, no
 * guess.
 * @param atItsPlace the order that was sent at the position where the response lists this one
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

/** A number without what services are known to change: case, punctuation, spaces and leading zeros. */
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
