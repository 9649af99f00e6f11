import fc from '../../support/fastCheck';
import { HIDDEN, NO_SECRETS, Secrets } from '../../../nodes/shared/n8n/secrets/secrets';
import { ENCODINGS } from '../../support/secrets';

const secretsOf = (accessToken: string, more: Record<string, unknown> = {}): Secrets =>
	new Secrets({ accessToken, ...more });

describe('The scrubber', () => {
	it.each(Object.entries(ENCODINGS))('hides any secret in this encoding: %s', (_what, encode) => {
		const anything = fc
			.string({ unit: 'grapheme', minLength: 3, maxLength: 40 })
			.filter((text) => text.trim().length >= 3 && /[\p{L}\p{N}]/u.test(text));
		fc.assert(
			fc.property(anything, fc.constantFrom(' ', '"', '=', '&', '%20', '\\n', '\\"'), (given, beside) => {
				const secret = given.trim();
				const repeated = encode(secret, 'an-id');
				expect(secretsOf(given, { clientId: 'an-id' }).hide(`first${beside}${repeated}${beside}last`)).not.toContain(
					repeated,
				);
			}),
			{ seed: 7, numRuns: 200 },
		);
	});

	it('gives rows without a secret back as they are, not copied', () => {
		const secrets = secretsOf('private-app-token-Zx81Qv', { clientSecret: '1234', clientId: 'an-id' });
		fc.assert(
			fc.property(
				fc.jsonValue().filter((value) => !/(^|\W)1234(\W|$)/.test(JSON.stringify(value))),
				(row) => {
					expect(secrets.hideIn(row)).toBe(row);
				},
			),
			{ seed: 7 },
		);
		const odd = { amount: NaN, zero: -0, none: undefined, list: [null, true] };
		expect(secrets.hideIn(odd)).toBe(odd);
	});

	it('copies only what a secret is in', () => {
		const secrets = secretsOf('private-app-token');
		const rows = [
			{ id: 1, lines: [{ sku: 'MUG' }] },
			{ id: 2, lines: [{ sku: 'POT' }], note: 'by private-app-token' },
		];
		const clean = secrets.hideIn(rows);
		expect(clean).toEqual([rows[0], { id: 2, lines: [{ sku: 'POT' }], note: `by ${HIDDEN}` }]);
		expect(clean[0]).toBe(rows[0]);
		expect(clean[1]?.lines).toBe(rows[1]?.lines);
		expect(rows[1]?.note).toBe('by private-app-token');
	});

	it('keeps the order of fields, and hides their names', () => {
		expect(Object.keys(secretsOf('private-app-token').hideIn({ a: 1, 'x private-app-token': 2, b: 3 }))).toEqual([
			'a',
			`x ${HIDDEN}`,
			'b',
		]);
	});

	it.each([
		['latest', 'latest'],
		['the test-order 10', 'the test-order 10'],
		['TEST', 'TEST'],
		['testé', 'testé'],
		['token test refused', `token ${HIDDEN} refused`],
		['token=test&a=1', `token=${HIDDEN}&a=1`],
		['token%3Dtest%26a', `token%3D${HIDDEN}%26a`],
		['line\\ntest', `line\\n${HIDDEN}`],
		['Basic dGVzdA==', `Basic ${HIDDEN}`],
		['dGVzdAbc', 'dGVzdAbc'],
	])('hides a short secret where it is a word of its own: %j', (text, shown) => {
		expect(secretsOf('test').hide(text)).toBe(shown);
	});

	it.each([
		['a or b', 'a or b'],
		['Size: a', 'Size: a'],
		['Bearer a', `Bearer ${HIDDEN}`],
		['{"access_token":"a"}', `{"access_token":"${HIDDEN}"}`],
	])('hides a secret of one or two letters where it is named: %j', (text, shown) => {
		expect(secretsOf('a').hide(text)).toBe(shown);
	});

	it('hides all of the base64 that has a secret in it', () => {
		const secrets = secretsOf('private-app-token');
		for (const before of ['', 'x', 'xy', 'xyz']) {
			const blob = Buffer.from(`${before}private-app-token and more`).toString('base64');
			expect(secrets.hide(`Refused <${blob}>.`)).toBe(`Refused <${HIDDEN}>.`);
		}
	});

	it('hides the longer of two secrets that begin alike', () => {
		const secrets = new Secrets({ accessToken: 'private-app-token', refreshToken: 'private-app-token-2' });
		expect(secrets.hide('private-app-token-2, private-app-token')).toBe(`${HIDDEN}, ${HIDDEN}`);
	});

	it('takes only what is secret in a credential for secret', () => {
		const oauthTokenData = {
			access_token: 'an-access-token',
			token_type: 'bearer',
			scope: 'read_orders',
			expires_in: 3600,
			n8n_expires_at: '1767225600000',
		};
		const secrets = new Secrets({
			clientId: 'an-id-of-ours',
			tokenUrl: 'https://auth.example.com',
			grantType: 'clientCredentials',
			oauthTokenData,
		});
		const text = 'bearer read_orders 3600 1767225600000 an-id-of-ours https://auth.example.com clientCredentials';
		expect(secrets.hide(text)).toBe(text);
		expect(secrets.hide('an-access-token')).toBe(HIDDEN);
	});

	it('learns the token that a request was sent with', () => {
		const secrets = new Secrets({});
		secrets.addFrom({ url: 'https://api.example.com/orders', headers: { Authorization: 'Bearer a-fresh-token' } });
		secrets.addFrom({ url: 'https://api.example.com/orders?page=1&access_token=a-token-in-the-query#x' });
		expect(secrets.hide('a-fresh-token a-token-in-the-query')).toBe(`${HIDDEN} ${HIDDEN}`);
	});

	it.each([
		['Authorization: Bearer an-unknown-token-1', `Authorization: Bearer ${HIDDEN}`],
		['Basic QW4taWQ6c2VjcmV0MQ==', `Basic ${HIDDEN}`],
		['Bearer authentication is needed', 'Bearer authentication is needed'],
		['Basic T-shirts', 'Basic T-shirts'],
	])('hides in messages what only looks like a token: %s', (text, shown) => {
		expect(NO_SECRETS.scrub(text)).toBe(shown);
	});

	it.each([
		['backslashes', '"a-secret"', (many: number) => '\\'.repeat(many)],
		['escaped percent signs', '"a-secret"', (many: number) => '%25'.repeat(many)],
		['entities', '&a-secret', (many: number) => '&amp;'.repeat(many)],
		[
			'base64 that has the secret in it again and again',
			'a-secret-of-18-byt',
			(many: number) => Buffer.from('a-secret-of-18-byt'.repeat(many / 10)).toString('base64'),
		],
		['names of secrets', 'a', (many: number) => 'token::::'.repeat(many)],
	])('needs no more than in proportion for a long text, even for one of %s', (_what, secret, text) => {
		const secrets = secretsOf(secret);
		const timeFor = (many: number): number => {
			const [given, begun] = [text(many), performance.now()];
			secrets.hide(given);
			return performance.now() - begun;
		};
		timeFor(1_000);
		// A search whose effort grows with the square would take ten thousand times as long.
		expect(timeFor(200_000)).toBeLessThan(Math.max(timeFor(2_000), 1) * 2_000);
	});

	it('stops at a depth that no record has', () => {
		let deep: unknown = 'private-app-token';
		for (let level = 0; level < 100_000; level++) deep = [deep];
		expect(() => secretsOf('private-app-token').hideIn(deep)).not.toThrow();
	});
});
