import { NEWEST } from '../../engine';
import { CONTRACTS, credentialFor } from '../../support/credentials';
import { byId, SHOPIFY } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { newParcel, seedOrders, shipments, trackingOf } from '../../support/shipments';
import { selected } from '../../support/selected';
import { useStage } from '../../support/stage';

const SEND = { live: 'PUT /v1.1/shipment/external', guide: 'POST /api/shipments' } as const;
const PATH = { live: '/v1.1/shipment/external', guide: '/api/shipments' } as const;

describe.each(NEWEST)('Create an external shipment, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('registers each parcel with its order, which is shipped then', async () => {
			seedOrders(stage, 'A', 'B');
			const result = await shipments(stage, 'createExternal', newParcel(), {
				contract,
				items: [
					{ no: 'A', tracking: 'T-A' },
					{ no: 'B', tracking: 'T-B' },
				],
			});
			expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]], hints: [] });
			expect(result.items[0]?.json).toEqual({
				outcome: 'registered',
				shipmentId: expect.stringMatching(/^\d+$/),
				orderId: expect.stringMatching(/^\d+$/),
				orderNumber: 'A',
				carrier: 'UPS',
				trackingNumber: 'T-A',
				status: contract === 'live' ? 'SHIPPED' : null,
			});
			expect(stage.order('B')).toMatchObject({
				orderStatus: 'SHIPPED',
				shipment: { trackingNumber: 'T-B', external: true, shipMethod: { shippingCarrier: 'UPS' } },
			});
		});

		it('takes carrier names, ids of orders and dates as the ERP writes them', async () => {
			const parameters = newParcel({
				order: byId('={{ $json.id }}'),
				carrier: byId('FedEx'),
				additionalFields: { shipDate: '2026-03-02 10:00:00' },
			});
			const result = await shipments(stage, 'createExternal', parameters, {
				contract,
				items: [{ id: 77120046, tracking: 'T-1' }],
				timezone: 'UTC',
			});
			expect(column(result, 'orderNumber')).toEqual(['NW-10046']);
			const carrier = contract === 'live' ? 'FEDEX' : 'FedEx';
			expect(stage.order('NW-10046')).toMatchObject({
				shipment: { shipDate: '2026-03-02T10:00:00Z', shipMethod: { shippingCarrier: carrier } },
			});
		});

		it('does not register a parcel a second time when it runs again', async () => {
			seedOrders(stage, 'A');
			const settings = { contract, items: [{ no: 'A', tracking: 'T-A' }] };
			await shipments(stage, 'createExternal', newParcel(), settings);
			const again = await shipments(stage, 'createExternal', newParcel({ trackingNumber: 't-a' }), settings);
			expect(column(again, 'outcome')).toEqual(['existing']);
			expect(column(again, 'shipmentId')).toEqual([expect.stringMatching(/^\d+$/)]);
			expect(trackingOf(stage, 'A')).toEqual(['T-A']);
			expect(stage.calls(SEND[contract])).toBe(1);
		});

		it('does not register a parcel a second time after a lost answer', async () => {
			seedOrders(stage, 'A', 'B', 'C');
			stage.control.faults([
				{ kind: 'lostAnswer', method: SEND[contract].split(' ')[0], path: PATH[contract], times: 2 },
			]);
			const items = ['A', 'B', 'C'].map((no) => ({ no, tracking: `T-${no}` }));
			const result = await shipments(stage, 'createExternal', newParcel(), { contract, items });
			expect(column(result, 'outcome')).toEqual(['registered', 'registered', 'registered']);
			for (const no of ['A', 'B', 'C']) expect(trackingOf(stage, no)).toEqual([`T-${no}`]);
		});

		it('sends again what a lost call did not do', async () => {
			seedOrders(stage, 'A');
			stage.control.faults([{ kind: 'reset', method: SEND[contract].split(' ')[0], path: PATH[contract], times: 1 }]);
			const result = await shipments(stage, 'createExternal', newParcel(), {
				contract,
				items: [{ no: 'A', tracking: 'T-A' }],
			});
			expect(column(result, 'outcome')).toEqual(['registered']);
			expect(trackingOf(stage, 'A')).toEqual(['T-A']);
		});

		it('refuses the same parcel twice in one run, on its own item', async () => {
			seedOrders(stage, 'A');
			const items = [
				{ no: 'A', tracking: 'T-A' },
				{ no: 'A', tracking: 't-a ' },
			];
			const result = await shipments(stage, 'createExternal', newParcel(), {
				contract,
				items,
				onError: 'continueErrorOutput',
			});
			expect(result.pairs).toEqual([[0]]);
			expect(failures(result)[0]?.error).toMatch(/t-a of order A twice/i);
			expect(trackingOf(stage, 'A')).toEqual(['T-A']);
		});

		it('tells why a parcel was refused, on its own item; the others go through', async () => {
			seedOrders(stage, 'A', 'B');
			stage.control.seed({ orders: [{ orderNumber: 'GONE', status: 'CANCELLED' }] });
			const items = ['A', 'GONE', 'NOT-THERE', 'B'].map((no) => ({ no, tracking: `T-${no}` }));
			const result = await shipments(stage, 'createExternal', newParcel(), {
				contract,
				items,
				onError: 'continueErrorOutput',
			});
			expect(result.pairs).toEqual([[0], [3]]);
			expect(failures(result).map(({ error }) => error)).toEqual([
				expect.stringMatching(/GONE.*(CANCELLED|cancelled)/s),
				expect.stringMatching(/NOT-THERE/),
			]);
			const stopped = await shipments(stage, 'createExternal', newParcel(), { contract, items: items.slice(1, 2) });
			expect(stopped).toMatchObject({ status: 'error', error: { message: expect.stringMatching(/GONE/) } });
		});

		it('wants a carrier and a tracking number before anything is sent', async () => {
			const result = await shipments(stage, 'createExternal', newParcel(), {
				contract,
				items: [{ no: 'NW-10046', tracking: '' }],
			});
			expect(result.error?.message).toMatch(/Tracking Number/);
			expect(stage.calls(SEND[contract])).toBe(0);
		});

		it('changes nothing with a read-only credential', async () => {
			const credentials = credentialFor(contract, stage.url, { readOnly: true });
			const result = await shipments(stage, 'createExternal', newParcel(), {
				credentials,
				items: [{ no: 'NW-10046', tracking: 'T' }],
			});
			expect(result.error?.message).toMatch(/read-only/i);
			expect(stage.calls(SEND[contract])).toBe(0);
		});
	});

	describe('live contract', () => {
		it('sends fifty parcels a call, and the switches with them', async () => {
			const numbers = Array.from({ length: 120 }, (_, at) => `N-${at}`);
			seedOrders(stage, ...numbers);
			const items = numbers.map((no, at) => ({ no, tracking: `T-${at}`, notify: at % 2 === 0 }));
			const result = await shipments(stage, 'createExternal', newParcel({ notifyCustomer: '={{ $json.notify }}' }), {
				items,
			});
			expect(column(result, 'outcome')).toEqual(numbers.map(() => 'registered'));
			expect(column(result, 'orderNumber')).toEqual(numbers);
			expect(stage.calls(SEND.live)).toBe(4);
		});

		it('registers several parcels of one order, each once', async () => {
			seedOrders(stage, 'MANY');
			const items = ['T-1', 'T-2', 'T-3'].map((tracking) => ({ no: 'MANY', tracking }));
			const result = await shipments(stage, 'createExternal', newParcel(), { items });
			expect(column(result, 'trackingNumber')).toEqual(['T-1', 'T-2', 'T-3']);
			expect(new Set(column(result, 'shipmentId')).size).toBe(3);
			expect(trackingOf(stage, 'MANY')).toEqual(['T-1', 'T-2', 'T-3']);
		});

		it('sends everything that was given', async () => {
			seedOrders(stage, 'FULL');
			const additionalFields = {
				shippingService: byId(31),
				packageType: byId(4),
				cost: 9.1,
				deliveryStatus: 'DELIVERED',
				estimatedArrival: '2026-03-05T00:00:00Z',
				receivedAt: '2026-03-04T00:00:00Z',
				insuranceTrackingNumber: 'I-1',
				transactionId: 'X-1',
			};
			await shipments(stage, 'createExternal', newParcel({ additionalFields }), {
				items: [{ no: 'FULL', tracking: 'T' }],
			});
			expect(stage.order('FULL').shipment).toMatchObject({
				shipMethod: { shippingCarrier: 'UPS', shippingServiceId: 31, packageTypeId: 4 },
				carrierFee: { amount: 9.1, currency: 'USD' },
				deliveryStatus: 'DELIVERED',
				estimatedArrival: '2026-03-05T00:00:00Z',
				received: '2026-03-04T00:00:00Z',
				insuranceTrackingNumber: 'I-1',
				transactionId: 'X-1',
			});
		});

		it('lets a carrier that the service does not know fail alone', async () => {
			seedOrders(stage, 'A', 'B', 'C');
			const items = ['A', 'B', 'C'].map((no) => ({ no, tracking: no, carrier: no === 'B' ? 'PIGEON_POST' : 'UPS' }));
			const result = await shipments(stage, 'createExternal', newParcel({ carrier: byId('={{ $json.carrier }}') }), {
				items,
				onError: 'continueErrorOutput',
			});
			expect(result.pairs).toEqual([[0], [2]]);
			expect(failures(result)[0]?.error).toMatch(/shippingCarrier/);
			expect(stage.control.takeBreaches()).toContainEqual(expect.stringMatching(/shippingCarrier: Invalid option/));
		});

		it('finds an order by number in the channel given', async () => {
			stage.control.seed({
				orders: [1207, 1210].map((salesChannelId) => ({
					orderNumber: 'TWIN',
					salesChannelId,
					items: [{ sku: 'MUG' }],
				})),
			});
			const result = await shipments(stage, 'createExternal', newParcel({ salesChannel: byId(SHOPIFY) }), {
				items: [{ no: 'TWIN', tracking: 'T' }],
			});
			expect(column(result, 'outcome')).toEqual(['registered']);
			expect(stage.control.orders({ number: 'TWIN' }).map(({ orderStatus }) => orderStatus)).toEqual([
				expect.not.stringMatching('SHIPPED'),
				'SHIPPED',
			]);
		});

		it("gives the service's own row when Simplify is off", async () => {
			seedOrders(stage, 'A');
			const [json] = jsons(
				await shipments(stage, 'createExternal', newParcel({ simplify: false }), {
					items: [{ no: 'A', tracking: 'T' }],
				}),
			);
			expect(json).toMatchObject({ status: 'SHIPPED', order: { orderNumber: 'A' }, shipment: { trackingNumber: 'T' } });
		});
	});

	it('guide contract: sends the service by name and hints at what it has no place for', async () => {
		const additionalFields = { serviceName: 'Ground', cost: 9.1, packageType: byId(4) };
		const result = await shipments(stage, 'createExternal', newParcel({ additionalFields }), {
			contract: 'guide',
			items: [{ no: 'NW-10046', tracking: 'T' }],
		});
		expect(jsons(result)[0]).toMatchObject({ outcome: 'registered', notSent: ['packageTypeId', 'cost'] });
		expect(result.hints).toEqual([expect.stringMatching(/packageTypeId, cost/)]);
		const [read] = jsons(
			await shipments(stage, 'getByOrder', { order: byId(77120046), ...selected('shipments') }, { contract: 'guide' }),
		);
		expect(read?.shipments).toMatchObject([{ service: 'Ground', trackingNumber: 'T' }]);
	});
});
