import { extensiv } from './n8nSteps';
import type { Link, LinkType, Step } from '../step';

/** n8n's AI agent, and what it works with. The model is left to the user. */

/** What somebody types in the chat begins the workflow. */
export const chatTrigger = (name: string, options: Record<string, unknown>): Step => ({
	name,
	type: '@n8n/n8n-nodes-langchain.chatTrigger',
	typeVersion: 1.4,
	parameters: { public: false, options },
});

/** Answers what the chat trigger gives. */
export const agent = (name: string, systemMessage: string): Step => ({
	name,
	type: '@n8n/n8n-nodes-langchain.agent',
	typeVersion: 3.1,
	parameters: { promptType: 'auto', hasOutputParser: false, options: { systemMessage, maxIterations: 15 } },
});

/** Has the agent know what was said before in the same chat. */
export const memory = (name: string): Step => ({
	name,
	type: '@n8n/n8n-nodes-langchain.memoryBufferWindow',
	typeVersion: 1.3,
	parameters: { sessionIdType: 'fromInput', contextWindowLength: 10 },
});

/** A value that the model decides. Keys have letters, digits, - and _; descriptions no quotes. */
export const fromModel = (key: string, description: string): string =>
	`={{ $fromAI('${key}', '${description}', 'string') }}`;

/** A node of this package as a tool. The model reads the description when it decides whether to use it. */
export function extensivTool(
	name: string,
	node: 'Orders' | 'Shipments' | 'Inventory',
	toolDescription: string,
	parameters: Record<string, unknown>,
): Step {
	const step = extensiv(name, node, { descriptionType: 'manual', toolDescription, ...parameters });
	return { ...step, type: `${step.type}Tool` };
}

/** Asks in the chat before a tool runs, and waits for a click. */
export const approvalInChat = (name: string): Step => ({
	name,
	type: '@n8n/n8n-nodes-langchain.chatHitlTool',
	typeVersion: 1.3,
	parameters: {
		message: '=I propose: {{ $tool.name }}\n\n{{ JSON.stringify($tool.parameters, null, 2) }}',
		approvalOptions: { values: { approvalType: 'double', approveLabel: 'Do it', disapproveLabel: 'Do not do it' } },
		options: {},
	},
});

/** Says something in the chat. */
export const sayInChat = (name: string, message: string): Step => ({
	name,
	type: '@n8n/n8n-nodes-langchain.chat',
	typeVersion: 1.3,
	parameters: { operation: 'send', message, options: {} },
});

/** What the agent works with. */
export const given = (type: LinkType, steps: readonly Step[], to: string): Link[] =>
	steps.map(({ name }) => ({ from: name, to, type }));
