import type { UnreadableRecord } from '../../shared/api/ports/unreadable';
import type { Emission } from '../../shared/events/emission';
import { fingerprintOf } from '../../shared/domain/fingerprint';
import type { StreamResult, PollRun } from '../engine/stream';
import type { FilterName, Settings } from '../settings';
import { type Levels, readLevels, saveLevels } from '../state/stockSnapshot';
import { levelsToRead, positionOf } from './stockFeed';
import { type StockEvent, type StockJudging, levelOf, takeIn } from './classifyStock';
import { STOCK_STREAM, type StockState, type StockEmitted, stockState } from '../state/stockState';
import { secondsOf } from '../../shared/events/time';
import { noticesOf } from '../engine/unreadable';

/** Unreadable rows to remember, so that each is named once. */
const REMEMBERED = 1_000;

export const STOCK_FILTERS: readonly FilterName[] = ['warehouseId', 'skus'];

/**
 * Polls the stock events: compares the current levels with the saved ones, place by place. A level that a reading lacks
 * keeps its value: it may just have moved between pages.
 */
export async function runStock(run: PollRun, events: readonly StockEvent[]): Promise<StreamResult> {
	const { settings, clock } = run;
	const { part, notices } = resumed(run, events);
	const armed = Object.fromEntries(events.map((name) => [name, matter(settings, name)]));
	const round = part.round ?? run.started;
	const chosen = events.map((name) => ({ name, first: part.armed[name] !== armed[name] }));
	const classifier: StockJudging = { settings: settings.stock, events: chosen, round };
	const look = new Look(run, classifier, part.places);
	const { skus, isTaken, kept, notice } = await levelsToRead(
		run,
		part,
		classifier.events.every(({ first }) => !first),
	);
	const stoppedAt = await look.read(skus, part.next);
	// Comparing all levels, not the feed, finds news that had to wait.
	const complete = stoppedAt === undefined && look.emissions.length < settings.bound;
	const { time } = clock;
	const next: StockState = {
		armed: complete || skus ? armed : part.armed,
		places: look.save(),
		round: round + (look.emissions.length > 0 ? 1 : 0),
		next: stoppedAt,
		cursor: complete ? positionOf(run) : undefined,
		turn: (part.turn ?? 0) + 1,
		comparedAt: skus ? part.comparedAt : complete ? time.started : undefined,
		...kept(),
		...knownUnreadable(look.unreadable, part.unreadable, skus !== undefined || stoppedAt !== undefined),
	};
	const news = look.unreadable.filter(({ raw }) => !part.unreadable?.includes(fingerprintOf(raw)));
	return {
		state: next,
		lastEmitted: lastEmittedOf(look.emissions, run.found.streams[STOCK_STREAM] === undefined, part.cursor),
		emissions: look.emissions,
		notices: [...notices, ...(notice ? [notice] : []), ...noticesOf(labelOf(events), news)],
		isFinal: isTaken,
	};
}

/** Unreadable rows return with every reading: they are named once, and remembered as long as they appear. */
function knownUnreadable(
	now: readonly UnreadableRecord[],
	before: StockState['unreadable'],
	partly: boolean,
): Pick<StockState, 'unreadable'> {
	const fingerprints = new Set([...(partly ? (before ?? []) : []), ...now.map(({ raw }) => fingerprintOf(raw))]);
	return fingerprints.size > 0 ? { unreadable: [...fingerprints].slice(-REMEMBERED) } : {};
}

/** A first look has no previous state. */
function lastEmittedOf(
	emissions: readonly Emission[],
	isFirst: boolean,
	cursor: StockState['cursor'],
): StockEmitted | null | undefined {
	if (emissions.length === 0) return undefined;
	if (isFirst) return null;
	const skus: StockEmitted['skus'] = {};
	for (const { id } of emissions) {
		const { sku, warehouseId } = levelOf(id);
		(skus[warehouseId ?? ''] ??= []).push(sku);
	}
	return { skus, cursor };
}

/** A look at the levels, compared with those of the last one. */
class Look {
	readonly emissions: Emission[] = [];
	/** Unreadable rows of this look. */
	readonly unreadable: UnreadableRecord[] = [];
	private readonly levelsByWarehouse: Map<string, Levels>;

