import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
	IDataObject,
	INode,
	INodeType,
	IWebhookData,
	IWebhookDescription,
	IWebhookFunctions,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { WebhookOptions, WebhookState } from '../types';
import { callLogs, inCall, setCallClock } from './callScope';
import { reportError, reportItem } from './errors';
import { jsonCopy } from './json';
import { addBodyReader, parseBody } from './requestBody';
import { additionalData, buildNode, type Session } from './session';

/** An activated webhook trigger behind a loopback port, served as `dist/webhooks/webhook-helpers.js` of n8n 2.41.1 and 1.123.81 does. */
export class WebhookEndpoint {
	private readonly server: Server = createServer((request, response) => void this.serve(request, response));
	private readonly state: WebhookState;
	private startFailures: number;

	constructor(
		private readonly session: Session,
		private readonly options: WebhookOptions,
	) {
		this.state = { executions: [], staticData: options.staticData ?? {}, errors: [], logs: [] };
		this.startFailures = options.startFailures ?? 0;
	}

	/** Activates the trigger; gives its address. Rejects with what the node says against it. */
	async open(): Promise<string> {
		const { workflow, node, mode } = this.build();
		const { core } = this.session.line;
		const methods = this.type(node).webhookMethods?.default;
		const hooks = new core.HookContext(
			workflow,
			node,
			additionalData(this.session),
			mode,
			'activate',
			this.webhookData(node),
		);
		if (!(await methods?.checkExists.call(hooks))) await methods?.create.call(hooks);
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook/${node.id.replaceAll(' ', '-')}/webhook`;
	}

	report(): WebhookState {
		return jsonCopy(this.state) as unknown as WebhookState;
	}

	async close(): Promise<void> {
		const { workflow, node, mode } = this.build();
		const hooks = new this.session.line.core.HookContext(
			workflow,
			node,
			additionalData(this.session),
			mode,
			'activate',
			this.webhookData(node),
		);
		await this.type(node).webhookMethods?.default?.delete.call(hooks);
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		await inCall(this.session.rejections, async () => {
			setCallClock(this.options.now);
			try {
				await this.receive(request, response);
			} catch (error) {
				this.state.errors.push(reportError(this.session.line, error));
				if (!response.headersSent)
					json(response, 500, { code: 0, message: 'Workflow Webhook Error: Workflow could not be started!' });
			}
			this.state.logs.push(...callLogs());
		});
	}

	private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { workflow, node, mode } = this.build();
		addBodyReader(request);
		const isUnread = workflow.expression.getSimpleParameterValue(
			node,
			'={{$parameter["options"]["binaryData"]}}',
			mode,
			{},
			undefined,
			false,
		);
		if (!isUnread && !(await parseBody(request)))
			return json(response, 422, { code: 422, message: 'Failed to parse request body' });
		const data = { ...additionalData(this.session), httpRequest: request as never, httpResponse: response as never };
		const context = new this.session.line.core.WebhookContext(
			workflow,
			node,
			data,
			mode,
			this.webhookData(node),
			[],
			null,
		);
		const result = await this.type(node).webhook?.call(context as unknown as IWebhookFunctions);
		if (result?.workflowData && this.startFailures-- > 0)
			return json(response, 500, { code: 0, message: 'There was a problem executing the workflow' });
		if (mode !== 'manual' && workflow.staticData.__dataChanged)
			this.state.staticData = jsonCopy(workflow.getStaticData('node', node)) as IDataObject;
		if (result?.workflowData)
			this.state.executions.push((result.workflowData[0] ?? []).map((item) => reportItem(this.session.line, item)));
		if (!result?.noWebhookResponse)
			json(
				response,
				200,
				result?.workflowData
					? { message: 'Workflow was started' }
					: (result?.webhookResponse ?? { message: 'Webhook call received' }),
			);
	}

	/** n8n reads the workflow from its database for each request. */
	private build(): { workflow: Workflow; node: INode; mode: WorkflowExecuteMode } {
		const {
			staticData: _given,
			workflowId = 'workflow',
			mode = 'webhook',
			startFailures: _failures,
			now: _now,
			...spec
		} = this.options;
		const built = buildNode(this.session, { name: 'Trigger', ...spec });
		const workflow = new this.session.line.workflow.Workflow({
			id: workflowId,
			name: 'Workflow',
			nodes: [built],
			connections: {},
			active: mode === 'webhook',
			nodeTypes: this.session.pack.nodeTypes,
			staticData: { [`node:${built.name}`]: jsonCopy(this.state.staticData) as IDataObject },
		});
		return { workflow, node: workflow.getNode(built.name) ?? built, mode };
	}

	private type(node: INode): INodeType {
		return this.session.pack.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	}

	private webhookData(node: INode): IWebhookData {
		const [webhookDescription] = this.type(node).description.webhooks as [IWebhookDescription];
		const { httpMethod, path } = webhookDescription;
		return {
			httpMethod: httpMethod as 'POST',
			node: node.name,
			path,
			webhookDescription,
			workflowId: 'workflow',
			workflowExecuteAdditionalData: additionalData(this.session),
		};
	}
}

function json(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
