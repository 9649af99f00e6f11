import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { SECRETS } from '../../sandbox/oauth/tokens';
import { EVERY_CREDENTIAL, tokenCredential } from '../../support/credentials';
import { jsons } from '../../support/results';
import { type Settings, useStage } from '../../support/stage';

describe.each(NEWEST)('Connection: Check, n8n line %s', (line) => {
	const stage = useStage(line);
	const check = async (settings: Settings = {}): Promise<RunResult> =>
		await stage.run('extensivInsights', 'check', { resource: 'connection', options: { maxTries: 1 } }, settings);
	const report = async (settings: Settings = {}): Promise<IDataObject> => {
		const [one = {}, ...others] = jsons(await check(settings));
		expect(others).toEqual([]);
		return one;
	};

	it('gives one item: account, speed, clock, rate limits, and what the app may read', async () => {
		const one = await report({ items: [{}, {}] });
		expect(one).toMatchObject({
			status: 'ok',
			account: 'Northwind Outdoor LLC',
			contract: 'The live API',
			latencyMs: expect.any(Number),
			clockSkewSeconds: 0,
			allowed:
				'Account, Orders, Products, Listings, Inventory, Shipments, Purchase Orders, Warehouses, Sales Channels, Labels',
			missingPermissions: '',
			failed: '',
		});
		expect(one.rateLimits).toContainEqual({
			method: expect.any(String),
			path: expect.stringMatching(/^\/v1/),
			maxRequests: expect.any(Number),
			maxRequestsPerHour: expect.any(Number),
		});
	});

	it('calls a missing permission by the name of its area, and says what to do', async () => {
		stage.control.faults([
			{ kind: 'answer', path: '/v1/shipments', response: { status: 403, body: { message: 'Forbidden' } } },
		]);
		const one = await report();
		expect(one).toMatchObject({ status: 'problems', missingPermissions: 'Shipments', failed: '' });
		expect((one.areas as IDataObject[]).find(({ area }) => area === 'Shipments')).toMatchObject({
			outcome: 'missingPermission',
			problem: expect.stringMatching(/not allowed|permission|forbidden/i),
			remedy: expect.stringMatching(/permission/),
		});
	});

	it('goes on when one area fails', async () => {
		stage.control.faults([{ kind: '500', path: '/v1.1/products' }]);
		expect(await report()).toMatchObject({ status: 'problems', failed: 'Products', missingPermissions: '' });
	});

	it('says how far the clocks are apart', async () => {
		stage.control.clock({ advanceMs: 600_000 });
		const { clockSkewSeconds } = await report();
		expect(Math.abs(Number(clockSkewSeconds) - 600)).toBeLessThanOrEqual(2);
	});

	it('fails for a wrong credential as every node does', async () => {
		const result = await check({ credentials: tokenCredential(stage.url, { accessToken: 'a-wrong-token' }) });
		expect(result.error).toMatchObject({
			message: expect.stringMatching(/does not accept the credential/),
			description: expect.stringMatching(/Open the credential/),
		});
	});

	it.each(EVERY_CREDENTIAL)('shows no secret of %s', async (_, make) => {
		const one = await report({ credentials: await make(stage.url) });
		expect(one.status).toBe('ok');
		for (const secret of Object.values(SECRETS)) expect(JSON.stringify(one)).not.toContain(secret);
	});
});
