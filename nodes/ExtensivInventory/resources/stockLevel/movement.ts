import type { INodeProperties } from 'n8n-workflow';
import type { OrderManagerApi } from '../../../shared/api/ports';
import type { StockPort } from '../../../shared/api/ports/stock';
import type { StockMovement, StockMovementReceipt } from '../../../shared/domain/stock/stockMovement';
import { additionalFields, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { type AnyOperation, batchOperation } from '../../../shared/n8n/run/operation';
import {
	location,
	nameOfPlace,
	notes,
	quantity,
	readLocationAndNotes,
	readPlace,
	requiredWarehouse,
	sku,
} from '../place';

/** The form of *Add* and *Remove*. */
export const movementFields: INodeProperties[] = [
	{
		displayName:
			'The node sends only the difference, so sales in the meantime are kept. If the connection breaks ' +
			'before the service responds, the node does not send the change again, and the item fails. Check the ' +
			'stock history before you run it again.',
		name: 'movementNotice',
		type: 'notice',
		default: '',
	},
	sku,
	requiredWarehouse,
	quantity,
	additionalFields([location, notes]),
	simplify,
	optionsWith(),
];

/** Runs *Add* or *Remove*, depending on the method of the port. */
export const movementOperation = (
	methodOf: (manager: OrderManagerApi) => NonNullable<StockPort['add']>,
): AnyOperation =>
	batchOperation<StockMovement, StockMovementReceipt>({
		atMostOnce: true,
		read: (fields) => ({
			...readPlace(fields),
			quantity: fields.quantity('quantity', 'Quantity'),
			...readLocationAndNotes(fields),
		}),
		nameOf: nameOfPlace,
		run: async (manager, movements) => await methodOf(manager)(movements),
	});
