import { type IDataObject, type INodeProperties, type INodePropertyCollection, NodeHelpers } from 'n8n-workflow';
import { credentialFor } from '../credentials';
import { builtNodes } from '../pack';
import type { Known } from '../../integration/operations/cases/known';

/** What an expression may give in place of a value, as the source of an expression. */
export const JUNK: readonly string[] = [
	'({ a: 1 })',
	'[1, 2]',
	'[{ a: 1 }]',
	'[[null]]',
	'null',
	'true',
	'NaN',
	'-1.5',
	'1e30',
	'(() => 1)',
	'new Date(0)',
	'"constructor"',
	'"__proto__"',
	'"toString"',
	'"[object Object]"',
	'"x".repeat(5000)',
	'"\\u0000\\u202e"',
	'({ toString: 1, valueOf: 1 })',
	'({ mode: "id", value: { a: 1 } })',
];

/** The junk as the n-th of items gives it. */
export const JUNK_EXPRESSION = `={{ [${JUNK.join(', ')}][$json.junk] }}`;

/** A parameter of an operation, with the place that the junk has in it. */
export interface Place {
	path: string;
	parameters: IDataObject;
	/** Read once a run, from its first item. */
	once: boolean;
}

/** Every parameter of an operation, those inside of collections too, each with junk in it while the others are as they should be. */
export function placesOf({ node, resource, operation, contract, given }: Known): Place[] {
	const built = builtNodes().find(({ name }) => name === node);
	if (!built) throw new Error(`The pack has no node ${node}`);
	const own = given.parameters;
	const values = { authentication: credentialFor(contract, '').type, resource, operation, ...own };
	const shown = built.description.properties
		.filter((property) => isShown(property, values, built.description))
		.filter(({ name, type }) => !FIXED.includes(name) && type !== 'notice');
	return shown.flatMap((property) =>
		inside(property, own[property.name]).map(({ path, value }) => ({
			path,
			parameters: { ...own, [property.name]: value },
			once: property.name === 'options',
		})),
	);
}

/** What chooses the operation itself. */
const FIXED = ['authentication', 'resource', 'operation'];

const isShown = (
	property: INodeProperties,
	values: IDataObject,
	description: Parameters<typeof NodeHelpers.displayParameter>[3],
): boolean => NodeHelpers.displayParameter(values as never, property, { typeVersion: 1 }, description);

type Value = IDataObject[string];

function inside(property: INodeProperties, own: unknown): Array<{ path: string; value: Value }> {
	const { name, type, options = [] } = property;
	const whole = { path: name, value: JUNK_EXPRESSION };
	const fields = (typeof own === 'object' && own !== null ? own : {}) as IDataObject;
	if (type === 'collection')
		return [
			whole,
			...(options as INodeProperties[]).flatMap((one) =>
				inside(one, fields[one.name]).map(({ path, value }) => ({
					path: `${name}.${path}`,
					value: { ...fields, [one.name]: value },
				})),
			),
		];
	if (type === 'fixedCollection')
		return [whole, ...(options as INodePropertyCollection[]).flatMap((group) => rowsOf(property, group, fields))];
	if (type === 'resourceLocator') return [{ path: name, value: { __rl: true, mode: 'id', value: JUNK_EXPRESSION } }];
	return type === 'notice' ? [] : [whole];
}

function rowsOf(
	{ name, typeOptions }: INodeProperties,
	{ name: group, values }: INodePropertyCollection,
	fields: IDataObject,
): Array<{ path: string; value: Value }> {
	const rows = fields[group];
	const first = ((Array.isArray(rows) ? rows[0] : rows) ?? {}) as IDataObject;
	return values.flatMap((field) =>
		inside(field, first[field.name]).map(({ path, value }) => {
			const row = { ...first, [field.name]: value };
			return {
				path: `${name}.${group}.${path}`,
				value: { ...fields, [group]: typeOptions?.multipleValues ? [row] : row } as Value,
			};
		}),
	);
}
