import type { Order } from '../../domain/order/order';

/** Sorts the latest orders first. */
export const latestFirst = (orders: readonly Order[]): Order[] =>
	[...orders].sort((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? ''));
