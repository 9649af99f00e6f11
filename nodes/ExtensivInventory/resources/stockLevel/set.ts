import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../shared/contracts';
import type { StockSetting } from '../../../shared/domain/stock/stock';
import { additionalFields, onlyFor, optionsWith, simplify } from '../../../shared/n8n/form/fields';
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

export const setFields: INodeProperties[] = onlyFor('stockLevel', 'set', [
	{
		displayName:
			'This overwrites what Order Manager has, including what was sold or received since your figure was ' +
			'counted. Where you know the difference, <b>Add</b> and <b>Remove</b> are safer.',
		name: 'setNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: credentialsFor('stockLevel.add') } },
	},
	sku,
	requiredWarehouse,
	{ ...onHand, description: 'How many pieces there are. This overwrites what Order Manager has.' },
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
			description: 'Whether to create the stock record of a product that has none in the warehouse yet (live API)',
		},
	]),
]);

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
