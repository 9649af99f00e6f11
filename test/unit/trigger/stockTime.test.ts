import type { Sandbox } from '../../sandbox';
import { Observer, SETTINGS } from '../../model/observer';
import { startSandbox } from '../../support/sandbox';

describe('Stock of several warehouses, when the time of a poll is used up at once', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	it('is read warehouse by warehouse, each to its end, so that no page of a list is never read', async () => {
		const products = Array.from({ length: 9 }, (_, at) => ({ sku: `S-${at}` }));
		const stock = (onHand: number) =>
			[5101, 5102].flatMap((warehouseId) => products.map(({ sku }) => ({ sku, warehouseId, onHand })));
		sandbox.control.clock({ now: '2026-03-05T12:00:00Z', frozen: true });
		sandbox.control.seed({ products, stock: stock(5) });
		const observer = await Observer.of(sandbox, 'live', {
			events: ['stockLevelChanged'],
			stock: { ...SETTINGS.stock, perWarehouse: true },
			pageSize: 2,
		});
		const items: unknown[] = [];
		const pollAll = async (): Promise<void> => {
			for (let polls = 0; polls < 4; polls++) items.push(...(await observer.poll({ budgetMs: 0 })).items);
		};
		await pollAll();
		expect(items).toEqual([]);
		sandbox.control.seed({ stock: stock(4) });
		await pollAll();
		expect(items).toHaveLength(18);
	});
});
