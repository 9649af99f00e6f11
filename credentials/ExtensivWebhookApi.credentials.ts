import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { notice } from './fields';

/**
 * The secret that a sender of webhooks signs with. There is no service to log in to: the node tests that the secret is
 * long enough.
 */
export class ExtensivWebhookApi implements ICredentialType {
	name = 'extensivWebhookApi';

	displayName = 'Extensiv Webhook Secret API';

	icon = {
		light: 'file:../nodes/shared/icons/webhook.svg',
		dark: 'file:../nodes/shared/icons/webhook.dark.svg',
	} as const;

	documentationUrl = 'https://example.com/n8n-nodes-extensiv-om#credentials';

	properties: INodeProperties[] = [
		notice(
			'whereFrom',
			'You make this secret yourself, for example with <code>openssl rand -hex 32</code>, and give the same ' +
				'one to the gateway or middleware that sends the events.',
		),
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'What the sender signs its deliveries with; at least 32 characters',
		},
	];
}
