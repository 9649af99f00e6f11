import { callWith } from './support/calling';
import { type Fault, orderFaults, stockFaults } from './support/faults';
import type { Flow } from './support/flow';
import { MAIN, openShop, productsOf, type Shop } from './support/northwindShop';
import { reportOf } from './support/reporting';

/** The query of a company whose stock is in a table of its own. */
const STOCK = 'SELECT sku, warehouse, on_hand AS "onHand" FROM stock ORDER BY sku';
const ORDERS = '/v1.1/orders';
const REPLAY = 'Replay all now';

describe('20 things that are wrong in the ERP', () => {
	let shop: Shop;
	let orders: Flow;
	let stock: Flow;
	let ofOrders: Fault[];
	let ofStock: Fault[];
	const keys = (faults: readonly { key: string }[]): string[] => faults.map(({ key }) => key).sort();
	const booked = (number: string): number => shop.sandbox.control.books().ordersByNumber[number] ?? 0;

	beforeAll(async () => {
		shop = await openShop();
		const skus = (await productsOf(shop.northwind)).map(({ sku }) => sku);
		ofOrders = orderFaults(skus[0]!);
		ofStock = stockFaults(skus);
		shop.sandbox.control.seed({ warehouses: [{ warehouseId: 5901, name: 'Old Hall', active: false }] });
		await shop.northwind.run('CREATE TABLE stock (sku text, warehouse text, on_hand numeric);');
		for (const { plant } of [...ofOrders, ...ofStock]) await shop.northwind.run(plant);
		// Two good ones beside them.
		await shop.northwind.run(`${ofOrders[0]!.plant.replaceAll('90001', '90000').replace('Atlantis', 'Germany')}
			INSERT INTO stock VALUES ('${skus.at(-1)}', '${MAIN.name}', 3);`);
		orders = await shop.flow('postgres/orders-in.json', {
			settings: { ordersSince: '2026-03-01' },
			parameters: { 'Create orders in Extensiv': { options: { settleSeconds: 0, maxTries: 2, maxWaitSeconds: 5 } } },
		});
		stock = await shop.flow('postgres/stock-in.json', {
			settings: { dryRun: false },
			parameters: {
				'Read stock': { query: STOCK },
				'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } },
			},
		});
	});
	afterAll(async () => await shop?.close());

	it('are more than a handful', () => {
		expect(ofOrders.length + ofStock.length).toBeGreaterThanOrEqual(20);
	});

	it('are exactly what the table of failures names, each with its reason and what to do', async () => {
		await orders.run();
		await stock.run();
		const rows = await shop.table.rows();
		expect(keys(rows)).toEqual(keys([...ofOrders, ...ofStock]));
		for (const { key, reason } of [...ofOrders, ...ofStock])
			expect([key, rows.find((row) => row.key === key)?.reason]).toEqual([key, expect.stringMatching(reason)]);
		for (const { remedy } of rows) expect(remedy).toMatch(/\w{3,}.*\w{3,}/);
		expect(booked('90000')).toBe(1);
	});

	it('stay one row each, and wait, when the flows run again', async () => {
		const before = await shop.table.rows();
		shop.sandbox.control.clearRequests();
		await orders.run();
		await stock.run();
		const after = await shop.table.rows();
		expect(after.map(({ id, key }) => [id, key])).toEqual(before.map(({ id, key }) => [id, key]));
		const tries = after.filter(({ key }) => key.startsWith('9')).map((row) => row.tries);
		expect(new Set(tries)).toEqual(new Set([1]));
	});

	it('are tried again when their time has come, or by hand, and stay open while nothing is mended', async () => {
		const due = await shop.failures.run('Every 15 minutes');
		expect(due.output('What is due')).toEqual([]);
		await shop.failures.run(REPLAY);
		const rows = await shop.table.rows();
		expect(keys(rows)).toEqual(keys([...ofOrders, ...ofStock]));
		expect(rows.find(({ key }) => key === '90001')?.tries).toBe(2);
	});

	it('are closed once they are mended in the ERP or in the table, and nothing is there twice', async () => {
		for (const { key, mend } of [...ofOrders, ...ofStock]) {
			if (typeof mend === 'string') await shop.northwind.run(mend);
			else {
				const row = (await shop.table.rows()).find((one) => one.key === key)!;
				const lines = (JSON.parse(row.item) as object[]).map((line) => ({ ...line, ...mend }));
				await shop.table.edit(row.id, { item: JSON.stringify(lines) });
			}
		}
		// What was mended in the ERP, its next run takes; what was mended in the table, the replay.
		await orders.run();
		await shop.failures.run(REPLAY);
		expect(keys(await shop.table.rows())).toEqual([]);
		for (const { key } of ofOrders) expect([key, booked(key)]).toEqual([key, 1]);
		expect(shop.sandbox.control.books().doubled).toEqual([]);
	});

	it('do not come back, although the ERP still has wrong what was mended in the table', async () => {
		await orders.run();
		await stock.run();
		expect(await shop.table.rows()).toEqual([]);
		expect(shop.sandbox.control.books().doubled).toEqual([]);
	});

	it('are not closed by a copy of the flow for another account, although it has the same name and the same keys', async () => {
		const report = (workflowId: string, failed: string[], more: object = {}) => ({
			...reportOf('Stock', failed),
			workflowId,
			...more,
		});
		await callWith(shop.rest, shop.failures.id, [report('first', ['A', 'B'])]);
		await callWith(shop.rest, shop.failures.id, [report('copy', ['A'])]);
		await callWith(shop.rest, shop.failures.id, [report('copy', [], { others: 'closed' })]);
		const states = (await shop.table.every())
			.filter(({ flow }) => flow === 'Stock')
			.map(({ workflowId, key, state }) => [workflowId, key, state]);
		expect(states).toEqual([
			['first', 'A', 'open'],
			['first', 'B', 'open'],
			['copy', 'A', 'closed'],
		]);
		await callWith(shop.rest, shop.failures.id, [report('first', [], { others: 'closed' })]);
		expect(await shop.table.rows()).toEqual([]);
	});

	it('do not include an order whose answer was lost: it is found once the service can be asked again', async () => {
		await shop.northwind.run(ofOrders[0]!.plant.replaceAll('90001', '90020').replace('Atlantis', 'Germany'));
		const { control } = shop.sandbox;
		control.faults([
			{ kind: 'lostAnswer', method: 'PUT', path: '/v1/order' },
			// The first call looks for the number; those after it fail, so that nobody can tell whether the order is there.
			{ kind: '503', method: 'GET', path: ORDERS, at: Array.from({ length: 500 }, (_, at) => at + 2) },
		]);
		await orders.run();
		const [row] = await shop.table.rows();
		expect([row?.key, booked('90020')]).toEqual(['90020', 1]);
		control.faults([]);
		await shop.failures.run(REPLAY);
		expect(await shop.table.rows()).toEqual([]);
		expect(booked('90020')).toBe(1);
		expect(control.books().doubled).toEqual([]);
	});
});
