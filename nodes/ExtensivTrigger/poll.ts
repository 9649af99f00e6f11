import type { OrderManager } from '../shared/api/port';
import { offered } from '../shared/api/offered';
import { runDated } from './datedRun';
import { SHIPMENT_UPDATED, runDelivery } from './delivery';
import { type Emission, type TriggerItem, toItem } from './emission';
import { DATED_EVENTS, LABELS } from './events';
import { goBack } from './goBack';
import type { Births } from './judge';
import type { PartResult, PollRun } from './run';
import type { EventName, Settings } from './settings';
import { type SavedState, STATE_VERSION, findState } from './state';
import { STOCK_EVENTS } from './stockJudge';
import { runStock } from './stockRun';
import { STOCK_PART } from './stockState';

/** Notices that wait for an item to go out with; those before them are in n8n's log. */
const KEPT = 20;

/** What a poll is given. */
export interface PollInput {
	manager: OrderManager;
	settings: Settings;
	/** What n8n kept of the last poll; undefined when there was none. */
	saved: unknown;
	/** Whether it is known that n8n has the items that the saved state came with. */
	arrived: boolean;
	/** This machine's clock, in milliseconds. */
	clock: () => number;
	/** How long the poll may take before it leaves the rest to the next one, in milliseconds. */
	budgetMs: number;
}

/** What a poll came to. The items are out and the state is saved together, or neither. */
export interface PollOutcome {
	items: TriggerItem[];
	state: SavedState;
	/** An event has begun: from where on, is to be kept although there may be nothing to tell. */
	begins: boolean;
	/** What the user must be told about the saved state. */
	notices: string[];
}

/**
 * Polls every event that was chosen. Nothing is kept between polls but the state that is given and returned: a poll that fails, or whose outcome is lost, has not happened.
 * @throws ApiError when the service does not answer; InputError for settings that cannot be
 */
export async function poll({ manager, settings, saved, arrived, clock, budgetMs }: PollInput): Promise<PollOutcome> {
	const begun = clock();
	const now = (): number => Math.floor(clock() / 1000);
	const started = now();
	const asSaved = findState(saved, started);
	const earlier = arrived ? undefined : goBack(asSaved, settings, started);
	const run: PollRun = {
		changes: manager.changes({ pageSize: settings.pageSize }),
		warehouseIds: async (unreadable) => (await manager.warehouses.list({ unreadable })).filter(({ value }) => value.active !== false).map(({ value }) => value.warehouseId),
		settings,
		found: earlier?.found ?? asSaved,
		started,
		now,
		spent: () => clock() - begun >= budgetMs,
	};
	const parts = await runParts(run);
	const emissions = parts.flatMap(([, result]) => result.emissions);
	const news = [...(earlier && emissions.length > 0 ? [earlier.notice] : []), ...parts.flatMap(([, result]) => result.notices)];
	const untold = [...new Set([...run.found.notices, ...news])].slice(-KEPT);
	const items = withNotices(emissions, untold, settings.simplify).map((item) => (earlier ? { ...item, maybeRepeated: true } : item));
	const state: SavedState = { v: STATE_VERSION, savedAt: now(), parts: Object.fromEntries(parts.map(([name, { part }]) => [name, part])) };
	if (items.length > 0) state.told = Object.fromEntries(parts.flatMap(([name, { told }]) => (told === undefined ? [] : [[name, told]])));
	else if (untold.length > 0) state.notices = untold;
	// Parts that were forgotten have been kept before.
	const begins = parts.some(([name]) => !(name in asSaved.parts));
	return { items, state, begins, notices: news };
}

/** The results by the names under which they are saved. */
async function runParts(run: PollRun): Promise<Array<[string, PartResult]>> {
	const chosen = (name: EventName): boolean => run.settings.events.includes(name);
	const parts: Array<[string, PartResult]> = [];
	const births = new Map<EventName, Births>();
	for (const event of DATED_EVENTS.filter(({ name }) => chosen(name))) {
		const feed = offered(event.feed(run.changes), event.label);
		const before = event.kind.is === 'version' && event.kind.births ? births.get(event.kind.births) : undefined;
		const result = await runDated(run, event, feed, before);
		births.set(event.name, result.births);
		parts.push([event.name, result]);
	}
	if (chosen(SHIPMENT_UPDATED)) parts.push([SHIPMENT_UPDATED, await runDelivery(run, offered(run.changes.deliveries, LABELS.shipmentUpdated))]);
	const stockEvents = STOCK_EVENTS.filter(chosen);
	if (stockEvents.length > 0) parts.push([STOCK_PART, await runStock(run, stockEvents)]);
	return parts;
}

/** What the user must know goes out with the first item as well: nobody reads logs. */
function withNotices(emissions: readonly Emission[], notices: readonly string[], simplify: boolean): TriggerItem[] {
	return emissions.map((emission, at) => ({ ...toItem(emission, simplify), ...(at === 0 && notices.length > 0 ? { notice: notices.join('\n') } : {}) }));
}
