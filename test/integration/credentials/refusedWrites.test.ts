import { type CredentialChoice, LINES } from '../../engine';
import { connectedAppCredential, guideCredential, tokenCredential } from '../../support/credentials';
import { byNumber, newLevel, newOrder } from '../../support/parameters';
import { column } from '../../support/results';
import { useStage } from '../../support/stage';

const items = [{ no: 'ERP-1' }];
const options = { lookUpFirst: false };

describe.each(LINES)('A write that is answered with 401, n8n line %s', (line) => {
	const stage = useStage(line);
	const refuse = (times: number, effect = false): void => {
		const response = {
			status: 401,
			body: { error: 'invalid_token', error_description: 'Invalid access token' },
			effect,
		};
		stage.control.faults([
			{ kind: 'answer', method: 'PUT', path: '/v1/order', times, response },
			{ kind: 'answer', method: 'POST', path: '/api/orders', times, response },
		]);
	};

	describe.each<[string, () => CredentialChoice | Promise<CredentialChoice>]>([
		['the token of a private app', () => tokenCredential(stage.url)],
		['an app without a refresh token', async () => await connectedAppCredential(stage.url)],
	])('with %s, which nothing can renew', (_, make) => {
		it('is sent once, and done at most once', async () => {
			refuse(9, true);
			const { error } = await stage.orders('create', newOrder({ options }), { credentials: await make(), items });
			expect(error).toMatchObject({
				message: expect.stringMatching(/does not accept the credential/),
				httpCode: '401',
			});
			expect(stage.calls('PUT /v1/order')).toBe(1);
			expect(stage.control.books().doubled).toEqual([]);
		});

		it('so are stock levels', async () => {
			stage.control.faults([
				{ kind: 'answer', method: 'POST', response: { status: 401, body: { error: 'invalid_token' } } },
			]);
			await stage.stock('add', newLevel({ quantity: 1 }), { credentials: await make(), items: [{ sku: 'MUG' }] });
			expect(stage.calls('POST /v1.1/inventory/add')).toBe(1);
		});

		it('so are reads', async () => {
			stage.control.faults([{ kind: 'answer', response: { status: 401, body: { error: 'invalid_token' } } }]);
			const { error } = await stage.orders('get', byNumber(), { credentials: await make(), items });
			expect(error?.message).toMatch(/does not accept the credential/);
			expect(stage.calls('GET /v1.1/orders')).toBe(1);
		});
	});

	describe('with client credentials', () => {
		const credentials = async () =>
			await stage.engine.addCredential('extensivOAuth2Api', guideCredential(stage.url).data);
		const tokens = () => stage.calls('POST /oauth/token');

		it('is sent once more with a new token', async () => {
			const saved = await credentials();
			await stage.orders('getAll', { limit: 1 }, { credentials: saved });
			stage.control.revokeTokens();
			const result = await stage.orders('create', newOrder({ options }), { credentials: saved, items });
			expect(column(result, 'outcome')).toEqual(['created']);
			expect([stage.calls('POST /api/orders'), tokens()]).toEqual([2, 2]);
		});

		it('is not sent a third time', async () => {
			refuse(9);
			const { error } = await stage.orders('create', newOrder({ options }), {
				credentials: await credentials(),
				items,
			});
			expect(error?.message).toMatch(/does not accept the credential/);
			expect(stage.calls('POST /api/orders')).toBe(2);
		});

		it('says so when no new token is to be had', async () => {
			const saved = await credentials();
			await stage.orders('getAll', { limit: 1 }, { credentials: saved });
			stage.control.revokeTokens();
			stage.control.faults([
				{ kind: 'answer', path: '/oauth/token', response: { status: 401, body: { error: 'invalid_client' } } },
			]);
			const { error } = await stage.orders('create', newOrder({ options }), { credentials: saved, items });
			expect(error?.message).toMatch(/does not accept the credential/);
			expect(stage.calls('POST /api/orders')).toBe(1);
		});
	});
});
