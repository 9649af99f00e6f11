import { row } from '../../../nodes/shared/http/endpoint';
import { GUIDE } from '../../../nodes/shared/api/guide/catalogue';
import { LIVE } from '../../../nodes/shared/api/live/catalogue';
import { type ReadOptions, paginate } from '../../../nodes/shared/http/paginate';
import { apiClient, CONTRACTS, orderManager } from '../../support/apiClient';
import { all, factsOf, listed } from '../../support/samples';
import { useListener } from '../../support/listener';
import { usePlace } from '../../support/place';
import { useScriptedService } from '../../support/scriptedService';

/** Orders that the sandbox has at its start. */
const SEEDED = 3;

describe('a list of the service', () => {
	const place = usePlace();
	const LIST = 'GET /v1.1/orders';

	it.each<[rows: number, pageSize: number, cap: number, calls: number]>([
		[0, 100, 1000, 1],
		[3, 500, 1000, 1],
		[99, 100, 1000, 1],
		[100, 100, 1000, 2],
		[101, 100, 1000, 2],
		[250, 100, 1000, 3],
		[20, 5, 1000, 5],
		[250, 500, 100, 3],
		[200, 500, 100, 3],
		[400, 500, 150, 3],
		[450, 500, 150, 4],
	])('of %d rows, asked for by %d, pages of at most %d: all rows in %d calls', async (count, pageSize, max, calls) => {
		if (count > SEEDED) place.control.seed({ generateOrders: { count: count - SEEDED } });
		place.control.pageLimits([{ path: '/', max, mode: 'clamp' }]);
		const filter = count === 0 ? { orderNumbers: ['NO-SUCH'] } : {};
		const orders = await listed(place.manager().orders.list(filter, { pageSize }));
		expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(count);
		expect(orders).toHaveLength(count);
		expect(place.calls(LIST)).toBe(calls);
	});

	it.each([
		['orders of the live API', LIVE.listOrders, LIST, 10_000, 101],
		["orders of the guide's contract", GUIDE.listOrders, 'GET /api/orders', 1_000, 11],
	] as const)(
		'of %s by 100 takes no more calls than it has pages, and one',
		async (_what, endpoint, calls, count, most) => {
			place.control.seed({ generateOrders: { count: count - SEEDED } });
			const ids = new Set<number>();
			const pages = paginate(place.client(endpoint === LIVE.listOrders ? 'live' : 'guide'), endpoint, {
				pageSize: 100,
				rows: (body) => body as Array<{ id?: number; orderId?: number }>,
				key: ({ id, orderId }) => String(id ?? orderId),
			});
			for (const { id, orderId } of await all(pages)) ids.add(id ?? orderId ?? 0);
			expect(ids.size).toBe(count);
			expect(place.calls(calls)).toBeLessThanOrEqual(most);
		},
	);

	it('is asked for in its largest pages when nobody says otherwise', async () => {
		await listed(place.manager().orders.list({}, {}));
		expect(place.control.requests().log[0]?.query).toContain('limit=500');
	});

	it('is never asked for in larger pages than the catalogue allows', async () => {
		await listed(place.manager().orders.list({}, { pageSize: 100_000 }));
		expect(place.control.requests().log[0]?.query).toContain('limit=500');
	});

	it('whose rows move between the pages gives no row twice, and every row that stayed put', async () => {
		place.control.seed({ generateOrders: { count: 497, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' } });
		place.control.ordering({ orders: 'modifiedDesc' });
		place.control.drift({ touchPerPage: 5 });
		place.control.clock({ now: '2026-03-05T00:00:00Z' });
		const orders = await listed(place.manager().orders.list({}, { pageSize: 50 }));
		const ids = new Set(orders.map(({ orderId }) => orderId));
		expect(ids.size).toBe(orders.length);
		place.control.drift({ touchPerPage: 0 });
		const still = await listed(place.manager().orders.list({ modifiedTo: '2026-03-04T00:00:00Z' }, {}));
		expect(still.length).toBeGreaterThan(400);
		expect(still.filter(({ orderId }) => !ids.has(orderId))).toEqual([]);
	});

	it('survives trouble on every third page', async () => {
		place.control.seed({ generateOrders: { count: 497 } });
		place.control.faults([{ kind: 'any', every: 3 }]);
		expect(await listed(place.manager().orders.list({}, { pageSize: 25 }))).toHaveLength(500);
		expect(place.struck).toBeGreaterThan(0);
	});

	it('is read no more than one page further than its reader has come', async () => {
		place.control.seed({ generateOrders: { count: 197 } });
		const pages = place.manager().orders.list({}, { pageSize: 50 })[Symbol.asyncIterator]();
		await pages.next();
		await pages.next();
		await pages.return?.();
		expect(place.calls(LIST)).toBeLessThanOrEqual(3);
	});
});

describe('a list of a strange service', () => {
	const service = useScriptedService();
	const PAGED = row('list', 'GET', '/rows', 'retry', 'test', {
		paging: { sizeParameter: 'limit', defaultSize: 2, maxSize: 2 },
	});
	const ONE = row('one', 'GET', '/rows', 'retry', 'test');
	const options: ReadOptions<number> = { rows: (body) => body as number[], key: String };
	const read = (endpoint = PAGED, more: Partial<ReadOptions<number>> = {}) =>
		paginate(apiClient(service.url), endpoint, { ...options, ...more });

	it('that sends the same page again and again is an error, not an endless loop', async () => {
		service.script({ body: [1, 2] }, { body: [3, 4] }, { body: [3, 4] }, { body: [3, 4] });
		expect(await factsOf(all(read()))).toMatchObject({
			kind: 'unreadable',
			message: expect.stringContaining('Page 3'),
		});
		expect(service.seen.length).toBeLessThanOrEqual(4);
	});

	it('gives a row that comes again once', async () => {
		service.script({ body: [1, 2] }, { body: [2, 3] }, { body: [4] });
		expect(await all(read())).toEqual([1, 2, 3, 4]);
	});

	it('goes on after a page on which nothing is new', async () => {
		service.script({ body: [1, 2] }, { body: [2, 1] }, { body: [3, 4] }, { body: [] });
		expect(await all(read())).toEqual([1, 2, 3, 4]);
	});

	it('asks for the pages in order, from 1, with the size and the filters', async () => {
		service.script({ body: [1, 2] }, { body: [3] });
		await all(read(PAGED, { query: { status: 'open' } }));
		expect(service.seen.map(({ url }) => url)).toEqual([
			'/rows?status=open&page=1&limit=2',
			'/rows?status=open&page=2&limit=2',
		]);
	});

	it('that is not paged is read in one call without page parameters', async () => {
		service.script({ body: [1, 2, 3, 4, 5] });
		expect(await all(read(ONE))).toEqual([1, 2, 3, 4, 5]);
		expect(service.seen.map(({ url }) => url)).toEqual(['/rows']);
	});

	it('that fails on a later page fails there, after the rows before it', async () => {
		service.script({ body: [1, 2] }, { status: 400, body: { message: 'No' } });
		const seen: number[] = [];
		const reading = (async () => {
			for await (const page of read()) seen.push(...page);
		})();
		expect(await factsOf(reading)).toMatchObject({ kind: 'refused', serviceMessage: 'No' });
		expect(seen).toEqual([1, 2]);
	});

	it('whose next page would fail does not trouble a reader who has enough', async () => {
		service.script({ body: [1, 2] }, { status: 400, body: { message: 'No' } });
		for await (const page of read()) {
			expect(page).toEqual([1, 2]);
			break;
		}
	});
});

describe('a list that moves in a circle', () => {
	const service = useListener();
	const PAGED = row('list', 'GET', '/rows', 'retry', 'test', {
		paging: { sizeParameter: 'limit', defaultSize: 3, maxSize: 3 },
	});
	interface Version {
		id: number;
		at: number;
	}
	const serve = (page: (number: number) => unknown[]): void => {
		service.reply = ({ url }) => ({
			status: 200,
			body: page(Number(new URL(url, service.url).searchParams.get('page'))),
		});
	};
	const read = (more: Partial<ReadOptions<Version>> = {}) =>
		paginate(apiClient(service.url), PAGED, {
			rows: (body) => body as Version[],
			key: ({ id, at }) => `${id} ${at}`,
			...more,
		});
	const rows = (first: number, at = 0): Version[] => [0, 1, 2].map((more) => ({ id: first + more, at }));
	/** The same three rows, in another order each time. */
	const shuffled = (page: number): Version[] => {
		const all = rows(1);
		return [...all.slice(page % 3), ...all.slice(0, page % 3)];
	};

	it.each<[what: string, page: (number: number) => Version[], news: number]>([
		['two pages by turns', (page) => rows(page % 2 === 1 ? 1 : 4), 2],
		['seven pages by turns', (page) => rows(((page - 1) % 7) * 3), 7],
		['one page, shuffled', shuffled, 1],
		['a circle behind a beginning', (page) => rows(page < 4 ? page * 10 : page % 2), 5],
	])('is an error after four pages without news: %s', async (_, page, news) => {
		serve(page);
		expect(await factsOf(all(read()))).toMatchObject({
			kind: 'unreadable',
			message: expect.stringMatching(/only repeated rows of earlier pages/),
		});
		expect(service.heard).toHaveLength(news + 4);
	});

	it('is an error too when all that is new about its rows is their version', async () => {
		serve((page) => rows(page % 2 === 1 ? 1 : 4, page));
		expect(await factsOf(all(read({ identity: ({ id }) => String(id) })))).toMatchObject({ kind: 'unreadable' });
		expect(service.heard).toHaveLength(2 + 4);
	});

	it('gives what it has before that, new versions too', async () => {
		serve((page) => rows(page % 2 === 1 ? 1 : 4, page));
		const seen: Version[] = [];
		const reading = (async () => {
			for await (const page of read({ identity: ({ id }) => String(id) })) seen.push(...page);
		})();
		await factsOf(reading);
		expect(seen).toHaveLength(18);
	});

	it.each(CONTRACTS)(
		'is an error of a feed of changes whose records are changed all the time (%s contract)',
		async (contract) => {
			const order = (id: number, page: number) => ({
				id,
				orderId: id,
				order_number: `N${id}`,
				orderNumber: `N${id}`,
				modifiedDate: stamp(page),
				updated_at: stamp(page),
			});
			const stamp = (page: number): string => new Date(Date.UTC(2026, 2, 5, 9, page)).toISOString();
			serve((page) => [0, 1].map((at) => order((page % 2) * 2 + at + 1, page)));
			const feed = orderManager(contract, service.url).changes({ pageSize: 2 }).ordersModified;
			expect(
				await factsOf(all(feed.read({ from: '2026-03-01T00:00:00Z', to: '2026-03-06T00:00:00Z' }, {}))),
			).toMatchObject({ kind: 'unreadable' });
			expect(service.heard).toHaveLength(2 + 4);
		},
	);

	describe.each(CONTRACTS)('of a custom call (%s contract)', (contract) => {
		const path = contract === 'live' ? '/v1.1/orders' : '/api/orders';
		const call = async (page: (number: number) => unknown[], to = path): Promise<unknown[]> => {
			serve(page);
			return await all(
				orderManager(contract, service.url).custom.pages({ method: 'GET', path: to, query: {} }, { pageSize: 2 }),
			);
		};
		const pair = (page: number, build: (id: number) => object): object[] =>
			[0, 1].map((at) => build((page % 2) * 2 + at));

		it.each<[what: string, page: (number: number) => unknown[]]>([
			['rows that stay the same', (page) => pair(page, (id) => ({ name: `No. ${id}` }))],
			['rows with an ID, and a time that is always new', (page) => pair(page, (id) => ({ id, readAt: page }))],
			[
				'rows with an ID named after the list, and a count that is always new',
				(page) => pair(page, (id) => ({ orderId: id, customerId: 1, views: page })),
			],
			[
				'rows without an ID, and a time that is always new',
				(page) => pair(page, (id) => ({ name: `No. ${id}`, readAt: `2026-03-05T09:00:0${page % 10}.000Z` })),
			],
			[
				'rows without an ID, and milliseconds that are always new',
				(page) => pair(page, (id) => ({ name: `No. ${id}`, readAt: 1_770_000_000_000 + page })),
			],
			['rows that are alike on a page', (page) => pair(page, () => ({ name: `No. ${page % 2}` }))],
			['rows that are no objects', (page) => pair(page, (id) => [id])],
		])('is an error after four pages without news: %s', async (_, page) => {
			expect(await factsOf(call(page))).toMatchObject({
				kind: 'unreadable',
				message: expect.stringMatching(/only repeated rows of earlier pages/),
			});
			expect(service.heard).toHaveLength(2 + 4);
		});

		it.each<[what: string, row: (number: number) => object]>([
			[
				'differ in nothing but their time',
				(at) => ({ sku: 'MUG', change: 1, at: `2026-03-${String((at % 28) + 1).padStart(2, '0')}T09:00:00Z` }),
			],
			['all name the same thing', (at) => ({ orderId: 7, note: `No. ${at}` })],
			['share an ID of something else', (at) => ({ productId: 7, customerId: 1, position: at })],
		])('is read to its end when its rows %s', async (_, build) => {
			const pages = [...Array(12).keys()].map((page) => [build(page * 2), build(page * 2 + 1)]);
			expect(await call((page) => pages[page - 1] ?? [])).toEqual(pages.flat());
		});
	});
});
