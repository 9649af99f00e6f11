import type { OrderKey } from '../../../../nodes/shared/domain/order/order';
import { LIVE_CONTRACT } from '../../../../nodes/shared/api/live/contract';
import { LIFECYCLES, statusesOf } from '../../../../nodes/shared/domain/order/orderStatus';
import { usePlace } from '../../../support/place';
import { COLUMBUS, DIRECT, SHOPIFY, listed, numbers, placed, summary } from '../../../support/samples';

describe('getting orders (live)', () => {
	const place = usePlace();
	const get = (keys: OrderKey[]) => place.manager().orders.get(placed(keys));
	const found = async (keys: OrderKey[]) => summary(await get(keys), ({ orderNumber }) => orderNumber);
	const idOf = (number: string): string => String(place.order(number).orderId);

	it('by id, one', async () => {
		expect(await found([{ orderId: idOf('NW-10045') }])).toEqual(['NW-10045']);
	});

	it('by id, many in one call, some missing', async () => {
		const ids = ['NW-10045', 'NW-10047', 'NW-10046'].map(idOf);
		expect(await found([...ids, '5'].map((orderId) => ({ orderId })))).toEqual([
			'NW-10045',
			'NW-10047',
			'NW-10046',
			expect.stringContaining('no order with the ID 5'),
		]);
		expect(place.control.requests().total).toBe(1);
	});

	it.each([
		['blanks', (id: string) => ` ${id} `],
		["a spreadsheet's decimals", (id: string) => `${id}.0`],
		['leading zeros', (id: string) => `00${id}`],
	])('by an id with %s around it', async (_what, spoil) => {
		expect(await found([{ orderId: spoil(idOf('NW-10045')) }])).toEqual(['NW-10045']);
	});

	it('by number in a channel', async () => {
		expect(await found([{ orderNumber: 'NW-10046', salesChannelId: DIRECT }])).toEqual(['NW-10046']);
	});

	it('not in another channel', async () => {
		expect(await found([{ orderNumber: 'NW-10046', salesChannelId: SHOPIFY }])).toEqual([
			expect.stringContaining('no order with the number NW-10046'),
		]);
	});

	it('by number alone, when only one order has it', async () => {
		expect(await found([{ orderNumber: 'NW-10046' }])).toEqual(['NW-10046']);
	});

	it('does not guess when several have it', async () => {
		place.control.seed({ orders: [{ orderNumber: 'NW-10046', salesChannelId: Number(SHOPIFY) }] });
		expect(await found([{ orderNumber: 'NW-10046' }, { orderNumber: 'NW-10046', salesChannelId: DIRECT }])).toEqual([
			'InputProblem: orderNumber ambiguousOrder',
			'NW-10046',
		]);
	});

	it('is not misled by numbers that begin alike', async () => {
		place.control.seed({ orders: [{ orderNumber: '10010' }, { orderNumber: '10011' }] });
		expect(await found([{ orderNumber: '1001' }, { orderNumber: '10010' }])).toEqual([
			expect.stringContaining('no order'),
			'10010',
		]);
	});

	it('finds a short number among very many that begin with it', async () => {
		place.control.seed({ orders: [...numbers(520, 10_000), '1'].map((orderNumber) => ({ orderNumber })) });
		expect(await found([{ orderNumber: '1' }])).toEqual(['1']);
	});

	it('looks many long numbers up in few calls, none with an address too long', async () => {
		const many = numbers(300, 10_248).map((number) => `${'A-RATHER-LONG-ORDER-NUMBER-'.repeat(3)}${number}`);
		place.control.seed({ orders: many.map((orderNumber) => ({ orderNumber })) });
		expect(await found(many.map((orderNumber) => ({ orderNumber })))).toEqual(many);
		const { total, log } = place.control.requests();
		expect(total).toBeLessThanOrEqual(15);
		expect(Math.max(...log.map(({ query }) => query.length))).toBeLessThan(8_000);
	});

	it('gives what the service has under the names of the shop', async () => {
		const [order] = await get([{ orderNumber: 'NW-10045' }]);
		expect(order).toMatchObject({
			ok: true,
			value: {
				value: {
					orderId: idOf('NW-10045'),
					status: 'SHIPPED',
					lifecycle: 'fulfilled',
					createdAt: '2025-03-03T18:42:10Z',
					salesChannel: { id: DIRECT, name: 'Northwind Direct' },
					warehouse: { id: COLUMBUS, name: 'Columbus 3PL' },
					currency: 'USD',
					shipTo: { name: 'Jordan Sample', city: 'Albany', state: 'NY', country: 'US' },
					trackingNumbers: ['1ZSAMPLE0000000001'],
				},
				raw: { orderId: Number(idOf('NW-10045')), orderStatus: 'SHIPPED' },
			},
		});
	});
});

describe('listing orders (live)', () => {
	const place = usePlace();
	const list = async (filter: Parameters<ReturnType<typeof place.manager>['orders']['list']>[0]) =>
		(await listed(place.manager().orders.list(filter, {}))).map(({ orderNumber }) => orderNumber).sort();

	it.each(LIFECYCLES)('the service takes every status that “%s” stands for', async (lifecycle) => {
		const orders = await listed(
			place.manager().orders.list({ statuses: statusesOf(lifecycle, LIVE_CONTRACT.orderStatuses) }, {}),
		);
		expect(orders.every((order) => order.lifecycle === lifecycle)).toBe(true);
	});

	it('by status', async () => {
		expect(await list({ statuses: ['SHIPPED'] })).toEqual(['NW-10045']);
	});

	it('by numbers, taken exactly', async () => {
		place.control.seed({ orders: [{ orderNumber: '1001' }, { orderNumber: '10010' }] });
		expect(await list({ orderNumbers: ['1001', 'NW-10046', 'NW-1'] })).toEqual(['1001', 'NW-10046']);
	});

	it('by sales channel', async () => {
		place.control.seed({ orders: [{ orderNumber: 'S-1', salesChannelId: Number(SHOPIFY) }] });
		expect(await list({ salesChannelId: SHOPIFY })).toEqual(['S-1']);
	});

	it('by warehouse', async () => {
		place.control.seed({ orders: [{ orderNumber: 'W-1', warehouseId: 5103 }] });
		expect(await list({ warehouseId: '5103' })).toEqual(['W-1']);
	});

	it.each([
		[{ createdFrom: '2025-03-05T09:15:22Z', createdTo: '2025-03-05T09:59:00Z' }],
		[{ modifiedFrom: '2025-03-05T09:16:03Z', modifiedTo: '2025-03-05T09:59:00Z' }],
		[{ orderedFrom: '2025-03-05T09:12:00Z', orderedTo: '2025-03-05T09:50:00Z' }],
	])('by time: %j', async (filter) => {
		expect(await list(filter)).toEqual(['NW-10046']);
	});

	it('by the time of shipping', async () => {
		expect(await list({ shippedFrom: '2025-03-01T00:00:00Z', shippedTo: '2025-03-31T00:00:00Z' })).toEqual([
			'NW-10045',
		]);
	});
});
