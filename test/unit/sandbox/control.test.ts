import { spawn } from 'node:child_process';
import { join } from 'node:path';
import fc from '../../support/fastCheck';
import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';
import { goodGuideOrder, goodOrder } from '../../sandbox/examples';
import { splitList } from '../../sandbox/contract/query';
import { isoSeconds } from '../../sandbox/store/clock';
import { PrefixIndex } from '../../sandbox/store/prefixIndex';
import { pageOf, Table } from '../../sandbox/store/table';

describe('control verbs', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	beforeEach(() => void sandbox.control.reset());
	afterAll(() => sandbox.close());

	async function control(
		method: string,
		name: string,
		body?: unknown,
	): Promise<{ status: number; body: Record<string, unknown> }> {
		const response = await fetch(`${sandbox.url}/_control/${name}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		return { status: response.status, body: (await response.json()) as Record<string, unknown> };
	}

	it('work over HTTP as in process, without authorization', async () => {
		const seeded = await control('POST', 'seed', {
			warehouses: [{ name: 'Extra', warehouseId: 6001, stateAllocations: ['TX'] }],
			salesChannels: [{ name: 'Extra Shop', salesChannelId: 1300 }],
			products: [{ sku: 'SEED-1', name: 'Seeded', price: 9.5 }],
			listings: [{ listingSku: 'SEED-ALIAS', sku: 'SEED-1', salesChannelId: 1300 }],
			stock: [{ sku: 'SEED-1', warehouseId: 6001, onHand: 12 }],
			orders: [
				{
					orderNumber: 'SEEDED',
					salesChannelId: 1300,
					items: [{ sku: 'SEED-1', quantity: 2, unitPrice: 9.5 }],
					shipState: 'TX',
				},
			],
			shipments: [{ orderNumber: 'SEEDED', trackingNumber: 'SEED-TRACK' }],
			generateOrders: {
				count: 10,
				from: '2025-01-01T00:00:00Z',
				to: '2025-01-02T00:00:00Z',
				status: 'AWAITING_PAYMENT',
			},
		});
		expect(seeded).toMatchObject({
			status: 200,
			body: { counts: { orders: 1, generatedOrders: 10 }, orderIds: [expect.any(Number)] },
		});
		expect((await control('GET', 'orders?number=SEEDED')).body).toMatchObject([
			{ orderStatus: 'SHIPPED', fulfillmentSource: { warehouseId: 6001 }, shipment: { trackingNumber: 'SEED-TRACK' } },
		]);
		const books = (await control('GET', 'books')).body;
		expect(books).toMatchObject({ orders: 14, doubled: [], counts: { orders: 14, warehouses: 4 } });
		expect(books['stock']).toContainEqual({
			sku: 'SEED-1',
			warehouseId: 6001,
			location: 'GLOBAL',
			onHand: 10,
			available: 10,
			allocated: 0,
			locked: 0,
		});
		for (const [method, name, body] of [
			['PUT', 'latency', { ms: 0 }],
			['PUT', 'gate', { shut: false }],
			['PUT', 'faults', []],
			['PUT', 'quotas', []],
			['PUT', 'drift', { touchPerPage: 0 }],
			['PUT', 'pageCycle', { pages: 0 }],
			['PUT', 'ordering', { orders: 'idDesc' }],
			['PUT', 'pageLimits', []],
			['PUT', 'clock', { advanceMs: 0 }],
			['PUT', 'stockFeed', { by: 'dates', share: 50 }],
			['PUT', 'envelope', { guide: 'none' }],
			['PUT', 'visibility', { lists: 0, byId: 0 }],
			['PUT', 'numbering', { orders: 'kept' }],
			['GET', 'requests'],
			['DELETE', 'requests'],
			['POST', 'revokeTokens'],
			['POST', 'reset', { seed: 3 }],
		] as const) {
			expect((await control(method, name, body)).status).toBe(200);
		}
		expect(sandbox.control.books().orders).toBe(3);
	});

	it('refuse nonsense with 400', async () => {
		for (const [method, name, body] of [
			['PUT', 'faults', {}],
			['PUT', 'latency', {}],
			['PUT', 'gate', {}],
			['PUT', 'ordering', { orders: 'random' }],
			['PUT', 'quotas', [{ method: 'GET' }]],
			['PUT', 'clock', { now: 'soon' }],
			['PUT', 'stockFeed', { by: 'luck' }],
			['PUT', 'stockFeed', { share: -1 }],
			['PUT', 'envelope', { guide: 'x' }],
			['PUT', 'visibility', { lists: -1 }],
			['PUT', 'numbering', { orders: 'random' }],
			['POST', 'seed', { stock: [{ sku: 'NOPE', warehouseId: 5101, onHand: 1 }] }],
			['POST', 'seed', { products: [{ sku: 'MUG-BLU-12' }] }],
			['POST', 'seed', { generateOrders: { count: 1, salesChannelId: 9 } }],
		] as const) {
			expect((await control(method, name, body)).status).toBe(400);
		}
	});

	it('the clock stamps what is made', async () => {
		sandbox.control.clock({ now: '2030-01-01T00:00:00Z', frozen: true });
		expect(sandbox.control.clock({ advanceMs: 60_000 })).toEqual({ now: '2030-01-01T00:01:00Z' });
		sandbox.control.seed({ orders: [{ orderNumber: 'CLOCK' }] });
		expect(sandbox.control.orders({ number: 'CLOCK' })).toMatchObject([
			{ createdDate: '2030-01-01T00:01:00Z', modifiedDate: '2030-01-01T00:01:00Z' },
		]);
		sandbox.control.reset();
		expect(Math.abs(Date.parse(sandbox.control.clock({}).now) - Date.now())).toBeLessThan(5000);
	});

	it('the clock is what the Date header tells, or nothing is', async () => {
		const date = async (): Promise<string | null> => (await fetch(`${sandbox.url}/v1/company`)).headers.get('date');
		sandbox.control.clock({ now: '2030-01-01T00:00:00Z', frozen: true });
		expect(await date()).toBe('Tue, 01 Jan 2030 00:00:00 GMT');
		sandbox.control.clock({ header: false });
		expect(await date()).toBeNull();
		sandbox.control.reset();
		expect(await date()).not.toBeNull();
	});

	it('orders that come in show late: in lists and, where asked for, by their ID', async () => {
		const client = new SandboxClient(sandbox);
		const guide = await SandboxClient.forGuide(sandbox);
		sandbox.control.clock({ frozen: true });
		sandbox.control.visibility({ lists: 2_000, byId: 1_000 });
		await client.send('PUT', '/v1/order', [goodOrder({ orderNumber: 'LATE' })]);
		const { orderId } = sandbox.control.orders({ number: 'LATE' })[0] ?? {};
		const seen = async (): Promise<unknown[]> => [
			((await client.get('/v1.1/orders?orderNumber=LATE')) as unknown[]).length,
			((await guide.get('/api/orders?order_number=LATE')) as unknown[]).length,
			(await client.call('GET', `/v1.1/orders/${String(orderId)}`)).status,
			(await guide.call('GET', `/api/orders/${String(orderId)}`)).status,
		];
		expect(await seen()).toEqual([0, 0, 404, 404]);
		sandbox.control.clock({ advanceMs: 1_000 });
		expect(await seen()).toEqual([0, 0, 200, 200]);
		sandbox.control.clock({ advanceMs: 1_000 });
		expect(await seen()).toEqual([1, 1, 200, 200]);
	});

	it.each([
		['kept', '#a-1'],
		['plain', 'a1'],
		['capitals', '#A-1'],
	] as const)('numbers of orders that come in are %s: #a-1 becomes %s', async (orders, stored) => {
		sandbox.control.numbering({ orders });
		await new SandboxClient(sandbox).send('PUT', '/v1/order', [goodOrder({ orderNumber: '#a-1' })]);
		await (await SandboxClient.forGuide(sandbox)).send('POST', '/api/orders', goodGuideOrder({ order_number: '#a-1' }));
		expect(sandbox.control.orders({ number: stored })).toHaveLength(2);
	});

	it('a reset brings back the same start', async () => {
		const client = new SandboxClient(sandbox);
		const before = await client.get('/v1.1/orders');
		sandbox.control.seed({ orders: [{}, {}] });
		sandbox.control.reset();
		expect(await client.get('/v1.1/orders')).toEqual(before);
	});
});

describe('the command', () => {
	it('prints address and secrets, and ends on SIGTERM', async () => {
		const child = spawn(
			process.execPath,
			[
				require.resolve('tsx/cli'),
				join(__dirname, '../../sandbox/main.ts'),
				'--port',
				'0',
				'--orders',
				'20',
				'--seed',
				'5',
			],
			{ stdio: 'pipe' },
		);
		const output = await new Promise<string>((resolve, reject) => {
			let text = '';
			child.stdout.on('data', (chunk: Buffer) => {
				text += chunk.toString();
				if (text.includes('Ctrl-C')) resolve(text);
			});
			child.once('exit', () => reject(new Error(`ended early: ${text}`)));
		});
		expect(output).toMatch(/http:\/\/127\.0\.0\.1:\d+ \(23 orders\)/);
		expect(output).toContain('sandbox-token');
		const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
	}, 20_000);
});

describe('store pieces', () => {
	it('a prefix index finds what a scan finds', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '1'), maxLength: 4 }), { maxLength: 1200 }),
				fc.string({ unit: fc.constantFrom('A', 'b', '1'), maxLength: 2 }),
				(texts, prefix) => {
					const index = new PrefixIndex<number>();
					texts.forEach((text, at) => index.add(text, at));
					const scanned = texts
						.map((text, at) => ({ text, at }))
						.filter(({ text }) => text.toLowerCase().startsWith(prefix.toLowerCase()));
					expect(index.startingWith(prefix).sort((a, b) => a - b)).toEqual(scanned.map(({ at }) => at));
				},
			),
			{ numRuns: 50 },
		);
	});

	it('pages make up the filtered whole', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 7 }), fc.nat(9), (rows, limit, least) => {
				const test = (row: number): boolean => row >= least;
				const pages = Array.from({ length: Math.ceil(rows.length / limit) + 1 }, (_, at) =>
					pageOf(rows, at + 1, limit, test),
				);
				expect(pages.flat()).toEqual(rows.filter(test));
				expect(pageOf(rows, 1, limit)).toEqual(rows.slice(0, limit));
			}),
		);
	});

	it('a table keeps id order whatever the order of adding', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(500)), (ids) => {
				const table = new Table<{ id: number }>((row) => row.id, 1);
				for (const id of ids) table.add({ id });
				expect(table.rows.map((row) => row.id)).toEqual([...ids].sort((a, b) => a - b));
				expect(ids).not.toContain(table.newId());
			}),
		);
	});

	it('lists are split at commas, quoted parts kept whole', () => {
		expect(splitList('A,B,,C')).toEqual(['A', 'B', 'C']);
		expect(splitList('"A,1","B"')).toEqual(['A,1', 'B']);
		expect(splitList('')).toEqual([]);
	});

	it('dates are written as Date writes them, without fractions', () => {
		fc.assert(
			fc.property(fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2200-01-01') }), (date) =>
				expect(isoSeconds(date.getTime())).toBe(`${date.toISOString().slice(0, 19)}Z`),
			),
		);
	});
});
