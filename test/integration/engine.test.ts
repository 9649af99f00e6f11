import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Engine, LINES, openEngine, type SavedCredential } from '../engine';
import { connect } from '../engine/client';
import { startEngineProcess } from '../engine/processes';

const pack = path.join(__dirname, '../engine/fixture');

/** A service with the few answers the fixture pack asks for; it keeps what it was asked. */
class Service {
	readonly requests: IncomingMessage[] = [];
	responses: Record<string, unknown> = {};
	/** Called for `/slow`, which is never answered. */
	onSlow: () => void = () => {};
	private tokens = 0;
	private readonly server: Server = createServer((request, response) => {
		this.requests.push(request);
		const [place = ''] = (request.url ?? '').split('?');
		if (place === '/slow') return this.onSlow();
		const status = Number(/^\/status\/(\d+)/.exec(place)?.[1] ?? 200);
		const revoked = place === '/guarded' && request.headers.authorization !== `Bearer token-${this.tokens}`;
		response.writeHead(revoked ? 401 : status, { 'content-type': 'application/json' });
		if (place === '/oauth/token') {
			const token = { access_token: `token-${++this.tokens}`, token_type: 'bearer', expires_in: 3600 };
			return response.end(JSON.stringify(token));
		}
		return response.end(JSON.stringify(this.responses[request.url ?? ''] ?? this.responses[place] ?? { place }));
	});

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	revokeToken(): void {
		this.tokens += 10;
	}

	asked(place: string): IncomingMessage[] {
		return this.requests.filter(({ url }) => url?.startsWith(place));
	}
}

