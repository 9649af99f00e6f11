import type { IDataObject } from 'n8n-workflow';
import { LINES } from '../../engine';
import type { FaultRule } from '../../sandbox';
import { COLUMBUS, newLevel } from '../../support/parameters';
import { type Settings, useStage } from '../../support/stage';

const LIMITS = 'GET /v1/throttlelimits';
const LIST = 'GET /v1.1/orders';
const generateOrders = { count: 90, from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', status: 'SHIPPED' };

describe.each(LINES)("The account's own rate limits, n8n line %s", (line) => {
	const stage = useStage(line);
	/** Reads orders in more calls than the burst allows. */
	const readAll = async (options: IDataObject = {}, settings: Settings = {}) =>
		await stage.orders(
			'getAll',
			{ returnAll: true, options: { requestsPerSecond: undefined, pageSize: 6, ...options } },
			settings,
		);
	beforeEach(() => void stage.control.seed({ generateOrders }));

	it('are read once by a run that exceeds the burst, which then goes at that pace', async () => {
		const products = Array.from({ length: 401 }, (_, at) => ({ sku: `BULK-${at}` }));
		stage.control.seed({
			products,
			stock: products.map(({ sku }) => ({ sku, warehouseId: Number(COLUMBUS), onHand: 1 })),
		});
		// At the catalogue's rate, the second and third call would each wait for ten seconds.
		const { items } = await stage.stock('set', newLevel({ options: { requestsPerSecond: undefined } }), {
			items: products.map(({ sku }) => ({ sku, onHand: 5 })),
		});
		expect(items).toHaveLength(401);
		expect(stage.calls('POST /v1.1/inventory/adjust')).toBe(3);
		expect(stage.calls(LIMITS)).toBe(1);
	});

	it('are not read by a run of a few calls, nor where the user sets the rate', async () => {
		await readAll({ pageSize: 100 });
		await readAll({ requestsPerSecond: 1000 });
		expect(stage.calls(LIMITS)).toBe(0);
	});

	it('do not exist under the guide', async () => {
		await readAll({}, { contract: 'guide' });
		expect(stage.control.requests().byStatus).not.toHaveProperty('404');
		expect(stage.calls(LIMITS)).toBe(0);
	});

	it.each<[what: string, fault: Partial<FaultRule>]>([
		['are forbidden', { kind: 'answer', response: { status: 403, body: {} } }],
		['fail', { kind: '500' }],
		['are cut short', { kind: 'truncated' }],
		['are something else', { kind: 'answer', response: { body: { limits: 'none' } } }],
		['break off', { kind: 'reset' }],
		['never come', { kind: 'hang' }],
	])('that %s change nothing: the run goes on, and asks once', async (_what, fault) => {
		stage.control.faults([{ path: '/v1/throttlelimits', ...fault } as FaultRule]);
		const { items, error } = await readAll();
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThanOrEqual(90);
		expect(stage.calls(LIMITS)).toBe(1);
		expect(stage.calls(LIST)).toBeGreaterThanOrEqual(15);
	});
});