	constructor(
		private readonly run: PollRun,
		private readonly classifier: StockJudging,
		saved: StockState['places'],
	) {
		this.levelsByWarehouse = new Map(Object.entries(saved).map(([place, levels]) => [place, readLevels(levels)]));
	}

	private readonly take = (record: UnreadableRecord): void => void this.unreadable.push(record);

	save(): StockState['places'] {
		return Object.fromEntries([...this.levelsByWarehouse].map(([place, levels]) => [place, saveLevels(levels)]));
	}

	/**
	 * Reads place by place.
	 * @param skus those that may have changed; undefined for all
	 * @param first the place to begin with
	 * @returns the place to continue with when the time is up; undefined when all were read
	 */
	async read(skus: readonly string[] | undefined, first: string | null | undefined): Promise<string | undefined> {
		const { filters, stock } = this.run.settings;
		const wanted = skus ? within(skus, filters.skus) : filters.skus;
		if (skus && wanted?.length === 0) return undefined;
		const all = filters.warehouseId
			? [filters.warehouseId]
			: stock.perWarehouse
				? await this.run.warehouseIds(this.take)
				: [null];
		const start = Math.max(
			0,
			all.findIndex((place) => (place ?? '') === first),
		);
		const levelsByWarehouse = [...all.slice(start), ...all.slice(0, start)];
		for (const [at, warehouseId] of levelsByWarehouse.entries()) {
			await this.readPlace(warehouseId, wanted);
			// A place is always read to its end: otherwise it would be abandoned at the same point every time.
			const next = levelsByWarehouse[at + 1];
			if (next !== undefined && this.run.spent()) return next ?? '';
		}
		return undefined;
	}

	private async readPlace(warehouseId: string | null, skus: string[] | undefined): Promise<void> {
		const { changes, settings, isRepeating } = this.run;
		const known = this.placeOf(warehouseId);
		for await (const page of changes.levels(
			{ skus, warehouseId, salesChannelId: settings.stock.feedChannelId },
			{ unreadable: this.take },
		)) {
			for (const { value, raw } of page) {
				const { sku, onHand, available } = value;
				const level = { sku, warehouseId, now: { onHand, available }, at: secondsOf(value.updatedAt), value, raw };
				// Forgotten levels are those of the last items.
				const most = isRepeating && !known.has(sku) ? Infinity : settings.bound;
				takeIn(this.classifier, known, level, this.emissions, most);
			}
		}
	}

	private placeOf(warehouseId: string | null): Levels {
		const place = warehouseId ?? '';
		const known = this.levelsByWarehouse.get(place) ?? new Map();
		this.levelsByWarehouse.set(place, known);
		return known;
	}
}

/** The SKUs that pass the filter, ignoring case. */
function within(skus: readonly string[], wanted: readonly string[] | undefined): string[] {
	const folded = wanted && new Set(wanted.map((sku) => sku.toLowerCase()));
	return skus.filter((sku) => !folded || folded.has(sku.toLowerCase()));
}

/** The settings whose change requires a first look. */
const matter = ({ contract, filters, stock }: Settings, event: StockEvent): string =>
	fingerprintOf([
		contract,
		filters.warehouseId ?? null,
		filters.skus ?? null,
		stock.perWarehouse,
		stock.quantity,
		event === 'stockBelowThreshold' ? [stock.threshold, stock.thresholds] : [],
	]);

const labelOf = (events: readonly StockEvent[]): string =>
	events.map((name) => (name === 'stockLevelChanged' ? 'Stock Level Changed' : 'Stock Below Threshold')).join(', ');

function resumed({ found }: PollRun, events: readonly StockEvent[]): { part: StockState; notices: string[] } {
	const fresh: StockState = { armed: {}, places: {}, round: 0 };
	const raw = found.streams[STOCK_STREAM];
	if (raw === undefined && !found.damaged) return { part: fresh, notices: [] };
	const read = stockState.safeParse(raw);
	if (read.success) return { part: read.data, notices: [] };
	return {
		part: { ...fresh, round: undefined },
		notices: [
			`${labelOf(events)}: the saved stock levels cannot be read. The trigger starts over from the current ` +
				'stock; it cannot tell what has changed since the last event.',
		],
	};
}
