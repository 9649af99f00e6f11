import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { alphabetical } from '../../domain/alphabetical';

/** The first field of every node; its value is the name of the credential type. */
export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{
			name: 'Access Token (Order Manager)',
			value: 'extensivOrderManagerApi',
			description: 'Live API, with the access token of a private app',
		},
		{
			name: 'Browser Login (Order Manager)',
			value: 'extensivOrderManagerOAuth2Api',
			description: 'Live API, connected in the browser',
		},
		{
			name: 'Client Credentials (Developer Guide)',
			value: 'extensivOAuth2Api',
			description: 'The contract of the developer guide, with client ID and client secret',
		},
	],
	default: 'extensivOrderManagerApi',
};

/** Shows a field for one resource and some of its operations. */
export const showFor = (resource: string, ...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: [resource], operation },
});

/** Shows fields only for the given operations. */
export const onlyFor = (
	resource: string,
	operation: string | string[],
	properties: INodeProperties[],
): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...property.displayOptions?.show, resource: [resource], operation: [operation].flat() },
		},
	}));

export const resourceField = (options: INodePropertyOptions[], initial: string): INodeProperties => ({
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options,
	default: initial,
});

/** A sales channel, from a searchable list or by ID. */
export const salesChannel: INodeProperties = {
	displayName: 'Sales Channel',
	name: 'salesChannel',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'The shop front, marketplace or API feed that the order belongs to',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a sales channel…',
			typeOptions: { searchListMethod: 'searchSalesChannels', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1207' },
	],
};

/** A warehouse, from a searchable list or by ID. */
export const warehouse: INodeProperties = {
	displayName: 'Warehouse',
	name: 'warehouse',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'The warehouse that holds the stock',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a warehouse…',
			typeOptions: { searchListMethod: 'searchWarehouses', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 5101' },
	],
};

/** For the responses to writes, and for short lists. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	hint: "Turn off to get only the service's own response, without the columns that the node adds, such as the outcome",
};

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

/** How ambiguous values in the incoming items are written. */
const VALUE_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Date Order',
		name: 'dateOrder',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description:
					'Found from the dates of the run: 13/03/2026 has the day first. Dates that stay ambiguous are rejected.',
			},
			{ name: 'Day First', value: 'day', description: '02/03/2026 is March 2' },
			{ name: 'Month First', value: 'month', description: '02/03/2026 is February 3' },
			{ name: 'Year First', value: 'year', description: '26/03/02 is March 2, 2026' },
		],
		default: 'auto',
		description: 'How all-digit dates are written in the incoming items',
	},
	{
		displayName: 'Decimal Separator',
		name: 'decimalSeparator',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description:
					'Found from the numbers in the column: 12,50 has a comma. Numbers that stay ambiguous, such as 1,250, ' +
					'are rejected.',
			},
			{
				name: 'Comma',
				value: 'comma',
				description: '1,250 is one and a quarter; 1.250,00 is a thousand two hundred and fifty',
			},
			{ name: 'Point', value: 'point', description: '1,250 is a thousand two hundred and fifty' },
		],
		default: 'auto',
		description: 'How numbers are written in the incoming items',
	},
];

/** Options of every run. */
export const RUN_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Max Tries',
		name: 'maxTries',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 5,
		description: 'How many times to try a request in total when the service is busy or the connection breaks',
	},
	{
		displayName: 'Max Wait (Seconds)',
		name: 'maxWaitSeconds',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 120,
		description: 'How long one request may wait for a busy service, across all tries',
	},
	{
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 5,
		description: "Overrides the node's own rate limit. Raise it only if your account allows more.",
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeoutSeconds',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'How long to wait for each complete response',
	},
];

/** Its value decides the outputs of the node, so it cannot be an expression. */
const callLog: INodeProperties = {
	displayName: 'Call Log',
	name: 'callLog',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to add the output Calls, with an item for each call to the service: time, path, status, tries, ' +
		"milliseconds, request ID and numbers of rows. The same lines are in n8n's log.",
};

/** For operations that change something. It holds for all items of a run, so it cannot be an expression. */
export const preview: INodeProperties = {
	displayName: 'Preview',
	name: 'preview',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to return the request that would be sent for each item, and change nothing. What the request needs may ' +
		'still be read from the service, such as the ID of an order. Where a change takes several calls, the first one ' +
		'is shown.',
};

/** Adds an option to the *Options* among fields, in alphabetical order. */
export const withOption = (fields: readonly INodeProperties[], option: INodeProperties): INodeProperties[] =>
	fields.map((field) =>
		field.name === 'options' && field.type === 'collection'
			? { ...field, options: [...((field.options ?? []) as INodeProperties[]), option].sort(byName) }
			: field,
	);

const byName = (one: INodeProperties, other: INodeProperties): number =>
	alphabetical(one.displayName, other.displayName);

/** The *Options* of an operation: its own and the common ones, in alphabetical order. */
export const optionsWith = (
	own: INodeProperties[] = [],
	shared = [...RUN_OPTIONS, ...VALUE_OPTIONS],
): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...own, callLog, ...shared].sort(byName),
});

export const pageSize: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 100,
	description: 'How many rows to request at a time. By default, the largest size that the service is known to accept.',
};

/** Reading a list in portions. */
const continueAt: INodeProperties = {
	displayName: 'Continue At',
	name: 'continueAt',
	type: 'string',
	default: '',
	placeholder: 'e.g. list1-page11-row0-size500-1x9k2ab',
	description:
		'Reads a list in portions. Every item gets a field <code>position</code>: the page, the row on it and the page ' +
		'size. Put the position of the last item here to go on behind it; leave this empty for the first portion. When ' +
		'nothing is left, no items come out. Rows that are added or change their place in the list between two portions ' +
		'may be missed or come twice.',
};

/** Options of the lists that have a *Limit*. */
export const listOptions: INodeProperties[] = [continueAt, pageSize];

/** A collection whose fields the user adds one by one. */
const collection =
	(displayName: string, name: string, placeholder: string) =>
	(options: INodeProperties[]): INodeProperties => ({
		displayName,
		name,
		type: 'collection',
		placeholder,
		default: {},
		options,
	});

export const additionalFields = collection('Additional Fields', 'additionalFields', 'Add field');
export const updateFields = collection('Update Fields', 'updateFields', 'Add field');
export const filters = collection('Filters', 'filters', 'Add filter');
