import { bookedStock } from '../../../erp/tryton/books';
import { setStock } from '../../../erp/tryton/seed';
import { sell, someSales } from '../../../erp/tryton/sales';
import { SandboxClient } from '../../../sandbox/client';
import { sharedHost } from '../../sharedHost';
import { stockInExtensiv } from '../support/trytonBooks';
import { CHANNEL, openTrytonShop, type TrytonShop } from '../support/trytonShop';

/** The catalogue assumes one call in ten seconds, which is too slow for a test. */
const FAST = { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } };

describe('Tryton and Extensiv', () => {
	let shop: TrytonShop;

	const writes = (): string[] =>
		Object.keys(shop.sandbox.control.requests().byEndpoint).filter((endpoint) => !endpoint.startsWith('GET '));

	beforeAll(async () => void (shop = await openTrytonShop((await sharedHost()).rest)));
	beforeEach(() => shop.sandbox.control.clearRequests());
	afterAll(async () => await shop?.close());

	it('have the same stock after the flow of stock, and again after a count in Tryton', async () => {
		const { tryton, seeded } = shop;
		const flow = await shop.flow('stock-in', { settings: { dryRun: false }, parameters: FAST });
		expect((await flow.run()).output('Not set')).toEqual([]);
		expect(stockInExtensiv(shop)).toEqual(await bookedStock(tryton.admin, seeded.warehouse));

		const [first = 0, second = 0] = [...seeded.products.values()];
		await setStock(
			tryton.admin,
			seeded.storage,
			new Map([
				[first, 41],
				[second, 7],
			]),
		);
		await flow.run();
		const stock = await bookedStock(tryton.admin, seeded.warehouse);
		expect([...stock.values()]).toEqual(expect.arrayContaining([41, 7]));
		expect(stockInExtensiv(shop)).toEqual(stock);

		shop.sandbox.control.clearRequests();
		await flow.run();
		expect(writes()).toEqual([]);
	});

	it('have the same products after the flow of products: new ones and changed names', async () => {
		const { admin } = shop.tryton;
		const flow = await shop.flow('products-in');
		await flow.run();
		const [known] = await admin.read('product.template', [['code', '!=', null]], ['code']);
		const { unit } = shop.seeded;
		await admin.call('model.product.template.write', [known?.id], { name: 'Renamed' });
		const product = { name: 'New tea', code: 'NEW-1', default_uom: unit, sale_uom: unit, salable: true, type: 'goods' };
		await admin.create('product.template', {
			...product,
			list_price: { __class__: 'Decimal', decimal: '4.20' },
			products: [['create', [{}]]],
		});
		const run = await flow.run();
		expect(run.output('Figures of the run')).toMatchObject([{ new: 1, different: 1, refused: 0 }]);

		shop.sandbox.control.clearRequests();
		const again = await flow.run();
		expect(writes()).toEqual([]);
		expect(again.output('Products of Extensiv')).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ sku: known?.['code'], name: 'Renamed' }),
				expect.objectContaining({ sku: 'NEW-1', name: 'New tea', mapPrice: 4.2 }),
			]),
		);
	});

	it('agree on statuses: each change is noted at the sale, once', async () => {
		const { admin } = shop.tryton;
		const [kept = '', cancelled = ''] = await sell(admin, shop.seeded, someSales(shop.seeded, 2));
		await (await shop.flow('orders-in')).run();
		const notes = async (): Promise<unknown[]> => {
			const rows = await admin.read('ir.note', [], ['message', 'resource.rec_name']);
			return rows.map((row) => [(row['resource.'] as { rec_name: string }).rec_name, row['message']]);
		};
		const flow = await shop.flow('statuses-back', { settings: { cancelShipments: true } });
		await flow.run();
		expect(await notes()).toEqual([
			[kept, 'Extensiv: pending'],
			[cancelled, 'Extensiv: pending'],
		]);

		const query = `salesChannelId=${CHANNEL.salesChannelId}&orderNumber=${cancelled}&cancelReasonType=BUYER_CANCELLED`;
		await new SandboxClient(shop.sandbox).send('POST', `/v1/orders/cancel?${query}`);
		const run = await flow.run();
		expect(run.output('Not written')).toEqual([]);
		await flow.run();
		expect(await notes()).toEqual([
			[kept, 'Extensiv: pending'],
			[cancelled, 'Extensiv: pending'],
			[cancelled, 'Extensiv: cancelled'],
		]);
		const sales = await shop.sales();
		expect(sales.get(kept)?.shipments).toMatchObject([{ state: 'waiting' }]);
		expect(sales.get(cancelled)?.shipments).toMatchObject([{ state: 'cancelled' }]);
	});
});
