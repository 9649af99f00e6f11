import { type Gates, Watch } from '../../../erp/postgres/watch';
import { KillableHost } from '../../../host';
import type { FaultKind } from '../../../sandbox';
import { erpCases } from '../../erpFolders';
import { packedNodes } from '../../sharedHost';
import { AGREED, only, verdict } from '../support/agreement';
import type { Flow } from '../support/flow';
import { killAt, leaveUnanswered, startAll } from '../support/kill';
import { ordersInErp, ordersInExtensiv, stockInErp, stockInExtensiv } from '../support/northwindBooks';
import { MAIN, openShop, type Shop } from '../support/northwindShop';

/** Orders that are at Extensiv before n8n is killed; half of the parcels, and all of the statuses, are in the database. */
const OLD = 60;
/** More than fit into one request each, so that n8n can be killed between two of them. */
const ORDERS = 140;
const PRODUCTS = 120;
const STOCKED = 220;
const PORTION = 30;

const numbersFrom = (first: number, many: number): string[] =>
	Array.from({ length: many }, (_, at) => String(80_000 + first + at));
const old = numbersFrom(1, OLD);
const numbers = numbersFrom(1, OLD + ORDERS);
const shippedTwice = old.slice(0, 20);
const shippedOnce = old.slice(20, 40);

const orders = (from: number, to: number): string => `
	INSERT INTO orders (order_id, order_date, ship_via, freight, ship_name, ship_address, ship_city, ship_region,
		ship_postal_code, ship_country)
	SELECT 80000 + n, '2026-03-02', 1, 5, 'Casey Sample', n || ' Placeholder St', 'Albany', 'NY', '12207', 'USA'
	  FROM generate_series(${from}, ${to}) AS n;
	INSERT INTO order_details (order_id, product_id, unit_price, quantity, discount)
	SELECT 80000 + n, product_id, 10.5, 1 + n % 3, 0.1
	  FROM generate_series(${from}, ${to}) AS n, (SELECT product_id FROM products ORDER BY product_id LIMIT 2) AS p;`;
const products = (sku: string, many: number): string => `
	INSERT INTO products (product_id, product_name, units_in_stock)
	SELECT '${sku}-' || n, 'Tea no. ' || n, n FROM generate_series(1, ${many}) AS n;`;

