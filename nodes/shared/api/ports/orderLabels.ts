import type { Label } from '../../domain/account/label';
import type { OrderKey } from '../../domain/order/order';
import type { Inputs, Results } from './orders';

/** An order with its labels. */
export interface LabelledOrder {
	orderId: string;
	orderNumber: string;
	labels: Label[];
}

export interface LabelChange {
	key: OrderKey;
	/** Names or ids of labels in the catalogue. */
	labels: string[];
}

export interface OrderLabelsPort {
	get(keys: Inputs<OrderKey>): Results<LabelledOrder>;
	/** Returns the order's labels after the change. */
	add(changes: Inputs<LabelChange>): Results<LabelledOrder>;
	remove(changes: Inputs<LabelChange>): Results<LabelledOrder>;
}
