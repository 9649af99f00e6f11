import { testSecret, usableSecret } from '../../../nodes/ExtensivWebhookTrigger/secret';
import { readSettings } from '../../../nodes/ExtensivWebhookTrigger/settings';
import { Fields } from '../../../nodes/shared/n8n/read/params';

const settings = (parameters: Record<string, unknown>) => readSettings(new Fields((name) => parameters[name], 'UTC'));

describe('The signing secret', () => {
	const short = 'too-short-to-be-secret';

	it('is taken without blanks around it', () => expect(usableSecret(` ${'x'.repeat(32)}\n`)).toBe('x'.repeat(32)));

	it.each([undefined, null, '', '   ', 7, short])(
		'is refused when it is missing or short, without being repeated: %p',
		(secret) => {
			expect(() => usableSecret(secret)).toThrow(
				/^Signing Secret: The secret (is empty|has \d+ characters; it needs at least 32)\.$/,
			);
		},
	);

	it('is tested by the button of the credential', async () => {
		const test = async (signingSecret?: string) =>
			await testSecret({ id: '1', name: 'c', type: 'extensivWebhookApi', data: { signingSecret } as never });
		expect(await test('x'.repeat(32))).toMatchObject({ status: 'OK' });
		expect(await test(short)).toMatchObject({ status: 'Error', message: expect.not.stringContaining(short) });
		expect(await testSecret({ id: '1', name: 'c', type: 'extensivWebhookApi' })).toMatchObject({ status: 'Error' });
	});
});

describe('The settings of the webhook trigger', () => {
	it('have defaults', () =>
		expect(settings({ events: ['any'] })).toEqual({
			headers: {
				signature: 'x-extensiv-signature',
				timestamp: 'x-extensiv-timestamp',
				delivery: 'x-extensiv-delivery',
			},
			window: 300,
			longestBody: 1_048_576,
			mostDeliveries: 5_000,
		}));

	it('are read', () => {
		const options = {
			signatureHeader: 'X-Sig',
			timestampHeader: 'X-Time',
			deliveryHeader: 'Webhook-Id',
			windowSeconds: 60,
			bodyKilobytes: 2,
			mostDeliveries: 9,
		};
		expect(settings({ events: ['orderCreated', 'rmaCreated'], settings: options })).toEqual({
			events: ['orderCreated', 'rmaCreated'],
			headers: { signature: 'x-sig', timestamp: 'x-time', delivery: 'webhook-id' },
			window: 60,
			longestBody: 2048,
			mostDeliveries: 9,
		});
	});

	it.each<[Record<string, unknown>, RegExp]>([
		[{ events: [] }, /^Trigger On: Nothing/],
		[{ events: ['orderVanished'] }, /^Trigger On: “orderVanished” is not an event/],
		[{ events: ['any'], settings: { signatureHeader: 'X Signature' } }, /^Signature Header: “X Signature” is not/],
		[{ events: ['any'], settings: { windowSeconds: 0 } }, /^Replay Window/],
		[{ events: ['any'], settings: { bodyKilobytes: -1 } }, /^Max Body Size/],
		[{ events: ['any'], settings: { mostDeliveries: 100_001 } }, /^Max Remembered Deliveries: 100001 is too many/],
	])('are refused when they cannot be used: %p', (parameters, message) =>
		expect(() => settings(parameters)).toThrow(message),
	);
});
