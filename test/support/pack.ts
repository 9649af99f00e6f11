import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ICredentialType, INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';

const ROOT = path.resolve(__dirname, '../..');

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}
export const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;

function load<T>(file: string): T {
	const name = path.basename(file).split('.')[0] ?? '';
	const classes = createRequire(__filename)(path.join(ROOT, file)) as Record<string, new () => T>;
	const type = classes[name];
	if (!type) throw new Error(`${file} has no class ${name}`);
	return new type();
}

export interface BuiltNode {
	name: string;
	/** Path of the built file, from the project's root. */
	file: string;
	node: INodeType;
	description: INodeTypeDescription;
	properties: INodeProperties[];
}

/** The nodes that package.json announces, as built. */
export const builtNodes = (): BuiltNode[] =>
	manifest.n8n.nodes.map((file) => {
		const node = load<INodeType>(file);
		return {
			name: node.description.name,
			file,
			node,
			description: node.description,
			properties: deep(node.description.properties),
		};
	});

export const builtCredentials = (): ICredentialType[] =>
	manifest.n8n.credentials.map((file) => load<ICredentialType>(file));

/** A file beside a built one; undefined when it is not there. */
export function readBeside(file: string, extension: string): string | undefined {
	const beside = path.join(ROOT, file.replace(/\.js$/, extension));
	return existsSync(beside) ? readFileSync(beside, 'utf8') : undefined;
}

/** Whether a path that a built file names from its own folder leads to a file. */
export const existsFrom = (file: string, relative: string): boolean =>
	existsSync(path.join(ROOT, path.dirname(file), relative));

/** All fields, those inside of collections too. */
function deep(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		const inner = (property.options ?? []).flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option as INodeProperties] : [],
		);
		return [property, ...deep(inner)];
	});
}
