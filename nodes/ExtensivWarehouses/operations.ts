import type { INodeProperties } from 'n8n-workflow';
import { resourcesWithApiRequest } from '../shared/n8n/run/customCall';
import { choiceByContract, operationField } from '../shared/n8n/form/operationFields';

/** Resources and operations; a credential shows those that its contract supports. */
export const menu: INodeProperties[] = [
	...resourcesWithApiRequest(
		[
			{ name: 'Account', value: 'account', description: 'The company, how often it may call, and the choices it has' },
			{ name: 'Sales Channel', value: 'salesChannel', description: 'A shop front, marketplace or API feed' },
			{ name: 'Warehouse', value: 'warehouse', description: 'A place that holds stock' },
		],
		'warehouse',
	),
	choiceByContract(
		operationField('warehouse', 'getAll', [
			{
				name: 'Create',
				value: 'create',
				action: 'Create a warehouse',
				description: 'Create warehouses. Existing warehouses are returned, not duplicated.',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get a warehouse',
				description: 'Get a warehouse with its address and contact',
			},
			{ name: 'Get Many', value: 'getAll', action: 'Get many warehouses', description: 'Get many warehouses' },
			{
				name: 'Update',
				value: 'update',
				action: 'Update a warehouse',
				description: 'Change the address, contact and role of warehouses',
			},
		]),
	),
	operationField('salesChannel', 'getAll', [
		{ name: 'Get Many', value: 'getAll', action: 'Get many sales channels', description: 'Get many sales channels' },
	]),
	operationField('account', 'getCompany', [
		{
			name: 'Get Company',
			value: 'getCompany',
			action: 'Get the company',
			description: 'Get the company that the credential belongs to',
		},
		{
			name: 'Get Options',
			value: 'getOptions',
			action: 'Get a catalog of options',
			description: 'Get a list of choices, for example payment types',
		},
		{
			name: 'Get Throttle Limits',
			value: 'getThrottleLimits',
			action: 'Get throttle limits',
			description: 'Get how often each call may be made',
		},
	]),
];
