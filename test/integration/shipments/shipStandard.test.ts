import { NEWEST } from '../../engine';
import { byId, newOrder } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { numbered, seedOrders, shipments, trackingOf } from '../../support/shipments';
import { type Stage, useStage } from '../../support/stage';

const BUY = 'PUT /v1.1/shipment/standard';
const PATH = '/v1.1/shipment/standard';
const byNumber = { order: numbered('={{ $json.no }}') };

/** Open orders that have a ship method, as the provider needs. */
const createReady = async (stage: Stage, ...numbers: string[]): Promise<void> =>
	void (await stage.orders('create', newOrder({ additionalFields: { carrier: 'UPS', paymentDate: '2026-03-05' } }), {
		items: numbers.map((no) => ({ no })),
	}));

describe.each(NEWEST)('Ship with the connected provider, n8n line %s', (line) => {
	const stage = useStage(line);

	it('buys a label for each order and gives its tracking number', async () => {
		const result = await shipments(
			stage,
			'shipStandard',
			{ order: byId('={{ $json.id }}') },
			{ items: [{ id: 77120046 }] },
		);
		expect(jsons(result)).toEqual([
			{
				outcome: 'shipped',
				orderId: '77120046',
				orderNumber: 'NW-10046',
				shipmentId: expect.stringMatching(/^\d+$/),
				trackingNumbers: [expect.stringMatching(/^1ZSTD/)],
				labelUrls: [],
			},
		]);
		expect(stage.order('NW-10046')).toMatchObject({ orderStatus: 'SHIPPED', shipment: { external: false } });
	});

	it('buys none for an order that is shipped already, and says so', async () => {
		const result = await shipments(stage, 'shipStandard', byNumber, { items: [{ no: 'NW-10045' }] });
		expect(jsons(result)).toMatchObject([{ outcome: 'alreadyShipped', trackingNumbers: ['1ZSAMPLE0000000001'] }]);
		expect(stage.calls(BUY)).toBe(0);
	});

	it('tells why an order was not shipped, on its own item; the others go through', async () => {
		await createReady(stage, 'R-1');
		seedOrders(stage, 'NO-METHOD');
		const items = [{ no: 'NO-METHOD' }, { no: 'R-1' }, { no: 'NOT-THERE' }];
		const result = await shipments(stage, 'shipStandard', byNumber, { items, onError: 'continueErrorOutput' });
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result).map(({ error }) => error)).toEqual([
			expect.stringMatching(/NO-METHOD.*ship method/s),
			expect.stringMatching(/NOT-THERE/),
		]);
	});

	it('refuses an order that comes twice in one run', async () => {
		await createReady(stage, 'R-1');
		const result = await shipments(stage, 'shipStandard', byNumber, {
			items: [{ no: 'R-1' }, { no: 'R-1' }],
			onError: 'continueErrorOutput',
		});
		expect(column(result, 'outcome')).toEqual(['shipped']);
		expect(failures(result)[0]?.error).toMatch(/order R-1 twice/);
	});

	it('sends nothing a second time after a lost answer, and tells which orders are shipped', async () => {
		await createReady(stage, 'R-1', 'R-2');
		stage.control.faults([{ kind: 'lostAnswer', path: PATH }]);
		const result = await shipments(stage, 'shipStandard', byNumber, { items: [{ no: 'R-1' }, { no: 'R-2' }] });
		expect(column(result, 'outcome')).toEqual(['shipped', 'shipped']);
		expect(stage.calls(BUY)).toBe(1);
		for (const no of ['R-1', 'R-2']) expect(trackingOf(stage, no)).toHaveLength(1);
	});

	it('says that the effect is not known where the orders do not show one, and sends none of the later calls', async () => {
		const numbers = Array.from({ length: 25 }, (_, at) => `R-${at}`);
		await createReady(stage, ...numbers);
		stage.control.faults([{ kind: '500', path: PATH, at: [1] }]);
		const result = await shipments(stage, 'shipStandard', byNumber, {
			items: numbers.map((no) => ({ no })),
			onError: 'continueErrorOutput',
		});
		expect(result.items).toEqual([]);
		expect(stage.calls(BUY)).toBe(1);
		const errors = failures(result).map(({ error }) => String(error));
		expect(errors.filter((error) => /took effect is not known/.test(error))).toHaveLength(20);
		expect(errors.filter((error) => /Not sent/.test(error))).toHaveLength(5);
	});

	it('adds the orders to the print batch that is given', async () => {
		await createReady(stage, 'R-1');
		await shipments(
			stage,
			'shipStandard',
			{ ...byNumber, options: { batchNumber: '4411', discardFailed: true } },
			{ items: [{ no: 'R-1' }] },
		);
		expect(stage.order('R-1')).toMatchObject({ shipment: { batchNumber: 4411 } });
	});

	it('is not offered by the guide, even to an expression', async () => {
		const result = await shipments(stage, 'shipStandard', byNumber, { contract: 'guide', items: [{ no: 'NW-10046' }] });
		expect(result.error?.message).toMatch(/Ship Standard.*not part of the contract/);
	});
});
