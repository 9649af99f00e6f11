import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { candidates, resultFields, sources, tableFields } from '../../mapping/form';
import { mapTax } from './mapTax';

const showFor = (form: string, fields: INodeProperties[]): INodeProperties[] =>
	fields.map((field) => ({
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, taxGivenAs: [form] } },
	}));

const fields: INodeProperties[] = [
	{
		displayName: 'Tax Given As',
		name: 'taxGivenAs',
		type: 'options',
		options: [
			{ name: 'Amount', value: 'amount', description: 'The tax of the whole order, as money' },
			{ name: 'Code', value: 'code', description: "The ERP's tax code; a table has its rate" },
			{ name: 'Rate', value: 'rate', description: 'In percent' },
		],
		default: 'rate',
		description: 'How the ERP gives the tax of an order',
	},
	...showFor('rate', [
		{
			displayName: 'Rate (%)',
			name: 'taxRate',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 8.25',
			description: 'The rate in percent: 8.25 is 8.25 %',
		},
	]),
	...showFor('amount', [
		{
			displayName: 'Tax Amount',
			name: 'taxAmount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. {{ $json.tax }}',
			description: 'The tax of the whole order. It is split by the values of the lines.',
		},
	]),
	...showFor('code', [
		{
			displayName: 'Tax Code',
			name: 'code',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. {{ $json.taxCode }}',
			description: "The ERP's code of the tax",
		},
		sources(true),
		...tableFields({ description: 'The rate in percent', placeholder: '8.25' }),
	]),
	{
		displayName: 'Prices Include Tax',
		name: 'pricesIncludeTax',
		type: 'boolean',
		default: false,
		description: 'Whether the prices of the lines include the tax',
	},
	{
		displayName: 'Order Lines',
		name: 'lines',
		type: 'json',
		default: '={{ $json.lines }}',
		required: true,
		description: 'The lines of the order: a JSON list of objects',
	},
	{
		displayName: 'Quantity Field',
		name: 'quantityField',
		type: 'string',
		default: 'quantity',
		required: true,
		description: 'The field of a line with its quantity',
	},
	{
		displayName: 'Unit Price Field',
		name: 'priceField',
		type: 'string',
		default: 'unitPrice',
		required: true,
		description: 'The field of a line with the price of one piece',
	},
	{
		displayName: 'Discount Field',
		name: 'discountField',
		type: 'string',
		default: '',
		placeholder: 'e.g. discount',
		description: 'The field of a line with the amount that comes off the whole line, if there is one',
	},
	...resultFields('mappedTax', 'The lines with their tax', [
		candidates,
		{
			displayName: 'Decimal Places',
			name: 'decimalPlaces',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 4 },
			default: 2,
			description: 'To how many decimals the tax is rounded. Most currencies have two.',
		},
	]),
];

export const tax: Resource = {
	name: 'Tax',
	value: 'tax',
	description: 'The tax of an order, as money for each of its lines',
	operations: [
		{
			name: 'Map',
			value: 'map',
			action: 'Map tax',
			description: 'Split the tax of an order into the tax of its lines, to the cent',
			fields,
			run: mapTax,
		},
	],
};
