import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { NewStockRecord, StockRecordReceipt } from '../../../shared/domain/stock/stockRecord';
import { additionalFields, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import {
	location,
	locationFlags,
	nameOfPlace,
	notes,
	onHand,
	readLocationAndNotes,
	readPlace,
	requiredWarehouse,
	sku,
} from '../place';

export const createFields: INodeProperties[] = [
	sku,
	requiredWarehouse,
	{ ...onHand, description: 'The number of pieces at the start' },
	additionalFields([
		{
			displayName: 'Draw Rank',
			name: 'drawRank',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 1,
			description: 'The order in which stock is drawn from the locations of a product',
		},
		location,
		{
			displayName: 'Locked Quantity',
			name: 'locked',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How many of the pieces on hand are not for sale',
		},
		{
			displayName: 'Minimum Stock',
			name: 'minStock',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'The level below which the product counts as low on stock',
		},
		notes,
		...locationFlags,
	]),
	simplify,
	optionsWith(),
];

export const create = batchOperation<NewStockRecord, StockRecordReceipt>({
	read: (fields) => {
		const more = fields.inside('additionalFields');
		const whole = (name: string, label: string): number | undefined =>
			more.text(name) === undefined ? undefined : more.quantity(name, label, 0);
		return {
			...readPlace(fields),
			onHand: fields.quantity('onHand', 'On Hand', 0),
			...readLocationAndNotes(fields),
			locked: whole('locked', 'Locked Quantity') ?? 0,
			minStock: whole('minStock', 'Minimum Stock') ?? 0,
			drawRank: whole('drawRank', 'Draw Rank'),
			pickable: more.optionalFlag('pickable') ?? true,
			receivable: more.optionalFlag('receivable') ?? true,
		};
	},
	nameOf: nameOfPlace,
	run: async (manager, records) => await requireSupported(manager.stockRecords, 'Stock Record').create(records),
});
