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
				description: 'Everything since a date; a backlog is worked off over several polls',
			},
			{ name: 'Last Hours', value: 'hours', description: 'Everything of the last hours' },
			{ name: 'Now', value: 'now', description: 'Only what happens after the workflow is activated' },
		],
		default: 'now',
		description:
			'Where to begin when the workflow is activated for the first time, or when a filter that matters is ' +
			'changed. Nothing that has not come out yet is left out.',
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
				'One or more whole SKUs, separated by commas, semicolons or line breaks. For orders, products, stock, ' +
				'RMAs and purchase orders.',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'multiOptions',
			default: [],
			options: orderStatusOptions,
			description: 'Orders that have one of these when they come out. For Order Created and Order Updated.',
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
			displayOptions: { show: { '/authentication': credentialsFor('stockLevel.getChanges') } },
			description:
				'For stock: asks the service which products of this channel have changed, and reads the levels of ' +
				'these alone. The service shows each change once, to one reader: name a channel in one node only. The ' +
				'channel must be of the type Custom, the credential not read only.',
		},
		number(
			'Max Records at a Time',
			'maxRecords',
			DEFAULTS.bound,
			1,
			'A span of time with more changes than this is cut into smaller ones; the rest of a backlog waits for ' +
				'the next poll',
		),
		number(
			'Overlap (Seconds)',
			'overlapSeconds',
			DEFAULTS.lookbackWindow,
			2,
			'How far each poll reaches back into the one before, for changes that show late. No event comes out ' +
				'twice because of it.',
		),
		pageSize,
		number(
			'Repeat After Restart (Mins)',
			'repeatMinutes',
			DEFAULTS.repeatMinutes,
			0,
			'When n8n is started so soon after items were sent, they are sent once more, marked ' +
				'<code>maybeRepeated</code>: n8n may have been stopped before it had them. 0 for never.',
		),
		number(
			'Settle Time (Seconds)',
			'settleSeconds',
			DEFAULTS.settleDelay,
			0,
			'How old a change must be before it comes out. The clocks of n8n and the service may differ by that much.',
		),
		number(
			'Watch Shipments For (Days)',
			'watchDays',
			DEFAULTS.watchDays,
			1,
			'For Shipment Updated: how long after its creation the delivery of a shipment is watched',
		),
	],
	RUN_OPTIONS,
);

/** Event, ID and time of an item stay as they are. */
const { hint: _hint, ...triggerSimplify } = simplify;

/** The form of the trigger. */
export const triggerFields: INodeProperties[] = [
	authentication,
	...CONTRACTS.map(events),
	status(
		'From Status',
		'fromStatus',
		'Any status when left empty. What an order was before the trigger first saw it is not known; such a change ' +
			'comes out as well.',
	),
	status('To Status', 'toStatus', 'Any status when left empty'),
	...stockFields,
	...start,
	triggerSimplify,
	filters,
	options,
];
