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
			'Only the difference is sent, so that what is sold in the meantime counts. If the connection breaks ' +
			'before the service answers, nothing is sent a second time: the items concerned fail and say so. Look ' +
			'at their history before you run them again.',
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

/** *Add* or *Remove*, whichever method of the port is given. */
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
