import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contracts } from '../../../demo/contracts';
import {
	createCredential,
	type Execution,
	importWorkflow,
	projectFolder,
	runWorkflow,
	type SavedCredential,
	workflowFile,
	type WorkflowFile,
	type WorkflowNode,
} from '../../../host';
import type { Rest } from '../../../host/rest';
import type { Sandbox } from '../../../sandbox';

const OURS = 'n8n-nodes-extensiv-om.';

/** What a user does to an imported template, as its notes say. */
export interface Adaptation {
	/** For each type of credential: that of Extensiv, and that of the ERP. */
	credentials: readonly SavedCredential[];
	/** Values of the step *Settings*. */
	settings?: Readonly<Record<string, string | number | boolean>>;
	salesChannelId?: number;
	/** Parameters that the user changes, by the name of the step. */
	parameters?: Readonly<Record<string, Record<string, unknown>>>;
	/** The workflow that is chosen in steps that call one. */
	called?: string;
	/** ID of the workflow that is told when an execution fails. */
	errorWorkflow?: string;
	/** What the user puts in the place of steps, by their names. */
	replaced?: Readonly<Record<string, Pick<WorkflowNode, 'type' | 'parameters'> & { typeVersion: number }>>;
}

/** Parameters of a Schedule Trigger: the test itself says when the workflow runs. */
export const NEVER = { rule: { interval: [{ field: 'cronExpression', expression: '0 0 29 2 *' }] } };

interface Assignment {
	name: string;
	value: unknown;
}

/** What n8n's own nodes need to reach an ERP. */
const ERP_CREDENTIALS: Readonly<Record<string, string>> = {
	'n8n-nodes-base.postgres': 'postgres',
	'n8n-nodes-base.httpRequest': 'httpBasicAuth',
};

/** The type of credential that a node needs. */
const credentialTypeOf = ({ type }: WorkflowNode): string | undefined => {
	if (type.startsWith(OURS)) return contracts.live.credentialType;
	return ERP_CREDENTIALS[type];
};

function set(node: WorkflowNode, settings: Readonly<Record<string, unknown>>): void {
	const { assignments } = node.parameters['assignments'] as { assignments: Assignment[] };
	for (const [name, value] of Object.entries(settings)) {
		const found = assignments.find((one) => one.name === name);
		if (found === undefined) throw new Error(`The step Settings has no ${name}`);
		found.value = value;
	}
}

/** A template of `workflows/`, adapted. */
export function adapted(file: string, adaptation: Adaptation): WorkflowFile {
	const {
		credentials,
		settings = {},
		salesChannelId,
		parameters = {},
		called,
		errorWorkflow,
		replaced = {},
	} = adaptation;
	const workflow = workflowFile.parse(JSON.parse(readFileSync(path.join(projectFolder, 'workflows', file), 'utf8')));
	for (const node of workflow.nodes) {
		const type = credentialTypeOf(node);
		const credential = credentials.find((one) => one.type === type);
		if (credential) node.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
		if (node.name === 'Settings') set(node, settings);
		for (const holder of [node.parameters, node.parameters['filters']])
			if (salesChannelId !== undefined && hasChannel(holder))
				holder.salesChannel = { __rl: true, mode: 'id', value: String(salesChannelId) };
		if (called !== undefined && node.type === 'n8n-nodes-base.executeWorkflow' && isToChoose(node))
			node.parameters['workflowId'] = { __rl: true, mode: 'id', value: called };
		Object.assign(node.parameters, parameters[node.name]);
		if (replaced[node.name]) Object.assign(node, replaced[node.name], { disabled: false });
	}
	if (errorWorkflow !== undefined) workflow.settings = { ...workflow.settings, errorWorkflow };
	const missing = Object.keys({ ...parameters, ...replaced }).filter(
		(name) => !workflow.nodes.some((node) => node.name === name),
	);
	if (missing.length > 0) throw new Error(`${file} has no step ${missing.join(', ')}`);
	return workflow;
}

const hasChannel = (holder: unknown): holder is { salesChannel: unknown } =>
	typeof holder === 'object' && holder !== null && 'salesChannel' in holder;

const isToChoose = ({ parameters }: WorkflowNode): boolean =>
	(parameters['workflowId'] as { value?: unknown } | undefined)?.value === '';

/** The credential of Extensiv for a sandbox. */
export const extensivCredential = async (rest: Rest, sandbox: Sandbox): Promise<SavedCredential> => {
	const { credentialType, credentialName, credentialData } = contracts.live;
	return await createCredential(rest, credentialType, credentialName, credentialData(sandbox.url));
};

/** A template that was imported and adapted. */
export interface Flow {
	id: string;
	/** Presses *Execute workflow*; gives the execution, also a failed one. */
	execute(trigger?: string): Promise<Execution>;
	/** The same. Throws if the execution failed. */
	run(trigger?: string): Promise<Execution>;
}

export async function importFlow(rest: Rest, file: string, adaptation: Adaptation): Promise<Flow> {
	const id = await importWorkflow(rest, adapted(file, adaptation));
	const execute = async (trigger = 'Start'): Promise<Execution> => await runWorkflow(rest, id, trigger);
	return {
		id,
		execute,
		run: async (trigger) => {
			const execution = await execute(trigger);
			if (execution.status !== 'success') throw new Error(`${file} ended with ${execution.status}: ${execution.error}`);
			return execution;
		},
	};
}
