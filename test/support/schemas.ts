import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folderOf = (node: string): string => path.resolve(__dirname, '../../nodes', node, '__schema__/v1.0.0');

/** Resource and operation of each output schema that lies beside a node, sorted. */
export const schemaNames = (node: string): string[] =>
	readdirSync(folderOf(node))
		.flatMap((resource) => readdirSync(path.join(folderOf(node), resource)).map((file) => `${resource} ${path.parse(file).name}`))
		.sort();

/** The fields that an output schema names, but for `notSent`, which only shows when there is something in it. */
export function schemaFields(node: string, resource: string, operation: string): string[] {
	const schema = JSON.parse(readFileSync(path.join(folderOf(node), resource, `${operation}.json`), 'utf8')) as { properties: object };
	return Object.keys(schema.properties).filter((name) => name !== 'notSent');
}
