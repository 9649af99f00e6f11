import type { Order, OrderUpsert } from '../../domain/order/order';
import { lineDifference } from './lineDifference';

/**
 * Fields given for an existing order that differ from its values and that a change of its header cannot set. Equal
 * values are not mentioned.
 * @param notSent the fields that the contract cannot change
 * @param discount the order's present discount, if the contract reports it
 */
export function unchanged(
	given: OrderUpsert,
	now: Order,
	notSent: readonly string[],
	discount: number | null,
): string[] {
	const same: Record<string, boolean> = {
		email: given.shipTo.email === now.shipTo.email,
		orderDate: given.details.orderDate === now.orderDate,
		requestedShipping: given.details.requestedShipping === now.requestedShipping,
		paymentDate: given.details.paymentDate === now.paymentDate,
		shipByDate: given.details.shipByDate === now.shipByDate,
	};
	const left = notSent.filter((field) => !same[field]);
	if (given.order instanceof Error) return left;
	const { shippingCost, discount: wanted } = given.order;
	return [
		...left,
		...(lineDifference(given.order, now) === undefined ? [] : ['lines']),
		...(shippingCost !== 0 && now.shippingCost !== null && shippingCost !== now.shippingCost ? ['shippingCost'] : []),
		...(wanted !== 0 && wanted !== discount ? ['discount'] : []),
	];
}
