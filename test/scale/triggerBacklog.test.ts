import { poll } from '../../nodes/ExtensivTrigger/poll';
import type { Settings } from '../../nodes/ExtensivTrigger/settings';
import type { EventName } from '../../nodes/shared/events/names';
import type { SavedState } from '../../nodes/ExtensivTrigger/state/checkpoint';
import { type Sandbox, startSandbox } from '../sandbox';
import { orderManager } from '../support/apiClient';

const DAY = 86_400;
const BOUND = 2_000;
const now = (): number => Math.floor(Date.now() / 1000);
const wire = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
});

const settings = (event: EventName): Settings => ({
	contract: 'live',
	events: [event],
	start: { from: 'date', at: now() - 90 * DAY },
	filters: {},
	stock: { perWarehouse: false, quantity: 'either', threshold: 0, thresholds: {}, firstRun: 'nothing' },
	watchDays: 7,
	settleDelay: 60,
	lookbackWindow: 120,
	bound: BOUND,
	repeatWithin: 600,
	simplify: true,
});

interface Worked {
	ids: Set<string>;
	polls: number;
	mostItems: number;
	largestState: number;
	doubled: number;
}

/** Polls until there is no backlog any more, as n8n would. */
async function workOff(event: EventName, idOf: (item: Record<string, unknown>) => string): Promise<Worked> {
	const given = settings(event);
	const manager = orderManager('live', sandbox.url, { clock: { now: Date.now, sleep: async () => undefined } });
	const worked: Worked = { ids: new Set(), polls: 0, mostItems: 0, largestState: 0, doubled: 0 };
	let saved: SavedState | undefined;
	let cursor = 0;
	while (cursor < now() - 3 * given.settleDelay) {
		const { items, state } = await poll({
			manager,
			settings: given,
			saved,
			acknowledged: true,
			clock: Date.now,
			budgetMs: 60_000,
		});
		for (const item of items) {
			if (worked.ids.has(idOf(item))) worked.doubled += 1;
			worked.ids.add(idOf(item));
		}
		const json = JSON.stringify(state);
		worked.polls += 1;
		worked.mostItems = Math.max(worked.mostItems, items.length);
		worked.largestState = Math.max(worked.largestState, json.length);
		saved = JSON.parse(json) as SavedState;
		cursor = (saved.parts[event] as { cursor: number }).cursor;
	}
	return worked;
}

/** Pages that were read of each span. */
function pagesOfSpans(path: string, parameter: string): number[] {
	const pages = new Map<string, number>();
	for (const { path: called, query } of sandbox.control.requests().log) {
		const given = new URLSearchParams(query);
		const span = `${given.get(`${parameter}From`) ?? given.get(`${parameter}FromDate`)} ${given.get(`${parameter}To`) ?? given.get(`${parameter}ToDate`)}`;
		if (called === path && !span.includes('null'))
			pages.set(span, Math.max(pages.get(span) ?? 0, Number(given.get('page'))));
	}
	return [...pages.values()];
}

describe('Ninety days of backlog', () => {
	it('50,000 orders are worked off in bounded parts, each told once', async () => {
		sandbox.control.reset();
		sandbox.control.seed({
			generateOrders: {
				count: 50_000,
				from: wire(now() - 89 * DAY),
				to: wire(now() - 3_600),
				status: 'AWAITING_SHIPMENT',
			},
		});
		const { ids, mostItems, largestState, doubled } = await workOff(
			'orderCreated',
			({ order }) => (order as { orderId: string }).orderId,
		);
		expect([ids.size, doubled]).toEqual([50_000, 0]);
		expect(mostItems).toBeLessThanOrEqual(2 * BOUND);
		// What is kept does not grow with the backlog.
		expect(largestState).toBeLessThan(20_000);
		// 2,000 orders are four pages of 500; a fifth is empty, and a sixth may have been asked for ahead.
		expect(Math.max(...pagesOfSpans('/v1.1/orders', 'createdDate'))).toBeLessThanOrEqual(6);
	}, 300_000);

	it('20,000 shipments are worked off in bounded parts of at most seven days', async () => {
		sandbox.control.reset();
		sandbox.control.seed({
			generateOrders: { count: 20_000, from: wire(now() - 89 * DAY), to: wire(now() - 7_200), status: 'SHIPPED' },
		});
		const { ids, mostItems, largestState, doubled } = await workOff(
			'shipmentCreated',
			({ shipment }) => (shipment as { shipmentId: string }).shipmentId,
		);
		expect([ids.size, doubled]).toEqual([20_000, 0]);
		expect(mostItems).toBeLessThanOrEqual(2 * BOUND);
		expect(largestState).toBeLessThan(20_000);
		// The sandbox refuses more than seven days; 2,000 shipments are forty pages of 50.
		expect(sandbox.control.requests().byStatus['422']).toBeUndefined();
		expect(Math.max(...pagesOfSpans('/v1/shipments', 'shipmentCreated'))).toBeLessThanOrEqual(42);
	}, 300_000);
});
