import type { INodeProperties } from 'n8n-workflow';
import { optionsWith, warehouse } from '../../../shared/n8n/form/fields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { outputOf } from '../../output';
import { reconcile } from './reconcile';

const fields: INodeProperties[] = [
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.sku }}',
		description: 'The full SKU of the product in Order Manager',
	},
	{
		displayName: 'On Hand',
		name: 'onHand',
		type: 'number',
		required: true,
		default: 0,
		description: 'How many pieces your ERP has on hand',
	},
	{
		...warehouse,
		description: 'Compares the stock of this warehouse. Leave it empty to compare the total of all warehouses.',
	},
	{
		displayName: 'Compare With',
		name: 'scope',
		type: 'options',
		options: [
			{ name: 'All SKUs of the Account', value: 'account', description: 'Also finds SKUs that your ERP does not have' },
			{ name: 'SKUs of the Input', value: 'input', description: 'For a part of your stock. It needs fewer calls.' },
		],
		default: 'account',
	},
	outputOf('SKUs'),
	optionsWith([
		{
			displayName: 'Zero Equals Missing',
			name: 'zeroIsMissing',
			type: 'boolean',
			default: false,
			description: 'Whether a SKU with 0 pieces on one side may be missing on the other',
		},
	]),
];

export const stock: Resource = {
	name: 'Stock',
	value: 'stock',
	description: 'Whether the stock of your ERP and of Order Manager agree',
	operations: [
		{
			name: 'Reconcile',
			value: 'reconcile',
			action: 'Reconcile stock',
			description: 'Compare the stock of your ERP, one item per SKU, with the stock in Order Manager',
			fields,
			run: reconcile,
		},
	],
};
