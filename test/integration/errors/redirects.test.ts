import type { IDataObject } from 'n8n-workflow';
import { type CredentialInput, LINES } from '../../engine';
import { guideCredential } from '../../support/credentials';
import { type Heard, type Reply, useListener } from '../../support/listener';
import { byNumber, newLevel, newOrder } from '../../support/parameters';
import { isTokenCall, SECRET, SECRET_CREDENTIALS, TOKEN_REPLY } from '../../support/secrets';
import { type Stage, useStage } from '../../support/stage';

const STATUSES = [301, 302, 303, 307, 308];
const ITEMS = [{ no: 'ERP-1', sku: 'MUG', onHand: 1 }];

/** What came of a request that was redirected: everything that a person could read of it, and what counts as done. */
interface Seen {
	texts: string;
	done: number;
}
type Way = (stage: Stage, credentials: CredentialInput) => Promise<Seen>;

const running =
	(operation: string, parameters: IDataObject, node: 'orders' | 'stock' = 'orders'): Way =>
	async (stage, credentials) => {
		const { items, ...rest } = await stage[node](operation, parameters, { credentials, items: ITEMS });
		return { texts: JSON.stringify(rest), done: items.length };
	};
const calling = (method: string): Way =>
	running('call', {
		resource: 'customApiCall',
		method,
		path: '/v1/labels',
		body: method === 'GET' ? '' : '{"name": "Priority"}',
	});

/** Marks ways whose first requests, which only read, are answered. */
const AFTER_READING = ', after what it reads first';

/** Every way in which a request with the credential goes out. */
const WAYS: Array<[what: string, way: Way]> = [
	['a list', running('getAll', { returnAll: true })],
	['one record', running('get', byNumber())],
	['the look-up before a creation', running('create', newOrder())],
	[`a creation${AFTER_READING}`, running('create', newOrder())],
	[`a batch${AFTER_READING}`, running('set', newLevel(), 'stock')],
	['a custom GET', calling('GET')],
	['a custom POST', calling('POST')],
	['a custom PUT', calling('PUT')],
	['a custom DELETE', calling('DELETE')],
	[
		'a list in the editor',
		async ({ engine }, credentials) => {
			const call = {
				node: 'extensivOrders',
				method: 'searchWarehouses',
				parameters: { authentication: credentials.type },
				credentials,
			};
			return await engine.listSearch(call).then(
				({ results }) => ({ texts: JSON.stringify(results), done: 1 }),
				(error: Error) => ({ texts: JSON.stringify({ ...error, message: error.message }), done: 0 }),
			);
		},
	],
	[
		'a poll',
		async ({ engine }, credentials) => {
			const { items, error } = await engine.poll({
				node: 'extensivTrigger',
				parameters: { authentication: credentials.type, events: ['orderCreated'] },
				credentials,
			});
			return { texts: JSON.stringify(error), done: items?.length ?? 0 };
		},
	],
];