describe('n8n, killed in the middle of all flows between PostgreSQL and Extensiv', () => {
	let host: KillableHost;
	let shop: Shop;
	let watch: Watch;
	let flows: Record<'products' | 'orders' | 'stock' | 'parcels' | 'statuses' | 'backFill', Flow>;
	const count = (what: string): number => shop.sandbox.control.books().counts[what] ?? 0;
	const rowsOf = async <Row>(columns: string, table: string): Promise<Row[]> =>
		await shop.northwind.rows<Row>(`SELECT ${columns} FROM ${table} ORDER BY 1`);
	const ship = (many: readonly string[], parcel: number): void =>
		void shop.sandbox.control.seed({
			shipments: many.map((orderNumber) => ({ orderNumber, trackingNumber: `1Z${orderNumber}P${parcel}` })),
		});
	/** What is at Extensiv of what the flows bring there. */
	const brought = (): Record<string, number> => ({
		products: count('products'),
		orders: count('orders'),
		levels: Object.keys(stockInExtensiv(shop)).length,
	});

	/** Starts all flows, and kills n8n when each of them is in the middle: of a call to the service, or of a statement. */
	const killInTheMiddle = async (name: string, { kind, at, gates }: Middle): Promise<void> => {
		const calls = leaveUnanswered(
			shop.sandbox,
			['/v1.1/products/cores', '/v1/order', '/v1.1/inventory'].map((path) => ({ kind, method: 'PUT', path, at: [at] })),
		);
		await watch.shut(gates);
		const before = brought();
		await startAll(host, Object.values(flows));
		const isReached = async (): Promise<boolean> =>
			calls.areAllUnderWay() &&
			Object.entries(brought()).every(([what, many]) => many > (before[what] ?? 0)) &&
			(await watch.waiting()) === Object.keys(gates).length;
		await killAt({ name, isReached }, { host, sandbox: shop.sandbox });
		shop.sandbox.control.faults([]);
	};
	interface Middle {
		kind: FaultKind;
		/** Which of the calls gets no answer, counted from 1. */
		at: number;
		gates: Gates;
	}

	beforeAll(async () => {
		host = await KillableHost.start(packedNodes());
		shop = await openShop({ rest: host.rest, folder: erpCases[0]!.folder });
		await shop.northwind.run(`DELETE FROM orders; DELETE FROM order_details; ${products('STOCKED', STOCKED)}`);
		shop.sandbox.control.seed({
			products: Array.from({ length: STOCKED }, (_, at) => ({ sku: `STOCKED-${at + 1}`, name: `Tea no. ${at + 1}` })),
		});
		await shop.northwind.run(orders(1, OLD));
		flows = {
			products: await shop.flow('postgres/products-in.json'),
			orders: await shop.flow('postgres/orders-in.json'),
			stock: await shop.flow('postgres/stock-in.json', {
				settings: { dryRun: false },
				// The catalogue assumes one call in ten seconds, which is too slow for a test.
				parameters: { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } },
			}),
			parcels: await shop.flow('postgres/tracking-back.json'),
			statuses: await shop.flow('postgres/statuses-back.json'),
			backFill: await shop.flow('postgres/back-fill.json', { settings: { portion: PORTION, since: '2025-01-01' } }),
		};
		await flows.orders.run();
		ship(shippedTwice, 1);
		for (const flow of [flows.parcels, flows.statuses, flows.backFill]) await flow.run();

		ship(shippedTwice, 2);
		ship(shippedOnce, 1);
		await shop.northwind.run(orders(OLD + 1, OLD + ORDERS) + products('NEW', PRODUCTS));
		watch = await Watch.over(shop.northwind);
		await watch.table('orders', 'order_id');
		await watch.table('extensiv_parcels', 'shipment_id');
		await watch.table('extensiv_statuses', 'order_number');
		await watch.table('extensiv_orders', 'order_id');
		await watch.table('extensiv_shipments', 'shipment_id');
	});
	afterAll(async () => {
		await host?.remove();
		await shop?.northwind.stop();
		await shop?.sandbox.close();
	});

	it('leaves a part of everything, if what was under way has no effect', async () => {
		const all = { products: count('products') + PRODUCTS, orders: count('orders') + ORDERS };
		await killInTheMiddle('while calls and statements are under way that have no effect', {
			kind: 'hang',
			at: 2,
			gates: { extensiv_parcels: 0, extensiv_statuses: 0, extensiv_orders: PORTION + 1 },
		});
		await watch.cutOff();
		expect(count('products')).toBeLessThan(all.products);
		expect(count('orders')).toBeLessThan(all.orders);
		expect(stockInExtensiv(shop)).not.toEqual(await stockInErp(shop.northwind));
		expect(await rowsOf('shipment_id', 'extensiv_parcels')).toHaveLength(shippedTwice.length);
		expect(await watch.written('extensiv_statuses')).toEqual([]);
		expect(await watch.written('extensiv_orders')).toHaveLength(PORTION);
	});

	it('is killed once more, when what was under way has its effect, which n8n does not learn', async () => {
		await killInTheMiddle('while calls and statements are under way that have their effect', {
			kind: 'lostAnswer',
			at: 1,
			gates: { extensiv_parcels: 0, extensiv_statuses: 0, extensiv_shipments: PORTION + 1 },
		});
		await watch.letThrough();
		expect(await rowsOf('shipment_id', 'extensiv_parcels')).not.toHaveLength(shippedTwice.length);
	});

	describe('and started again', () => {
		beforeAll(async () => {
			for (const flow of Object.values(flows)) await flow.run();
		});

		it('has created each product, once', async () => {
			const again = await flows.products.run();
			expect(again.output('Figures of the run')).toMatchObject([{ new: 0, different: 0, refused: 0 }]);
			const skus = again.output('Products of Extensiv').map(({ sku }) => String(sku));
			expect(skus.filter((sku) => sku.startsWith('NEW-'))).toHaveLength(PRODUCTS);
		});

		it('has brought each order to Extensiv, once', async () => {
			expect(shop.sandbox.control.books().doubled).toEqual([]);
			expect(ordersInExtensiv(shop, numbers)).toEqual(await ordersInErp(shop.northwind));
		});

		it('has made the stock of both sides equal', async () => {
			expect(stockInExtensiv(shop)).toEqual(await stockInErp(shop.northwind));
		});

		it('has left no difference between orders and stock of both sides, and nothing in the table of failures', async () => {
			expect(await verdict(await shop.flow('postgres/reconciliation.json', only(MAIN)))).toEqual(AGREED);
			expect(await shop.table.rows()).toEqual([]);
		});

		it('has written each parcel to the database, once, and the date on which its order shipped', async () => {
			const parcels = await rowsOf<{ tracking: string; id: string }>(
				'tracking_number AS tracking, shipment_id AS id',
				'extensiv_parcels',
			);
			expect(parcels.map(({ tracking }) => tracking)).toEqual([
				...shippedTwice.flatMap((number) => [`1Z${number}P1`, `1Z${number}P2`]),
				...shippedOnce.map((number) => `1Z${number}P1`),
			]);
			const later = parcels.filter(({ tracking }) => !shippedTwice.some((number) => tracking === `1Z${number}P1`));
			expect(await watch.written('extensiv_parcels')).toEqual(later.map(({ id }) => `INSERT ${id}`).sort());
			const updates = (await watch.written('orders')).filter((what) => what.startsWith('UPDATE'));
			expect(updates).toEqual(shippedOnce.map((number) => `UPDATE ${number}`));
		});

		it('has written the status of each order to the database, once', async () => {
			const statuses = await rowsOf<{ number: string; status: string }>(
				'order_number AS number, status',
				'extensiv_statuses',
			);
			expect(statuses).toEqual(
				numbers.map((number) => ({ number, status: shop.sandbox.control.orders({ number })[0]?.['orderStatus'] })),
			);
			const written = await watch.written('extensiv_statuses');
			expect(written.filter((what) => what.startsWith('UPDATE'))).toEqual(shippedOnce.map((one) => `UPDATE ${one}`));
			expect(written).toHaveLength(shippedOnce.length + ORDERS);
		});

		it('has copied every order with its lines, and every shipment, once', async () => {
			const copies = await rowsOf<{ number: string; lines: number }>(
				`order_number AS number, jsonb_array_length(data -> 'lines') AS lines`,
				'extensiv_orders',
			);
			expect(copies).toHaveLength(count('orders'));
			const inExtensiv = ordersInExtensiv(shop, numbers);
			expect(copies.filter(({ number }) => numbers.includes(number))).toEqual(
				numbers.map((number) => ({ number, lines: inExtensiv[number]?.[0]?.length })),
			);
			expect(await rowsOf('shipment_id', 'extensiv_shipments')).toHaveLength(count('shipments'));
		});
	});
});
