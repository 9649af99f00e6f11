import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { notice } from './fields';

/**
 * The secret with which a sender signs its webhooks. There is no service to log in to: the node only tests that the
 * secret is long enough.
 */
export class ExtensivWebhookApi implements ICredentialType {
	name = 'extensivWebhookApi';

	displayName = 'Extensiv Webhook Secret API';

	icon = {
		light: 'file:../nodes/shared/icons/triggers/webhook.svg',
		dark: 'file:../nodes/shared/icons/triggers/webhook.dark.svg',
	} as const;

	documentationUrl = 'https://example.com/n8n-nodes-extensiv-om#credentials';

	properties: INodeProperties[] = [
		notice(
			'whereFrom',
			'Make this secret yourself, for example with <code>openssl rand -hex 32</code>, and enter the same one in ' +
				'the gateway or middleware that sends the events.',
		),
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret with which the sender signs its deliveries; at least 32 characters',
		},
	];
}
