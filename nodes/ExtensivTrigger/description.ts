import type { INodeProperties } from 'n8n-workflow';
import {
	authentication,
	RUN_OPTIONS,
	optionsWith,
	pageSize,
	salesChannel,
	simplify,
	warehouse,
} from '../shared/n8n/form/fields';
import { orderStatusOptions } from '../shared/n8n/form/orderStatusOptions';
import { CONTRACTS, type ContractEntry, credentialsFor } from '../shared/contracts';
import { eventOptions, supportedEvents } from '../shared/events/options';
import { DEFAULTS } from './readSettings';
import { stockFields } from './stockFields';

const events = ({ contract, credentials }: ContractEntry): INodeProperties => ({
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	displayOptions: { show: { authentication: [...credentials] } },
	options: eventOptions(supportedEvents(contract)),
	default: ['orderCreated'],
});

const status = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'multiOptions',
	displayOptions: { show: { events: ['orderStatusChanged'] } },
	options: orderStatusOptions,
	default: [],
	description,
});

const start: INodeProperties[] = [
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		options: [
			{
				name: 'Date',
				value: 'date',
				description: 'All changes since a date; a backlog takes several polls',
			},
			{ name: 'Last Hours', value: 'hours', description: 'All changes in the last hours' },
			{ name: 'Now', value: 'now', description: 'Only what happens after the workflow is activated' },
		],
		default: 'now',
		description:
			'Where to begin when the workflow is activated for the first time, or after a relevant filter has changed. ' +
			'Events that have not been emitted yet are never skipped.',
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		required: true,
		displayOptions: { show: { startFrom: ['date'] } },
		default: '',
	},
	{
		displayName: 'Hours',
		name: 'startHours',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { startFrom: ['hours'] } },
		default: 24,
	},
];

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{ ...salesChannel, description: 'For orders, shipments and RMAs (live API)' },
		{
			displayName: 'SKUs',
			name: 'skus',
			type: 'string',
			default: '',
			placeholder: 'e.g. MUG-BLU-12, POT-CMP-2L',
			description:
				'One or more complete SKUs, separated by commas, semicolons or line breaks. For orders, products, stock, ' +
				'RMAs and purchase orders.',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			default: [],
			options: orderStatusOptions,
			description: 'Orders with one of these statuses when they are emitted. For Order Created and Order Updated.',
		},
		{ ...warehouse, description: 'For orders, shipments, stock and purchase orders' },
	],
};

const number = (
	displayName: string,
	name: string,
	usual: number,
	minValue: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue },
	default: usual,
	description,
});

const options = optionsWith(
	[
		{
			...salesChannel,
			displayName: 'Feed of Sales Channel',
			name: 'feedChannel',
			displayOptions: { show: { '/authentication': credentialsFor('menu/stockLevel.getChanges') } },
			description:
				'For stock: asks the service which products of this channel have changed, and only reads their levels. ' +
				'The service shows each change once, to one reader, so use a channel in one node only. The channel must ' +
				'be of type Custom, and the credential must not be read-only.',
		},
		number(
			'Max Records at a Time',
			'maxRecords',
			DEFAULTS.bound,
			1,
			'A time span with more changes than this is split into smaller ones; the rest of a backlog waits for the ' +
				'next poll',
		),
		number(
			'Overlap (Seconds)',
			'overlapSeconds',
			DEFAULTS.lookbackWindow,
			2,
			'How far each poll reaches back into the previous one, for changes that become visible late. This never ' +
				'emits an event twice.',
		),
		pageSize,
		number(
			'Repeat After Restart (Mins)',
			'repeatMinutes',
			DEFAULTS.repeatMinutes,
			0,
			'If n8n restarts this soon after items were sent, the trigger sends them again, marked ' +
				'<code>maybeRepeated</code>: n8n may have stopped before it received them. 0 turns this off.',
		),
		number(
			'Settle Time (Seconds)',
			'settleSeconds',
			DEFAULTS.settleDelay,
			0,
			'How old a change must be before it is emitted. The clocks of n8n and the service may differ by this much.',
		),
		number(
			'Watch Shipments For (Days)',
			'watchDays',
			DEFAULTS.watchDays,
			1,
			'For Shipment Updated: how long to watch the delivery of a shipment after its creation',
		),
	],
	RUN_OPTIONS,
);

/** Event, ID and time of an item are never changed. */
const { hint: _hint, ...triggerSimplify } = simplify;

const oneItemPerLine: INodeProperties = {
	displayName: 'One Item per Line',
	name: 'oneItemPerLine',
	type: 'boolean',
	default: false,
	description:
		'Whether each line of an order is an item of its own, with the line in the field <code>line</code>, and its ' +
		'order without the lines in <code>order</code>. An order without lines still gives one item.',
	displayOptions: { show: { events: ['orderCreated', 'orderStatusChanged', 'orderUpdated'] } },
};

/** The form of the trigger. */
export const triggerFields: INodeProperties[] = [
	authentication,
	...CONTRACTS.map(events),
	status(
		'From Status',
		'fromStatus',
		'Leave it empty for any status. The trigger does not know the status of an order before it first saw it, so ' +
			'it emits that change as well.',
	),
	status('To Status', 'toStatus', 'Leave it empty for any status'),
	...stockFields,
	...start,
	triggerSimplify,
	oneItemPerLine,
	filters,
	options,
];
