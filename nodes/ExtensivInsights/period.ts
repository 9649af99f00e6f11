import type { INodeProperties } from 'n8n-workflow';
import { type DateSpan, daysAfter, forwards, now } from '../shared/domain/values/dates/dateSpan';
import { salesChannel, warehouse } from '../shared/n8n/form/fields';
import type { Fields } from '../shared/n8n/read/params';

/** Days that a report covers unless the user says otherwise. */
const USUAL_DAYS = 30;

/** The span of a report, and the point in time at which open orders are counted. */
export interface Period {
	span: DateSpan;
	asOf: string;
}

/** The fields of a span. */
export const periodFields: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description: `Orders placed at this time or later. Leave it empty for the ${USUAL_DAYS} days before the end.`,
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: 'Orders placed before this time. Leave it empty for now.',
	},
];

/** Options of reports about orders. */
export const orderOptions: INodeProperties[] = [
	{
		displayName: 'As Of',
		name: 'asOf',
		type: 'dateTime',
		default: '',
		description: 'The time from which the ages of open orders are counted. By default, now.',
	},
	{ ...salesChannel, description: 'Only orders of this sales channel' },
	{ ...warehouse, description: 'Only orders that this warehouse fulfills' },
];

/** @throws InputError for dates that cannot be read, or a span that ends before it begins */
export function readPeriod(fields: Fields): Period {
	const to = fields.date('to', 'To') ?? now();
	const from = fields.date('from', 'From') ?? daysAfter(to, -USUAL_DAYS);
	return { span: forwards({ from, to }, 'To'), asOf: fields.inside('options').date('asOf', 'As Of') ?? now() };
}

/** Which orders a report is about, besides its span. */
export interface OrderScope {
	salesChannelId?: string;
	warehouseId?: string;
}

export function readScope(fields: Fields): OrderScope {
	const options = fields.inside('options');
	return {
		salesChannelId: options.locator('salesChannel', 'Sales Channel'),
		warehouseId: options.locator('warehouse', 'Warehouse'),
	};
}

/** A percentage that another node found, such as the accuracy of the stock. @throws InputError if it is none */
export const accuracyField: INodeProperties = {
	displayName: 'Inventory Accuracy (%)',
	name: 'inventoryAccuracy',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.accuracyPercent }}',
	description: 'From the summary of Stock → Reconcile. Leave it empty to report without it.',
};
