import type { OrderManagerApi } from '../shared/api/ports';
import { requireSupported } from '../shared/api/ports/requireSupported';
import { clockNews } from './engine/clockNotice';
import { runDated } from './engine/datedStream';
import { SHIPMENT_UPDATED, runDelivery } from './engine/deliveryStream';
import { type Emission, type ItemForm, type TriggerItem, toItems } from '../shared/events/emission';
import { DATED_EVENTS } from './events/registry';
import { labelOf } from '../shared/events/names';
import { type Earlier, replayAfterRestart } from './engine/replay';
import type { SeenCreations } from './engine/classify';
import { PollClock } from './engine/pollClock';
import type { StreamResult, PollRun } from './engine/stream';
import type { Settings } from './settings';
import type { EventName } from '../shared/events/names';
import { type FoundState, type SavedState, STATE_VERSION, findState } from './state/checkpoint';
import { STOCK_EVENTS } from './stock/classifyStock';
import { runStock } from './stock/stockStream';
import { STOCK_STREAM } from './state/stockState';

/** Notices that wait for an item to carry them; earlier ones are in n8n's log. */

/** The input of a poll. */
export interface PollInput {
	manager: OrderManagerApi;
	settings: Settings;
	/** What n8n saved from the last poll; undefined if there was none. */
	saved: unknown;
	/** Whether n8n certainly has the items that came with the saved state. */
	acknowledged: boolean;
	/** Whether the saved state certainly has all that the feed of changed stock has shown so far. */
	isFeedWhole?: boolean;
	/** This machine's clock, in milliseconds. */
	clock: () => number;
	/** How long the poll may take before it leaves the rest to the next one, in milliseconds. */
	budgetMs: number;
}

/** The result of a poll. Its items and its state count together, or not at all. */
export interface PollOutcome {
	items: TriggerItem[];
	state: SavedState;
	/** An event has begun: its starting point must be saved even if there is nothing to emit. */
	begins: boolean;
	/** Notices to the user about the saved state. */
	notices: string[];
}

/** The most notices that wait for an item. */
const MOST_NOTICES = 20;
/** How often a poll runs again because the clocks differ from what it assumed. */
const MOST_RUNS = 3;

/**
 * Polls every chosen event. A poll keeps nothing but the state that it receives and returns: one that fails, or whose
 * outcome is lost, has not happened. So it can run again when the first responses show that this machine's clock is
 * wrong.
 * @throws ApiError when the service fails; InputError for invalid settings
 */
export async function poll(input: PollInput): Promise<PollOutcome> {
	const { manager, settings, clock: local } = input;
	const changes = manager.changes({ pageSize: settings.pageSize });
	const clock = new PollClock(local, changes.clock);
	const begun = local();
	const spent = (): boolean => local() - begun >= input.budgetMs;
	for (let runs = 1; ; runs++) {
		const planned = planRun(input, { changes, clock, spent });
		const streams = await runStreams(planned, runs < MOST_RUNS);
		if (streams) return outcomeOf(planned, streams);
	}
}

/** A run of a poll, and the origin of its saved state. */
interface PlannedRun {
	run: PollRun;
	asSaved: FoundState;
	earlier?: Earlier;
}

function planRun(
	{ manager, settings, saved, acknowledged, isFeedWhole = false }: PollInput,
	given: Pick<PollRun, 'changes' | 'clock' | 'spent'>,
): PlannedRun {
	const { time } = given.clock;
	const asSaved = findState(saved, time);
	const earlier = acknowledged ? undefined : replayAfterRestart(asSaved, settings, time);
	const run: PollRun = {
		...given,
		warehouseIds: async (unreadable) =>
			(await manager.warehouses.list({ unreadable }))
				.filter(({ value }) => value.active !== false)
				.map(({ value }) => value.warehouseId),
		settings,
		found: earlier?.found ?? asSaved,
		started: time.started,
		time,
		isRepeating: earlier !== undefined,
		isFeedWhole: isFeedWhole && !earlier,
	};
	return { run, asSaved, earlier };
}

function outcomeOf({ run, asSaved, earlier }: PlannedRun, streams: ReadonlyArray<[string, StreamResult]>): PollOutcome {
	const { found, clock, settings } = run;
	const emissions = streams.flatMap(([, result]) => result.emissions);
	const { skew, notices } = clockNews(clock, found);
	const news = [
		...(earlier && emissions.length > 0 ? [earlier.notice] : []),
		...notices,
		...streams.flatMap(([, result]) => result.notices),
	];
	const pending = [...new Set([...found.notices, ...news])].slice(-MOST_NOTICES);
	const items = withNotices(emissions, pending, settings).map((item) =>
		earlier ? { ...item, maybeRepeated: true } : item,
	);
	const state: SavedState = {
		v: STATE_VERSION,
		savedAt: clock.now(),
		parts: Object.fromEntries(streams.map(([name, { state: part }]) => [name, part])),
		...(skew !== undefined && { skew }),
	};
	if (items.length > 0)
		state.told = Object.fromEntries(
			streams.flatMap(([name, { lastEmitted }]) => (lastEmitted === undefined ? [] : [[name, lastEmitted]])),
		);
	else if (pending.length > 0) state.notices = pending;
	// Forgotten streams had been saved before.
	const begins = streams.some(([name]) => !(name in asSaved.streams));
	return { items, state, begins, notices: news };
}

/** @returns the results by their saved names; undefined if everything must run again with another time */
async function runStreams(
	{ run, earlier }: PlannedRun,
	mayRunAgain: boolean,
): Promise<Array<[string, StreamResult]> | undefined> {
	const streams: Array<[string, StreamResult]> = [];
	const { clock, time } = run;
	let isDoubtful = earlier?.isDoubtful ?? false;
	for await (const part of streamsOf(run)) {
		streams.push(part);
		isDoubtful ||= part[1].isDoubtful ?? false;
		const isWrong = clock.contradicts(time) || (isDoubtful && clock.time.confirmed && !time.confirmed);
		if (isWrong && mayRunAgain && !part[1].isFinal) return undefined;
	}
	return streams;
}

async function* streamsOf(run: PollRun): AsyncGenerator<[string, StreamResult]> {
	const chosen = (name: EventName): boolean => run.settings.events.includes(name);
	const creations = new Map<EventName, SeenCreations>();
	for (const event of DATED_EVENTS.filter(({ name }) => chosen(name))) {
		const feed = requireSupported(event.feed(run.changes), labelOf(event.name));
		const before =
			event.kind.is === 'version' && event.kind.creations ? creations.get(event.kind.creations) : undefined;
		const result = await runDated(run, event, feed, before);
		creations.set(event.name, result.creations);
		yield [event.name, result];
	}
	if (chosen(SHIPMENT_UPDATED))
		yield [
			SHIPMENT_UPDATED,
			await runDelivery(run, requireSupported(run.changes.deliveries, labelOf('shipmentUpdated'))),
		];
	const stockEvents = STOCK_EVENTS.filter(chosen);
	if (stockEvents.length > 0) yield [STOCK_STREAM, await runStock(run, stockEvents)];
}

/** The first item carries the notices as well: nobody reads logs. */
function withNotices(emissions: readonly Emission[], notices: readonly string[], form: ItemForm): TriggerItem[] {
	const items = emissions.flatMap((emission) => toItems(emission, form));
	return items.map((item, at) => (at === 0 && notices.length > 0 ? { ...item, notice: notices.join('\n') } : item));
}
