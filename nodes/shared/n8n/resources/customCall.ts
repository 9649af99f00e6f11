import type { INodeProperties } from 'n8n-workflow';
import type { WithRaw } from '../../api/ports/types';
import type { CustomCall } from '../../api/ports/custom';
import { customPath } from '../../domain/customPath';
import { InputError } from '../../domain/inputError';
import { addTo } from '../../domain/multiMap';
import { excerpt, readText } from '../../domain/values/text';
import { optionsWith, pageSize, preview, returnAll } from '../form/fields';
import type { Resource } from './resource';
import { listOperation } from '../run/operation';
import type { Fields } from '../read/params';

const METHODS = ['DELETE', 'GET', 'POST', 'PUT'] as const;
const reads = { show: { method: ['GET'] } };
const writes = { show: { method: ['DELETE', 'POST', 'PUT'] } };

const fields: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: METHODS.map((method) => ({ name: method, value: method })),
		default: 'GET',
		description:
			'GET only reads. The other methods change things: a Read Only credential refuses them, and they are not ' +
			'repeated after a lost response.',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /v1/labels',
		description: 'The path after the host; the host comes from the credential',
	},
	{
		displayName: 'Query Parameters',
		name: 'query',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add parameter',
		default: {},
		description: 'You can add the same name several times',
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Body (JSON)',
		name: 'body',
		type: 'json',
		default: '',
		description: 'Leave it empty for calls that take everything in the query',
		displayOptions: writes,
	},
	{
		...returnAll,
		description: 'Whether to read all pages of a list and return one item per row. Turn off to make exactly one call.',
		displayOptions: reads,
	},
	optionsWith([
		{ ...pageSize, description: 'How many rows to request at a time when reading all pages' },
		{ ...preview, displayOptions: { show: { '/method': writes.show.method } } },
	]),
];

const call = listOperation<CustomCall & { allPages: boolean }, unknown>({
	whole: true,
	atMostOnce: { applies: (given) => given.raw('method') !== 'GET', condition: '$parameter["method"] !== "GET"' },
	read: (given) => {
		const { path, query } = customPath(given.required('path', 'Path'));
		for (const row of given.rows('query', 'parameter')) {
			const name = row.required('name', 'Name of the query parameter');
			addTo(query, name, valueOf(row.raw('value'), name));
		}
		const method = METHODS.find((one) => one === given.raw('method'));
		if (!method)
			throw new InputError(
				'Method',
				`“${excerpt(given.raw('method'))}” is not one of ${METHODS.join(', ')}.`,
				'Choose one of them.',
			);
		return {
			method,
			path,
			query: Object.fromEntries(query),
			body: method === 'GET' ? undefined : readBody(given),
			allPages: method === 'GET' && given.flag('returnAll'),
		};
	},
	list: async function* ({ custom }, { allPages, ...given }, options): AsyncGenerator<Array<WithRaw<unknown>>> {
		if (allPages) for await (const page of custom.pages(given, options)) yield page.map(toItem);
		else {
			const response = await custom.call(given);
			yield (Array.isArray(response) ? response : [response]).map(toItem);
		}
	},
});

/** A value without changes; only values that are not text are rejected. */
const valueOf = (value: unknown, name: string): string =>
	typeof value === 'string' || typeof value === 'boolean' ? String(value) : (readText(value, name) ?? '');

/** @throws InputError if it is not JSON */
function readBody(given: Fields): unknown {
	const value = given.raw('body');
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	try {
		return JSON.parse(value) as unknown;
	} catch (error) {
		throw notJson(error);
	}
}

const notJson = (error: unknown): InputError =>
	new InputError(
		'Body (JSON)',
		`This is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
		'Enter an object or a list, for example {"name": "Priority"}.',
	);

/** Items are objects, so other values are wrapped in one. */
function toItem(response: unknown): WithRaw<unknown> {
	const value =
		typeof response === 'object' && response !== null && !Array.isArray(response)
			? response
			: { value: response ?? null };
	return { value, raw: value };
}

/** Any other call of the service: every node has it. */
export const apiRequest: Resource = {
	name: 'API Request',
	value: 'customApiCall',
	description: 'Any other call of the service, with the account, rate limit, retries and Read Only of this node',
	operations: [
		{
			name: 'Send',
			value: 'call',
			action: 'Send API request',
			description: 'Call any path below the address of the credential',
			fields,
			run: call,
		},
	],
};
