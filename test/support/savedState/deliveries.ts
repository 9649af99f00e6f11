import type { IDataObject } from 'n8n-workflow';
import type { OpenedWebhook, WebhookOptions } from '../../engine';
import type { Push, Pushed } from '../../sandbox';
import { SECRETS } from '../../sandbox/oauth/tokens';
import type { Stage } from '../stage';
import { BEGINNING } from './scenario';

/** What the webhook trigger has saved of the deliveries that it took. */
export interface RecordedDeliveries {
	/** This machine's clock. */
	clock: string;
	deliveries: Array<Pick<Push, 'events'> & Pick<Pushed, 'deliveryId' | 'timestamp'>>;
	staticData: IDataObject;
}

let count = 0;

/** A webhook trigger of a workflow of its own, in a process that knows nothing of the others. */
export const openWebhook = async (stage: Stage, more: Partial<WebhookOptions>): Promise<OpenedWebhook> =>
	await stage.engine.openWebhook({
		node: 'extensivWebhookTrigger',
		credentials: { type: 'extensivWebhookApi', data: { signingSecret: SECRETS.webhook } },
		workflowId: `saved state ${++count}`,
		...more,
	});

export const eventOf = (at: number): IDataObject => ({
	event: 'orderCreated',
	eventId: `orderCreated:${at}`,
	occurredAt: BEGINNING,
	order: { orderNumber: `NW-${at}` },
});

/** Takes two deliveries. */
export async function recordDeliveries(stage: Stage): Promise<RecordedDeliveries> {
	const webhook = await openWebhook(stage, { now: BEGINNING });
	const timestamp = Date.parse(BEGINNING) / 1000;
	const deliveries = [1, 2].map((at) => ({ deliveryId: `delivery-${at}`, timestamp, events: eventOf(at) }));
	for (const delivery of deliveries) await stage.control.push({ url: webhook.url, ...delivery });
	const { staticData } = await stage.engine.webhookState(webhook);
	return { clock: BEGINNING, deliveries, staticData };
}
