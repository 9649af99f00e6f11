import { append } from '../../shared/domain/append';
import { ownValue } from '../../shared/domain/ownValue';
import type { Emission } from '../../shared/events/emission';
import type { StockSettings } from '../settings';
import type { Levels, Quantities } from '../state/stockSnapshot';

export const STOCK_EVENTS = ['stockLevelChanged', 'stockBelowThreshold'] as const;
export type StockEvent = (typeof STOCK_EVENTS)[number];

/** A level as it is now. */
export interface Level {
	sku: string;
	warehouseId: string | null;
	now: Quantities;
	/** When it was last changed, in seconds; undefined where the service does not tell. */
	at?: number;
	value: unknown;
	raw: unknown;
}

const ALL = 'all';
/** What stands for a level in an item. */
export const levelId = (sku: string, warehouseId: string | null): string => `${sku}@${warehouseId ?? ALL}`;

export function levelOf(id: string): Pick<Level, 'sku' | 'warehouseId'> {
	const at = id.lastIndexOf('@');
	const place = id.slice(at + 1);
	return { sku: id.slice(0, at), warehouseId: place === ALL ? null : place };
}

export interface StockJudging {
	settings: StockSettings;
	/** The events chosen, and whether this is the first look for each. */
	events: ReadonlyArray<{ name: StockEvent; first: boolean }>;
	round: number;
}

/** What a level now means against the level before; an empty list where it is no news. */
export function classifyLevel(
	{ settings, events, round }: StockJudging,
	before: Quantities | undefined,
	level: Level,
): Emission[] {
	const { sku, warehouseId, now } = level;
	return events.flatMap(({ name, first }): Emission[] => {
		const isNews = name === 'stockLevelChanged' ? changed(settings, before, now) : fallen(settings, sku, before, now);
		// Of a product that is looked at for the first time nothing is known to have changed.
		if (!isNews || (before === undefined && first && settings.firstRun === 'nothing')) return [];
		const { at, value, raw } = level;
		return [
			{
				event: name,
				record: 'stockLevel',
				id: levelId(sku, warehouseId),
				at,
				fingerprint: `${round}:${now.onHand},${now.available ?? ''}`,
				value,
				raw,
				change: {
					previous: before ?? null,
					current: name === 'stockBelowThreshold' ? { ...now, threshold: thresholdOf(settings, sku) } : now,
				},
			},
		];
	});
}

function changed({ quantity }: StockSettings, before: Quantities | undefined, now: Quantities): boolean {
	if (!before) return true;
	return (
		(quantity !== 'available' && before.onHand !== now.onHand) ||
		(quantity !== 'onHand' && before.available !== now.available)
	);
}

/** Fires when the level goes below, not as long as it is there. */
const fallen = (settings: StockSettings, sku: string, before: Quantities | undefined, now: Quantities): boolean =>
	isBelow(settings, sku, now) && !(before && isBelow(settings, sku, before));

function isBelow(settings: StockSettings, sku: string, { onHand, available }: Quantities): boolean {
	const pieces = settings.quantity === 'onHand' ? onHand : (available ?? onHand);
	return pieces < thresholdOf(settings, sku);
}

const thresholdOf = ({ threshold, thresholds }: StockSettings, sku: string): number =>
	ownValue(thresholds, sku.toLowerCase()) ?? threshold;

/** Takes a level in, unless it is news that must wait: then it is news again the next time. */
export function takeIn(
	classifier: StockJudging,
	known: Levels,
	level: Level,
	emissions: Emission[],
	most: number,
): void {
	const news = classifyLevel(classifier, known.get(level.sku), level);
	if (news.length > 0 && emissions.length >= most) return;
	known.set(level.sku, level.now);
	append(emissions, news);
}
