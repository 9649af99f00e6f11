import type { IDataObject } from 'n8n-workflow';

/** What n8n's editor reads of JSON Schema: of several types it would show the first only, and `required` says nothing to it. */
export interface Schema {
	type: 'object' | 'array' | 'string' | 'number' | 'boolean';
	properties?: Record<string, Schema>;
	items?: Schema;
	version?: number;
}

/**
 * The schema of all rows together, with their fields in the order in which they appear.
 * @throws where the rows leave open what type a field has
 */
export const schemaOf = (rows: readonly IDataObject[]): Schema => ({ ...infer(rows, 'A row'), version: 1 });

function infer(values: readonly unknown[], at: string): Schema {
	const given = values.filter((value) => value !== null && value !== undefined);
	const [type, ...others] = new Set(given.map(typeOf));
	if (!type) throw new Error(`${at} has no value in any run: add one to test/schemas/runs.ts that gives it a value`);
	if (others.length > 0) throw new Error(`${at} has values of several types: ${[type, ...others].join(', ')}`);
	if (type === 'array') return { type, items: infer(given.flat(), `An entry of ${at}`) };
	if (type !== 'object') return { type };
	const objects = given as IDataObject[];
	const names = new Set(objects.flatMap((object) => Object.keys(object)));
	const fields = [...names].map(
		(name) =>
			[
				name,
				infer(
					objects.map((object) => object[name]),
					`“${name}”`,
				),
			] as const,
	);
	return { type, properties: Object.fromEntries(fields) };
}

const typeOf = (value: unknown): Schema['type'] => (Array.isArray(value) ? 'array' : (typeof value as Schema['type']));
