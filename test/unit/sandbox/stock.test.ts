import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../support/sandbox';
import { SandboxClient } from '../../sandbox/client';

interface Bulk {
	results: Array<Record<string, unknown>>;
	errors: Array<{ errorCode: string; index: number; fieldName: string; identifier: unknown }>;
}
interface StockRow {
	productStockId: number;
	quantity: number;
	stockLocation: { location: string; warehouseId: number };
	[key: string]: unknown;
}

describe('live stock', () => {
	let sandbox: Sandbox;
	let client: SandboxClient;

	beforeAll(async () => {
		sandbox = await startSandbox();
		client = new SandboxClient(sandbox);
	});
	beforeEach(() => void sandbox.control.reset());
	afterAll(() => sandbox.close());

	const stock = (query = ''): Promise<StockRow[]> => client.get<StockRow[]>(`/v1/inventory?${query}`);
	const onHand = (sku: string, warehouseId: number): number =>
		sandbox.control
			.books()
			.stock.filter((row) => row.sku === sku && row.warehouseId === warehouseId)
			.reduce((sum, row) => sum + row.onHand, 0);

	it('adjusts row by row: unknown product ERR053, no stock record ERR097, both with 1-based index', async () => {
		const response = await client.send<Bulk>('POST', '/v1.1/inventory/adjust', [
			{ masterSku: 'MUG-BLU-12', warehouseId: 5102, onHandQuantity: 91 },
			{ masterSku: 'NO-SUCH-SKU', warehouseId: 5102, onHandQuantity: 1 },
			{ masterSku: 'SHIRT-M', warehouseId: 5102, onHandQuantity: 1 },
			{ masterSku: 'MUG-BLU-12', warehouseId: 5101, onHandQuantity: 1 },
			{ masterSku: 'MUG-BLU-12', warehouseId: 5101, stockLocationName: 'A-04-2', onHandQuantity: 12 },
		]);
		expect(response.results).toEqual([
			{ masterSku: 'MUG-BLU-12', warehouseId: 5102, availableQuantity: 89, productStockId: 900452 },
			{ masterSku: 'MUG-BLU-12', warehouseId: 5101, availableQuantity: 10, productStockId: 900451 },
		]);
		expect(response.errors.map(({ errorCode, index }) => [errorCode, index])).toEqual([
			['ERR053', 2],
			['ERR097', 3],
			['SBX000', 4],
		]);
		expect(response.errors[0]!.identifier).toBe('NO-SUCH-SKU');
		expect(onHand('MUG-BLU-12', 5102)).toBe(91);
	});

	it('adds, removes no more than there is, and creates records', async () => {
		const place = { masterSku: 'POT-CMP-2L', warehouseId: 5102 };
		await client.send('POST', '/v1.1/inventory/add', [{ ...place, addQuantity: 5 }]);
		const removed = await client.send<Bulk>('POST', '/v1.1/inventory/remove', [
			{ ...place, removeQuantity: 2 },
			{ ...place, removeQuantity: 1000 },
		]);
		expect(removed.errors).toMatchObject([{ index: 2, fieldName: 'removeQuantity' }]);
		expect(onHand('POT-CMP-2L', 5102)).toBe(43);
		const record = {
			minStock: 0,
			pickable: true,
			receivable: true,
			quantity: 7,
			quantityLocked: 0,
			warehouseId: 5102,
			masterSku: 'SHIRT-M',
		};
		const created = await client.send<Bulk>('PUT', '/v1.1/inventory', [
			record,
			record,
			{ ...record, masterSku: 'SHIRT' },
		]);
		expect(created.results).toHaveLength(1);
		expect(created.errors.map(({ index }) => index)).toEqual([2, 3]);
		expect((await stock('sku=SHIRT-M&warehouseId=5102'))[0]).toMatchObject({
			quantity: 7,
			stockLocation: { location: 'GLOBAL' },
		});
	});

	it('lists by SKU prefix, warehouse and location, and totals per product', async () => {
		expect(await stock('sku=MUG')).toHaveLength(2);
		expect(await stock('sku=MUG&warehouseId=5102')).toHaveLength(1);
		expect(await stock('stockLocationName=B-01-1')).toHaveLength(1);
		const totals = await client.get<Array<Record<string, unknown>>>('/v1/productstocks/total?sku=MUG-BLU-12');
		expect(totals).toMatchObject([
			{ onHandQuantity: 215, lockedQuantity: 2, allocatedQuantity: 2, availableQuantity: 211 },
		]);
		expect(await client.get('/v1.1/productstocks/total?sku=MUG-BLU-12&warehouseId=5102')).toMatchObject([
			{ onHandQuantity: 75 },
		]);
	});

	describe('the feed of recent changes', () => {
		interface Feed {
			pagesRemaining: boolean;
			productAggregatedQuantities: Array<{ product: { masterSku: string }; availableQuantity: number }>;
		}
		const read = async (query = ''): Promise<Feed> =>
			(await client.send<Feed[]>('POST', `/v1.2/inventory/acknowledge?salesChannelId=1207&${query}`))[0]!;
		const skus = async (query = ''): Promise<string[]> =>
			(await read(query)).productAggregatedQuantities.map(({ product }) => product.masterSku);
		const addPot = async (): Promise<unknown> =>
			await client.send('POST', '/v1.1/inventory/add', [
				{ masterSku: 'POT-CMP-2L', warehouseId: 5102, addQuantity: 1 },
			]);

		it.each(['memory', 'dates'] as const)('comes page by page, for some types of channels: by %s', async (by) => {
			sandbox.control.stockFeed({ by });
			expect(await read('limit=2&page=1')).toMatchObject({ pagesRemaining: true });
			expect(await read('limit=2&page=2')).toMatchObject({ pagesRemaining: false, productAggregatedQuantities: [{}] });
			sandbox.control.clock({ now: '2025-09-01T00:00:00Z', frozen: true });
			await addPot();
			expect(await skus('fromDate=2025-09-01T00:00:00Z')).toEqual(['POT-CMP-2L']);
			expect((await client.call('POST', '/v1.2/inventory/acknowledge?salesChannelId=1210')).status).toBe(422);
		});

		it('remembers what it has shown, also where the dates hide it', async () => {
			expect(await skus()).toHaveLength(3);
			expect(await skus()).toEqual([]);
			await addPot();
			expect(await skus('toDate=2020-01-01T00:00:00Z')).toEqual([]);
			expect(await skus()).toEqual([]);
		});

		it('goes by the dates alone where it is set so', async () => {
			sandbox.control.stockFeed({ by: 'dates' });
			expect(await skus()).toHaveLength(3);
			expect(await skus()).toHaveLength(3);
		});

		it('may show a share of what is available', async () => {
			sandbox.control.stockFeed({ share: 50 });
			const pot = async (): Promise<unknown> =>
				(await read()).productAggregatedQuantities.find(({ product }) => product.masterSku === 'POT-CMP-2L')
					?.availableQuantity;
			const [total] = await client.get<Array<{ availableQuantity: number }>>('/v1/productstocks/total?sku=POT-CMP-2L');
			expect(await pot()).toBe(Math.floor(total!.availableQuantity / 2));
		});
	});

	it('moves stock between records and keeps a history', async () => {
		await client.send(
			'POST',
			'/v1/inventory/transfer?fromProductStockId=900451&toProductStockId=900452&quantity=10&notes=move',
		);
		expect([onHand('MUG-BLU-12', 5101), onHand('MUG-BLU-12', 5102)]).toEqual([130, 85]);
		const [edit] = await client.get<Array<Record<string, unknown>>>('/v1/inventory/history?productStockId=900452');
		expect(edit).toMatchObject({ masterSku: 'MUG-BLU-12', notes: 'move', editTypeDesc: 'Transferred in' });
		expect(
			(await client.call('POST', '/v1/inventory/transfer?fromProductStockId=900451&toProductStockId=900453&quantity=1'))
				.status,
		).toBe(422);
		expect((await client.call('GET', '/v1/inventory/history')).status).toBe(422);
	});

	it('edits flags and renames locations', async () => {
		await client.send('POST', '/v1.2/inventory', [
			{ masterSku: 'MUG-BLU-12', warehouseId: 5101, stockLocationName: 'A-04-2', pickable: false },
		]);
		const renamed = await client.send<Bulk>('POST', '/v1.1/inventory/updatestocklocation', [
			{ warehouseId: 5101, originalStockLocationName: 'A-04-2', newStockLocationName: 'A-05-1' },
			{ warehouseId: 5101, originalStockLocationName: 'X', newStockLocationName: 'Y' },
			{ warehouseId: 5102, originalStockLocationName: 'GLOBAL', newStockLocationName: 'Y' },
		]);
		expect(renamed.errors.map(({ index }) => index)).toEqual([2, 3]);
		expect((await stock('stockLocationName=A-05-1'))[0]).toMatchObject({ pickable: false, productStockId: 900451 });
	});

	it('sends stock transfers on their way and receives them', async () => {
		const saved = await client.call('PUT', '/v1/inventory/stocktransfers', {
			stockTransferOrderNumber: 'ST-9',
			fromWarehouseId: 5101,
			toWarehouseId: 5102,
			items: [
				{ masterSku: 'MUG-BLU-12', quantity: 10 },
				{ masterSku: 'NO-SUCH', quantity: 1 },
			],
		});
		expect(saved.status).toBe(201);
		const [transfer] = await client.get<
			Array<{ stockTransferOrderId: number; items: Array<{ stockTransferOrderItemId: number }> }>
		>('/v1/inventory/stocktransfers?stockTransferOrderNumber=ST-9');
		const path = `/v1/inventory/stocktransfers/${transfer!.stockTransferOrderId}`;
		expect((await client.call('POST', `${path}/shipment`)).status).toBe(200);
		expect(await client.get('/v1.1/productstocks/total?sku=MUG-BLU-12&warehouseId=5102')).toMatchObject([
			{ inTransitQuantity: 10 },
		]);
		await client.send('POST', `${path}/receive`, {
			stockTransferOrderItems: [
				{
					stockTransferOrderItemId: transfer!.items[0]!.stockTransferOrderItemId,
					acceptedQuantity: 8,
					rejectedQuantity: 2,
					updateInventory: true,
				},
			],
		});
		expect(await client.get(path)).toMatchObject({ status: 'DELIVERED', items: [{ status: 'RECEIVED' }] });
		expect([onHand('MUG-BLU-12', 5101), onHand('MUG-BLU-12', 5102)]).toEqual([130, 83]);
		expect((await client.call('POST', `${path}/shipment`)).status).toBe(422);
	});
});
