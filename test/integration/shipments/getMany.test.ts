import { NEWEST } from '../../engine';
import { expectPages } from '../../support/pages';
import { byId, COLUMBUS, DIRECT, RENO, SHOPIFY } from '../../support/parameters';
import { column, failures, jsons, sortedColumn } from '../../support/results';
import { WHOLE_SHIPMENT } from '../../support/selected';
import { shipments } from '../../support/shipments';
import { type Stage, useStage } from '../../support/stage';

const FROM = '2026-01-01T00:00:00Z';
const UNTIL = '2026-04-01T00:00:00Z';
const quarter = { from: FROM, to: UNTIL, returnAll: true };
/** Rows enough that a week is more than a page. */
const MANY = 1000;

const list = (stage: Stage) => stage.queries('GET', '/v1/shipments');

/** The spans that were asked for, in their order, each once. */
const windows = (stage: Stage, [from, to] = ['shipmentFromDate', 'shipmentToDate']): string[][] =>
	[...new Set(list(stage).map((query) => `${query.get(from!)} ${query.get(to!)}`))].map((span) => span.split(' '));

describe.each(NEWEST)('Get many shipments, n8n line %s', (line) => {
	const stage = useStage(line);

	describe('live contract', () => {
		describe('over ninety days', () => {
			beforeEach(
				() => void stage.control.seed({ generateOrders: { count: MANY, status: 'SHIPPED', from: FROM, to: UNTIL } }),
			);

			it('asks for thirteen weeks, each joined to the one before, the last ending with the span', async () => {
				await shipments(stage, 'getAll', quarter);
				const asked = windows(stage);
				expect(asked).toHaveLength(13);
				expect(asked[0]).toEqual([FROM, '2026-01-08T00:00:00Z']);
				expect(asked.at(-1)).toEqual(['2026-03-26T00:00:00Z', UNTIL]);
				asked.slice(1).forEach(([from], at) => expect(from).toBe(asked[at]?.[1]));
			});

			it('reads each week to its end and gives every shipment once', async () => {
				const result = await shipments(stage, 'getAll', quarter);
				expect(result).toMatchObject({ status: 'success', errorItems: [] });
				expect(result.items).toHaveLength(MANY);
				expect(new Set(column(result, 'shipmentId')).size).toBe(MANY);
				// A week has about 78 shipments, and a page 50.
				expect(list(stage).filter((query) => query.get('page') === '2')).toHaveLength(13);
			});

			it('gives none twice while the list moves under it', async () => {
				stage.control.drift({ touchPerPage: 200 });
				const result = await shipments(stage, 'getAll', quarter);
				expect(result.status).toBe('success');
				expect(windows(stage)).toHaveLength(13);
				expect(new Set(column(result, 'shipmentId')).size).toBe(result.items.length);
				expect(result.items.length).toBeGreaterThan(MANY / 2);
			});

			it('stops at the limit without asking for more', async () => {
				const result = await shipments(stage, 'getAll', { from: FROM, to: UNTIL, limit: 5 });
				expect(result.items).toHaveLength(5);
				expect(windows(stage)).toHaveLength(1);
			});

			it('keeps what was read before trouble came', async () => {
				// Every call of the later weeks: a single one may be a page that was read ahead in vain.
				const at = Array.from({ length: 100 }, (_, index) => 15 + index);
				stage.control.faults([{ kind: '500', path: '/v1/shipments', at }]);
				const parameters = { ...quarter, options: { maxTries: 1 } };
				const result = await shipments(stage, 'getAll', parameters, { onError: 'continueErrorOutput' });
				expect(result.items.length).toBeGreaterThan(100);
				expect(failures(result)).toEqual([
					{
						error: expect.stringMatching(/500.*\d+ rows were read/),
						message: expect.any(String),
						failure: 'serviceDown',
					},
				]);
			});
		});

		describe('at the seams of the weeks', () => {
			const seams = [
				'2026-01-01T00:00:00Z',
				'2026-01-07T23:59:59Z',
				'2026-01-08T00:00:00Z',
				'2026-01-08T00:00:01Z',
				'2026-01-15T00:00:00Z',
			];

			beforeEach(() => {
				stage.control.seed({
					orders: seams.map((_, at) => ({ orderNumber: `S-${at}`, createdDate: '2025-12-01T00:00:00Z' })),
					shipments: seams.map((shipDate, at) => ({
						orderNumber: `S-${at}`,
						trackingNumber: `T-${at}`,
						shipDate,
						created: '2026-02-01T00:00:00Z',
					})),
				});
			});

			it('loses none and gives none twice', async () => {
				const result = await shipments(stage, 'getAll', { from: FROM, to: '2026-01-15T00:00:00Z', returnAll: true });
				expect(column(result, 'trackingNumber')).toEqual(['T-0', 'T-1', 'T-2', 'T-3', 'T-4']);
				expect(windows(stage)).toHaveLength(2);
			});

			it('reads by the date of recording where that is asked for', async () => {
				const by = (dateField: string) => ({ dateField, from: '2026-01-30', to: '2026-02-03', returnAll: true });
				await expect(shipments(stage, 'getAll', by('shipDate'))).resolves.toMatchObject({ items: [] });
				const recorded = await shipments(stage, 'getAll', by('created'), { timezone: 'UTC' });
				expect(recorded.items).toHaveLength(5);
				expect(windows(stage, ['shipmentCreatedFromDate', 'shipmentCreatedToDate']).at(-1)).toEqual([
					'2026-01-30T00:00:00Z',
					'2026-02-03T00:00:00Z',
				]);
			});
		});

		it('reads until now when no end is given', async () => {
			const begun = Math.floor(Date.now() / 1000) * 1000;
			await shipments(stage, 'getAll', { from: new Date(begun - 3 * 86_400_000).toISOString(), returnAll: true });
			const until = Date.parse(list(stage)[0]?.get('shipmentToDate') ?? '');
			expect(until).toBeGreaterThanOrEqual(begun);
			expect(until).toBeLessThanOrEqual(Date.now());
		});

		it('gives a shipment in business words, or as the service has it', async () => {
			const span = { from: '2025-03-01', to: '2025-03-07' };
			const [simple] = jsons(await shipments(stage, 'getAll', { ...span, ...WHOLE_SHIPMENT }));
			expect(simple).toEqual({
				shipmentId: '6600127',
				orderId: '77120045',
				orderNumber: 'NW-10045',
				type: 'FULFILLMENT',
				external: true,
				deliveryStatus: 'IN_TRANSIT',
				carrier: 'UPS',
				service: null,
				shippingServiceId: '31',
				shippingProviderId: '88',
				packageTypeId: '4',
				trackingNumber: '1ZSAMPLE0000000001',
				trackingUrls: [],
				shipDate: '2025-03-04T16:00:00Z',
				createdAt: '2025-03-04T16:20:11Z',
				estimatedArrival: '2025-03-07T23:00:00Z',
				receivedAt: null,
				warehouseId: expect.any(String),
				cost: 8.42,
				currency: 'USD',
				batchNumber: expect.any(String),
				labelUrls: [],
				insuranceTrackingNumber: null,
				transactionId: null,
				rmaId: null,
			});
			const [own] = jsons(await shipments(stage, 'getAll', { ...span, output: 'raw' }));
			expect(own).toMatchObject({
				shipmentId: 6600127,
				shipDate: '2025-03-04T16:00:00Z',
				carrierFee: { amount: 8.42, currency: 'USD' },
			});
		});

		describe('filters', () => {
			const span = { from: '2026-03-01', to: '2026-03-05', returnAll: true };

			beforeEach(() => {
				const orders = [
					{
						orderNumber: 'F-1',
						salesChannelId: Number(DIRECT),
						warehouseId: Number(RENO),
						shipName: 'Ann Able',
						shipCity: 'Reno',
						shipState: 'NV',
					},
					{
						orderNumber: 'F-10',
						salesChannelId: Number(SHOPIFY),
						warehouseId: Number(COLUMBUS),
						shipName: 'Bob Baker',
						shipCity: 'Albany',
					},
				];
				const parcels = [
					{ orderNumber: 'F-1', trackingNumber: 'ABC1' },
					{ orderNumber: 'F-10', trackingNumber: 'ABC12', carrier: 'FEDEX' },
				];
				stage.control.seed({
					orders,
					shipments: parcels.map((parcel) => ({ ...parcel, shipDate: '2026-03-02T10:00:00Z' })),
				});
			});

			it.each([
				['an order number, taken whole', { orderNumbers: 'F-1' }, ['F-1']],
				['several order numbers', { orderNumbers: 'F-1, F-10' }, ['F-1', 'F-10']],
				['a tracking number, taken whole', { trackingNumber: 'abc1' }, ['F-1']],
				['the warehouse', { warehouse: byId(COLUMBUS) }, ['F-10']],
				['the sales channel', { salesChannel: byId(SHOPIFY) }, ['F-10']],
				['the carrier by its code', { carrier: byId('FEDEX') }, ['F-10']],
				['the carrier by its name', { carrier: byId('FedEx') }, ['F-10']],
				['the delivery status', { deliveryStatus: 'DELIVERED' }, []],
				['the recipient', { recipient: 'Ann' }, ['F-1']],
				['the city', { city: 'Alb' }, ['F-10']],
				['the state', { state: 'NV' }, ['F-1']],
				['the country however it is written', { country: 'Germany' }, []],
				['the type', { type: 'RETURN' }, []],
				['the provider', { shippingProvider: byId(88) }, []],
			])('%s', async (_, filters, expected) => {
				const result = await shipments(stage, 'getAll', { ...span, filters });
				expect(result.status).toBe('success');
				expect(sortedColumn(result, 'orderNumber')).toEqual(expected);
			});
		});
	});

	describe('guide contract', () => {
		const guide = { contract: 'guide' as const };

		it('reads the whole span in pages of one list', async () => {
			stage.control.seed({ generateOrders: { count: 250, status: 'SHIPPED', from: FROM, to: UNTIL } });
			const result = await shipments(stage, 'getAll', quarter, guide);
			expect(result.items).toHaveLength(250);
			const asked = stage.queries('GET', '/api/shipments');
			expectPages(asked.length, 3);
			expect(asked.map((query) => query.get('page')).sort()).toEqual(asked.map((_, page) => `${page + 1}`));
			const spans = new Set(asked.map((query) => `${query.get('shipped_from')} ${query.get('shipped_to')}`));
			expect([...spans]).toEqual([`${FROM} ${UNTIL}`]);
		});

		it('gives the same fields as the live contract', async () => {
			const span = { from: '2025-03-01', to: '2025-03-07', ...WHOLE_SHIPMENT };
			const [live] = jsons(await shipments(stage, 'getAll', span));
			const [here] = jsons(await shipments(stage, 'getAll', span, guide));
			expect(Object.keys(here ?? {})).toEqual(Object.keys(live ?? {}));
			expect(here).toMatchObject({
				shipmentId: '6600127',
				orderNumber: 'NW-10045',
				carrier: 'UPS',
				trackingNumber: '1ZSAMPLE0000000001',
				shipDate: '2025-03-04T16:00:00Z',
			});
		});

		it('filters by order number, tracking number and carrier', async () => {
			const span = { from: '2025-03-01', to: '2025-03-07', returnAll: true };
			for (const filters of [
				{ orderNumbers: 'NW-10045, NW-10046' },
				{ trackingNumber: '1zsample0000000001' },
				{ carrier: byId('ups') },
			]) {
				expect(column(await shipments(stage, 'getAll', { ...span, filters }, guide), 'orderNumber')).toEqual([
					'NW-10045',
				]);
			}
			const none = await shipments(stage, 'getAll', { ...span, filters: { trackingNumber: '1ZSAMPLE' } }, guide);
			expect(none.items).toEqual([]);
		});

		it('refuses a filter that it has no place for, before anything is sent', async () => {
			const result = await shipments(stage, 'getAll', { ...quarter, filters: { warehouse: byId(RENO) } }, guide);
			expect(result.error?.message).toMatch(/Warehouse.*does not have this filter/);
			expect(stage.calls('GET /api/shipments')).toBe(0);
		});
	});

	describe.each(['live', 'guide'] as const)('%s contract', (contract) => {
		it('says what is wrong with a span, and reads the others', async () => {
			const items = [{ from: 'once' }, { from: '2025-03-09' }, { from: '2025-03-01' }];
			const parameters = { from: '={{ $json.from }}', to: '2025-03-07' };
			const result = await shipments(stage, 'getAll', parameters, { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[2]]);
			expect(failures(result).map(({ error }) => error)).toEqual([
				expect.stringMatching(/From.*once/),
				expect.stringMatching(/ends \(2025-03-07.*before it begins \(2025-03-09/),
			]);
		});
	});
});
