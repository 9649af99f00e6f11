import type { Flow } from '../support/flow';
import { ordersInErp, ordersInExtensiv } from '../support/northwindBooks';
import { CHANNEL, openShop, productsOf, type Shop } from '../support/northwindShop';

describe('Northwind in PostgreSQL, to Extensiv and back', () => {
	let shop: Shop;
	let numbers: string[];
	const flows = new Map<string, Flow>();
	const run = async (name: string) => await flows.get(name)!.run();
	const statusOf = (number: string): unknown => {
		const orders = shop.sandbox.control.orders({ number });
		expect(orders).toHaveLength(1);
		return orders[0]?.['orderStatus'];
	};
	const writes = (): string[] =>
		Object.keys(shop.sandbox.control.requests().byEndpoint).filter((endpoint) => !/^GET /.test(endpoint));
	/** Ships orders at Extensiv; gives the tracking numbers by order. */
	const ship = (many: readonly string[], parcel: number): Array<{ orderNumber: string; trackingNumber: string }> => {
		const shipments = many.map((orderNumber) => ({ orderNumber, trackingNumber: `1Z${orderNumber}P${parcel}` }));
		shop.sandbox.control.seed({ shipments });
		return shipments;
	};
	const parcelsInErp = async (): Promise<Array<{ orderNumber: string; trackingNumber: string }>> =>
		await shop.northwind.rows(
			'SELECT order_number AS "orderNumber", tracking_number AS "trackingNumber" FROM extensiv_parcels ORDER BY 1, 2',
		);

	beforeAll(async () => {
		shop = await openShop();
		// Shipped orders are history; here they wait.
		await shop.northwind.run('UPDATE orders SET shipped_date = NULL;');
		const found = await shop.northwind.rows<{ number: string }>(
			'SELECT order_id::text AS number FROM orders ORDER BY order_id',
		);
		numbers = found.map(({ number }) => number);
		for (const [name, file] of [
			['orders', 'orders-in'],
			['products', 'products-in'],
			['parcels', 'tracking-back'],
			['statuses', 'statuses-back'],
		] as const)
			flows.set(name, await shop.flow(`postgres/${file}.json`));
	});
	beforeEach(() => shop.sandbox.control.clearRequests());
	afterAll(async () => await shop?.close());

	it('brings every order over, line by line as the ERP has it', async () => {
		const result = await run('orders');
		const refused = new Set(result.output('Refused orders').map(({ orderNumber }) => String(orderNumber)));
		numbers = numbers.filter((number) => !refused.has(number));
		expect([...refused]).toEqual(
			(await shop.table.rows()).filter(({ reason }) => !/UNRESOLVED/.test(reason)).map(({ key }) => key),
		);
		const inErp = await ordersInErp(shop.northwind);
		expect(ordersInExtensiv(shop, numbers)).toEqual(
			Object.fromEntries(numbers.map((number) => [number, inErp[number]])),
		);
	});

	it('creates nothing when it runs again', async () => {
		await run('orders');
		expect(writes()).toEqual([]);
		expect(shop.sandbox.control.books().doubled).toEqual([]);
	});

	it('brings products over: new ones are created, changed ones are changed, others are left alone', async () => {
		const { sku } = (await productsOf(shop.northwind))[0]!;
		await shop.northwind
			.run(`INSERT INTO products (product_id, product_name, units_in_stock) VALUES ('NEW-1', 'New tea', 4);
			UPDATE products SET product_name = 'Renamed' WHERE product_id = '${sku}';`);
		const first = await run('products');
		expect(first.output('Figures of the run')).toMatchObject([{ new: 1, refused: 0 }]);
		shop.sandbox.control.clearRequests();
		const again = await run('products');
		expect(again.output('Figures of the run')).toMatchObject([{ new: 0, different: 0, refused: 0 }]);
		expect(writes()).toEqual([]);
		const names = again.output('Products of Extensiv');
		expect(names).toEqual(expect.arrayContaining([expect.objectContaining({ sku, name: 'Renamed' })]));
		expect(names).toEqual(expect.arrayContaining([expect.objectContaining({ sku: 'NEW-1', name: 'New tea' })]));
	});

	it('brings each parcel back once, several for an order, and the date on which it shipped', async () => {
		const shipped = numbers.slice(0, 5);
		const parcels = [...ship(shipped, 1), ...ship(shipped.slice(0, 2), 2)];
		await run('parcels');
		await run('parcels');
		const sorted = parcels.sort((one, other) => one.trackingNumber.localeCompare(other.trackingNumber));
		expect(await parcelsInErp()).toEqual(sorted);
		const open = await shop.northwind.rows<{ id: string }>(
			`SELECT order_id::text AS id FROM orders WHERE shipped_date IS NOT NULL ORDER BY order_id`,
		);
		expect(open.map(({ id }) => id)).toEqual(shipped);
	});

	it('brings the status of every order back, and again when it changes', async () => {
		await run('statuses');
		const inErp = async (): Promise<Record<string, string>> =>
			Object.fromEntries(
				(
					await shop.northwind.rows<{ number: string; status: string }>(
						'SELECT order_number AS number, status FROM extensiv_statuses',
					)
				).map(({ number, status }) => [number, status]),
			);
		const inExtensiv = (): Record<string, unknown> =>
			Object.fromEntries(numbers.map((number) => [number, statusOf(number)]));
		expect(await inErp()).toEqual(inExtensiv());
		ship(numbers.slice(5, 7), 1);
		const again = await run('statuses');
		expect(await inErp()).toEqual(inExtensiv());
		const written = again.output('Status in the ERP').filter(({ outcome }) => outcome === 'done');
		expect(written.map(({ orderNumber }) => orderNumber)).toEqual(numbers.slice(5, 7));
	});

	it('says which parcel and status has no order in the ERP', async () => {
		shop.sandbox.control.seed({ orders: [{ orderNumber: 'FOREIGN', salesChannelId: CHANNEL.salesChannelId }] });
		ship(['FOREIGN'], 1);
		await run('statuses');
		const result = await run('parcels');
		expect(result.output('Parcels that failed')).toMatchObject([
			{ orderNumber: 'FOREIGN', reason: expect.stringContaining('has no order FOREIGN') },
		]);
		expect((await shop.table.rows()).find(({ key }) => key === 'FOREIGN')).toMatchObject({
			reason: expect.stringContaining('has no order FOREIGN'),
		});
	});
});
