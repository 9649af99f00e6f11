import type { INodeTypeDescription } from 'n8n-workflow';
import type { Rest } from '../host/rest';
import { descriptionOf, type TemplateStep, undeclaredParameters } from '../support/declaredParameters';
import { templates } from '../../workflows/parts/templates';
import { sharedHost } from './sharedHost';

/** All types that n8n offers: its own ones, those of this package, and what it makes of both for AI agents. */
const typesOf = async (rest: Rest): Promise<INodeTypeDescription[]> => {
	const { data, status } = await rest.send('GET', '/types/nodes.json');
	expect(status).toBe(200);
	return data as INodeTypeDescription[];
};

/** A step that calls a workflow shows its other parameters once the user has chosen the workflow. */
const chosen = ({ parameters, ...step }: TemplateStep): TemplateStep => ({
	...step,
	parameters: { ...parameters, ...(isToChoose(parameters['workflowId']) && { workflowId: CHOSEN }) },
});
const CHOSEN = { __rl: true, mode: 'id', value: 'w1' };
const isToChoose = (workflow: unknown): boolean => (workflow as { value?: unknown } | undefined)?.value === '';

describe('the steps of every generated template', () => {
	let types: INodeTypeDescription[];

	beforeAll(async () => {
		const { rest } = await sharedHost();
		types = await typesOf(rest);
	});

	it.each([...templates()])('%s are of types and versions that n8n has', (_file, { nodes }) => {
		const unknown = nodes.filter((node) => descriptionOf(types, node) === undefined);
		expect(unknown.map(({ name, type, typeVersion }) => `${name}: ${type} ${typeVersion}`)).toEqual([]);
	});

	it.each([...templates()])('%s have only parameters that these declare and show', (_file, { nodes }) => {
		const undeclared = nodes.flatMap((node) => {
			const description = descriptionOf(types, node);
			if (description === undefined) return [];
			return undeclaredParameters(chosen(node), description).map((path) => `${node.name}: ${path}`);
		});
		expect(undeclared).toEqual([]);
	});

	it('are checked: a parameter that is misspelled, or that another one hides, is found', () => {
		const node = (parameters: Record<string, unknown>) => ({
			name: 'Send',
			type: 'n8n-nodes-base.emailSend',
			typeVersion: 2.1,
			parameters: { resource: 'email', operation: 'send', ...parameters },
		});
		const found = (parameters: Record<string, unknown>): string[] => {
			const step = node(parameters);
			return undeclaredParameters(step, descriptionOf(types, step)!);
		};
		expect(found({ subject: 'A', options: { replyTo: 'B' } })).toEqual([]);
		expect(found({ subjekt: 'A', options: { replayTo: 'B' } })).toEqual(['subjekt', 'options.replayTo']);
		expect(found({ emailFormat: 'text', html: 'A' })).toEqual(['html']);
	});
});
