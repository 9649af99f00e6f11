import type { Order, OrderUpsert } from '../../domain/order/order';
import { lineDifference } from './lineDifference';

/**
 * What was given for an order that is there already, differs from what it has, and cannot be changed by a change of its
 * head. What is the same is not worth a word.
 * @param notSent the fields that the contract's change has no place for
 * @param discount the order's discount as it is, where the contract tells it
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
