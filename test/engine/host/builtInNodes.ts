import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

export const START = 'n8n-nodes-base.manualTrigger';
export const NO_OP = 'n8n-nodes-base.noOp';
export const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';

/** Stand-ins for the nodes of n8n-nodes-base a test workflow needs. */
export function builtInNodes(): Record<string, INodeType> {
	return {
		[START]: passThrough('manualTrigger', { group: ['trigger'], inputs: [] }),
		[NO_OP]: passThrough('noOp', { group: ['organization'], inputs: ['main'] }),
		[HTTP_REQUEST]: httpRequest(),
	};
}

function passThrough(name: string, { group, inputs }: Pick<INodeTypeDescription, 'group' | 'inputs'>): INodeType {
	return {
		description: {
			name,
			displayName: name,
			description: '',
			group,
			version: 1,
			defaults: {},
			inputs,
			outputs: ['main'],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [this.getInputData()];
		},
	};
}

/** n8n's HTTP Request with a predefined credential: the older request helper, which takes `uri`, and follows redirects. */
function httpRequest(): INodeType {
	const { description } = passThrough('httpRequest', { group: ['output'], inputs: ['main'] });
	const text = (name: string): INodeTypeDescription['properties'][number] => ({
		displayName: name,
		name,
		type: 'string',
		default: '',
	});
	return {
		description: { ...description, properties: [text('nodeCredentialType'), text('url')] },
		async execute(this: IExecuteFunctions) {
			const request = {
				uri: String(this.getNodeParameter('url', 0)),
				method: 'GET' as const,
				json: true,
				followRedirect: true,
				maxRedirects: 21,
				resolveWithFullResponse: true,
				simple: false,
			};
			const type = String(this.getNodeParameter('nodeCredentialType', 0));
			const { statusCode, body } = (await this.helpers.requestWithAuthentication.call(this, type, request)) as {
				statusCode: number;
				body: unknown;
			};
			return [[{ json: { statusCode, body: body as never } }]];
		},
	};
}
