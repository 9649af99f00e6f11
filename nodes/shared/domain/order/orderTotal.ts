import { InputError } from '../inputError';
import { sum } from '../values/money';
import type { NewOrder, NewOrderLine } from './order';

/** The value of a line's goods, with tax and without its discount. */
export const lineValue = ({ quantity, unitPrice, tax }: Pick<NewOrderLine, 'quantity' | 'unitPrice' | 'tax'>): number =>
	sum([
		[quantity, unitPrice],
		[1, tax],
	]);

/**
 * The total of an order.
 * @throws InputError if it is negative, or if the discount exceeds it
 */
export function orderTotal({
	lines,
	shippingCost,
	discount,
}: Pick<NewOrder, 'lines' | 'shippingCost' | 'discount'>): number {
	const before = sum([
		...lines.flatMap((line) => [
			[line.quantity, line.unitPrice] as const,
			[1, line.tax] as const,
			[-1, line.discount] as const,
		]),
		[1, shippingCost],
	]);
	if (discount > 0 && discount > before) {
		throw new InputError(
			'Discount',
			`The discount of ${discount} is more than the order total of ${before}.`,
			'Check the column. Write a rate with a percent sign.',
		);
	}
	const total = sum([
		[1, before],
		[-1, discount],
	]);
	if (total < 0) {
		throw new InputError(
			'Order Total',
			`The order total of ${total} is negative.`,
			'Check the prices, the tax and the shipping cost. Returns are not orders.',
		);
	}
	return total;
}
