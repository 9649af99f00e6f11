import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, byNumber, DIRECT, SHOPIFY } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { WHOLE_ORDER } from '../../support/selected';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Get an order, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const parameters = { orderBy: 'id', orderId: '={{ $json.id }}', ...WHOLE_ORDER };

		it('finds it by its ID', async () => {
			const result = await stage.orders('get', parameters, { contract, items: [{ id: 77120046 }] });
			expect(jsons(result)).toMatchObject([
				{
					orderId: '77120046',
					orderNumber: 'NW-10046',
					lifecycle: 'pending',
					createdAt: '2025-03-05T09:15:22Z',
					updatedAt: '2025-03-05T09:16:03Z',
					currency: 'USD',
					shippingCost: 6.5,
					requestedShipping: 'Ground',
					shipTo: {
						name: 'Jordan Sample',
						street1: '12 Placeholder St',
						city: 'Albany',
						state: 'NY',
						postalCode: '12207',
						country: 'US',
					},
					lines: [
						{ quantity: 2, unitPrice: 14.5, tax: 1.16 },
						{ quantity: 1, unitPrice: 29, tax: 2.08 },
					],
				},
			]);
		});

		it('finds it by its whole number, not by a beginning of it', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'NW-100461' }, { orderNumber: 'NW-1004' }] });
			const items = [{ no: 'NW-10046' }, { no: 'NW-1004' }];
			const result = await stage.orders('get', byNumber(), { contract, items });
			expect(column(result, 'orderNumber')).toEqual(['NW-10046', 'NW-1004']);
		});

		it('says that there is none with the number, though others begin with it', async () => {
			const result = await stage.orders('get', byNumber(), { contract, items: [{ no: 'NW-1004' }] });
			expect(result.error?.message).toMatch(/no order with the number NW-1004/);
			expect(result.error?.description).toMatch(/Check the ID or number/);
		});

		it.each([['12345'], [12345]])('says that there is none with the ID %j', async (id) => {
			const result = await stage.orders('get', parameters, { contract, items: [{ id }] });
			expect(result.error?.message).toMatch(/no order with the ID 12345/);
		});

		it('answers in the order of the items, whichever are missing', async () => {
			const items = [{ no: 'NW-10047' }, { no: 'NW-404' }, { no: 'NW-10045' }, { no: 'NW-10047' }];
			const result = await stage.orders('get', byNumber(), { contract, items, onError: 'continueErrorOutput' });
			expect(column(result, 'orderNumber')).toEqual(['NW-10047', 'NW-10045', 'NW-10047']);
			expect(result.pairs).toEqual([[0], [2], [3]]);
			expect(failures(result)).toMatchObject([{ no: 'NW-404' }]);
		});

		it('does not guess when several orders have the number', async () => {
			stage.control.seed({
				orders: [
					{ orderNumber: 'TWICE', salesChannelId: 1207 },
					{ orderNumber: 'TWICE', salesChannelId: 1210 },
				],
			});
			const result = await stage.orders('get', byNumber(), { contract, items: [{ no: 'TWICE' }] });
			expect(result.error?.message).toMatch(/2 orders have the number TWICE/);
			expect(result.error?.description).toMatch(/order ID/);
		});

		it("gives the service's own object with Output on Raw", async () => {
			const result = await stage.orders(
				'get',
				{ ...parameters, output: 'raw' },
				{ contract, items: [{ id: '77120046' }] },
			);
			const own = {
				live: stage.order('NW-10046'),
				guide: { id: 77120046, order_number: 'NW-10046', status: 'pending', tax_total: 3.24 },
			};
			expect(jsons(result)).toMatchObject([own[contract]]);
		});
	});

	it('knows parcels, channel and warehouse of a live order', async () => {
		const result = await stage.orders('get', byNumber(WHOLE_ORDER), { items: [{ no: 'NW-10045' }] });
		expect(jsons(result)).toMatchObject([
			{
				status: 'SHIPPED',
				lifecycle: 'fulfilled',
				shipDate: '2025-03-04T16:00:00Z',
				trackingNumbers: ['1ZSAMPLE0000000001'],
				salesChannel: { id: '1207', name: 'Northwind Direct' },
				warehouse: { id: '5102', name: 'Columbus 3PL' },
				total: 68.9,
			},
		]);
	});

	it('tells orders with one number apart by the sales channel', async () => {
		stage.control.seed({
			orders: [
				{ orderNumber: 'TWICE', salesChannelId: 1207 },
				{ orderNumber: 'TWICE', salesChannelId: 1210 },
			],
		});
		const items = [
			{ no: 'TWICE', channel: SHOPIFY },
			{ no: 'TWICE', channel: DIRECT },
		];
		const result = await stage.orders('get', byNumber({ salesChannel: byId('={{ $json.channel }}'), ...WHOLE_ORDER }), {
			items,
		});
		expect(jsons(result)).toMatchObject([{ salesChannel: { id: SHOPIFY } }, { salesChannel: { id: DIRECT } }]);
	});

	it('asks once for many numbers', async () => {
		stage.control.seed({ generateOrders: { count: 80 } });
		const items = Array.from({ length: 80 }, (_, at) => ({ no: `SBX-${String(at + 4).padStart(7, '0')}` }));
		const result = await stage.orders('get', byNumber(), { items });
		expect(column(result, 'orderNumber')).toEqual(items.map(({ no }) => no));
		expect(stage.control.requests().total).toBe(1);
	});
});
