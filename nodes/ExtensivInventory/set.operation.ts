import type { INodeProperties } from 'n8n-workflow';
import type { StockReceipt, StockSetting } from '../shared/domain/stock';
import { LIVE_CREDENTIALS, additionalFields, onlyFor, optionsWith, simplify } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';
import { location, nameOfPlace, notes, onHand, readExtras, readPlace, requiredWarehouse, sku } from './place';

export const setFields: INodeProperties[] = onlyFor('stockLevel', 'set', [
	{
		displayName:
			'This overwrites what Order Manager has, including what was sold or received since your figure was counted. Where you know the difference, <b>Add</b> and <b>Remove</b> are safer.',
		name: 'setNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: LIVE_CREDENTIALS } },
	},
	sku,
	requiredWarehouse,
	{ ...onHand, description: 'How many pieces there are. This overwrites what Order Manager has.' },
	{ ...additionalFields([location, notes]), displayOptions: { show: { authentication: LIVE_CREDENTIALS } } },
	optionsWith([
		{
			displayName: 'Create Missing Stock Record',
			name: 'createMissing',
			type: 'boolean',
			default: false,
			description: 'Whether to create the stock record of a product that has none in the warehouse yet (live API)',
		},
	]),
	simplify,
]);

export const set = batchOperation<StockSetting, StockReceipt>({
	read: (fields) => ({ ...readPlace(fields), onHand: fields.quantity('onHand', 'On Hand', 0), ...readExtras(fields) }),
	nameOf: nameOfPlace,
	run: async (manager, settings, options) => await manager.stock.set(settings, { createMissing: options.inside('options').flag('createMissing') }),
	notSent: ({ notSent }) => notSent,
});
