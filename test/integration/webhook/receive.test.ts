import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IDataObject } from 'n8n-workflow';
import { LINES, type OpenedWebhook, type WebhookOptions, type WebhookState } from '../../engine';
import type { Push, Pushed } from '../../sandbox';
import { SECRETS } from '../../sandbox/oauth/tokens';
import { signedHeaders } from '../../sandbox/control/push';
import { useStage } from '../../support/stage';

const EVENT = {
	event: 'orderCreated',
	eventId: 'orderCreated:1',
	occurredAt: '2026-03-05T08:40:00Z',
	order: { orderNumber: 'NW-1' },
};
const OTHER = { event: 'somethingOfTheirs', eventId: 'x-1', occurredAt: null, thing: 7 };

describe.each(LINES)('The webhook trigger, n8n line %s', (line) => {
	const stage = useStage(line);
	let webhook: OpenedWebhook;
	let count = 0;

	const open = async (parameters: IDataObject = {}, more: Partial<WebhookOptions> = {}): Promise<void> => {
		const workflowId = `workflow ${++count}`;
		const credentials = { type: 'extensivWebhookApi', data: { signingSecret: SECRETS.webhook } };
		webhook = await stage.engine.openWebhook({
			node: 'extensivWebhookTrigger',
			credentials,
			workflowId,
			parameters: parameters as never,
			...more,
		});
	};
	const push = async (more: Partial<Push> = {}): Promise<Pushed> =>
		await stage.control.push({ url: webhook.url, events: EVENT, ...more });
	const state = async (): Promise<WebhookState> => await stage.engine.webhookState(webhook);
	/** Data of the items of each execution. */
	const started = async (): Promise<IDataObject[][]> =>
		(await state()).executions.map((items) => items.map(({ json }) => json));

	/** Nothing was started, kept, thrown or said. */
	const expectRefusal = async ({ status, body }: Pushed, expected = 401): Promise<void> => {
		expect({ status, body }).toEqual({ status: expected, body: '' });
		expect(await state()).toEqual({ executions: [], staticData: {}, errors: [], logs: [] });
	};

	it('starts a workflow with the items that the polling trigger gives', async () => {
		await open();
		expect(await push()).toMatchObject({ status: 200 });
		expect(await started()).toEqual([[EVENT]]);
	});

	it('hides the signing secret where a sender puts it into an event', async () => {
		await open();
		await push({ events: { ...EVENT, note: `signed with ${SECRETS.webhook}` } });
		expect(await started()).toEqual([[{ ...EVENT, note: 'signed with •••' }]]);
	});

	it('takes several events in one delivery', async () => {
		await open();
		await push({ events: { events: [EVENT, OTHER] } });
		await push({ events: [OTHER] });
		expect(await started()).toEqual([[EVENT, OTHER], [OTHER]]);
	});

	it('leaves out events that are not chosen, and answers well', async () => {
		await open({ events: ['orderCreated', 'shipmentCreated'] });
		expect(await push({ events: [OTHER] })).toMatchObject({ status: 200 });
		expect(await push({ events: [] })).toMatchObject({ status: 200 });
		expect(await push({ events: [OTHER, EVENT] })).toMatchObject({ status: 200 });
		expect(await started()).toEqual([[EVENT]]);
	});

	describe('refuses without a word', () => {
		beforeEach(async () => await open());

		it.each<[string, Partial<Push>]>([
			['a wrong signature', { wrongSignature: true }],
			['another secret', { secret: 'another-secret-of-32-characters-or-more' }],
			['a stale timestamp', { age: 301 }],
			['a timestamp of the future', { age: -330 }],
			['no signature', { without: ['signature'] }],
			['no timestamp', { without: ['timestamp'] }],
			['no delivery ID', { without: ['delivery'] }],
			['an endless delivery ID', { deliveryId: 'x'.repeat(257) }],
			// In the past, so that it cannot be the second in which it is sent.
			[
				'a timestamp that was not signed',
				{ headers: { 'x-extensiv-timestamp': String(Math.floor(Date.now() / 1000) - 100) } },
			],
			['a wrong signature over what is no JSON', { wrongSignature: true, events: '{"event":' }],
			[
				'a wrong signature over a form',
				{ wrongSignature: true, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
			],
			['a body that is not packed as it says', { headers: { 'content-encoding': 'gzip' } }],
		])('%s', async (_what, change) => await expectRefusal(await push(change)));

		it('a body that is too long, whoever sends it', async () =>
			await expectRefusal(await push({ events: 'x'.repeat(1_048_577), wrongSignature: true }), 413));
	});

	it('knows the length of a body that does not tell it', async () => {
		await open({ settings: { bodyKilobytes: 1 } });
		expect(
			(
				await send(webhook.url, gzipSync(JSON.stringify({ ...EVENT, note: 'x'.repeat(2000) })), {
					'content-encoding': 'gzip',
				})
			).status,
		).toBe(413);
		expect(await started()).toEqual([]);
	});

	it('takes a packed body, signed as it is unpacked', async () => {
		await open();
		expect((await send(webhook.url, gzipSync(JSON.stringify(EVENT)), { 'content-encoding': 'gzip' })).status).toBe(200);
		expect(await started()).toEqual([[EVENT]]);
	});

	it('says what is wrong with a body only to those who have signed it', async () => {
		await open();
		for (const events of ['{"event":', [{ event: 7 }]]) {
			const { status, body } = await push({ events });
			expect({ status, body: JSON.parse(body) as unknown }).toEqual({
				status: 400,
				body: { message: expect.stringMatching(/^(The body must be JSON|Each event must be)/) },
			});
		}
		expect(await started()).toEqual([]);
	});

	describe('takes a delivery once', () => {
		it('when it is sent again as it was, or under its ID with a new timestamp, or under another ID', async () => {
			await open();
			const { deliveryId, timestamp } = await push();
			const repeats = [
				{ deliveryId, timestamp },
				{ deliveryId, age: 1 },
				{ deliveryId: 'another', timestamp },
			];
			for (const repeat of repeats)
				expect(await push(repeat)).toMatchObject({ status: 200, body: expect.stringContaining('already received') });
			expect(await started()).toHaveLength(1);
			await push({ events: OTHER, deliveryId: 'another', timestamp });
			expect(await started()).toHaveLength(2);
		});

		it('when it comes many times at once', async () => {
			await open();
			const timestamp = Math.floor(Date.now() / 1000);
			const responses = await Promise.all(
				Array.from({ length: 20 }, async () => await push({ deliveryId: 'd', timestamp })),
			);
			expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
			expect(await started()).toHaveLength(1);
		});

		it('after many others at once, and after a restart', async () => {
			await open();
			const sent = await Promise.all(
				Array.from({ length: 20 }, async (_, index) => await push({ events: { ...EVENT, eventId: String(index) } })),
			);
			expect(await started()).toHaveLength(20);
			const { staticData } = await state();
			await open({}, { staticData });
			for (const [index, { deliveryId, timestamp }] of sent.entries())
				await push({ events: { ...EVENT, eventId: String(index) }, deliveryId, timestamp });
			expect(await started()).toEqual([]);
		});

		it('but again when n8n could not start the workflow', async () => {
			await open({}, { startFailures: 1 });
			const { deliveryId, status } = await push();
			expect(status).toBe(500);
			expect(await push({ deliveryId })).toMatchObject({
				status: 200,
				body: expect.not.stringContaining('already received'),
			});
			expect(await started()).toHaveLength(1);
		});

		it('but as often as it comes in a test from the editor, of which nothing is kept', async () => {
			await open({}, { mode: 'manual' });
			const { deliveryId, timestamp } = await push();
			await push({ deliveryId, timestamp });
			expect(await state()).toMatchObject({ executions: [expect.anything(), expect.anything()], staticData: {} });
		});
	});

	it('reads headers of other names, and keeps to another window', async () => {
		await open({
			settings: {
				signatureHeader: 'X-Sig',
				timestampHeader: 'X-Time',
				deliveryHeader: 'Webhook-Id',
				windowSeconds: 1000,
			},
		});
		const signed = signedHeaders(JSON.stringify(EVENT), { timestamp: Math.floor(Date.now() / 1000) - 900 });
		const headers = {
			'x-sig': signed['x-extensiv-signature'] ?? '',
			'x-time': signed['x-extensiv-timestamp'] ?? '',
			'webhook-id': 'w-1',
		};
		expect(await push({ without: ['signature', 'timestamp', 'delivery'], headers })).toMatchObject({ status: 200 });
		expect(await push()).toMatchObject({ status: 401, body: '' });
		expect(await started()).toEqual([[EVENT]]);
	});

	it('asks the sender to come back when it remembers as many deliveries as it may, and takes the delivery then', async () => {
		await open({ settings: { mostDeliveries: 1, windowSeconds: 2 } });
		await push();
		const body = JSON.stringify(OTHER);
		const refused = await fetch(webhook.url, {
			method: 'POST',
			body,
			headers: signedHeaders(body, { deliveryId: 'second' }),
		});
		expect([refused.status, await refused.json()]).toEqual([
			503,
			{ message: expect.stringContaining('Send this one again later') },
		]);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await started()).toHaveLength(1);
		await setTimeout(Number(refused.headers.get('retry-after')) * 1000);
		expect(await push({ events: OTHER, deliveryId: 'second' })).toMatchObject({ status: 200 });
		expect(await started()).toHaveLength(2);
	});

	describe('is not activated', () => {
		const short = 'too-short-to-be-a-secret';

		it('with a short secret, and says why without repeating it', async () => {
			const refusal = open({}, { credentials: { type: 'extensivWebhookApi', data: { signingSecret: short } } });
			await expect(refusal).rejects.toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(/^Signing Secret: The secret has 24 characters/),
				description: expect.stringContaining('openssl'),
				ofLine: true,
			});
			expect(JSON.stringify(await refusal.catch((error: unknown) => error))).not.toContain(short);
		});

		it('without a credential', async () =>
			await expect(open({}, { credentials: undefined })).rejects.toMatchObject({ name: 'NodeOperationError' }));

		it('with an option that cannot be used', async () =>
			await expect(open({ settings: { deliveryHeader: 'Delivery ID' } })).rejects.toMatchObject({
				message: expect.stringMatching(/^Delivery ID Header/),
			}));
	});

	it('refuses every delivery, and logs why, when its secret is made too short later', async () => {
		const credential = await stage.engine.addCredential('extensivWebhookApi', { signingSecret: SECRETS.webhook });
		await open({}, { credentials: credential });
		await stage.engine.writeCredential(credential, { signingSecret: '' });
		expect(await push({ secret: '' })).toMatchObject({ status: 401, body: '' });
		expect(await state()).toMatchObject({
			executions: [],
			errors: [],
			logs: [
				{
					level: 'error',
					message: expect.stringMatching(/^Trigger rejects every delivery\. Signing Secret: The secret is empty/),
				},
			],
		});
	});

	it('lets no secret into what it gives, keeps or logs', async () => {
		await open();
		await push();
		await push({ wrongSignature: true });
		expect(JSON.stringify(await state())).not.toContain(SECRETS.webhook);
	});
});

/** Sends a packed body, signed as it is unpacked, in pieces and so without its length. */
async function send(url: string, packed: Buffer, headers: Record<string, string>): Promise<{ status: number }> {
	const signed = signedHeaders(gunzipSync(packed).toString(), {});
	return await new Promise((resolve, reject) => {
		const call = request(url, { method: 'POST', headers: { ...signed, ...headers }, agent: false }, (response) => {
			response.resume().on('end', () => resolve({ status: response.statusCode ?? 0 }));
		});
		call.on('error', reject);
		call.write(packed.subarray(0, 5));
		call.end(packed.subarray(5));
	});
}
