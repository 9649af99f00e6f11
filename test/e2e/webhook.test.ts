import { randomUUID } from 'node:crypto';
import { createCredential, deleteCredential, type SavedCredential, testCredential } from '../host/credentials';
import { endedExecutions, publishWorkflow, unpublishWorkflow } from '../host/publish';
import type { Rest } from '../host/rest';
import { deleteWorkflow, importWorkflow } from '../host/workflows';
import { type Push, type Pushed, type Sandbox, SECRETS, startSandbox } from '../sandbox';
import { sharedHost } from './sharedHost';

const TYPE = 'extensivWebhookApi';
const NODE = 'Extensiv Webhook Trigger';
const EVENT = {
	event: 'orderCreated',
	eventId: 'orderCreated:1',
	occurredAt: '2026-03-05T08:40:00Z',
	order: { orderNumber: 'NW-1' },
};

let rest: Rest;
let sandbox: Sandbox;
beforeAll(async () => {
	({ rest } = await sharedHost());
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

/** A workflow of the trigger alone, saved and not yet published. */
const saveWorkflow = async (credential: SavedCredential, webhookId: string): Promise<string> =>
	await importWorkflow(rest, {
		name: 'Pushed events',
		nodes: [
			{
				id: randomUUID(),
				name: NODE,
				type: 'n8n-nodes-extensiv-om.extensivWebhookTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId,
				parameters: { events: ['orderCreated'] },
				credentials: { [TYPE]: { id: credential.id, name: credential.name } },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	});

describe('A published workflow with the webhook trigger', () => {
	let credential: SavedCredential;
	let workflowId: string;
	let url: string;
	const push = async (more: Partial<Push> = {}): Promise<Pushed> =>
		await sandbox.control.push({ url, events: EVENT, ...more });

	beforeAll(async () => {
		credential = await createCredential(rest, TYPE, 'Signing secret', { signingSecret: SECRETS.webhook });
		const webhookId = randomUUID();
		workflowId = await saveWorkflow(credential, webhookId);
		await publishWorkflow(rest, workflowId);
		url = `${rest.url}/webhook/${webhookId}/webhook`;
	});
	afterAll(async () => {
		await unpublishWorkflow(rest, workflowId);
		await deleteWorkflow(rest, workflowId);
		await deleteCredential(rest, credential);
	});

	it('is started by a delivery that is signed', async () => {
		expect(await push({ deliveryId: 'first' })).toMatchObject({ status: 200 });
		const [execution, ...others] = await endedExecutions(rest, workflowId, 1);
		expect(others).toEqual([]);
		expect(execution?.status).toBe('success');
		expect(execution?.output(NODE)).toEqual([EVENT]);
	});

	it.each<[string, Partial<Push>]>([
		['another secret', { secret: 'another-secret-of-32-characters-or-more' }],
		['a stale timestamp', { age: 400 }],
		['no signature', { without: ['signature'] }],
		['no delivery ID', { without: ['delivery'] }],
		['a wrong signature over what is no JSON', { wrongSignature: true, events: '{"event":' }],
	])('answers 401 and nothing else to %s', async (_what, change) =>
		expect(await push(change)).toMatchObject({ status: 401, body: '' }),
	);

	it('answers 413 to a delivery that is too large, also to one beyond the limit of n8n itself', async () => {
		for (const size of [1_048_577, 17 * 1_048_576])
			expect(await push({ events: 'x'.repeat(size) })).toMatchObject({ status: 413, body: '' });
	});

	it('answers 400 to a signed body that it cannot read', async () =>
		expect(await push({ events: '{"event":' })).toMatchObject({ status: 400 }));

	it('takes no delivery twice, also when both come at once', async () => {
		expect(await push({ deliveryId: 'first' })).toMatchObject({ status: 200 });
		const timestamp = Math.floor(Date.now() / 1000);
		const events = { ...EVENT, eventId: 'orderCreated:2' };
		const responses = await Promise.all(
			Array.from({ length: 10 }, async () => await push({ deliveryId: 'second', timestamp, events })),
		);
		expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
		const executions = await endedExecutions(rest, workflowId, 2);
		expect(executions.map((execution) => execution.output(NODE))).toEqual([[EVENT], [events]]);
	});

	it('still knows a delivery after it was published anew', async () => {
		await unpublishWorkflow(rest, workflowId);
		await publishWorkflow(rest, workflowId);
		expect(await push({ deliveryId: 'first' })).toMatchObject({ status: 200 });
		expect(await push({ deliveryId: 'third', events: { ...EVENT, eventId: 'orderCreated:3' } })).toMatchObject({
			status: 200,
		});
		expect(await endedExecutions(rest, workflowId, 3)).toHaveLength(3);
	});
});

describe('A signing secret that is too short', () => {
	const signingSecret = 'too-short-to-be-a-secret';

	it('is told bad by Test, and its workflow is not published, without a word of it', async () => {
		const credential = await createCredential(rest, TYPE, 'Short secret', { signingSecret });
		const workflowId = await saveWorkflow(credential, randomUUID());
		const tested = await testCredential(rest, credential, { signingSecret });
		expect(tested).toMatchObject({ status: 'Error', message: expect.stringContaining('at least 32') });
		const refusal = await publishWorkflow(rest, workflowId).then(
			() => 'published',
			(error: Error) => error.message,
		);
		expect(refusal).toContain('at least 32');
		expect(tested.message + refusal).not.toContain(signingSecret);
		await unpublishWorkflow(rest, workflowId);
		await deleteWorkflow(rest, workflowId);
		await deleteCredential(rest, credential);
	});

	it('is told good by Test when it is long enough', async () => {
		const credential = await createCredential(rest, TYPE, 'Long secret', { signingSecret: SECRETS.webhook });
		expect(await testCredential(rest, credential, { signingSecret: SECRETS.webhook })).toMatchObject({ status: 'OK' });
		await deleteCredential(rest, credential);
	});
});
