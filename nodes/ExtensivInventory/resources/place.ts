import type { INodeProperties } from 'n8n-workflow';
import { warehouse } from '../../shared/n8n/form/fields';
import type { Fields } from '../../shared/n8n/read/params';

/** A product by its SKU, typed, mapped or from a searchable list. */
export const sku: INodeProperties = {
	displayName: 'SKU',
	name: 'sku',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'sku', value: '' },
	description: 'The full SKU of the product in Order Manager',
	modes: [
		{ displayName: 'By SKU', name: 'sku', type: 'string', placeholder: 'e.g. MUG-BLU-12' },
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a product…',
			typeOptions: { searchListMethod: 'searchSkus', searchable: true },
		},
	],
};

/** The warehouse as a required field. */
export const requiredWarehouse: INodeProperties = { ...warehouse, required: true };

export const location: INodeProperties = {
	displayName: 'Location',
	name: 'location',
	type: 'string',
	default: '',
	placeholder: 'e.g. A-01-03',
	description:
		'Required for your own warehouses (direct fulfillment). Other warehouses keep all stock in the location GLOBAL.',
};

export const notes: INodeProperties = {
	displayName: 'Notes',
	name: 'notes',
	type: 'string',
	default: '',
	description: 'Shown in the history of the stock record',
};

export const quantity: INodeProperties = {
	displayName: 'Quantity',
	name: 'quantity',
	type: 'number',
	required: true,
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'The number of pieces',
};

export const onHand: INodeProperties = {
	displayName: 'On Hand',
	name: 'onHand',
	type: 'number',
	required: true,
	typeOptions: { minValue: 0 },
	default: 0,
};

/** What a location may be used for. */
export const locationFlags: INodeProperties[] = [
	{
		displayName: 'Pickable',
		name: 'pickable',
		type: 'boolean',
		default: true,
		description: 'Whether orders may be picked from this location',
	},
	{
		displayName: 'Receivable',
		name: 'receivable',
		type: 'boolean',
		default: true,
		description: 'Whether deliveries may be received into this location',
	},
];

/** Reads product and warehouse. @throws InputError when one is missing */
export const readPlace = (fields: Fields): { sku: string; warehouseId: string } => ({
	sku: fields.of({ sku: fields.locator('sku', 'SKU') }).requiredCode('sku', 'SKU'),
	warehouseId: fields.requiredLocator('warehouse', 'Warehouse'),
});

/** Reads location and notes from *Additional Fields*. */
export function readLocationAndNotes(fields: Fields): { location?: string; notes?: string } {
	const more = fields.inside('additionalFields');
	return { location: more.code('location'), notes: more.text('notes') };
}

/** The name of a place in messages. */
export const nameOfPlace = ({ sku, warehouseId }: { sku: string; warehouseId: string }): string =>
	`SKU ${sku} in warehouse ${warehouseId}`;
