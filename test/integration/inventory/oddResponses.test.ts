import { orderManager } from '../../support/apiClient';
import { COLUMBUS, errorAt, factsOf, listed, placed, RENO, summary } from '../../support/samples';
import { useScriptedService } from '../../support/scriptedService';

/** A row error as the live API sends it. */
const rowError = (index: number | null) => ({
	errorCode: 'SBX',
	message: 'No',
	fieldName: 'f',
	identifier: null,
	index,
	severity: 'CRITICAL',
});
const result = (productStockId: number, warehouseId = Number(COLUMBUS)) => ({
	masterSku: 'A',
	warehouseId,
	productStockId,
	availableQuantity: productStockId,
});
const record = (masterSku: string, quantity: number) => ({
	productStockId: 7,
	product: { masterSku },
	stockLocation: { location: 'GLOBAL', warehouseId: Number(COLUMBUS) },
	quantity,
});
const page = (pagesRemaining: boolean, ...skus: string[]) => ({
	body: [
		{
			pagesRemaining,
			productAggregatedQuantities: skus.map((masterSku) => ({
				product: { masterSku },
				availableQuantity: 1,
				warehouseInventoryBreakdown: null,
			})),
		},
	],
});

describe('answers that the sandbox never gives (live API)', () => {
	const service = useScriptedService();
	const manager = () => orderManager('live', service.url);

	describe('the feed of changes', () => {
		const read = async () =>
			await listed(manager().stock.changes!({ salesChannelId: '1207', perWarehouse: false }, {}));

		it('goes on while pages remain, however short they are, and ends when none does', async () => {
			service.script(page(true, 'A'), page(true), page(true, 'B'), page(false, 'C'));
			expect((await read()).map(({ sku }) => sku)).toEqual(['A', 'B', 'C']);
			expect(service.seen.map(({ url }) => new URL(url, 'http://x').searchParams.get('page'))).toEqual([
				'1',
				'2',
				'3',
				'4',
			]);
		});

		it.each([
			['the same page again and again', ['A']],
			['nothing, and that there is more', []],
		])('that sends %s is an error, not an endless loop', async (_, skus) => {
			service.script(page(true, ...skus), page(true, ...skus), page(true, ...skus));
			expect(await factsOf(read())).toMatchObject({ kind: 'feedLost', message: expect.stringContaining('Page 2') });
		});
	});

	describe('adding pieces', () => {
		const add = async (locations: Array<{ warehouseId: string; location?: string }>) =>
			await manager().stock.add!(placed(locations.map((place) => ({ sku: 'A', quantity: 1, ...place }))));

		it('leaves all rows in doubt when a complaint fits none of them', async () => {
			service.script({ body: { results: [], errors: [rowError(9)] } });
			const outcomes = await add([{ warehouseId: COLUMBUS }, { warehouseId: RENO }]);
			for (const at of [0, 1])
				expect(errorAt(outcomes, at)).toMatchObject({
					facts: { kind: 'indeterminate', message: expect.stringMatching(/which row is meant.*Items 1–2/) },
				});
		});

		it('is in doubt when the answer is a 504 of a gateway, and is not when the request was refused', async () => {
			service.script({ status: 504 });
			expect(errorAt(await add([{ warehouseId: COLUMBUS }]), 0)).toMatchObject({ facts: { kind: 'indeterminate' } });
			service.script({ status: 403 });
			expect(errorAt(await add([{ warehouseId: COLUMBUS }]), 0)).toMatchObject({ facts: { kind: 'forbidden' } });
		});

		it('gives results that name the same product and warehouse to their rows in order', async () => {
			service.script({ body: { results: [result(1), result(5, Number(RENO)), result(2)], errors: null } });
			const outcomes = await add([
				{ warehouseId: COLUMBUS, location: 'A' },
				{ warehouseId: COLUMBUS, location: 'B' },
				{ warehouseId: RENO, location: 'C' },
			]);
			expect(summary(outcomes, ({ recordId, available }) => [recordId, available])).toEqual([
				['1', 1],
				['2', 2],
				['5', 5],
			]);
		});

		it('does not take an answer that says nothing for done', async () => {
			service.script({ body: '' });
			expect(errorAt(await add([{ warehouseId: COLUMBUS }]), 0)).toMatchObject({ facts: { kind: 'indeterminate' } });
		});
	});

	it('a stock record that is known to be created is not sent again when what is left of its batch is refused', async () => {
		const one = (sku: string) => ({
			sku,
			warehouseId: COLUMBUS,
			onHand: 3,
			locked: 0,
			minStock: 0,
			pickable: true,
			receivable: true,
		});
		const refusal = { status: 422, body: { errors: [rowError(1)] } };
		service.script({ instead: 'break' }, { body: [record('A', 3)] }, refusal, refusal, refusal, {
			body: { results: [{ masterSku: 'C' }], errors: [] },
		});
		const outcomes = await manager().stockRecords!.create(placed(['A', 'B', 'C'].map(one)));
		expect(summary(outcomes, ({ recordId }) => recordId)).toEqual(['7', expect.stringContaining('No'), null]);
		const sent = service.seen
			.filter(({ method }) => method === 'PUT')
			.map(({ body }) => (body as Array<{ masterSku: string }>).map(({ masterSku }) => masterSku));
		expect(sent).toEqual([['A', 'B', 'C'], ['B', 'C'], ['B'], ['B'], ['C']]);
	});
});
