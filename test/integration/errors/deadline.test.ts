import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LINES } from '../../engine';
import { appCredential, CONTRACTS, guideCredential, tokenCredential } from '../../support/credentials';
import { newOrder } from '../../support/parameters';
import { useStage } from '../../support/stage';
import { until } from '../../support/until';

const ONE_SECOND = { timeoutSeconds: 1 };
const once = { ...ONE_SECOND, maxTries: 1 };
const late = /127\.0\.0\.1:\d+ gave no complete response within 1 second\./;

/** A service whose answers never end; it gives tokens, and notes which connections were closed on it. */
async function openDripping(): Promise<{
	url: string;
	closed: Array<string | undefined>;
	close: () => Promise<unknown>;
}> {
	const closed: Array<string | undefined> = [];
	const server = createServer((request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		if (request.url === '/oauth/token') return response.end('{"access_token":"guide-token","token_type":"bearer"}');
		const drops = setInterval(() => response.write(' '), 20);
		return request.socket.once('close', () => {
			clearInterval(drops);
			closed.push(request.headers.authorization?.replace('Bearer ', ''));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		closed,
		close: async () => await new Promise((resolve) => server.close(resolve)),
	};
}

// The same for all at a time, because each takes a second.
describe.each(LINES)('An answer that comes a byte at a time and never ends, n8n line %s', (line) => {
	const stage = useStage(line);

	it('is broken off when the time for it is over, with every credential', async () => {
		const service = await openDripping();
		const credentials = [
			tokenCredential(service.url, { accessToken: 'private-token' }),
			guideCredential(service.url),
			appCredential(service.url, { oauthTokenData: { access_token: 'app-token', token_type: 'bearer' } }),
		];
		const runs = await Promise.all(
			credentials.map(async (one) => await stage.orders('getAll', { options: once }, { credentials: one })),
		);
		for (const { error } of runs)
			expect(error).toMatchObject({ message: expect.stringMatching(late), description: expect.stringMatching(/\w/) });
		await until(() => service.closed.length === credentials.length);
		expect(service.closed.sort()).toEqual(['app-token', 'guide-token', 'private-token']);
		await service.close();
	});

	it('at the token endpoint ends in the same way', async () => {
		stage.control.faults([{ kind: 'drip', path: '/oauth/token' }]);
		const { error } = await stage.orders('getAll', { options: once }, { credentials: guideCredential(stage.url) });
		expect(error?.message).toMatch(late);
	});

	it('is asked for again where that does no harm; after a write, a look-up comes first (both contracts)', async () => {
		stage.control.faults([
			{ kind: 'drip', times: 1, method: 'GET', path: '/v1.1/orders' },
			{ kind: 'drip', times: 1, method: 'GET', path: '/api/orders' },
			{ kind: 'drip', times: 1, method: 'PUT', path: '/v1/order' },
			{ kind: 'drip', times: 1, method: 'POST', path: '/api/orders' },
		]);
		const create = async (contract: (typeof CONTRACTS)[number]) =>
			await stage.orders('create', newOrder({ options: ONE_SECOND }), { contract, items: [{ no: contract }] });
		const runs = await Promise.all(CONTRACTS.map(create));
		expect(runs.map(({ items }) => items[0]?.json.outcome)).toEqual(['created', 'created']);
		expect(stage.control.requests().log.filter(({ fault }) => fault === 'drip')).toHaveLength(4);
		expect(stage.control.books()).toMatchObject({ doubled: [], orders: 5 });
	});
});
