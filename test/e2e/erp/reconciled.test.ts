import { sell, someSales } from '../../erp/tryton/sales';
import type { Sandbox } from '../../sandbox';
import { sharedHost } from '../sharedHost';
import { AGREED, only, verdict } from './support/agreement';
import type { Flow } from './support/flow';
import { MAIN, openShop, type Shop } from './support/northwindShop';
import { openTrytonShop, type TrytonShop, WAREHOUSE } from './support/trytonShop';

/** The catalogue assumes one call in ten seconds, which is too slow for a test. */
const FAST = { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } };

/** Takes one piece of a product out of Extensiv's stock, behind the ERP's back. */
const takeOne = (sandbox: Sandbox): void => {
	const [level] = sandbox.control
		.books()
		.stock.filter(({ onHand, warehouseId }) => warehouseId === MAIN.warehouseId && onHand > 1);
	if (!level) throw new Error('No product has stock');
	const { sku, warehouseId, onHand } = level;
	sandbox.control.seed({ stock: [{ sku, warehouseId, onHand: onHand - 1 }] });
};

describe('Northwind in PostgreSQL and Extensiv', () => {
	let shop: Shop;
	let reconciliation: Flow;
	beforeAll(async () => {
		shop = await openShop();
		const orders = await shop.flow('postgres/orders-in.json');
		const refused = (await orders.run()).output('Refused orders').map(({ orderNumber }) => Number(orderNumber));
		// Orders that cannot be sent as they are are mended in the ERP.
		for (const number of refused)
			await shop.northwind.run(`UPDATE orders SET ship_country = 'Germany' WHERE order_id = ${number};`);
		if (refused.length > 0) await orders.run();
		await (await shop.flow('postgres/stock-in.json', { settings: { dryRun: false }, parameters: FAST })).run();
		reconciliation = await shop.flow('postgres/reconciliation.json', only(MAIN));
	});
	afterAll(async () => await shop?.close());

	it('agree in full after the flows of orders and stock', async () => {
		expect(await verdict(reconciliation)).toEqual(AGREED);
	});

	it('do not agree any more when one piece is missing', async () => {
		takeOne(shop.sandbox);
		expect(await verdict(reconciliation)).toEqual([
			['orders', 100, []],
			['stock', expect.any(Number), ['different']],
		]);
	});
});

describe('Tryton and Extensiv', () => {
	let shop: TrytonShop;
	let reconciliation: Flow;
	beforeAll(async () => {
		shop = await openTrytonShop((await sharedHost()).rest);
		await sell(shop.tryton.admin, shop.seeded, someSales(shop.seeded, 9));
		await (await shop.flow('orders-in')).run();
		await (await shop.flow('stock-in', { settings: { dryRun: false }, parameters: FAST })).run();
		reconciliation = await shop.flow('reconciliation', only(WAREHOUSE));
	});
	afterAll(async () => await shop?.close());

	it('agree in full after the flows of orders and stock', async () => {
		expect(await verdict(reconciliation)).toEqual(AGREED);
	});

	it('do not agree any more when an order never arrived', async () => {
		await sell(shop.tryton.admin, shop.seeded, someSales(shop.seeded, 1));
		expect(await verdict(reconciliation)).toEqual([
			['orders', 90, ['neverArrived']],
			['stock', 100, []],
		]);
	});
});
