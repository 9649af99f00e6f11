import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { webhookFields } from './fields';
import { checkSetUp, receive } from './receive';
import { testSecret } from './secret';

/** Starts a workflow when a gateway or middleware pushes signed events. */
export class ExtensivWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Extensiv Webhook Trigger',
		name: 'extensivWebhookTrigger',
		icon: {
			light: 'file:../shared/icons/triggers/webhook.svg',
			dark: 'file:../shared/icons/triggers/webhook.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ [].concat($parameter["events"]).map((event) => event.replace(/[A-Z]/g, (letter) => " " + ' +
			'letter.toLowerCase())).join(", ") }}',
		description:
			'Starts the workflow when a gateway or middleware pushes signed events of Extensiv Order Manager to it',
		defaults: { name: 'Extensiv Webhook Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'extensivWebhookApi', required: true, testedBy: 'testSecret' }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
		properties: [...webhookFields],
	};

	methods = { credentialTest: { testSecret } };

	webhookMethods = {
		default: {
			/** No service to register the address with: n8n calls `create` every time. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSetUp(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
