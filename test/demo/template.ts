import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, workflowFile, type SavedCredential, type WorkflowFile } from '../host';

/** Names of the nodes that the demonstration and the tests look at. */
export const nodeNames = {
	trigger: 'Start',
	settings: 'Settings',
	columns: 'Your columns',
	lines: 'Put the order lines together',
	create: 'Create orders in Extensiv',
	refused: 'One row per order',
	stock: 'Read stock levels',
} as const;

export const templateFile = path.join(projectFolder, 'workflows', 'erp-orders-to-extensiv.json');
const ourNodes = 'n8n-nodes-extensiv-om.';

export const readTemplateText = (): string => readFileSync(templateFile, 'utf8');
export const readTemplate = (): WorkflowFile => workflowFile.parse(JSON.parse(readTemplateText()));

export interface Adaptation {
	erpFolder: string;
	credential: SavedCredential;
	/** Id of the sales channel the orders go to; undefined where the contract has none. */
	salesChannelId?: number;
	/** How long orders are looked for when an answer was lost; the node's default when left out. */
	settleSeconds?: number;
}

interface Assignment {
	name: string;
	value: unknown;
}

const assignmentsOf = (parameters: Record<string, unknown>): Assignment[] =>
	(parameters['assignments'] as { assignments: Assignment[] }).assignments;

/** The headers that mean each column, as the template says it. */
export const columnHeaders = (): Record<string, string> => {
	const step = readTemplate().nodes.find(({ name }) => name === nodeNames.columns);
	if (step === undefined) throw new Error(`The template has no node “${nodeNames.columns}”`);
	return Object.fromEntries(assignmentsOf(step.parameters).map(({ name, value }) => [name, String(value)]));
};

const setFolder = (parameters: Record<string, unknown>, erpFolder: string): void => {
	const folder = assignmentsOf(parameters).find((assignment) => assignment.name === 'erpFolder');
	if (folder === undefined) throw new Error(`The node "${nodeNames.settings}" of the template has no field erpFolder`);
	folder.value = erpFolder;
};

/** Does to an imported copy of the template what its notes ask a user to do: folder, credential, sales channel. */
export const adaptTemplate = (
	template: WorkflowFile,
	{ erpFolder, credential, salesChannelId, settleSeconds }: Adaptation,
): WorkflowFile => {
	const copy = structuredClone(template);
	for (const node of copy.nodes) {
		if (node.name === nodeNames.settings) setFolder(node.parameters, erpFolder);
		if (!node.type.startsWith(ourNodes)) continue;
		node.parameters['authentication'] = credential.type;
		if (settleSeconds !== undefined && node.name === nodeNames.create) {
			node.parameters['options'] = { ...(node.parameters['options'] as object | undefined), settleSeconds };
		}
		node.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
		if (salesChannelId !== undefined && 'salesChannel' in node.parameters) {
			node.parameters['salesChannel'] = { __rl: true, mode: 'id', value: String(salesChannelId) };
		}
	}
	return copy;
};