describe.each(LINES)('engine, n8n line %s', (line) => {
	const service = new Service();
	let engine: Engine;
	let token: SavedCredential;

	beforeAll(async () => {
		await service.start();
		engine = await openEngine({ line, pack });
		token = await engine.addCredential('fixtureTokenApi', { baseUrl: service.url, token: 'secret' });
	});

	afterAll(async () => {
		await engine.close();
		await service.stop();
	});

	beforeEach(() => {
		service.requests.length = 0;
		service.responses = {};
	});

	describe('a node', () => {
		it('runs once per item, with expressions of that item, defaults and paired items', async () => {
			const result = await engine.runNode({
				node: 'fixture',
				items: [{ id: 7 }, { id: 8 }],
				parameters: { path: "={{ '/items/' + $json.id }}" },
				credentials: token,
			});
			expect(result).toMatchObject({ status: 'success', errorItems: [], pairs: [[0], [1]] });
			expect(result.items.map(({ json }) => json)).toEqual([{ place: '/items/7' }, { place: '/items/8' }]);
			const byDefault = await engine.runNode({ node: 'fixture', credentials: token });
			expect(byDefault.items).toEqual([{ json: { place: '/items/1' }, pairedItem: { item: 0 } }]);
		});

		it("stops the workflow with the error of this line's own class", async () => {
			service.responses['/status/404'] = { message: 'No such item' };
			const result = await engine.runNode({ node: 'fixture', parameters: { path: '/status/404' }, credentials: token });
			expect(result).toMatchObject({ status: 'error', items: [] });
			// The fixture throws another error, and sets no itemIndex, when `instanceof NodeApiError` does not hold.
			expect(result.error).toMatchObject({
				name: 'NodeApiError',
				message: 'The resource you are requesting could not be found',
				description: 'No such item',
				httpCode: '404',
				context: { itemIndex: 0 },
			});
		});

		it('sends failed items to the error output or along with the others, as set', async () => {
			const items = [{ path: '/status/500' }, { path: '/items/2' }];
			const spec = { node: 'fixture', items, parameters: { path: '={{ $json.path }}' }, credentials: token };
			const apart = await engine.runNode({ ...spec, onError: 'continueErrorOutput' });
			expect(apart).toMatchObject({ status: 'success', pairs: [[1]], items: [{ json: { place: '/items/2' } }] });
			expect(apart.errorItems).toMatchObject([{ pairedItem: { item: 0 }, error: { httpCode: '500', ofLine: true } }]);
			const along = await engine.runNode({ ...spec, onError: 'continueRegularOutput' });
			expect(along).toMatchObject({ status: 'success', errorItems: [], pairs: [[0], [1]] });
		});

		it('without its credential fails as in n8n', async () => {
			const { status, error } = await engine.runNode({ node: 'fixture' });
			expect(status).toBe('error');
			expect(error?.message).toBe('Node does not have any credentials set');
		});

		it('may log', async () => {
			const { logs } = await engine.runNode({ node: 'fixture', parameters: { operation: 'log' }, credentials: token });
			expect(logs).toEqual([{ level: 'warn', message: 'A word', meta: { to: 'the log' } }]);
		});

		it('can be cancelled in the middle of a request', async () => {
			const stop = new AbortController();
			service.onSlow = () => stop.abort();
			const parameters = { path: '/slow' };
			const { status } = await engine.runNode({ node: 'fixture', parameters, credentials: token, signal: stop.signal });
			expect(status).toBe('canceled');
		});

		it('does not share module state with another engine', async () => {
			const other = await openEngine({ line, pack });
			const count = { node: 'fixture', parameters: { operation: 'count' } };
			const first = await other.runNode(count);
			const second = await other.runNode(count);
			expect([first, second].map(({ items }) => items[0]?.json)).toEqual([{ executions: 1 }, { executions: 2 }]);
			await other.close();
		});

		it('that leaves a rejection unhandled fails the closing of the engine', async () => {
			const [other, blameless] = [await openEngine({ line, pack }), await openEngine({ line, pack })];
			await other.runNode({ node: 'fixture', parameters: { operation: 'float' } });
			await expect(blameless.close()).resolves.toBeUndefined();
			await expect(other.close()).rejects.toThrow('Unhandled rejection: nobody waits for me');
		});
	});

	it('runs a chain of nodes whose expressions reach back over paired items', async () => {
		const { status, nodes } = await engine.runWorkflow(
			[
				{ name: 'First', node: 'fixture', credentials: token },
				{ name: 'Between', node: 'noOp' },
				{ name: 'Last', node: 'fixture', credentials: token, parameters: { path: "=/{{ $('Start').item.json.id }}" } },
			],
			[
				['Start', 'First'],
				['First', 'Between'],
				['Between', 'Last'],
			],
			{ items: [{ id: 'a' }, { id: 'b' }] },
		);
		expect(status).toBe('success');
		expect(nodes.Last?.items.map(({ json }) => json)).toEqual([{ place: '/a' }, { place: '/b' }]);
	});

	describe('a credential', () => {
		const oAuth2 = { authentication: 'fixtureOAuth2Api', path: '/guarded' };
		const clientOf = (url: string) => ({
			baseUrl: url,
			tokenUrl: `${url}/oauth/token`,
			clientId: 'id',
			clientSecret: 'key',
		});

		it('may authenticate by a function or by generic rules', async () => {
			const data = { baseUrl: service.url, token: 'secret' };
			await engine.runNode({ node: 'fixture', credentials: token });
			const parameters = { authentication: 'fixtureHeaderApi' };
			await engine.runNode({ node: 'fixture', parameters, credentials: { type: 'fixtureHeaderApi', data } });
			expect(service.requests.map(({ headers }) => headers['x-token'])).toEqual(['function secret', 'generic secret']);
			expect(service.requests[1]?.url).toBe('/items/1?plain=yes');
		});

		it('fetches an OAuth2 token once and keeps it, renewing it on 401', async () => {
			const client = await engine.addCredential('fixtureOAuth2Api', clientOf(service.url));
			for (const expected of [1, 1]) {
				const { status } = await engine.runNode({ node: 'fixture', parameters: oAuth2, credentials: client });
				expect(status).toBe('success');
				expect(service.asked('/oauth/token')).toHaveLength(expected);
			}
			expect(service.asked('/oauth/token')[0]?.headers.authorization).toBe(`Basic ${btoa('id:key')}`);
			const { oauthTokenData: first } = await engine.readCredential(client);
			service.revokeToken();
			const renewed = await engine.runNode({ node: 'fixture', parameters: oAuth2, credentials: client });
			expect(renewed.status).toBe('success');
			expect(service.asked('/oauth/token')).toHaveLength(2);
			const { oauthTokenData: second } = await engine.readCredential(client);
			expect(second).not.toMatchObject({ access_token: (first as { access_token: string }).access_token });
		});

		it('takes stored values over, as far as this line lets them override hidden fields', async () => {
			const stale = `${service.url}/stale/token`;
			const client = { type: 'fixtureOAuth2Api', data: { ...clientOf(service.url), accessTokenUrl: stale } };
			await engine.runNode({ node: 'fixture', parameters: oAuth2, credentials: client });
			expect(service.asked('/stale/token')).toHaveLength(line === '1' ? 1 : 0);
		});

		it('has a test button', async () => {
			await expect(engine.testCredential(token)).resolves.toEqual({ status: 'OK', message: 'Connection successful!' });
			service.responses['/who'] = { user: { state: 'locked' } };
			await expect(engine.testCredential(token)).resolves.toEqual({ status: 'Error', message: 'User is locked' });
			const submitted = { baseUrl: `${service.url}/status/403`, token: 'other' };
			await expect(engine.testCredential(token, submitted)).resolves.toMatchObject({ status: 'Error' });
			expect(service.asked('/status/403')[0]?.headers['x-token']).toBe('function other');
		});
	});

	describe('the editor', () => {
		it('searches a list page by page', async () => {
			const results = [{ name: 'One', value: 1 }];
			service.responses['/search'] = results;
			const search = { node: 'fixture', method: 'searchItems', credentials: token, filter: 'o' };
			await expect(engine.listSearch(search)).resolves.toEqual({ results, paginationToken: '2' });
			await engine.listSearch({ ...search, paginationToken: '2' });
			expect(service.requests.map(({ url }) => url)).toEqual(['/search?q=o&page=1', '/search?q=o&page=2']);
		});

		it('loads options with the current parameters, and the fields of a resource mapper', async () => {
			const options = await engine.loadOptions({ node: 'fixture', method: 'getPaths', parameters: { path: '/here' } });
			expect(options).toEqual([{ name: 'Current path', value: '/here' }]);
			service.responses['/fields'] = ['sku'];
			const mapping = await engine.resourceMapping({ node: 'fixture', method: 'getFields', credentials: token });
			expect(mapping).toEqual({ fields: [{ id: 'sku', displayName: 'sku' }] });
		});

		it('gets the error of a failed method, with what the node said', async () => {
			const credentials = { type: 'fixtureTokenApi', data: { baseUrl: `${service.url}/status/403` } };
			const search = engine.listSearch({ node: 'fixture', method: 'searchItems', credentials });
			await expect(search).rejects.toMatchObject({ name: 'NodeApiError', httpCode: '403', ofLine: true });
		});
	});

	describe('a poll', () => {
		it('continues from the static data of the one before', async () => {
			service.responses['/items?after=0'] = [{ id: 1 }, { id: 2 }];
			service.responses['/items?after=2'] = [];
			const first = await engine.poll({ node: 'fixtureTrigger', credentials: token });
			expect(first).toMatchObject({ staticData: { last: 2 }, items: [{ json: { id: 1, mode: 'trigger' } }, {}] });
			const second = await engine.poll({ node: 'fixtureTrigger', credentials: token, staticData: first.staticData });
			expect(second).toEqual({ items: null, staticData: { last: 2 }, logs: [] });
		});

		it('may be a manual one, and may fail', async () => {
			service.responses['/items'] = [{ id: 1 }];
			const manual = await engine.poll({
				node: 'fixtureTrigger',
				credentials: token,
				mode: 'manual',
				activation: 'manual',
			});
			expect(manual).toMatchObject({ staticData: {}, items: [{ json: { mode: 'manual', activation: 'manual' } }] });
			const failed = await engine.poll({
				node: 'fixtureTrigger',
				parameters: { path: '/status/503' },
				credentials: token,
				staticData: { last: 5 },
			});
			expect(failed).toMatchObject({ items: null, staticData: { last: 5 }, error: { httpCode: '503' } });
		});
	});
});

it('counts the execution of built files in a folder', async () => {
	const engine = await startEngineProcess('2', { builtFolder: pack, isCounted: true });
	const ask = connect(engine.port);
	const id = await ask('open', { pack });
	const nodes = [{ name: 'Node', node: 'fixture', parameters: { operation: 'count' } }];
	await ask('runWorkflow', { id, key: '1', nodes, connections: [['Start', 'Node']] });
	const { coverage } = await ask('close', { id });
	await engine.stop();
	const node = coverage[path.join(pack, 'nodes/Fixture.node.js')];
	const functionHits = Object.values(node?.f ?? {});
	expect(functionHits).toContain(1);
	expect(functionHits).toContain(0);
});
