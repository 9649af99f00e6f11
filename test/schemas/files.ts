import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Known } from '../integration/operations/cases/known';

const NODES = path.resolve(__dirname, '../../nodes');

/** Where n8n looks for the schema of an operation, from the folder of all nodes. */
export const schemaFile = ({ node, resource, operation }: Known): string =>
	path.join(node.charAt(0).toUpperCase() + node.slice(1), '__schema__', 'v1.0.0', resource, `${operation}.json`);

/** All schema files that nodes have. */
export const schemaFiles = (): string[] =>
	(readdirSync(NODES, { recursive: true }) as string[]).filter((file) => /__schema__.*\.json$/.test(file));

export const readSchema = (file: string): string => readFileSync(path.join(NODES, file), 'utf8');

export const removeSchema = (file: string): void => rmSync(path.join(NODES, file));

export function writeSchema(file: string, text: string): void {
	mkdirSync(path.join(NODES, path.dirname(file)), { recursive: true });
	writeFileSync(path.join(NODES, file), text);
}
