import { setStock } from '../../../erp/tryton/seed';
import { sell, someSales } from '../../../erp/tryton/sales';
import { sharedHost } from '../../sharedHost';
import type { Flow } from '../support/flow';
import { openTrytonShop, type TrytonShop } from '../support/trytonShop';

/** Tracking numbers of the parcels that the account sends: one for each order, two for the first. */
const trackingOf = (number: string, parcel = 1): string => `1Z-${number}-${parcel}`;

describe('Shipments of Extensiv to Tryton', () => {
	let shop: TrytonShop;
	let flow: Flow;
	let numbers: string[];

	const ship = (number: string, trackingNumber: string): void =>
		void shop.sandbox.control.seed({ shipments: [{ orderNumber: number, trackingNumber, carrier: 'UPS' }] });
	const shipmentsOf = async (number = ''): Promise<unknown> => (await shop.sales()).get(number)?.shipments;
	const results = async (step: string): Promise<Array<Record<string, unknown>>> => (await flow.run()).output(step);

	beforeAll(async () => {
		shop = await openTrytonShop((await sharedHost()).rest);
		const { admin } = shop.tryton;
		await setStock(admin, shop.seeded.storage, new Map([...shop.seeded.products.values()].map((id) => [id, 100])));
		numbers = await sell(admin, shop.seeded, someSales(shop.seeded, 5));
		await (await shop.flow('orders-in')).run();
		flow = await shop.flow('tracking-back');
	});
	afterAll(async () => await shop?.close());

	it('make the shipments done, each with its tracking numbers', async () => {
		const [first = '', second = ''] = numbers;
		ship(first, trackingOf(first));
		ship(first, trackingOf(first, 2));
		ship(second, trackingOf(second));
		const run = await flow.run();
		expect(run.output('Parcels that failed')).toEqual([]);
		expect(run.output('Parcels in the ERP').map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
		expect(await shipmentsOf(first)).toEqual([
			{ state: 'done', reference: `UPS ${trackingOf(first)}, UPS ${trackingOf(first, 2)}` },
		]);
		expect(await shipmentsOf(second)).toEqual([{ state: 'done', reference: `UPS ${trackingOf(second)}` }]);
		expect((await shop.sales()).get(first)?.state).toBe('done');
	});

	it('leave alone what has not been shipped', async () =>
		expect(await shipmentsOf(numbers[2])).toEqual([{ state: 'waiting', reference: null }]));

	it('change nothing when the flow runs again', async () => {
		const before = await shop.sales();
		const outcomes = (await results('Parcels in the ERP')).map(({ outcome }) => outcome);
		expect(outcomes).toEqual(['alreadyDone', 'alreadyDone', 'alreadyDone']);
		expect(await shop.sales()).toEqual(before);
	});

	it('add a parcel that was sent later, once', async () => {
		const [first = ''] = numbers;
		ship(first, trackingOf(first, 3));
		await flow.run();
		await flow.run();
		const reference = [1, 2, 3].map((parcel) => `UPS ${trackingOf(first, parcel)}`).join(', ');
		expect(await shipmentsOf(first)).toEqual([{ state: 'done', reference }]);
	});

	it('wait for stock that Tryton does not have, and say so', async () => {
		const { admin } = shop.tryton;
		const [, , third = ''] = numbers;
		const empty = new Map([...shop.seeded.products.values()].map((id) => [id, 0]));
		await setStock(admin, shop.seeded.storage, empty);
		ship(third, trackingOf(third));
		const [failed, ...others] = await results('Parcels that failed');
		expect(others).toEqual([]);
		expect(failed).toMatchObject({ orderNumber: third, trackingNumber: trackingOf(third) });
		expect(failed?.['reason']).toMatch(/not enough stock.*Correct the stock in Tryton, or set shipWithoutStock/);
		expect(await shipmentsOf(third)).toMatchObject([{ state: 'waiting' }]);
		expect(await shop.table.rows()).toMatchObject([
			{ key: `${third} ${trackingOf(third)}`, reason: failed?.['reason'] },
		]);

		await setStock(admin, shop.seeded.storage, new Map([...empty.keys()].map((id) => [id, 50])));
		expect(await results('Parcels that failed')).toEqual([]);
		expect(await shipmentsOf(third)).toEqual([{ state: 'done', reference: `UPS ${trackingOf(third)}` }]);
		expect(await shop.table.rows()).toEqual([]);
	});

	it('name orders that Tryton does not know, and ship the others', async () => {
		const [, , , fourth = ''] = numbers;
		shop.sandbox.control.seed({ orders: [{ orderNumber: 'SHOP-1', salesChannelId: 1900 }] });
		ship('SHOP-1', trackingOf('SHOP-1'));
		ship(fourth, trackingOf(fourth));
		const failed = await results('Parcels that failed');
		expect(failed).toMatchObject([{ orderNumber: 'SHOP-1', reason: expect.stringMatching(/no sale SHOP-1/) }]);
		expect(await shipmentsOf(fourth)).toMatchObject([{ state: 'done' }]);
	});

	it.each([
		['its address is wrong', { trytonUrl: 'http://127.0.0.1:9' }, /Find the sales: .*refused/],
		['its database is wrong', { database: 'none' }, /Tryton: Database .*none/],
	])('say that Tryton cannot be reached, if %s', async (_what, settings, words) => {
		const run = await (await shop.flow('tracking-back', { settings })).execute();
		expect(run.status).toBe('error');
		expect(run.error).toMatch(words);
	});
});
