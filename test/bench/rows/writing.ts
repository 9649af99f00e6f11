import { LINES_PER_ORDER, orderContenders } from '../contenders/orders';
import { skuOf, stockContenders } from '../contenders/stock';
import { COLUMBUS } from '../../support/parameters';
import { ratio, type Row } from '../row';
import { counted, sized, type Stage } from '../stage';

const LATENCY_MS = 100;
/** What one call sets at most, for the bar that counts calls. */
const LEVELS_PER_CALL = 200;
const LIMITS = 'The sandbox reports limits that hold nobody back: 1,000 calls a second.';

export const writeStock = (stage: Stage): Row => {
	const count = sized(stage, 10_000);
	const calls = Math.ceil(count / LEVELS_PER_CALL);
	return {
		name: 'write-stock',
		work: `Set the stock of ${counted(stage, 10_000)} products, ${LATENCY_MS} ms latency`,
		notes: [
			LIMITS,
			`HTTP Request sends a call for each product. In Loop Over Items it is measured in two rounds with ${sized(stage, 500)} ` +
				`products, and time and calls are scaled to ${counted(stage, 10_000)}; the loop's own time is left out.`,
		],
		bars: [
			ratio('ours', 'http', 0.05, 'this package / HTTP Request, all at once'),
			ratio('ours', 'loop', 0.01, 'this package / Loop Over Items (scaled)'),
			{ text: 'calls of this package', value: (medians) => medians('ours', 'calls'), most: calls },
			{
				text: 'calls of HTTP Request',
				value: (medians) => medians('http', 'calls'),
				least: count,
			},
		],
		open: async () => {
			const skus = Array.from({ length: count }, (_, at) => skuOf(at));
			await stage.sandbox.seed({
				products: skus.map((sku) => ({ sku })),
				stock: skus.map((sku) => ({ sku, warehouseId: Number(COLUMBUS), onHand: 0 })),
			});
			await stage.sandbox.latency(LATENCY_MS);
			return stockContenders(stage);
		},
	};
};

export const writeOrders = (stage: Stage): Row => {
	return {
		name: 'write-orders',
		work: `Create ${counted(stage, 1_000)} orders of ${LINES_PER_ORDER} lines, ${LATENCY_MS} ms latency`,
		notes: [
			LIMITS,
			`This package gets ${counted(stage, 1_000 * LINES_PER_ORDER)} items, a line each, and 12 fields ` +
				`dragged from them. It looks for the order numbers before and after, so that none is created twice.`,
			`HTTP Request gets ${counted(stage, 1_000)} items, one for each order with its lines in a list, ` +
				`because it cannot put lines together, and does not look.`,
			'Reading the items only: the last item is refused, so that nothing is sent.',
		],
		bars: [
			ratio('ours', 'http', 0.5, 'this package / HTTP Request, all at once'),
			{ text: 'reading the items', value: (medians) => medians('reading', 'seconds'), most: 0.5, unit: 's' },
		],
		open: async () => {
			const products = Array.from({ length: LINES_PER_ORDER }, (_, at) => ({ sku: `MUG-${at}` }));
			await stage.sandbox.seed({
				products,
				stock: products.map(({ sku }) => ({ sku, warehouseId: Number(COLUMBUS), onHand: 10_000_000 })),
			});
			await stage.sandbox.latency(LATENCY_MS);
			return orderContenders(stage);
		},
	};
};
