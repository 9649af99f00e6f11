import type { TakeUnreadable, UnreadableRecord } from '../shared/api/unreadable';
import type { StockChange } from '../shared/domain/stockChange';
import type { Emission } from './emission';
import { markOf } from './hash';
import type { PartResult, PollRun } from './run';
import type { FilterName, Settings } from './settings';
import { type Levels, readLevels, saveLevels } from './snapshot';
import { type Level, type StockEvent, type StockJudging, levelOf, takeIn } from './stockJudge';
import { STOCK_PART, type StockPart, type StockTold, stockPart } from './stockState';
import { isoSpan, secondsOf } from './time';
import { noticesOf } from './unreadable';

/** Rows that cannot be read and are remembered, so that they are named once. */
const REMEMBERED = 1_000;

export const STOCK_FILTERS: readonly FilterName[] = ['warehouseId', 'skus'];

/** Polls the stock events: compares what is there with what was there, place by place. What is missing in a reading is left as it was: it may just have moved between pages. */
export async function runStock(run: PollRun, events: readonly StockEvent[]): Promise<PartResult> {
	const { settings } = run;
	const { part, notices } = resumed(run, events);
	const armed = Object.fromEntries(events.map((name) => [name, matter(settings, name)]));
	const judging: StockJudging = { settings: settings.stock, events: events.map((name) => ({ name, first: part.armed[name] !== armed[name] })), round: part.round };
	const places = new Map(Object.entries(part.places).map(([place, saved]) => [place, readLevels(saved)]));
	const emissions: Emission[] = [];
	const to = run.started - settings.settle;
	const byFeed = settings.stock.feedChannelId !== undefined && run.changes.availability !== undefined && part.cursor && judging.events.every(({ first }) => !first);
	const unreadable: UnreadableRecord[] = [];
	const take: TakeUnreadable = (record) => void unreadable.push(record);
	const steady = byFeed ? await readFeed(run, judging, places, emissions, part.cursor ?? to, to, take) : true;
	const stoppedAt = byFeed ? undefined : await readTotals(run, judging, places, emissions, part.next, take);
	// News that had to wait is found again by comparing all levels, not by the feed.
	const complete = steady && stoppedAt === undefined && emissions.length < settings.bound;
	const next: StockPart = {
		armed: complete || byFeed ? armed : part.armed,
		places: Object.fromEntries([...places].map(([place, levels]) => [place, saveLevels(levels)])),
		round: part.round + (emissions.length > 0 ? 1 : 0),
		next: stoppedAt,
		cursor: complete ? Math.max(to, part.cursor ?? 0) : undefined,
		...knownUnreadable(unreadable, part.unreadable, byFeed || stoppedAt !== undefined),
	};
	const news = unreadable.filter(({ source }) => !part.unreadable?.includes(markOf(source)));
	return { part: next, told: toldOf(emissions, run.found.parts[STOCK_PART] === undefined, part.cursor), emissions, notices: [...notices, ...noticesOf(labelOf(events), news)] };
}

/** Rows that cannot be read come with every reading: they are named once, and remembered as long as they come. */
function knownUnreadable(now: readonly UnreadableRecord[], before: StockPart['unreadable'], partly: boolean): Pick<StockPart, 'unreadable'> {
	const marks = new Set([...(partly ? (before ?? []) : []), ...now.map(({ source }) => markOf(source))]);
	return marks.size > 0 ? { unreadable: [...marks].slice(-REMEMBERED) } : {};
}

/** A first look has nothing before it. */
function toldOf(emissions: readonly Emission[], isFirst: boolean, cursor: StockPart['cursor']): StockTold | null | undefined {
	if (emissions.length === 0) return undefined;
	if (isFirst) return null;
	const skus: StockTold['skus'] = {};
	for (const { id } of emissions) {
		const { sku, warehouseId } = levelOf(id);
		(skus[warehouseId ?? ''] ??= []).push(sku);
	}
	return { skus, cursor };
}

