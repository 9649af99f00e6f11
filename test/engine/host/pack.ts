import { existsSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import type { ICredentialType, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import type { EngineLine } from './line';
import { isVendor } from './builtFiles';
import { builtInNodes, HTTP_REQUEST, NO_OP, START } from './builtInNodes';
import { oAuth2Api } from './oAuth2Api';

/** A built pack, loaded by n8n's own loader. */
export interface Pack {
	nodeTypes: INodeTypes;
	/** Full type name (`package.node`) of a node of the pack, or of a built-in one. */
	typeName: (node: string) => string;
	credentialType: (name: string) => ICredentialType;
	/** Names of the types a credential type extends, nearest first. */
	credentialParents: (name: string) => string[];
	/** The function with which a node of the pack tests credentials of a type; undefined when none does. */
	credentialTest: (name: string) => CredentialTest | undefined;
}

type CredentialTest = NonNullable<NonNullable<INodeType['methods']>['credentialTest']>[string];

const BUILT_IN: Record<string, string> = { noOp: NO_OP, start: START, httpRequest: HTTP_REQUEST };

const NODE_MODULES = `${path.sep}node_modules${path.sep}`;

/** Folders of loaded packs: only files in them get this line's n8n-workflow, everything else keeps Node's own resolution. */
const packFolders = new Set<string>();

/**
 * Loads the pack whose package.json is in `folder`. Each call loads the built files anew, so what modules keep for the process
 * (rate limits, caches) is not shared between two engines.
 */
export async function loadPack(line: EngineLine, folder: string): Promise<Pack> {
	packFolders.add(folder);
	forget(folder);
	const loader = new line.core.PackageDirectoryLoader(folder);
	await loader.loadAll();
	await loadAdapters(folder);
	const builtIn = builtInNodes();

	const find = (type: string): INodeType | IVersionedNodeType =>
		builtIn[type] ?? loader.getNode(type.slice(type.indexOf('.') + 1)).type;
	const credentialType = (name: string): ICredentialType =>
		name === oAuth2Api.name ? oAuth2Api : loader.getCredential(name).type;
	const credentialParents = (name: string): string[] =>
		(credentialType(name).extends ?? []).flatMap((parent) => [parent, ...credentialParents(parent)]);

	return {
		nodeTypes: {
			getByName: find,
			getByNameAndVersion: (type, version) => line.workflow.NodeHelpers.getVersionedNodeType(find(type), version),
			getKnownTypes: () => ({}),
		},
		typeName: (node) => BUILT_IN[node] ?? `${loader.packageName}.${node}`,
		credentialType,
		credentialParents,
		credentialTest: (name) => {
			const nodes = Object.values(loader.nodeTypes).map(({ type }) =>
				line.workflow.NodeHelpers.getVersionedNodeType(type),
			);
			for (const { description, methods } of nodes) {
				const testedBy = description.credentials?.find((one) => one.name === name)?.testedBy;
				if (typeof testedBy === 'string') return methods?.credentialTest?.[testedBy];
			}
			return undefined;
		},
	};
}

/** Adapters are loaded when a node first connects; by then another engine may have loaded all files anew. */
async function loadAdapters(folder: string): Promise<void> {
	const file = path.join(folder, 'dist/nodes/shared/contracts.js');
	if (!existsSync(file)) return;
	const { CONTRACTS } = (await import(file)) as { CONTRACTS: ReadonlyArray<{ adapter(): Promise<unknown> }> };
	await Promise.all(CONTRACTS.map(async (contract) => await contract.adapter()));
}

/** Modules that are only gone from the cache live on as children of the one that loaded them first. */
function forget(folder: string): void {
	const isForgotten = (file: string): boolean => isPackFile(folder, file) && !isVendor(file);
	for (const [file, module] of Object.entries(require.cache)) {
		if (isForgotten(file)) delete require.cache[file];
		else if (module) module.children = module.children.filter((child) => !isForgotten(child.filename));
	}
}

/**
 * Makes `require('n8n-workflow')` inside a pack give the copy n8n-core of this line uses, as in a real installation. Otherwise
 * `instanceof NodeApiError` would compare classes of two copies.
 */
export function redirectPackRequires(line: EngineLine): void {
	const loader = Module as unknown as {
		_resolveFilename: (request: string, parent: { filename?: string | null } | undefined, ...rest: unknown[]) => string;
	};
	const resolve = loader._resolveFilename;
	loader._resolveFilename = function (request, parent, ...rest) {
		const isOurs = /^n8n-workflow(\/|$)/.test(request) && isAnyPackFile(parent?.filename);
		return isOurs ? line.resolve(request) : resolve.call(this, request, parent, ...rest);
	};
}

function isAnyPackFile(file: string | null | undefined): boolean {
	return typeof file === 'string' && [...packFolders].some((folder) => isPackFile(folder, file));
}

function isPackFile(folder: string, file: string): boolean {
	return file.startsWith(folder + path.sep) && !file.includes(NODE_MODULES, folder.length);
}
