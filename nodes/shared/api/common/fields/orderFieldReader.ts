import { type OrderField, READ_ORDER_FIELDS, type ReadOrderDetails } from '../../../domain/order/fields';
import { readDate } from '../../../domain/values/dates/date';
import { readerAt } from './paths';
import { textOrNull } from '../parse';

const READERS = { text: textOrNull, date: readDate };
const NOTHING = (): undefined => undefined;

/**
 * Reads the optional fields of an order.
 * @param pathOf a field's path in the contract; undefined if the contract does not have it
 */
export function orderFieldReader(
	pathOf: (field: OrderField) => string | undefined,
): (wire: unknown) => ReadOrderDetails {
	const fields = READ_ORDER_FIELDS.map((field) => {
		const path = pathOf(field);
		return { name: field.name, read: READERS[field.kind], valueIn: path === undefined ? NOTHING : readerAt(path) };
	});
	return (wire) => {
		const details: Record<string, unknown> = {};
		for (const { name, read, valueIn } of fields) details[name] = read(valueIn(wire));
		return details as ReadOrderDetails;
	};
}
