import { Watch } from '../../erp/postgres/watch';
import { KillableHost } from '../../host';
import { erpCases } from '../erpFolders';
import type { Moment } from '../killMoments';
import { packedNodes } from '../sharedHost';
import { AGREED, only, verdict } from './agreement';
import type { Flow } from './flow';
import { during, killWhileRunning, type Unanswered } from './kill';
import { ordersInErp, ordersInExtensiv, stockInErp, stockInExtensiv } from './northwindBooks';
import { MAIN, openShop, type Shop } from './northwindShop';

/** More than fit into one request each, so that n8n can be killed between two of them. */
const ORDERS = 140;
const NEW_PRODUCTS = 240;
const PARCELS = 40;

const FILL = `DELETE FROM orders; DELETE FROM order_details;
	INSERT INTO orders (order_id, order_date, ship_via, freight, ship_name, ship_address, ship_city, ship_region,
		ship_postal_code, ship_country)
	SELECT 80000 + n, '2026-03-02', 1, 5, 'Casey Sample', n || ' Placeholder St', 'Albany', 'NY', '12207', 'USA'
	  FROM generate_series(1, ${ORDERS}) AS n;
	INSERT INTO order_details (order_id, product_id, unit_price, quantity, discount)
	SELECT o.order_id, p.product_id, 10.5, 1 + o.order_id % 3, 0.1
	  FROM orders o, (SELECT product_id FROM products ORDER BY product_id LIMIT 2) AS p;
	INSERT INTO products (product_id, product_name, units_in_stock)
	SELECT 'NEW-' || n, 'Tea no. ' || n, n FROM generate_series(1, ${NEW_PRODUCTS}) AS n;`;

