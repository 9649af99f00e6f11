import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { optionsWith } from '../../shared/n8n/form/fields';
import { CANDIDATES } from './settings';

/** What the form of a kind says about it. */
export interface MapForm {
	/** What the ERP's code is, in the words of the ERP. */
	code: { description: string; placeholder: string };
	/** The field that the result goes into. */
	outputField: string;
	/** What a value of a table is, for example `ID or name of a warehouse`. */
	value: { description: string; placeholder: string };
	/** What can be the ERP's code, when mapping from the account; absent if the kind does not map from it. */
	give?: { options: INodePropertyOptions[]; default: string };
	/** What comes out as a value. */
	only: string;
	/** Fields of the kind's own, below the code. */
	own?: INodeProperties[];
	/** Whether records can be out of use. */
	hasInactive?: boolean;
}

const direction: INodeProperties = {
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'To Extensiv', value: 'to', description: "From the ERP's code to what it means in the account" },
		{ name: 'From Extensiv', value: 'from', description: "From the account to the ERP's code" },
	],
	default: 'to',
};

const ACCOUNT = {
	name: 'Account (Live)',
	value: 'account',
	description: 'What the account or the package itself knows',
};
const TABLES = [
	{ name: 'Items of Another Branch', value: 'branch', description: 'A table that another node has read' },
	{ name: 'Typed Codes', value: 'typed', description: 'A table that you type below' },
];

/** Where meanings come from. */
export const sources = (isTableOnly: boolean): INodeProperties => ({
	displayName: 'Look Up In',
	name: 'sources',
	type: 'multiOptions',
	options: isTableOnly ? TABLES : [ACCOUNT, ...TABLES],
	default: [isTableOnly ? 'typed' : 'account'],
	description:
		'Where meanings come from. Typed codes go first, then the items of another branch, then the account. The values ' +
		'of tables are checked.',
});

/** The fields of the two tables. */
export const tableFields = (value: MapForm['value']): INodeProperties[] => [
	{
		displayName: 'Typed Codes',
		name: 'entries',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add code',
		default: {},
		displayOptions: { show: { sources: ['typed'] } },
		options: [
			{
				displayName: 'Code',
				name: 'entry',
				values: [
					{ displayName: 'ERP Code', name: 'code', type: 'string', default: '', description: 'The code in the ERP' },
					{
						displayName: 'Extensiv Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: `e.g. ${value.placeholder}`,
						description: value.description,
					},
				],
			},
		],
	},
	{
		displayName: 'Table Items',
		name: 'tableItems',
		type: 'json',
		default: '',
		required: true,
		placeholder: "e.g. {{ $('My table').all() }}",
		displayOptions: { show: { sources: ['branch'] } },
		description: 'The items of a node on another branch, or a JSON list of objects. Read once per run.',
	},
	{
		displayName: 'ERP Code Column',
		name: 'codeColumn',
		type: 'string',
		default: 'code',
		required: true,
		displayOptions: { show: { sources: ['branch'] } },
		description: 'The column of the table with the code in the ERP',
	},
	{
		displayName: 'Value Column',
		name: 'valueColumn',
		type: 'string',
		default: 'value',
		required: true,
		displayOptions: { show: { sources: ['branch'] } },
		description: `The column of the table with the value in Extensiv: ${lowerFirst(value.description)}`,
	},
];

const giveField = ({ options, default: initial }: NonNullable<MapForm['give']>): INodeProperties => ({
	displayName: 'ERP Code Is',
	name: 'give',
	type: 'options',
	options,
	default: initial,
	displayOptions: { show: { direction: ['from'], sources: ['account'] } },
	description: 'What the ERP uses as its code, for what is in no table',
});

/** Where the result goes, and the options. Every operation of the node has them. */
export const resultFields = (outputField: string, only: string, own: INodeProperties[] = []): INodeProperties[] => [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'Details', value: 'details', description: 'An object with the value and what belongs to it' },
			{ name: 'Value Only', value: 'value', description: only },
		],
		default: 'details',
	},
	{
		displayName: 'Output Field',
		name: 'outputField',
		type: 'string',
		default: outputField,
		required: true,
		description: 'The field of the item that the result goes into. All other fields are kept.',
	},
	optionsWith(own),
];

export const candidates: INodeProperties = {
	displayName: 'Candidates',
	name: 'candidates',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: CANDIDATES,
	description: 'How many of the nearest candidates an unmapped item gets at most',
};

const includeInactive: INodeProperties = {
	displayName: 'Include Inactive',
	name: 'includeInactive',
	type: 'boolean',
	default: false,
	description: 'Whether codes may mean records that are not active. Otherwise, such codes are unmapped.',
};

/** The form of an operation that maps codes. */
export const mapFields = (form: MapForm): INodeProperties[] => [
	...(form.give ? [direction] : []),
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		required: true,
		placeholder: `e.g. ${form.code.placeholder}`,
		description: form.code.description,
	},
	...(form.own ?? []),
	sources(false),
	...(form.give ? [giveField(form.give)] : []),
	...tableFields(form.value),
	...resultFields(form.outputField, form.only, [candidates, ...(form.hasInactive ? [includeInactive] : [])]),
];

function lowerFirst(text: string): string {
	return /^[A-Z](?![A-Z])/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
