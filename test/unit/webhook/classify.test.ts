import { Deliveries } from '../../../nodes/ExtensivWebhookTrigger/deliveries';
import { classify } from '../../../nodes/ExtensivWebhookTrigger/classify';
import type { PushRequest } from '../../../nodes/ExtensivWebhookTrigger/request';
import type { WebhookSettings } from '../../../nodes/ExtensivWebhookTrigger/settings';
import { signedHeaders } from '../../sandbox/control/push';

const NOW = 1_772_700_000;
const secret = 'a-secret-of-32-characters-or-more';
const settings: WebhookSettings = {
	headers: { signature: 'x-extensiv-signature', timestamp: 'x-extensiv-timestamp', delivery: 'x-extensiv-delivery' },
	window: 300,
	longestBody: 1000,
	mostDeliveries: 10,
};

describe('The judgement of a request', () => {
	const body = '{"event":"orderCreated"}';
	let now: number;
	let reads: number;
	beforeEach(() => {
		now = NOW;
		reads = 0;
	});

	/** @param seconds that its body takes to come in */
	const request = (headers: Record<string, string>, seconds = 0): PushRequest => ({
		headers,
		rawBody: undefined as never,
		async readRawBody() {
			reads++;
			now += seconds;
			this.rawBody = Buffer.from(body);
		},
	});
	const classified = async (one: PushRequest, deliveries?: Deliveries) =>
		await classify(one, secret, settings, () => now, deliveries);
	const headers = (deliveryId = 'd-1') => signedHeaders(body, { secret, deliveryId, timestamp: NOW });

	it('counts the time that a body takes: a repeat that dribbles in cannot outlast the memory', async () => {
		const deliveries = new Deliveries();
		expect(await classified(request(headers()), deliveries)).toHaveProperty('items');
		now = NOW + 299;
		expect(await classified(request(headers('d-2'), 2), deliveries)).toEqual({ status: 401 });
	});

	it('does not read what need not be read', async () => {
		expect(await classified(request({}))).toEqual({ status: 401 });
		expect(await classified(request({ ...headers(), 'content-length': '1001' }))).toEqual({ status: 413 });
		expect(reads).toBe(0);
	});

	it('asks the sender to come back when no more can be remembered', async () => {
		expect(await classified(request(headers()), new Deliveries(0))).toMatchObject({
			status: 503,
			retryAfter: expect.any(Number),
		});
	});

	it('tells a body that n8n finds too long from one that broke off', async () => {
		const failing = (error: Error): PushRequest => ({
			...request(headers()),
			readRawBody: async () => await Promise.reject(error),
		});
		expect(await classified(failing(Object.assign(new Error('request entity too large'), { status: 413 })))).toEqual({
			status: 413,
		});
		expect(await classified(failing(new Error('aborted')))).toEqual({ status: 401 });
	});
});
