import { type OrderField, READ_ORDER_FIELDS, type ReadOrderDetails } from '../../../domain/order/fields';
import { readDate } from '../../../domain/values/dates/date';
import { valueAt } from './paths';
import { textOrNull } from '../parse';

const READERS = { text: textOrNull, date: readDate };

/**
 * Reads the optional fields of an order.
 * @param pathOf a field's path in the contract; undefined if the contract does not have it
 */
export const readOrderFields = (wire: unknown, pathOf: (field: OrderField) => string | undefined): ReadOrderDetails =>
	Object.fromEntries(
		READ_ORDER_FIELDS.map((field) => {
			const path = pathOf(field);
			return [field.name, path === undefined ? null : READERS[field.kind](valueAt(wire, path))];
		}),
	) as ReadOrderDetails;