describe.each(LINES)('Redirects, n8n line %s', (line) => {
	const stage = useStage(line);
	const service = useListener();
	const other = useListener();
	/** Another origin by its name and by its port. */
	const elsewhere = (): string => `http://localhost:${other.port}/elsewhere`;
	const redirect = (status: number): Reply => ({ status, body: '', headers: { location: `${elsewhere()}?a=1#b` } });
	const calls = (): Heard[] => service.heard.filter((heard) => !isTokenCall(heard));

	describe.each(SECRET_CREDENTIALS)('with %s', (_type, make) => {
		it.each(STATUSES)(
			'of status %d send no token to another host, are an error that names it, count as done nowhere, and are not sent again',
			async (status) => {
				const expected = { elsewhere: 0, named: true, done: 0, sent: 1 };
				for (const [what, way] of WAYS) {
					const isRedirected = ({ method }: Heard): boolean => !what.endsWith(AFTER_READING) || method !== 'GET';
					service.reply = (heard) => {
						if (isTokenCall(heard)) return TOKEN_REPLY;
						return isRedirected(heard) ? redirect(status) : { status: 200, body: [] };
					};
					service.heard.length = 0;
					const { texts, done } = await way(stage, make(service.url));
					const named = texts.includes(`redirects this request to ${elsewhere()} (HTTP ${status})`);
					expect({
						what,
						elsewhere: other.heard.length,
						named,
						done,
						sent: calls().filter(isRedirected).length,
					}).toEqual({ what, ...expected });
				}
			},
		);

		it.each(STATUSES)('of status %d send no token to another host when the credential is tested', async (status) => {
			service.reply = (heard) => (isTokenCall(heard) ? TOKEN_REPLY : redirect(status));
			const { type, data } = make(service.url);
			const result = await stage.engine.testCredential(await stage.engine.addCredential(type, data));
			expect(other.heard).toEqual([]);
			expect(result).toEqual({ status: 'Error', message: expect.stringContaining(`${status}`) });
			expect(calls()).toHaveLength(1);
		});

		it('after a refused token send no token to another host', async () => {
			service.reply = (heard) => {
				if (isTokenCall(heard)) return TOKEN_REPLY;
				return calls().length === 1 ? { status: 401, body: {} } : redirect(302);
			};
			const { error, items } = await stage.orders('getAll', {}, { credentials: make(service.url) });
			expect(other.heard).toEqual([]);
			// A token that nothing can renew is not tried again.
			const expected =
				_type === 'extensivOrderManagerApi'
					? /does not accept the credential/
					: /redirects this request .*The node did not follow it/;
			expect({ error: error?.message, items }).toEqual({ error: expect.stringMatching(expected), items: [] });
		});
	});

	it.each([
		[301, true],
		[302, true],
		[303, true],
		[307, false],
		[308, false],
	])(
		'leave open whether a change took effect, unless the status says that it was not made (%d)',
		async (status, open) => {
			const [, make] = SECRET_CREDENTIALS[0] as (typeof SECRET_CREDENTIALS)[number];
			service.reply = () => redirect(status);
			const { error } = await stage.run(
				'extensivOrders',
				'call',
				{ resource: 'customApiCall', method: 'POST', path: '/v1/labels', body: '{}' },
				{ credentials: make(service.url) },
			);
			expect(/Whether the change took effect is not known/.test(error?.message ?? '')).toBe(open);
			expect(error?.description).toMatch(/^Check the address in the credential/);
		},
	);

	it.each([
		['/v2/orders?page=1', () => `${service.url}/v2/orders`],
		['orders/', () => `${service.url}/…/orders/`],
		['//gateway.example.com/orders', () => 'http://gateway.example.com/orders'],
		['https://user:word@gateway.example.com/orders', () => 'https://gateway.example.com/orders'],
		['ftp://files.example.com/a', () => 'ftp://files.example.com/a'],
	])('name the address they lead to: %s', async (location, shown) => {
		const [, make] = SECRET_CREDENTIALS[0] as (typeof SECRET_CREDENTIALS)[number];
		service.reply = () => ({ status: 302, body: '', headers: { location } });
		const { error } = await stage.orders('getAll', {}, { credentials: make(service.url) });
		expect(error?.message).toContain(`redirects this request to ${shown()} (HTTP 302)`);
	});

	it('name no address where the service gives none', async () => {
		const [, make] = SECRET_CREDENTIALS[0] as (typeof SECRET_CREDENTIALS)[number];
		service.reply = () => ({ status: 304, body: '' });
		const { error } = await stage.orders('getAll', {}, { credentials: make(service.url) });
		expect(error?.message).toContain('redirects this request without naming a target (HTTP 304)');
	});

	it('of the token request are followed by n8n itself, with the client secret (docs/upstream-n8n.md; n8n has mended it when this fails)', async () => {
		service.reply = (heard) => (isTokenCall(heard) ? redirect(307) : { status: 200, body: [] });
		other.reply = () => TOKEN_REPLY;
		await stage.orders(
			'getAll',
			{},
			{ credentials: guideCredential(service.url, { clientSecret: SECRET.clientSecret }) },
		);
		expect(other.heard.map(({ body }) => new URLSearchParams(body).get('client_secret'))).toEqual([
			SECRET.clientSecret,
		]);
	});
});
