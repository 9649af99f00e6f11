import { ORDER_EXTRAS, type OrderExtras } from '../../domain/orderExtras';

/** The further fields have the service's own names; amounts go as money. */
export function extras(given: OrderExtras = {}, currency?: string): Record<string, unknown> {
	const amounts = new Set(ORDER_EXTRAS.filter(({ kind }) => kind === 'amount').map(({ name }) => name));
	return Object.fromEntries(
		Object.entries(given).map(([name, value]) => [name, amounts.has(name) ? { amount: value, currency } : value]),
	);
}

/** Those that can be changed once the order is there. */
export const changeable = (given: OrderExtras = {}): OrderExtras =>
	Object.fromEntries(
		Object.entries(given).filter(([name]) => ORDER_EXTRAS.some((extra) => extra.name === name && extra.changeable)),
	);
