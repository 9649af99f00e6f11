import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folderOf = (node: string): string => path.resolve(__dirname, '../../nodes', node, '__schema__/v1.0.0');

/** Resource and operation of each output schema that lies beside a node, sorted. */
export const schemaNames = (node: string): string[] =>
	readdirSync(folderOf(node))
		.flatMap((resource) =>
			readdirSync(path.join(folderOf(node), resource)).map((file) => `${resource} ${path.parse(file).name}`),
		)
		.sort();

/** Fields that only show when there is something in them. */
const OCCASIONAL = ['notSent', 'notice', 'otherOrderIds', 'storedNumber'];

/** The fields that an output schema names, but for those that only show now and then. */
export function schemaFields(node: string, resource: string, operation: string): string[] {
	const schema = JSON.parse(readFileSync(path.join(folderOf(node), resource, `${operation}.json`), 'utf8')) as {
		properties: object;
	};
	return Object.keys(schema.properties).filter((name) => !OCCASIONAL.includes(name));
}
