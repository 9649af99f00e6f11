import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../shared/contracts';
import type { StockSetting } from '../../../shared/domain/stock/stock';
import { additionalFields, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import {
	location,
	nameOfPlace,
	notes,
	onHand,
	readLocationAndNotes,
	readPlace,
	requiredWarehouse,
	sku,
} from '../place';
import { type LevelSet, nameOfChosen, setShape } from '../stockShapes';

export const setFields: INodeProperties[] = [
	{
		displayName:
			'This overwrites the stock in Order Manager, including sales and receipts since you counted. If you ' +
			'know the difference, use <b>Add</b> or <b>Remove</b> instead.',
		name: 'setNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: credentialsFor('menu/stockLevel.add') } },
	},
	sku,
	requiredWarehouse,
	{ ...onHand, description: 'The number of pieces on hand. It overwrites the number in Order Manager.' },
	{
		...additionalFields([location, notes]),
		displayOptions: { show: { authentication: credentialsFor('stockLevel.location') } },
	},
	simplify,
	optionsWith([
		{
			displayName: 'Create Missing Stock Record',
			name: 'createMissing',
			type: 'boolean',
			default: false,
			description: 'Whether to create a stock record if the product has none in the warehouse yet (live API)',
		},
	]),
];

interface Input extends StockSetting {
	warehouseName: string | null;
}

export const set = batchOperation<Input, LevelSet>({
	shape: setShape,
	read: (fields) => ({
		...readPlace(fields),
		onHand: fields.quantity('onHand', 'On Hand', 0),
		...readLocationAndNotes(fields),
		warehouseName: nameOfChosen(fields.raw('warehouse')),
	}),
	nameOf: nameOfPlace,
	run: async (manager, settings, options) => {
		const names = new Map(settings.map(({ index, value }) => [index, value.warehouseName]));
		const outcomes = await manager.stock.set(settings, {
			createMissing: options.inside('options').flag('createMissing'),
		});
		return outcomes.map((outcome) => {
			if (!outcome.ok) return outcome;
			const { value, raw } = outcome.value;
			return { ...outcome, value: { value: { ...value, warehouseName: names.get(outcome.index) ?? null }, raw } };
		});
	},
	notSent: ({ notSent }) => notSent,
});
