import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, DIRECT, SHOPIFY } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { numbered, shipments } from '../../support/shipments';
import { useStage } from '../../support/stage';

const LIST = { live: 'GET /v1/shipments', guide: 'GET /api/shipments' } as const;
const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString().replace(/\.\d+/, '');
const byNumber = {
	order: numbered('={{ $json.no }}'),
	...selected('orderNumber', 'status', 'lifecycle', 'shipments', 'parcels'),
};
const parcels = (json: IDataObject | undefined): unknown[] =>
	(json?.shipments as IDataObject[]).map(({ trackingNumber }) => trackingNumber).sort();

describe.each(NEWEST)('Get shipments by order, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		beforeEach(() => {
			stage.control.seed({
				orders: ['TWO', 'NONE'].map((orderNumber) => ({
					orderNumber,
					createdDate: daysAgo(30),
					salesChannelId: Number(DIRECT),
				})),
				shipments: [
					{ orderNumber: 'TWO', trackingNumber: 'P-1', created: daysAgo(29), shipDate: daysAgo(29) },
					{ orderNumber: 'TWO', trackingNumber: 'P-2', created: daysAgo(9), shipDate: daysAgo(40) },
				],
			});
		});

		it('gives each order with all its parcels, and one without parcels as well', async () => {
			const result = await shipments(stage, 'getByOrder', byNumber, {
				contract,
				items: [{ no: 'TWO' }, { no: 'NONE' }],
			});
			expect(result.pairs).toEqual([[0], [1]]);
			const [two, none] = jsons(result);
			expect(two).toMatchObject({ orderNumber: 'TWO', lifecycle: 'fulfilled' });
			expect(parcels(two)).toEqual(['P-1', 'P-2']);
			expect(none).toMatchObject({ orderNumber: 'NONE', lifecycle: 'pending', shipments: [] });
		});

		it('finds the order by ID too, and gives what the service has with Output on Raw', async () => {
			const result = await shipments(
				stage,
				'getByOrder',
				{ order: byId('={{ $json.id }}'), output: 'raw' },
				{ contract, items: [{ id: 77120045 }] },
			);
			const [json] = jsons(result);
			expect(json).toMatchObject({ orderNumber: 'NW-10045' });
			expect((json?.shipments as IDataObject[])[0]).toMatchObject(
				contract === 'live' ? { shipmentId: 6600127 } : { id: 6600127 },
			);
		});

		it('tells of an order that is not there, on its own item', async () => {
			const settings = { contract, items: [{ no: 'TW' }, { no: 'TWO' }], onError: 'continueErrorOutput' as const };
			const result = await shipments(stage, 'getByOrder', byNumber, settings);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)).toEqual([
				{
					no: 'TW',
					error: expect.stringMatching(/no order with the number TW\b/),
					message: expect.any(String),
					failure: 'notFound',
				},
			]);
			expect(stage.calls(LIST[contract])).toBeGreaterThan(0);
		});
	});

	describe('live contract', () => {
		it('says what is in each parcel', async () => {
			const [json] = jsons(await shipments(stage, 'getByOrder', byNumber, { items: [{ no: 'NW-10045' }] }));
			expect(json?.parcels).toEqual([
				{ trackingNumbers: ['1ZSAMPLE0000000001'], items: [{ sku: 'NW-MUG-BLU', quantity: 4 }] },
			]);
		});

		it('is an item for each shipped line, with its parcel; an order without parcels has one', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'OPEN', createdDate: daysAgo(1) }] });
			const result = await shipments(
				stage,
				'getByOrder',
				{ ...byNumber, output: 'simplified', oneItemPerShippedLine: true },
				{ items: [{ no: 'NW-10045' }, { no: 'OPEN' }] },
			);
			expect(jsons(result)).toMatchObject([
				{
					orderNumber: 'NW-10045',
					trackingNumber: '1ZSAMPLE0000000001',
					sku: 'NW-MUG-BLU',
					quantity: 4,
					shipmentId: expect.any(String),
				},
				{ orderNumber: 'OPEN', trackingNumber: null, sku: null, quantity: null },
			]);
			expect(result.pairs).toEqual([[0], [1]]);
		});

		it('searches the weeks since the oldest order once for all orders, and only for orders that existed by then', async () => {
			const { orderIds } = stage.control.seed({
				orders: [30, 5].map((days) => ({ orderNumber: `D-${days}`, createdDate: daysAgo(days) })),
			});
			await shipments(stage, 'getByOrder', byNumber, { items: [{ no: 'D-30' }, { no: 'D-5' }] });
			const asked = stage.queries('GET', '/v1/shipments').map((query) => query.getAll('orderId'));
			const [old, young] = orderIds.map(String);
			// Thirty days and one for clocks that differ are five weeks; the younger order came in the fourth.
			expect(asked).toEqual([[old], [old], [old], [old, young], [old, young]]);
		});

		it('finds a voided parcel, which the order itself no longer names', async () => {
			stage.control.seed({
				orders: [{ orderNumber: 'VOID', createdDate: daysAgo(3) }],
				shipments: [{ orderNumber: 'VOID', trackingNumber: 'V-1', created: daysAgo(2) }],
			});
			const [before] = jsons(await shipments(stage, 'getByOrder', byNumber, { items: [{ no: 'VOID' }] }));
			const [{ shipmentId } = {}] = before?.shipments as IDataObject[];
			await shipments(stage, 'void', { shipmentId });
			const [after] = jsons(await shipments(stage, 'getByOrder', byNumber, { items: [{ no: 'VOID' }] }));
			expect(after).toMatchObject({ parcels: [], shipments: [{ trackingNumber: 'V-1', deliveryStatus: 'VOIDED' }] });
		});

		it('finds a parcel recorded before the order was', async () => {
			stage.control.seed({
				orders: [{ orderNumber: 'LATE', createdDate: daysAgo(2) }],
				shipments: [{ orderNumber: 'LATE', trackingNumber: 'L-1', created: daysAgo(20) }],
			});
			const [json] = jsons(await shipments(stage, 'getByOrder', byNumber, { items: [{ no: 'LATE' }] }));
			expect(parcels(json)).toEqual(['L-1']);
		});

		it('makes do with what the order tells when asked to', async () => {
			const result = await shipments(
				stage,
				'getByOrder',
				{ ...byNumber, options: { ownOnly: true } },
				{ items: [{ no: 'NW-10045' }] },
			);
			expect(parcels(jsons(result)[0])).toEqual(['1ZSAMPLE0000000001']);
			expect(stage.calls('GET /v1/shipments')).toBe(0);
		});

		it('needs the channel only where a number is used in several', async () => {
			stage.control.seed({
				orders: [DIRECT, SHOPIFY].map((channel) => ({
					orderNumber: 'TWIN',
					salesChannelId: Number(channel),
					createdDate: daysAgo(1),
				})),
			});
			const items = [{ no: 'TWIN' }];
			const unclear = await shipments(stage, 'getByOrder', byNumber, { items });
			expect(unclear.error?.message).toMatch(/2 orders have the number TWIN/);
			const clear = await shipments(stage, 'getByOrder', { ...byNumber, salesChannel: byId(SHOPIFY) }, { items });
			expect(column(clear, 'orderNumber')).toEqual(['TWIN']);
		});
	});
});
