import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SECRETS } from '../../sandbox/oauth/tokens';
import { useStage } from '../../support/stage';

const page = readFileSync(path.resolve(__dirname, '../../../docs/webhooks.md'), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';

describe('The page for senders of webhooks', () => {
	const stage = useStage('2');

	it('has an example for Node.js that works, with the event that it shows', async () => {
		const credentials = { type: 'extensivWebhookApi', data: { signingSecret: SECRETS.webhook } };
		const webhook = await stage.engine.openWebhook({ node: 'extensivWebhookTrigger', credentials });
		const event = JSON.parse(block('json')) as unknown;
		const push = new Function('require', `${block('js')}; return push;`)(require) as (
			...args: unknown[]
		) => Promise<Response>;
		expect((await push(webhook.url, SECRETS.webhook, event)).status).toBe(200);
		expect((await stage.engine.webhookState(webhook)).executions).toEqual([[{ json: event }]]);
	});
});
