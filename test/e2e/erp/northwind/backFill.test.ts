import type { Execution } from '../../../host';
import { openShop, type Shop } from '../support/northwindShop';

const ORDERS = 23;
const PARCELS = 7;

describe('the back-fill of PostgreSQL', () => {
	let shop: Shop;
	let first: Execution;

	beforeAll(async () => {
		shop = await openShop();
		const numbers = Array.from({ length: ORDERS }, (_, at) => `BF-${at}`);
		shop.sandbox.control.seed({ orders: numbers.map((orderNumber) => ({ orderNumber })) });
		shop.sandbox.control.seed({
			shipments: numbers.slice(0, PARCELS).map((orderNumber, at) => ({ orderNumber, trackingNumber: `1ZBF${at}` })),
		});
		const flow = await shop.flow('postgres/back-fill.json', { settings: { portion: 10, since: '2025-01-01' } });
		first = await flow.run();
		await flow.run();
	});
	afterAll(async () => await shop?.close());

	it('copies every order with its lines, once, also if it runs again', async () => {
		const rows = await shop.northwind.rows<{ number: string; status: string; lines: number }>(
			`SELECT order_number AS number, status, jsonb_array_length(data -> 'lines') AS lines FROM extensiv_orders ORDER BY 1`,
		);
		const { ordersByNumber } = shop.sandbox.control.books();
		expect(rows.map(({ number }) => number).sort()).toEqual(Object.keys(ordersByNumber).sort());
		for (const { number, status, lines } of rows) {
			const [order] = shop.sandbox.control.orders({ number });
			expect([number, status, lines]).toEqual([
				number,
				order?.['orderStatus'],
				(order?.['orderItems'] as unknown[]).length,
			]);
		}
	});

	it('copies every shipment, once', async () => {
		const rows = await shop.northwind.rows<{ tracking: string }>(
			`SELECT tracking_number AS tracking FROM extensiv_shipments WHERE order_number LIKE 'BF-%' ORDER BY 1`,
		);
		expect(rows.map(({ tracking }) => tracking)).toEqual(Array.from({ length: PARCELS }, (_, at) => `1ZBF${at}`));
		const [{ count }] = (await shop.northwind.rows<{ count: number }>('SELECT count(*) FROM extensiv_shipments')) as [
			{ count: number },
		];
		expect(count).toBe(shop.sandbox.control.books().counts['shipments']);
	});

	it('reads no more than a portion at a time', () => {
		const orders = shop.sandbox.control.books().orders;
		expect(first.ran('Next portion of orders').runs).toBe(Math.ceil(orders / 10) + 1);
	});
});
