import { createHmac } from 'node:crypto';
import type { Sandbox } from '../../sandbox';
import { SECRETS } from '../../sandbox/oauth/tokens';
import { startSandbox } from '../../support/sandbox';
import { useListener } from '../../support/listener';

describe('The control verb push', () => {
	const receiver = useListener();
	let sandbox: Sandbox;
	beforeAll(async () => void (sandbox = await startSandbox()));
	afterAll(async () => await sandbox.close());

	const event = { event: 'orderCreated', order: { orderNumber: 'NW-1' } };
	const heard = () => receiver.heard.at(-1);
	const signature = (secret: string, timestamp: unknown, body = ''): string =>
		`sha256=${createHmac('sha256', secret)
			.update(`${String(timestamp)}.${body}`)
			.digest('hex')}`;

	it('signs what it sends, and gives the answer', async () => {
		receiver.reply = () => ({ status: 202, body: 'thanks' });
		const pushed = await sandbox.control.push({ url: receiver.url, events: event });
		expect(pushed).toMatchObject({ status: 202, body: 'thanks' });
		expect(JSON.parse(heard()?.body ?? '')).toEqual(event);
		expect(heard()).toMatchObject({
			method: 'POST',
			headers: {
				'x-extensiv-signature': signature(SECRETS.webhook, pushed.timestamp, heard()?.body),
				'x-extensiv-timestamp': String(pushed.timestamp),
				'x-extensiv-delivery': pushed.deliveryId,
			},
		});
	});

	it('sends what must be refused', async () => {
		const now = Math.floor(Date.now() / 1000);
		const stale = await sandbox.control.push({ url: receiver.url, events: 'no json', secret: 'another', age: 900 });
		expect(stale.timestamp).toBeLessThanOrEqual(now - 899);
		expect(heard()).toMatchObject({
			body: 'no json',
			headers: { 'x-extensiv-signature': signature('another', stale.timestamp, 'no json') },
		});
		await sandbox.control.push({
			url: receiver.url,
			events: [],
			wrongSignature: true,
			without: ['delivery'],
			headers: { 'x-extra': '1' },
		});
		expect(heard()?.headers).toMatchObject({ 'x-extensiv-signature': `sha256=${'0'.repeat(64)}`, 'x-extra': '1' });
		expect(heard()?.headers).not.toHaveProperty('x-extensiv-delivery');
	});

	it('works over HTTP, and sends a delivery again', async () => {
		const again = { url: receiver.url, events: event, deliveryId: 'd-1', timestamp: 1_772_700_000 };
		for (let round = 0; round < 2; round++) {
			const response = await fetch(`${sandbox.url}/_control/push`, { method: 'POST', body: JSON.stringify(again) });
			expect(await response.json()).toEqual({ deliveryId: 'd-1', timestamp: 1_772_700_000, status: 200, body: '{}' });
		}
		expect(receiver.heard[0]).toEqual(receiver.heard[1]);
	});

	it.each(['https://127.0.0.1/', 'http://example.com/', 'http://127.0.0.1.example.com/', 'nonsense'])(
		'goes nowhere but to this machine: %s',
		async (url) => {
			await expect(sandbox.control.push({ url, events: [] })).rejects.toMatchObject({ name: 'RangeError' });
			expect(
				(await fetch(`${sandbox.url}/_control/push`, { method: 'POST', body: JSON.stringify({ url, events: [] }) }))
					.status,
			).toBe(400);
		},
	);
});