/** @returns the place where the time was used up; undefined when all were read */
async function readTotals(run: PollRun, judging: StockJudging, places: Map<string, Levels>, emissions: Emission[], first: string | null | undefined, unreadable: TakeUnreadable): Promise<string | undefined> {
	const { filters, stock, bound } = run.settings;
	const all = filters.warehouseId ? [filters.warehouseId] : stock.perWarehouse ? await run.warehouseIds(unreadable) : [null];
	const start = Math.max(0, all.findIndex((place) => (place ?? '') === first));
	for (const warehouseId of [...all.slice(start), ...all.slice(0, start)]) {
		const known = placeOf(places, warehouseId);
		for await (const page of run.changes.levels({ skus: filters.skus, warehouseId, salesChannelId: stock.feedChannelId }, { unreadable })) {
			for (const { value, source } of page) {
				const { sku, onHand, available } = value;
				const level = { sku, warehouseId, now: { onHand, available }, at: secondsOf(value.updatedAt), value, source };
				takeIn(judging, known, level, emissions, bound);
			}
			if (run.spent()) return warehouseId ?? '';
		}
	}
	return undefined;
}

/**
 * Reads what the service says has changed; what it is now is compared all the same, so that a change that is told twice is news once.
 * @returns whether all came in one answer: in a list of several pages something may have moved out of sight
 */
async function readFeed(run: PollRun, judging: StockJudging, places: Map<string, Levels>, emissions: Emission[], cursor: number, to: number, unreadable: TakeUnreadable): Promise<boolean> {
	const { settings, changes } = run;
	const from = cursor - Math.max(settings.overlap, 2);
	let pages = 0;
	if (to <= from || !changes.availability) return true;
	for await (const page of changes.availability(settings.stock.feedChannelId ?? '', isoSpan({ from, to }), { unreadable })) {
		pages += 1;
		for (const { value, source } of page) {
			for (const { warehouseId, available } of placesOf(value, settings)) {
				const known = placeOf(places, warehouseId);
				const level: Level = {
					sku: value.sku,
					warehouseId,
					now: { onHand: known.get(value.sku)?.onHand ?? available, available },
					value: { sku: value.sku, productId: value.productId, productName: value.productName, warehouseId, available },
					source,
				};
				if (!settings.filters.skus || settings.filters.skus.some((sku) => sku.toLowerCase() === value.sku.toLowerCase())) takeIn(judging, known, level, emissions, settings.bound);
			}
		}
	}
	return pages <= 1;
}

function placesOf(change: StockChange, { filters, stock }: Settings): Array<{ warehouseId: string | null; available: number }> {
	if (!('warehouses' in change)) return [];
	if (!filters.warehouseId && !stock.perWarehouse) return change.available === null ? [] : [{ warehouseId: null, available: change.available }];
	return change.warehouses.filter(({ warehouseId }) => !filters.warehouseId || warehouseId === filters.warehouseId);
}

function placeOf(places: Map<string, Levels>, warehouseId: string | null): Levels {
	const place = warehouseId ?? '';
	const known = places.get(place) ?? new Map();
	places.set(place, known);
	return known;
}

/** The settings that make a first look necessary when they change. */
const matter = ({ contract, filters, stock }: Settings, event: StockEvent): string =>
	markOf([contract, filters.warehouseId ?? null, filters.skus ?? null, stock.perWarehouse, stock.quantity, event === 'stockBelowThreshold' ? [stock.threshold, stock.thresholds] : []]);

const labelOf = (events: readonly StockEvent[]): string => events.map((name) => (name === 'stockLevelChanged' ? 'Stock Level Changed' : 'Stock Below Threshold')).join(', ');

function resumed({ found }: PollRun, events: readonly StockEvent[]): { part: StockPart; notices: string[] } {
	const fresh: StockPart = { armed: {}, places: {}, round: 0 };
	const raw = found.parts[STOCK_PART];
	if (raw === undefined && !found.damaged) return { part: fresh, notices: [] };
	const read = stockPart.safeParse(raw);
	if (read.success) return { part: read.data, notices: [] };
	return { part: fresh, notices: [`${labelOf(events)}: the saved stock levels cannot be read. The stock of now is taken as the new beginning; what changed since the last event is not known.`] };
}