describe('n8n, killed in the middle of its work between PostgreSQL and Extensiv', () => {
	let host: KillableHost;
	let shop: Shop;
	let watch: Watch;
	const count = (what: string): number => shop.sandbox.control.books().counts[what] ?? 0;
	const killed = async (flow: Flow, moment: Moment): Promise<void> =>
		await killWhileRunning(moment, { host, sandbox: shop.sandbox, flow });
	const killedDuring = async (flow: Flow, call: Unanswered, isToo?: () => boolean): Promise<void> => {
		await killed(flow, during(call, shop.sandbox, isToo));
		shop.sandbox.control.faults([]);
	};
	/** Kills n8n while the database is at its statement, which then takes its effect or is undone. */
	const killedDuringStatement = async (flow: Flow, effect: 'done' | 'undone'): Promise<void> => {
		await watch.gate(true);
		await killed(flow, {
			name: `during a statement that is ${effect}`,
			isReached: async () => (await watch.waiting()) > 0,
		});
		if (effect === 'undone') await watch.cutOff();
		await watch.letThrough();
	};
	const numbers = Array.from({ length: ORDERS }, (_, at) => String(80_001 + at));

	beforeAll(async () => {
		host = await KillableHost.start(packedNodes());
		shop = await openShop({ rest: host.rest, folder: erpCases[0]!.folder });
		await shop.northwind.run(FILL);
		watch = await Watch.over(shop.northwind);
	});
	afterAll(async () => {
		await host?.remove();
		await shop?.northwind.stop();
		await shop?.sandbox.close();
	});

	it('creates each product, once', async () => {
		const before = count('products');
		const flow = await shop.flow('postgres/products-in.json');
		const create = { method: 'PUT', path: '/v1.1/products/cores' };
		await killedDuring(flow, { ...create, kind: 'hang', at: 2 }, () => count('products') > before);
		expect(count('products')).toBeLessThan(before + NEW_PRODUCTS);
		await killedDuring(flow, { ...create, kind: 'lostAnswer', at: 1 });
		await flow.run();
		expect(count('products')).toBe(before + NEW_PRODUCTS);
		const again = await flow.run();
		expect(again.output('Figures of the run')).toMatchObject([{ new: 0, different: 0, refused: 0 }]);
	});

	it('brings each order to Extensiv, once', async () => {
		const before = count('orders');
		const flow = await shop.flow('postgres/orders-in.json');
		const create = { method: 'PUT', path: '/v1/order' };
		await killedDuring(flow, { ...create, kind: 'hang', at: 2 }, () => count('orders') > before);
		expect(count('orders')).toBeLessThan(before + ORDERS);
		await killedDuring(flow, { ...create, kind: 'lostAnswer', at: 1 });
		await flow.run();
		expect(shop.sandbox.control.books().doubled).toEqual([]);
		expect(count('orders')).toBe(before + ORDERS);
		expect(ordersInExtensiv(shop, numbers)).toEqual(await ordersInErp(shop.northwind));
	});

	it('makes the stock of both sides equal', async () => {
		const flow = await shop.flow('postgres/stock-in.json', {
			settings: { dryRun: false },
			// The catalogue assumes one call in ten seconds, which is too slow for a test.
			parameters: { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } },
		});
		const isBegun = (): boolean => Object.keys(stockInExtensiv(shop)).length > 0;
		await killedDuring(flow, { method: 'PUT', path: '/v1.1/inventory', kind: 'hang', at: 2 }, isBegun);
		expect(stockInExtensiv(shop)).not.toEqual(await stockInErp(shop.northwind));
		await flow.run();
		expect(stockInExtensiv(shop)).toEqual(await stockInErp(shop.northwind));
	});

	it('makes both sides agree in full', async () => {
		const reconciliation = await shop.flow('postgres/reconciliation.json', only(MAIN));
		expect(await verdict(reconciliation)).toEqual(AGREED);
		expect(await shop.table.rows()).toEqual([]);
	});

	it('writes each parcel to the database, once, and the date on which its order shipped', async () => {
		const flow = await shop.flow('postgres/tracking-back.json');
		const ship = (parcel: number, many: readonly string[]): void =>
			void shop.sandbox.control.seed({
				shipments: many.map((orderNumber) => ({ orderNumber, trackingNumber: `1Z${orderNumber}P${parcel}` })),
			});
		const parcels = async (): Promise<Array<{ id: string; tracking: string }>> =>
			await shop.northwind.rows(
				'SELECT shipment_id AS id, tracking_number AS tracking FROM extensiv_parcels ORDER BY tracking_number',
			);
		const [early, late] = [numbers.slice(0, PARCELS / 2), numbers.slice(PARCELS / 2, PARCELS)];
		ship(1, early);
		await flow.run();
		const known = new Set((await parcels()).map(({ id }) => id));
		expect(known.size).toBe(early.length);
		await watch.table('extensiv_parcels', 'shipment_id');
		await watch.table('orders', 'order_id');
		ship(2, early);
		ship(1, late);
		await killedDuring(flow, { method: 'GET', path: '/v1/shipments', kind: 'hang', at: 1 });
		await killedDuringStatement(flow, 'undone');
		expect(await parcels()).toHaveLength(known.size);
		await killedDuringStatement(flow, 'done');
		await flow.run();
		const all = [...early.flatMap((number) => [`1Z${number}P1`, `1Z${number}P2`]), ...late.map((one) => `1Z${one}P1`)];
		expect((await parcels()).map(({ tracking }) => tracking)).toEqual(all.sort());
		const added = (await parcels()).map(({ id }) => id).filter((id) => !known.has(id));
		expect(await watch.written('extensiv_parcels')).toEqual(added.map((id) => `INSERT ${id}`).sort());
		expect(await watch.written('orders')).toEqual(late.map((number) => `UPDATE ${number}`));
	});

	it('writes the status of each order to the database, once', async () => {
		const flow = await shop.flow('postgres/statuses-back.json');
		const statuses = async (): Promise<Record<string, string>> => {
			const rows = await shop.northwind.rows<{ number: string; status: string }>(
				'SELECT order_number AS number, status FROM extensiv_statuses',
			);
			return Object.fromEntries(rows.map(({ number, status }) => [number, status]));
		};
		const inExtensiv = (): Record<string, unknown> =>
			Object.fromEntries(
				numbers.map((number) => [number, shop.sandbox.control.orders({ number })[0]?.['orderStatus']]),
			);
		await flow.run();
		expect(await statuses()).toEqual(inExtensiv());
		await watch.table('extensiv_statuses', 'order_number');
		const changed = numbers.slice(PARCELS, PARCELS + 30);
		shop.sandbox.control.seed({
			shipments: changed.map((orderNumber) => ({ orderNumber, trackingNumber: `1Z${orderNumber}P1` })),
		});
		await killedDuringStatement(flow, 'undone');
		expect(await watch.written('extensiv_statuses')).toEqual([]);
		await killedDuringStatement(flow, 'done');
		await flow.run();
		expect(await statuses()).toEqual(inExtensiv());
		expect(await watch.written('extensiv_statuses')).toEqual(changed.map((number) => `UPDATE ${number}`));
	});

	it('copies every order and every shipment, once', async () => {
		const flow = await shop.flow('postgres/back-fill.json', { settings: { portion: 40, since: '2025-01-01' } });
		const copied = async (table: string): Promise<number> =>
			(await shop.northwind.rows(`SELECT * FROM extensiv_${table}`)).length;
		await killedDuring(flow, { method: 'GET', path: '/v1.1/orders', kind: 'hang', at: 3 });
		expect(await copied('orders')).toBeGreaterThan(0);
		expect(await copied('orders')).toBeLessThan(count('orders'));
		await watch.table('extensiv_orders', 'order_id');
		await killedDuringStatement(flow, 'done');
		await killedDuring(flow, { method: 'GET', path: '/v1/shipments', kind: 'hang', at: 2 });
		await flow.run();
		expect(await copied('orders')).toBe(count('orders'));
		expect(await copied('shipments')).toBe(count('shipments'));
		const lines = await shop.northwind.rows<{ number: string; lines: number }>(
			`SELECT order_number AS number, jsonb_array_length(data -> 'lines') AS lines FROM extensiv_orders
			WHERE order_number LIKE '80___'`,
		);
		expect(lines.map(({ number }) => number).sort()).toEqual(numbers);
		for (const { number, lines: many } of lines)
			expect([number, many]).toEqual([number, ordersInExtensiv(shop, [number])[number]?.[0]?.length]);
	});
});
