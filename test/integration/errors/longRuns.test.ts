import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import { newLevel, newOrderLine } from '../../support/parameters';
import { customCall } from '../../support/shipments';
import { useStage } from '../../support/stage';

/** n8n evaluates two expressions of each, which are no plain references: that takes half a second or so. */
const MANY = 3_000;
/** A loop that goes on to its end has one turn, however long it takes. */
const TURNS = 3;
/** The last cannot be read, so that nothing is sent and reading is all that happens. */
const evaluated = newLevel({ sku: '={{ $json.sku.trim() }}', onHand: '={{ $json.onHand ?? 0 }}' });
const levels: IDataObject[] = Array.from({ length: MANY }, (_, at) => ({
	sku: `S-${at}`,
	onHand: at === MANY - 1 ? 'a few' : at,
}));

describe.each(LINES)('While a node reads thousands of items, n8n line %s', (line) => {
	const stage = useStage(line);

	it('n8n has its turn again and again', async () => {
		const { error, eventLoop } = await stage.stock('set', evaluated, { items: levels, watchEventLoop: true });
		expect(error?.message).toMatch(/“a few” is not a number\. Nothing was sent\./);
		expect(eventLoop?.turns).toBeGreaterThan(TURNS);
	});

	it('the Stop button is heeded, and nothing is sent', async () => {
		const stop = new AbortController();
		const items = levels.slice(0, -1);
		const run = stage.stock('set', evaluated, { items, signal: stop.signal });
		// The engine is asked something: its answer shows that the run has begun and that it has turns.
		await stage.engine.readCredential(await stage.engine.addCredential('extensivOrderManagerApi', {}));
		stop.abort();
		const { error } = await run;
		expect(error?.message).toMatch(/^The execution was stopped\./);
		expect(stage.control.requests().total).toBe(0);
	});

	it('lines that are one order stay one order, in their order', async () => {
		const items = Array.from({ length: 300 }, (_, at) => ({ no: `ERP-${at % 3}`, sku: 'MUG', quantity: at + 1 }));
		const result = await stage.orders('create', newOrderLine(), { items });
		expect(result.status).toBe('success');
		expect(result.pairs.map((pair) => pair.length)).toEqual([100, 100, 100]);
		const [order] = stage.control.orders({ number: 'ERP-1' }) as Array<{
			orderItems: Array<{ quantityOrdered: number }>;
		}>;
		expect(order?.orderItems.map(({ quantityOrdered }) => quantityOrdered)).toEqual(
			items.filter(({ no }) => no === 'ERP-1').map(({ quantity }) => quantity),
		);
	});

	it('that are refused one by one, n8n has its turn as well', async () => {
		const items = levels.slice(0, 1_000).map(({ sku }) => ({ path: `no path ${String(sku)}` }));
		const { eventLoop, errorItems } = await customCall(
			stage,
			{ path: '={{ $json.path.trim() }}' },
			{ items, onError: 'continueErrorOutput', watchEventLoop: true },
		);
		expect(errorItems).toHaveLength(1_000);
		expect(eventLoop?.turns).toBeGreaterThan(TURNS);
	});
});
