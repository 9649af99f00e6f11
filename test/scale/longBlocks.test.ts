import type { IDataObject } from 'n8n-workflow';
import { LINES, type RunResult } from '../engine';
import { newLevel, newOrder, newOrderLine } from '../support/parameters';
import { useStage } from '../support/stage';

const COUNT = 50_000;
/** Turns that reading gives to n8n, at least; and its longest block, in blocks of average length. */
const TURNS = 10;
const LONGEST = 10;
/** The last cannot be read, so that nothing is sent and reading is all that happens. */
const items: IDataObject[] = Array.from({ length: COUNT }, (_, at) => ({
	no: at === COUNT - 1 ? '' : `E-${at}`,
	order: at === COUNT - 1 ? '' : `O-${at % 5_000}`,
	sku: 'MUG',
	onHand: at === COUNT - 1 ? 'x' : at,
	quantity: 1,
}));

describe.each(LINES)('Fifty thousand items, n8n line %s', (line) => {
	const stage = useStage(line);

	it.each<[what: string, run: () => Promise<RunResult>]>([
		['stock levels', async () => await stage.stock('set', newLevel(), { items, watchEventLoop: true })],
		['orders', async () => await stage.orders('create', newOrder(), { items, watchEventLoop: true })],
		[
			'lines of orders',
			async () =>
				await stage.orders('create', newOrderLine({ orderNumber: '={{ $json.order }}' }), {
					items,
					watchEventLoop: true,
				}),
		],
	])('are read without keeping n8n from its work: %s', async (what, run) => {
		const { error, eventLoop } = await run();
		expect(error?.message).toMatch(/Nothing was sent/);
		const { longestBlockMs = 0, longestWorkMs = 0, tookMs = 0, turns = 0 } = eventLoop ?? {};
		console.log(
			`line ${line}, ${what}: ${tookMs.toFixed(0)} ms, ${turns} turns, longest block ${longestBlockMs.toFixed(0)} ms (${longestWorkMs.toFixed(0)} ms of it computed)`,
		);
		expect(turns).toBeGreaterThan(TURNS);
		expect(longestWorkMs / (tookMs / turns)).toBeLessThan(LONGEST);
	});
});
