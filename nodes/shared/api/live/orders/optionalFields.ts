import { ORDER_OPTIONAL_FIELDS, type OptionalOrderValues } from '../../../domain/order/orderOptionalFields';

/** The further fields have the service's own names; amounts go as money. */
export function optionalFieldsBody(given: OptionalOrderValues = {}, currency?: string): Record<string, unknown> {
	const amounts = new Set(ORDER_OPTIONAL_FIELDS.filter(({ kind }) => kind === 'amount').map(({ name }) => name));
	return Object.fromEntries(
		Object.entries(given).map(([name, value]) => [name, amounts.has(name) ? { amount: value, currency } : value]),
	);
}

/** Those that can be changed once the order is there. */
export const changeable = (given: OptionalOrderValues = {}): OptionalOrderValues =>
	Object.fromEntries(
		Object.entries(given).filter(([name]) =>
			ORDER_OPTIONAL_FIELDS.some((extra) => extra.name === name && extra.changeable),
		),
	);
