import { optionsWith } from '../../../shared/n8n/form/fields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { accuracyField, orderOptions, periodFields } from '../../period';
import { get } from './get';

export const kpi: Resource = {
	name: 'KPI',
	value: 'kpi',
	description: 'How orders went in a span of time',
	operations: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get KPIs',
			description: 'Get orders created, time to ship, backlog by status and age, canceled share and order sync rate',
			fields: [
				...periodFields,
				{
					displayName: 'ERP Order Number',
					name: 'erpOrderNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. {{ $json.orderNumber }}',
					description:
						'If the items are the orders of your ERP, map their number here: the order sync rate is the share of ' +
						'them that arrived in Order Manager. Leave it empty to report without it.',
				},
				accuracyField,
				optionsWith(orderOptions),
			],
			run: get,
		},
	],
};
