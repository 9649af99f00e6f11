import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { alphabetical } from '../../domain/alphabetical';
import type { Capability } from '../../api/ports/capabilities';
import { credentialsFor } from '../../contracts';
import { simplify } from '../form/fields';
import type { AnyShape, OutputColumn } from './shape';
import { titleOf } from './titles';

const MODES: INodePropertyOptions[] = [
	{ name: 'Simplified', value: 'simplified', description: 'The most common columns' },
	{ name: 'Raw', value: 'raw', description: "The service's own object, unchanged" },
	{ name: 'Selected Fields', value: 'fields', description: 'The fields that you choose, including lists and objects' },
];

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: MODES,
	default: 'simplified',
};

/** A former switch; workflows that were saved with it off still work as before. */
const saved: INodeProperties[] = [
	{ displayName: 'Simplify', name: 'simplify', type: 'hidden', default: true, description: simplify.description },
	{
		displayName:
			'This node was saved with <b>Simplify</b> off, so it returns raw data. For simplified items, replace it ' +
			'with a new node.',
		name: 'simplifyNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { simplify: [false], output: ['simplified'] } },
	},
];

const choose = (
	name: string,
	names: INodePropertyOptions[],
	initial: string[],
	show: NonNullable<INodeProperties['displayOptions']>['show'],
): INodeProperties => ({
	displayName: 'Fields',
	name,
	type: 'multiOptions',
	options: names,
	default: [...initial],
	description: 'What to return for each',
	displayOptions: { show: { output: ['fields'], ...show } },
});

/** The fields that choose the output; they go above *Filters* and *Options*. */
export function outputFields({ columns, fields, parts = [] }: AnyShape): INodeProperties[] {
	const first = (all: ReadonlyArray<OutputColumn<never>>): string[] => all.slice(0, 3).map(({ name }) => name);
	const off = (some: typeof parts): NonNullable<INodeProperties['displayOptions']>['show'] =>
		Object.fromEntries(some.map(({ parameter }) => [parameter, [false]]));
	const switches = parts.map(
		({ label, parameter, description, needs }, at): INodeProperties => ({
			displayName: label,
			name: parameter,
			type: 'boolean',
			default: false,
			description,
			displayOptions: {
				show: {
					output: ['simplified', 'fields'],
					...off(parts.slice(0, at)),
					...(needs ? { authentication: credentialsFor(needs) } : {}),
				},
			},
		}),
	);
	const ofParts = parts.map((part, at) =>
		choose(
			'partFields',
			choices([...part.columns, ...(columns as ReadonlyArray<OutputColumn<never>>)], [...part.fields, ...fields]),
			first(part.columns),
			{ [part.parameter]: [true], ...off(parts.slice(0, at)) },
		),
	);
	return [
		output,
		...switches,
		choose('fields', choices(columns, fields), first(columns), off(parts)),
		...ofParts,
		...saved,
	];
}

function choices(columns: ReadonlyArray<OutputColumn<never>>, fields: ReadonlyArray<string>): INodePropertyOptions[] {
	const names = [...new Set([...columns.map(({ name }) => name), ...fields])];
	const needs = new Map(columns.flatMap((column) => (column.needs ? [[column.name, column.needs] as const] : [])));
	return names
		.map((name) => ({ name: titleOf(name), value: name, ...shownWith(needs.get(name)) }))
		.sort((one, other) => alphabetical(one.name, other.name));
}

const shownWith = (needs: Capability | undefined): Pick<INodePropertyOptions, 'displayOptions'> =>
	needs ? { displayOptions: { show: { authentication: credentialsFor(needs) } } } : {};
