import type { OrderManagerApi } from '../../../nodes/shared/api/ports';
import type { ListOptions } from '../../../nodes/shared/api/ports/types';
import type { UnreadableRecord } from '../../../nodes/shared/api/ports/unreadable';
import { orderManager } from '../../support/apiClient';
import { COLUMBUS, errorAt, factsOf, placed } from '../../support/samples';
import { useScriptedService } from '../../support/scriptedService';
import { type List, LISTS, type Row, UNSAFE } from './oddLists';

describe('a record that cannot be read', () => {
	const service = useScriptedService();
	const manager = (contract: 'live' | 'guide' = 'live'): OrderManagerApi => orderManager(contract, service.url);

	async function readAll({ contract, read }: List, options: ListOptions = {}): Promise<unknown[]> {
		const raws: unknown[] = [];
		for await (const page of read(manager(contract), options)) raws.push(...page.map(({ raw }) => raw));
		return raws;
	}

	describe.each(Object.entries(LISTS))('in a list of %s', (_, list) => {
		const { good, odd, named, kind = 'unreadableRecord', wrap = (rows) => rows, unpaged } = list;
		const rows = (from: number, to: number): Row[] => Array.from({ length: to - from }, (__, at) => good(from + at));
		const responses = (...pages: unknown[][]): void =>
			service.script(...[...pages, ...(unpaged ? [] : [[]])].map((page) => ({ body: wrap(page) })));

		it('is handed over with its name, and the others come out', async () => {
			responses([good(1), odd(good(2)), good(3)]);
			const unreadable: UnreadableRecord[] = [];
			const read = await readAll(list, { unreadable: (record) => unreadable.push(record) });
			expect(read).toHaveLength(2);
			expect(unreadable.map(({ message }) => message)).toEqual([expect.stringMatching(named)]);
			expect(unreadable[0]?.raw).toEqual(odd(good(2)));
		});

		it('is the error of the list where nobody takes it: what is not read may be what is looked for', async () => {
			responses([good(1), odd(good(2)), good(3)]);
			expect(await factsOf(readAll(list))).toMatchObject({
				kind,
				message: expect.stringMatching(named),
			});
		});

		if (unpaged) return;

		it('counts as a row, so that a full page is not taken for the last one', async () => {
			const size = 500;
			responses([...rows(0, 2), odd(good(2)), ...rows(3, size)], rows(size, size + 3));
			const read = await readAll(list, { pageSize: size, unreadable: () => undefined });
			expect(service.seen.length).toBeGreaterThan(1);
			expect(read).toHaveLength(size + 2);
		});
	});

	it('takes the sum of its SKU with it, and all sums where its SKU is not known (guide)', async () => {
		const level = (sku: unknown, on_hand: unknown, warehouse_id = 1) => ({ sku, warehouse_id, on_hand });
		const list = LISTS['stock levels by SKU (guide)']!;
		service.script({ body: [level('A', 1), level('B', 1), level('A', 'x', 2)] });
		expect(await readAll(list, { unreadable: () => undefined })).toEqual([{ sku: 'B', warehouses: [level('B', 1)] }]);
		service.script({ body: [level('A', 1), level(null, 1)] });
		expect(await factsOf(readAll(list, { unreadable: () => undefined }))).toMatchObject({
			kind: 'unreadableRecord',
		});
	});

	it('is the error of its product or order where it is a custom field', async () => {
		const value = {
			customFieldValueId: UNSAFE,
			customFieldDef: { customFieldDefId: 'a', name: 'Color', type: 'TEXTSHORT' },
			value: 'red',
		};
		service.script({ body: { results: [value] } });
		const outcomes = await manager().productFields!.get(placed([{ productId: '1' }]));
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: { message: expect.stringContaining('“customFieldValueId” is') },
		});
		const unreadable: string[] = [];
		service.script(
			{
				body: [
					{ productId: 1, masterSku: 'A', customFieldValues: [value] },
					{ productId: 2, masterSku: 'B' },
				],
			},
			{ body: [] },
		);
		const read = await readAll(LISTS['products']!, { unreadable: ({ message }) => unreadable.push(message) });
		expect([read.length, unreadable]).toEqual([1, [expect.stringMatching(/^Product A \(ID 1\)/)]]);
	});

	it('does not leave the shipments of its order short without a word', async () => {
		const row = { orderId: 7, orderNumber: 'A-1', createdDate: new Date().toISOString() };
		service.script(
			{ body: [row] },
			{
				body: [
					{ shipmentId: UNSAFE, orderId: 7 },
					{ shipmentId: 2, orderId: 8 },
				],
			},
			{ body: [] },
		);
		const outcomes = await manager().shipments.ofOrders(placed([{ orderNumber: 'A-1' }]), { ownOnly: false });
		expect(errorAt(outcomes, 0)).toMatchObject({
			facts: { kind: 'unreadableRecord', message: expect.stringContaining('another shipment of order A-1') },
		});
	});

	it('is left out of a list to choose from, which is shown all the same', async () => {
		service.script({
			body: [
				{ orderId: UNSAFE, orderNumber: 'A-1' },
				{ orderId: 2, orderNumber: 'A-2' },
			],
		});
		expect((await manager().orderSearch.find('A')).map(({ orderNumber }) => orderNumber)).toEqual(['A-2']);
		service.script({
			body: [
				{ productId: 1, masterSku: 'A', weight: 'x' },
				{ productId: 2, masterSku: 'AB' },
			],
		});
		expect((await manager().products.choices('A')).products.map(({ sku }) => sku)).toEqual(['AB']);
		service.script({
			body: [
				{ productStockId: UNSAFE, product: { masterSku: 'A' } },
				{ productStockId: 2, product: { masterSku: 'A' }, stockLocation: { warehouseId: COLUMBUS } },
			],
		});
		expect((await manager().stockRecords!.find('A')).map(({ recordId }) => recordId)).toEqual(['2']);
	});
});
