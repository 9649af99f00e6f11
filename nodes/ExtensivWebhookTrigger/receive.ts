import type { IDataObject, IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { DAY } from '../shared/events/time';
import { describeError, toNodeError } from '../shared/n8n/errors/errors';
import { Fields } from '../shared/n8n/read/params';
import { NO_SECRETS, Secrets } from '../shared/n8n/secrets/secrets';
import { Deliveries } from './deliveries';
import { type Reply, classify, REFUSED, type Classification } from './classify';
import { usableSecret } from './secret';
import { readSettings, type WebhookSettings } from './settings';

/**
 * The deliveries that this process has accepted, by workflow and node. n8n reads a node's saved data afresh for each
 * request, and concurrent requests do not see each other's.
 */
const taken = new Map<string, Deliveries>();

interface SetUp {
	secret: string;
	/** Never part of the output, whatever a sender puts into its events. */
	secrets: Secrets;
	settings: WebhookSettings;
}

async function setUpOf(context: IWebhookFunctions | IHookFunctions): Promise<SetUp> {
	const fields = new Fields((name) => context.getNodeParameter(name, null), context.getTimezone());
	const { signingSecret } = await context.getCredentials('extensivWebhookApi');
	return {
		secret: usableSecret(signingSecret),
		secrets: new Secrets({ signingSecret }),
		settings: readSettings(fields),
	};
}

/** Refuses to activate a trigger that cannot check signatures, and says what to change. */
export async function checkSetUp(context: IHookFunctions): Promise<void> {
	try {
		await setUpOf(context);
	} catch (error) {
		throw toNodeError(context.getNode(), error, describeError(error, '', NO_SECRETS));
	}
}

/** Handles one request: starts the workflow, or responds without it. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const classification = await classificationOf(context);
	if ('status' in classification) return respond(context, classification);
	return { workflowData: [classification.items.map((json) => ({ json: json as IDataObject }))] };
}

/** A classification whose items contain no secrets. */
const clean = (classification: Classification, secrets: Secrets): Classification =>
	'items' in classification ? { ...classification, items: secrets.hideIn(classification.items) } : classification;

async function classificationOf(context: IWebhookFunctions): Promise<Classification> {
	let setUp: SetUp;
	try {
		setUp = await setUpOf(context);
	} catch (error) {
		// Only a sender that has proved to know the secret may start anything, even the error workflow.
		context.logger.error(
			`${context.getNode().name} rejects every delivery. ${describeError(error, '', NO_SECRETS).message}`,
		);
		return REFUSED;
	}
	const now = (): number => Math.floor(Date.now() / 1000);
	// A test in the editor accepts the same delivery repeatedly.
	if (context.getMode() === 'manual')
		return clean(await classify(context.getRequestObject(), setUp.secret, setUp.settings, now), setUp.secrets);
	const kept = context.getWorkflowStaticData('node');
	const deliveries = deliveriesOf(context, setUp.settings);
	deliveries.recall(kept.deliveries, now() + DAY + 2 * setUp.settings.window);
	const classification = clean(
		await classify(context.getRequestObject(), setUp.secret, setUp.settings, now, deliveries),
		setUp.secrets,
	);
	if ('items' in classification) {
		kept.deliveries = deliveries.save();
		const response = context.getResponseObject();
		// n8n could not start the workflow, so the sender will try again.
		response.once('finish', () => void (response.statusCode >= 500 && deliveries.forget(classification.delivery)));
	}
	return classification;
}

function deliveriesOf(context: IWebhookFunctions, { mostDeliveries }: WebhookSettings): Deliveries {
	const key = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const deliveries = taken.get(key) ?? new Deliveries();
	deliveries.keep(mostDeliveries);
	taken.set(key, deliveries);
	return deliveries;
}

function respond(context: IWebhookFunctions, { status, message, retryAfter }: Reply): IWebhookResponseData {
	const response = context.getResponseObject();
	const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
	if (message === undefined) response.writeHead(status).end();
	else
		response
			.writeHead(status, { ...wait, 'content-type': 'application/json; charset=utf-8' })
			.end(JSON.stringify({ message }));
	return { noWebhookResponse: true };
}
