import type { INodeProperties } from 'n8n-workflow';
import { optionsWith } from '../../../shared/n8n/form/fields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { accuracyField, orderOptions, periodFields } from '../../period';
import { create } from './create';

const fields: INodeProperties[] = [
	...periodFields,
	accuracyField,
	{
		displayName: 'Failures',
		name: 'failures',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		description: 'If the items are failures, map their fields here: the page lists the last of them',
		options: [
			{
				displayName: 'Reason',
				name: 'reason',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.error }}',
				description: 'What went wrong. Items without a reason are not listed.',
			},
			{
				displayName: 'Subject',
				name: 'subject',
				type: 'string',
				default: '',
				placeholder: 'e.g. Order {{ $json.orderNumber }}',
				description: 'What it is about',
			},
			{
				displayName: 'Time',
				name: 'time',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.createdAt }}',
				description: 'When it happened',
			},
		],
	},
	optionsWith([
		...orderOptions,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: 'Order Manager',
			description: 'The heading of the page',
		},
	]),
];

export const dashboard: Resource = {
	name: 'Dashboard',
	value: 'dashboard',
	description: 'The figures as a page for people',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create dashboard',
			description: 'Create one HTML page with figures, charts and the last failures, for a webhook, a mail or a file',
			fields,
			run: create,
		},
	],
};
