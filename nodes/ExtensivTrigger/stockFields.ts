import type { INodeProperties } from 'n8n-workflow';

const STOCK: string[] = ['stockLevelChanged', 'stockBelowThreshold'];
const forStock = (events: string[] = STOCK): INodeProperties['displayOptions'] => ({ show: { events } });

/** Fields for stock events only. */
export const stockFields: INodeProperties[] = [
	{
		displayName: 'Stock Of',
		name: 'stockDetail',
		type: 'options',
		displayOptions: forStock(),
		options: [
			{
				name: 'Each SKU',
				value: 'sku',
				description: 'The stock of all warehouses together, or of the warehouse that is set as a filter',
			},
			{
				name: 'Each SKU and Warehouse',
				value: 'warehouse',
				description: 'Each warehouse is read separately, one after the other',
			},
		],
		default: 'sku',
	},
	{
		displayName: 'Quantity',
		name: 'stockQuantity',
		type: 'options',
		displayOptions: forStock(),
		options: [
			{ name: 'Available', value: 'available', description: 'The quantity that can still be sold' },
			{
				name: 'Either',
				value: 'either',
				description: 'A change of either quantity; thresholds use the available quantity',
			},
			{ name: 'On Hand', value: 'onHand', description: 'The quantity in the warehouse' },
		],
		default: 'available',
	},
	{
		displayName: 'Threshold',
		name: 'threshold',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: forStock(['stockBelowThreshold']),
		default: 10,
		description: 'Fires when the stock falls below this number of pieces',
	},
	{
		displayName: 'Thresholds of Single SKUs',
		name: 'skuThresholds',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add SKU',
		displayOptions: forStock(['stockBelowThreshold']),
		default: {},
		options: [
			{
				displayName: 'SKU',
				name: 'row',
				values: [
					{ displayName: 'SKU', name: 'sku', type: 'string', default: '', placeholder: 'e.g. MUG-BLU-12' },
					{ displayName: 'Threshold', name: 'threshold', type: 'number', typeOptions: { minValue: 0 }, default: 10 },
				],
			},
		],
	},
	{
		displayName: 'First Look at the Stock',
		name: 'firstRun',
		type: 'options',
		displayOptions: forStock(),
		options: [
			{
				name: 'Emits Everything',
				value: 'everything',
				description: 'One item for every SKU, or for every SKU below its threshold',
			},
			{ name: 'Emits Nothing', value: 'nothing', description: 'Only later changes' },
		],
		default: 'nothing',
	},
];
