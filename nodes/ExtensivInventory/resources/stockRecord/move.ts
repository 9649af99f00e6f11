import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { StockMove, StockMoveReceipt } from '../../../shared/domain/stock/stockMovement';
import { additionalFields, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { notes, quantity } from '../place';
import { stockRecord } from './stockRecordLocator';

export const moveFields: INodeProperties[] = [
	{
		displayName:
			'Both records must belong to the same product. If the connection breaks before the service responds, ' +
			'the node does not send the move again, and the item fails. Check the history of the record before ' +
			'you run it again.',
		name: 'moveNotice',
		type: 'notice',
		default: '',
	},
	stockRecord('Source Record', 'fromRecord', 'The stock record to take the pieces from'),
	stockRecord('Target Record', 'toRecord', 'The stock record to move the pieces to'),
	quantity,
	additionalFields([notes]),
	simplify,
	optionsWith(),
];

export const move = batchOperation<StockMove, StockMoveReceipt>({
	atMostOnce: true,
	read: (fields) => ({
		fromRecordId: fields.requiredLocator('fromRecord', 'Source Record'),
		toRecordId: fields.requiredLocator('toRecord', 'Target Record'),
		quantity: fields.quantity('quantity', 'Quantity'),
		notes: fields.inside('additionalFields').text('notes'),
	}),
	nameOf: ({ fromRecordId, toRecordId }) => `Move from stock record ${fromRecordId} to ${toRecordId}`,
	run: async (manager, moves) => await requireSupported(manager.stockRecords, 'Stock Record').move(moves),
});
