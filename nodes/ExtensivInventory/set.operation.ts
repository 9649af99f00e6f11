import type { INodeProperties } from 'n8n-workflow';
import type { StockReceipt, StockSetting } from '../shared/domain/stock';
import { LIVE_CREDENTIALS, onlyFor, optionsWith, simplify, warehouse } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';

export const setFields: INodeProperties[] = onlyFor('stockLevel', 'set', [
	{ displayName: 'SKU', name: 'sku', type: 'string', required: true, default: '', placeholder: 'e.g. MUG-BLU-12' },
	{ ...warehouse, required: true },
	{
		displayName: 'On Hand',
		name: 'onHand',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How many pieces there are. This overwrites what Order Manager has.',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions: { show: { authentication: LIVE_CREDENTIALS } },
		options: [
			{
				displayName: 'Location',
				name: 'location',
				type: 'string',
				default: '',
				placeholder: 'e.g. A-01-03',
				description: 'Stock location. Required for your own warehouses (direct fulfillment); others keep all stock under GLOBAL.',
			},
			{ displayName: 'Notes', name: 'notes', type: 'string', default: '' },
		],
	},
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
	read: (fields) => {
		const more = fields.inside('additionalFields');
		return {
			sku: fields.required('sku', 'SKU'),
			warehouseId: fields.requiredLocator('warehouse', 'Warehouse'),
			onHand: fields.quantity('onHand', 'On Hand', 0),
			location: more.text('location'),
			notes: more.text('notes'),
		};
	},
	nameOf: ({ sku, warehouseId }) => `SKU ${sku} in warehouse ${warehouseId}`,
	run: async (manager, settings, options) => await manager.stock.set(settings, { createMissing: options.inside('options').flag('createMissing') }),
	notSent: ({ notSent }) => notSent,
});
