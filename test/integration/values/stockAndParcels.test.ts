import type { IDataObject } from 'n8n-workflow';
import { CONTRACTS, tokenCredential } from '../../support/credentials';
import { byId, DIRECT, newLevel } from '../../support/parameters';
import { failures, sortedColumn } from '../../support/results';
import { useScriptedService } from '../../support/scriptedService';
import { newParcel, seedOrders, shipments, trackingOf } from '../../support/shipments';
import { useStage } from '../../support/stage';

const onError = 'continueErrorOutput' as const;
const COLUMBUS = 5102;

describe('Stock, products and parcels from files', () => {
	const stage = useStage('2');
	const service = useScriptedService();
	const errors = (result: Awaited<ReturnType<typeof stage.stock>>): unknown[] =>
		failures(result).map(({ error }) => error);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const stock = (...skus: string[]): void =>
			void stage.control.seed({ stock: skus.map((sku, at) => ({ sku, warehouseId: COLUMBUS, onHand: at + 1 })) });

		it.each([
			['1,200', 1200],
			['1,200.00', 1200],
			['1 200', 1200],
			[' 7.0 ', 7],
		])('stock of %s is %d', async (onHand, pieces) => {
			stock('MUG');
			await stage.stock('set', newLevel(), { contract, items: [{ sku: 'MUG', onHand }] });
			expect(stage.onHand('MUG', COLUMBUS)).toBe(pieces);
		});

		it('stock of 2,000 is what another row of the column shows', async () => {
			stock('MUG', 'POT');
			await stage.stock('set', newLevel(), {
				contract,
				items: [
					{ sku: 'MUG', onHand: '2,000' },
					{ sku: 'POT', onHand: '1,250' },
				],
			});
			expect([stage.onHand('MUG', COLUMBUS), stage.onHand('POT', COLUMBUS)]).toEqual([2000, 1250]);
		});

		it('stock of 2,000 alone can be two, and is refused', async () => {
			stock('MUG');
			const result = await stage.stock('set', newLevel(), {
				contract,
				onError,
				items: [{ sku: 'MUG', onHand: '2,000' }],
			});
			expect([errors(result), stage.onHand('MUG', COLUMBUS)]).toEqual([
				[expect.stringMatching(/On Hand.*2000 or 2/)],
				1,
			]);
		});

		it('one SKU in two spellings is set once; the second is refused', async () => {
			stock('MUG');
			const result = await stage.stock('set', newLevel(), {
				contract,
				onError,
				items: [
					{ sku: 'mug', onHand: 3 },
					{ sku: 'MUG', onHand: 4 },
				],
			});
			expect([errors(result), stage.onHand('MUG', COLUMBUS)]).toEqual([[expect.stringMatching(/twice/)], 3]);
		});

		it.each([
			['semicolons', 'A-1; A-10'],
			['line breaks', 'A-1\nA-10'],
			['quotes', '"A-1","A-10"'],
			['JSON', '["A-1","A-10"]'],
		])('SKUs of a filter are separated by %s', async (_, skus) => {
			stage.control.seed({ products: ['A-1', 'A-10', 'A-100'].map((sku) => ({ sku, name: sku })) });
			stock('A-1', 'A-10', 'A-100');
			const result = await stage.stock('getAll', { returnAll: true, filters: { skus } }, { contract, items: [{}] });
			expect(sortedColumn(result, 'sku')).toEqual(['A-1', 'A-10']);
		});

		it('a tracking number that lost its digits, is two numbers, or none is never told to the channel', async () => {
			const broken = [
				9400111899223817000000,
				'9.40011E+21',
				'N/A',
				'#N/A',
				'NULL',
				'',
				{ id: 7 },
				'1Z999AA10123456784, 1Z999AA10123456785',
				'1Z999AA10123456784 1Z999AA10123456785',
			];
			const numbers = broken.map((_, at) => `S-${at}`);
			seedOrders(stage, ...numbers);
			const items = broken.map((tracking, at) => ({ no: numbers[at], tracking }) as IDataObject);
			const result = await shipments(stage, 'createExternal', newParcel(), { contract, onError, items });
			expect(result.items).toEqual([]);
			for (const error of errors(result)) expect(error).toMatch(/Tracking Number/);
			expect(numbers.flatMap((no) => trackingOf(stage, no))).toEqual([]);
		});
	});

	it('a carrier with its service is refused in a sentence; the guide takes any name', async () => {
		seedOrders(stage, 'S-1');
		const parcel = newParcel({ carrier: byId('UPS Ground') });
		const result = await shipments(stage, 'createExternal', parcel, {
			onError,
			items: [{ no: 'S-1', tracking: '1Z1' }],
		});
		expect(errors(result)).toEqual([
			expect.stringMatching(
				/^Carrier: Order Manager does not know the carrier “UPS Ground”\. Did you mean UPS \(UPS\)\?$/,
			),
		]);
		expect(
			(await shipments(stage, 'createExternal', parcel, { contract: 'guide', items: [{ no: 'S-1', tracking: '1Z1' }] }))
				.status,
		).toBe('success');
	});

	it.each([
		[true, true],
		['true', true],
		['Y', true],
		['yes', true],
		['x', true],
		[1, true],
		['on', true],
		['N', false],
		['', false],
	])('Update Channel = %j is sent as %j', async (flag, updateChannel) => {
		service.script(
			{ body: { orderId: 77, orderNumber: 'S-1', orderStatus: 'AWAITING_SHIPMENT', shipments: [] } },
			{ body: [{ order: { orderId: 77 }, status: 'SHIPPED' }] },
		);
		const order = { __rl: true, mode: 'id', value: '77' };
		await shipments(stage, 'createExternal', newParcel({ order, updateChannel: '={{ $json.flag }}' }), {
			credentials: tokenCredential(service.url),
			items: [{ tracking: '1Z1', flag }],
		});
		expect(service.seen.find(({ method }) => method === 'PUT')?.body).toMatchObject({ updateChannel });
	});

	it('Update Channel = "perhaps" is refused', async () => {
		seedOrders(stage, 'S-1');
		const result = await shipments(stage, 'createExternal', newParcel({ updateChannel: '={{ $json.flag }}' }), {
			onError,
			items: [{ no: 'S-1', tracking: '1Z1', flag: 'perhaps' }],
		});
		expect([errors(result), trackingOf(stage, 'S-1')]).toEqual([
			[expect.stringMatching(/Update Channel.*neither yes nor no/)],
			[],
		]);
	});

	it('a UPC that lost its zero gets it back, with a hint', async () => {
		const columns = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };
		const items = [
			{ sku: 'CUP', name: 'Cup', brand: 'Northwind', UPC: 36000291452 },
			{ sku: 'CAN', name: 'Can', brand: 'Northwind', UPC: '36000291453' },
		];
		const result = await stage.run('extensivProducts', 'create', { columns }, { items });
		expect(result.hints).toEqual([
			expect.stringMatching(/36000291452 → 036000291452/),
			expect.stringMatching(/too short.*36000291453/),
		]);
		const found = await stage.run('extensivProducts', 'get', { product: { __rl: true, mode: 'sku', value: 'CUP' } });
		expect(found.items[0]?.json.upc).toBe('036000291452');
	});

	it.each(['0x10', '1e3', '12.5', 'ten'])('%s is no ID', async (id) => {
		const result = await stage.orders(
			'get',
			{ orderBy: 'id', orderId: id, salesChannel: byId(DIRECT) },
			{ onError, items: [{}] },
		);
		expect(errors(result)).toEqual([expect.stringMatching(/Order ID/)]);
		expect(stage.control.requests().total).toBe(0);
	});
});
