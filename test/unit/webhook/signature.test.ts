import fc from '../../support/fastCheck';
import { contentFingerprint, freshTimestamp, isSigned, sign } from '../../../nodes/ExtensivWebhookTrigger/signature';

const NOW = 1_772_700_000;
const timestamp = String(NOW);
const signed = (secret: string, body: Uint8Array, at = timestamp): string =>
	`sha256=${sign(secret, at, body).toString('hex')}`;
const bodies = fc.uint8Array({ maxLength: 200 });
const secrets = fc.string({ minLength: 1, maxLength: 80 });

describe('The signature of a delivery', () => {
	it('is the one that openssl makes', () => {
		// printf '1772700000.{"event":"orderCreated"}' | openssl dgst -sha256 -hmac a-secret-of-the-sender -hex
		const made = 'eaeaeb6921a3708345c6837f50c6872c488ad63a6507e7e76648099b03d1200e';
		expect(sign('a-secret-of-the-sender', timestamp, Buffer.from('{"event":"orderCreated"}')).toString('hex')).toBe(
			made,
		);
	});

	it('is accepted with the right secret, with or without its prefix, in either case', () =>
		fc.assert(
			fc.property(secrets, bodies, (secret, body) => {
				const signature = signed(secret, body);
				for (const form of [signature, signature.slice(7), signature.toUpperCase().replace('SHA', 'sha')])
					expect(isSigned({ timestamp, signature: form }, secret, body)).toBe(true);
			}),
		));

	it('is refused with another secret, body or timestamp', () =>
		fc.assert(
			fc.property(secrets, secrets, bodies, bodies, fc.nat(), (secret, otherSecret, body, otherBody, later) => {
				const signature = signed(secret, body);
				fc.pre(secret !== otherSecret && Buffer.compare(body, otherBody) !== 0);
				expect(isSigned({ timestamp, signature }, otherSecret, body)).toBe(false);
				expect(isSigned({ timestamp, signature }, secret, otherBody)).toBe(false);
				expect(isSigned({ timestamp: String(NOW + 1 + later), signature }, secret, body)).toBe(false);
			}),
		));

	it('is refused with any bit of it changed', () =>
		fc.assert(
			fc.property(secrets, bodies, fc.nat(255), (secret, body, bit) => {
				const digest = sign(secret, timestamp, body);
				digest[bit >> 3]! ^= 1 << (bit & 7);
				expect(isSigned({ timestamp, signature: `sha256=${digest.toString('hex')}` }, secret, body)).toBe(false);
			}),
		));

	it('is found among several, while a sender changes its secret', () => {
		const body = Buffer.from('{}');
		const both = `${signed('old', body)}, ${signed('new', body)}`;
		expect(['old', 'new', 'none'].map((secret) => isSigned({ timestamp, signature: both }, secret, body))).toEqual([
			true,
			true,
			false,
		]);
	});

	it.each([
		'',
		'sha256=',
		'sha256=00',
		`sha1=${'0'.repeat(64)}`,
		`sha256=${'g'.repeat(64)}`,
		`sha256=${'0'.repeat(65)}`,
		','.repeat(1000),
	])('is refused when it is none: %p', (signature) =>
		expect(isSigned({ timestamp, signature }, 'secret', Buffer.from(''))).toBe(false),
	);

	it('never throws, whatever stands in the headers', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), bodies, (at, signature, body) =>
				expect(isSigned({ timestamp: at, signature }, 'secret', body)).toBe(false),
			),
		);
	});
});

describe('The timestamp of a delivery', () => {
	const fresh = (at: string, window = 300) => freshTimestamp({ timestamp: at, signature: '' }, NOW, window);

	it('is accepted within the window, both ends included', () =>
		fc.assert(
			fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 900 }), (age, window) => {
				expect(fresh(String(NOW + age), window)).toBe(Math.abs(age) <= window ? NOW + age : undefined);
			}),
		));

	it.each([
		'',
		'0',
		'-1',
		`${NOW}.0`,
		` ${NOW}`,
		`0${NOW}`,
		`${NOW}e0`,
		`${NOW}000`,
		'2026-03-05T08:40:00Z',
		`${NOW}, ${NOW}`,
	])('is refused when it is not whole seconds: %p', (at) => expect(fresh(at)).toBeUndefined());

	it('and the body make the mark of what was signed', () =>
		fc.assert(
			fc.property(
				fc.tuple(fc.integer({ min: 1 }), bodies),
				fc.tuple(fc.integer({ min: 1 }), bodies),
				([at, body], [otherAt, otherBody]) => {
					const isSame = at === otherAt && Buffer.compare(body, otherBody) === 0;
					expect(contentFingerprint(String(at), body) === contentFingerprint(String(otherAt), otherBody)).toBe(isSame);
				},
			),
		));
});
