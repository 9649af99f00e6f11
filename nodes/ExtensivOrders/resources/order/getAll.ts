import type { INodeProperties } from 'n8n-workflow';
import type { Contract } from '../../../shared/api/ports/capabilities';
import type { Order, OrderFilter } from '../../../shared/domain/order/order';
import { LIFECYCLES, statusesOf } from '../../../shared/domain/order/orderStatus';
import { limit, listOptions, optionsWith, returnAll, salesChannel, warehouse } from '../../../shared/n8n/form/fields';
import { type OptionalFilters, refuseUnsupportedFilters } from '../../../shared/n8n/form/filters';
import { listOperation } from '../../../shared/n8n/run/operation';
import { orderStatusOptions } from '../../../shared/n8n/form/orderStatusOptions';
import type { Fields } from '../../../shared/n8n/read/params';
import { whereSaved } from '../../../shared/n8n/form/whereSaved';
import { InputError } from '../../../shared/domain/inputError';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { orderShape } from './output/orderShape';

const date = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
});

export const getAllFields: INodeProperties[] = [
	returnAll,
	limit,
	...outputFields(orderShape),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			date('Created After', 'createdFrom'),
			date('Created Before', 'createdTo'),
			date('Modified After', 'modifiedFrom'),
			date('Modified Before', 'modifiedTo'),
			{
				displayName: 'Order Numbers',
				name: 'orderNumbers',
				type: 'string',
				default: '',
				placeholder: 'e.g. 10250, 10251',
				description: 'One or more full order numbers, separated by commas',
			},
			date('Ordered After', 'orderedFrom'),
			date('Ordered Before', 'orderedTo'),
			{ ...salesChannel, description: 'Only orders of this sales channel (live API)' },
			date('Shipped After', 'shippedFrom'),
			date('Shipped Before', 'shippedTo'),
			{
				displayName: 'Status',
				name: 'status',
				type: 'multiOptions',
				default: [],
				description:
					'General statuses, each of which covers all matching statuses of the service, and the statuses of the ' +
					'service themselves',
				options: orderStatusOptions,
			},
			whereSaved({
				displayName: 'Status (Service)',
				name: 'serviceStatus',
				type: 'string',
				default: '',
				placeholder: 'e.g. AWAITING_3PL_EXPORT',
				description:
					"One or more of the service's own statuses, separated by commas. The Status filter offers them too.",
			}),
			{ ...warehouse, description: 'Only orders that this warehouse fulfills' },
		],
	},
	optionsWith(listOptions),
];

export const getAll = listOperation<OrderFilter, Order>({
	shape: orderShape,
	read: (fields, manager) => readFilter(fields.inside('filters'), manager.contract),
	fixedBy: (filter) => filter,
	list: (manager, filter, options) => manager.orders.list(filter, options),
});

const OPTIONAL_FILTERS: OptionalFilters<OrderFilter> = {
	salesChannelId: ['Sales Channel', 'filter.salesChannel'],
	orderedFrom: ['Ordered After', 'filter.orderDates'],
	orderedTo: ['Ordered Before', 'filter.orderDates'],
	shippedFrom: ['Shipped After', 'filter.orderDates'],
	shippedTo: ['Shipped Before', 'filter.orderDates'],
};

function readFilter(filters: Fields, contract: Contract): OrderFilter {
	const filter: OrderFilter = {
		statuses: readStatuses(filters, contract),
		orderNumbers: filters.list('orderNumbers'),
		salesChannelId: filters.locator('salesChannel'),
		warehouseId: filters.locator('warehouse'),
		createdFrom: filters.date('createdFrom', 'Created After'),
		createdTo: filters.date('createdTo', 'Created Before'),
		modifiedFrom: filters.date('modifiedFrom', 'Modified After'),
		modifiedTo: filters.date('modifiedTo', 'Modified Before'),
		orderedFrom: filters.date('orderedFrom', 'Ordered After'),
		orderedTo: filters.date('orderedTo', 'Ordered Before'),
		shippedFrom: filters.date('shippedFrom', 'Shipped After'),
		shippedTo: filters.date('shippedTo', 'Shipped Before'),
	};
	refuseUnsupportedFilters(filter, contract, OPTIONAL_FILTERS);
	return filter;
}

function readStatuses(filters: Fields, contract: Contract): string[] | undefined {
	const names = [...(filters.list('status') ?? []), ...(filters.list('serviceStatus') ?? [])];
	if (names.length === 0) return undefined;
	const statuses = [...new Set(names.flatMap((word) => statusesOf(word, contract.orderStatuses)))];
	if (statuses.length > 0) return statuses;
	throw new InputError(
		'Status',
		`Orders of this contract never have the status “${names.join(', ')}”.`,
		`Choose another status: ${LIFECYCLES.join(', ')}.`,
	);
}
