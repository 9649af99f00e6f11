import { sell, someSales } from '../../../erp/tryton/sales';
import { sharedHost } from '../../sharedHost';
import type { Flow } from '../support/flow';
import { inExtensiv, inTryton } from '../support/trytonBooks';
import { openTrytonShop, type TrytonShop } from '../support/trytonShop';

describe('Sales of Tryton to Extensiv', () => {
	let shop: TrytonShop;
	let flow: Flow;
	let numbers: string[];

	beforeAll(async () => {
		shop = await openTrytonShop((await sharedHost()).rest);
		flow = await shop.flow('orders-in');
		numbers = await sell(shop.tryton.admin, shop.seeded, someSales(shop.seeded, 9));
	});
	afterAll(async () => await shop?.close());

	it('become orders with the same lines, addresses and shipping costs', async () => {
		const run = await flow.run();
		expect(run.output('Refused orders')).toEqual([]);
		expect(run.output('Done').map(({ orderNumber }) => orderNumber)).toEqual(numbers);
		expect(inExtensiv(shop, numbers)).toEqual(await inTryton(shop, numbers));
	});

	it('are not created twice', async () => {
		const again = await flow.run();
		expect(again.output('Done').map(({ outcome }) => outcome)).toEqual(numbers.map(() => 'existing'));
		expect(shop.sandbox.control.books().doubled).toEqual([]);
	});

	it('arrive only when they are confirmed', async () => {
		const [known] = [...shop.seeded.products];
		const { party, address } = shop.seeded.customers[0] ?? {};
		const draft = { party, invoice_address: address, shipment_address: address };
		await shop.tryton.admin.create('sale.sale', { ...draft, currency: shop.seeded.currency, description: known?.[0] });
		const [next = ''] = await sell(shop.tryton.admin, shop.seeded, someSales(shop.seeded, 1));
		const run = await flow.run();
		expect(run.output('Done').filter(({ outcome }) => outcome === 'created')).toMatchObject([{ orderNumber: next }]);
	});
});
