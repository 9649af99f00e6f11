import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../../shared/contracts';
import { optionsWith, salesChannel } from '../../../shared/n8n/form/fields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { outputOf } from '../../output';
import { reconcile } from './reconcile';

const fields: INodeProperties[] = [
	{
		displayName: 'Each Item Is',
		name: 'inputMode',
		type: 'options',
		options: [
			{ name: 'An Order', value: 'order', description: 'With a list of its lines, if you compare them' },
			{ name: 'An Order Line', value: 'orderLine', description: 'Items with the same order number are one order' },
		],
		default: 'order',
	},
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.orderNumber }}',
		description: 'The full number of the order in Order Manager',
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.sku }}',
		description: 'The listing SKU of the line, or the SKU of its product',
		displayOptions: { show: { inputMode: ['orderLine'] } },
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		required: true,
		default: 1,
		description: 'The pieces of the line',
		displayOptions: { show: { inputMode: ['orderLine'] } },
	},
	{
		...salesChannel,
		description: 'Only orders of this channel. Leave it empty if each number is used in one channel only.',
		displayOptions: { show: { authentication: credentialsFor('order.salesChannel') } },
	},
	outputOf('orders'),
	{
		displayName: 'Also Compare',
		name: 'compare',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: [
			{
				displayName: 'Lines (JSON)',
				name: 'lines',
				type: 'json',
				default: '',
				placeholder: 'e.g. [{"sku": "MUG-BLU-12", "quantity": 2}]',
				description: 'All lines of the order, if each item is an order: a list of objects with sku and quantity',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				default: '',
				placeholder: 'e.g. fulfilled',
				description:
					'The status that the order should have: a general status such as pending or fulfilled, or a status of the ' +
					'service',
			},
			{
				displayName: 'Total',
				name: 'total',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.total }}',
				description: 'The total of the order with tax and shipping (live API)',
			},
		],
	},
	optionsWith([
		{
			displayName: 'Tolerance of Totals',
			name: 'tolerance',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 4 },
			default: 0,
			description: 'The difference up to which totals count as equal, for example 0.01',
		},
	]),
];

export const order: Resource = {
	name: 'Order',
	value: 'order',
	description: 'Whether the orders of your ERP arrived in Order Manager as they are',
	operations: [
		{
			name: 'Reconcile',
			value: 'reconcile',
			action: 'Reconcile orders',
			description: 'Compare the orders of your ERP with the orders in Order Manager',
			fields,
			run: reconcile,
		},
	],
};
