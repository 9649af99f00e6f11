import { LINES } from '../engine';
import { newLevel } from '../support/parameters';
import { failures } from '../support/results';
import { useStage } from '../support/stage';

/** Levels of a nightly run, and the items among them whose SKU does not exist: at both ends and in the middle. */
const COUNT = 10_000;
const UNKNOWN = [0, 4_711, 9_999];

describe.each(LINES)('Ten thousand stock levels in one run, n8n line %s', (line) => {
	const stage = useStage(line);
	const items = Array.from({ length: COUNT }, (_, at) => ({
		sku: UNKNOWN.includes(at) ? `NONE-${at}` : `BULK-${at}`,
		onHand: at,
	}));

	beforeEach(() => {
		const products = items.filter((_, at) => !UNKNOWN.includes(at)).map(({ sku }) => ({ sku }));
		stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 1 })) });
	});

	it('takes fifty calls; the unknown SKUs fail alone, as the items they are, and all others are set', async () => {
		const result = await stage.stock('set', newLevel(), { items, onError: 'continueErrorOutput' });
		expect(stage.control.requests().total).toBe(50);
		expect(stage.calls('POST /v1.1/inventory/adjust')).toBe(50);
		expect(result.items).toHaveLength(COUNT - UNKNOWN.length);
		expect(result.errorItems.map(({ pairedItem }) => pairedItem)).toEqual(UNKNOWN.map((item) => ({ item })));
		expect(failures(result)).toEqual(
			UNKNOWN.map((at) => ({
				sku: `NONE-${at}`,
				onHand: at,
				error: expect.stringContaining(`NONE-${at}`),
				message: expect.any(String),
				failure: 'refused',
			})),
		);
		const books = new Map(stage.control.books().stock.map(({ sku, onHand }) => [sku, onHand]));
		expect(items.filter(({ sku, onHand }, at) => !UNKNOWN.includes(at) && books.get(sku) !== onHand)).toEqual([]);
		// n8n's evaluation of twenty thousand expressions takes nearly all of the time.
	}, 120_000);

	it('names the items that failed when the workflow stops', async () => {
		const some = items.filter((_, at) => at % 50 === 0 || UNKNOWN.includes(at));
		const { error } = await stage.stock('set', newLevel(), { items: some });
		expect(error?.message).toMatch(/^3 of 202 items were refused\. 199 succeeded\./);
		for (const at of UNKNOWN)
			expect(error?.description).toMatch(
				new RegExp(`^Item ${some.findIndex(({ onHand }) => onHand === at) + 1}: .*NONE-${at}`, 'm'),
			);
	});
});
