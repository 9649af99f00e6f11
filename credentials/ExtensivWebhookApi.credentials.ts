import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that a sender of webhooks signs with. There is no service to log in to: the node tests that the secret is long enough. */
export class ExtensivWebhookApi implements ICredentialType {
	name = 'extensivWebhookApi';

	displayName = 'Extensiv Webhook Signing Secret API';

	icon = { light: 'file:../nodes/shared/icons/trigger.svg', dark: 'file:../nodes/shared/icons/trigger.dark.svg' } as const;

	documentationUrl = 'https://example.com/n8n-nodes-extensiv-om#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'What the sender signs its deliveries with; at least 32 characters, for example from “openssl rand -hex 32”. Sender and n8n have the same one.',
		},
	];
}
