import type { Order } from '../../domain/order/order';

/** Orders for a list to choose from. */
export interface OrderSearchPort {
	/**
	 * @param text beginning of an order number; the latest orders when absent
	 * @returns a short list, newest first
	 */
	find(text?: string): Promise<Order[]>;
}
