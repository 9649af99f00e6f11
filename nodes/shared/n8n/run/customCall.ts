import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { WithRaw } from '../../api/ports/types';
import type { CustomCall } from '../../api/ports/custom';
import { customPath } from '../../domain/customPath';
import { InputError } from '../../domain/inputError';
import { addTo } from '../../domain/multiMap';
import { excerpt, readText } from '../../domain/values/text';
import { onlyFor, optionsWith, pageSize, resourceField, returnAll } from '../form/fields';
import { type AnyOperation, listOperation } from './operation';
import { choiceByContract, operationField } from '../form/operationFields';
import type { Fields } from '../read/params';

const RESOURCE = 'customApiCall';
const METHODS = ['DELETE', 'GET', 'POST', 'PUT'] as const;
const reads = { show: { method: ['GET'] } };
const writes = { show: { method: ['DELETE', 'POST', 'PUT'] } };

const fields: INodeProperties[] = onlyFor(RESOURCE, 'call', [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: METHODS.map((method) => ({ name: method, value: method })),
		default: 'GET',
		description:
			'GET reads. Everything else changes something: it is refused by a Read Only credential, and never ' +
			'repeated once its answer is lost.',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /v1/labels',
		description: 'What comes after the host; the host is that of the credential',
	},
	{
		displayName: 'Query Parameters',
		name: 'query',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add parameter',
		default: {},
		description: 'A name may come several times',
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
		description:
			'Whether to read all pages of a list, with one item for each row. Off, one call is made just as it is given.',
		displayOptions: reads,
	},
	optionsWith([{ ...pageSize, description: 'How many rows to ask for at a time, where all pages are read' }]),
]);

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

/** A value as it is given; only what is no text at all is refused. */
const valueOf = (value: unknown, name: string): string =>
	typeof value === 'string' || typeof value === 'boolean' ? String(value) : (readText(value, name) ?? '');

/** @throws InputError when it is not JSON */
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
		'Give an object or a list, for example {"name": "Priority"}.',
	);

/** An item is an object: anything else is put into one. */
function toItem(response: unknown): WithRaw<unknown> {
	const value =
		typeof response === 'object' && response !== null && !Array.isArray(response)
			? response
			: { value: response ?? null };
	return { value, raw: value };
}

/** The operation behind *API Request*; the runner has it for every node. */
export const customCallOperations: Record<string, Record<string, AnyOperation>> = { [RESOURCE]: { call } };

/**
 * The *Resource* of a node, with the request among its choices, and the fields of the request: the one line with which
 * a node gets it.
 * (n8n adds *Custom API Call* to every list of resources and operations by itself: it leads to n8n's own HTTP Request
 * node.)
 */
export const resourcesWithApiRequest = (resources: INodePropertyOptions[], initial: string): INodeProperties[] => [
	choiceByContract(resourceField([...resources, OWN], initial)),
	operation,
	...fields,
];

const OWN: INodePropertyOptions = {
	name: 'API Request',
	value: RESOURCE,
	description: 'Any other call of the service, with the account, rate limit, retries and Read Only of this node',
};

const operation = operationField(RESOURCE, 'call', [
	{
		name: 'Send',
		value: 'call',
		action: 'Send an API request',
		description: 'Call any path below the address of the credential',
	},
]);
