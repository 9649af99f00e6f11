import { append } from '../../shared/domain/append';
import { ownValue } from '../../shared/domain/ownValue';
import type { Emission } from '../../shared/events/emission';
import type { StockSettings } from '../settings';
import type { Levels, Quantities } from '../state/stockSnapshot';

export const STOCK_EVENTS = ['stockLevelChanged', 'stockBelowThreshold'] as const;
export type StockEvent = (typeof STOCK_EVENTS)[number];

/** A current level. */
export interface Level {
	sku: string;
	warehouseId: string | null;
	now: Quantities;
	/** Its last change in seconds; undefined if the service does not report it. */
	at?: number;
	value: unknown;
	raw: unknown;
}

const ALL = 'all';
/** The id of a level in an item. */
export const levelId = (sku: string, warehouseId: string | null): string => `${sku}@${warehouseId ?? ALL}`;

export function levelOf(id: string): Pick<Level, 'sku' | 'warehouseId'> {
	const at = id.lastIndexOf('@');
	const place = id.slice(at + 1);
	return { sku: id.slice(0, at), warehouseId: place === ALL ? null : place };
}

export interface StockJudging {
	settings: StockSettings;
	/** The chosen events, and whether this is the first look for each. */
	events: ReadonlyArray<{ name: StockEvent; first: boolean }>;
	round: number;
}

/** The events of a level, compared with its previous value; an empty list if there is no news. */
export function classifyLevel(
	{ settings, events, round }: StockJudging,
	before: Quantities | undefined,
	level: Level,
): Emission[] {
	const { sku, warehouseId, now } = level;
	return events.flatMap(({ name, first }): Emission[] => {
		const isNews = name === 'stockLevelChanged' ? changed(settings, before, now) : fallen(settings, sku, before, now);
		// Nothing is known to have changed for a product that is seen for the first time.
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

/** Fires when the level falls below, not as long as it stays there. */
const fallen = (settings: StockSettings, sku: string, before: Quantities | undefined, now: Quantities): boolean =>
	isBelow(settings, sku, now) && !(before && isBelow(settings, sku, before));

function isBelow(settings: StockSettings, sku: string, { onHand, available }: Quantities): boolean {
	const pieces = settings.quantity === 'onHand' ? onHand : (available ?? onHand);
	return pieces < thresholdOf(settings, sku);
}

const thresholdOf = ({ threshold, thresholds }: StockSettings, sku: string): number =>
	ownValue(thresholds, sku.toLowerCase()) ?? threshold;

/** Stores a level, unless its news must wait: then it is news again next time. */
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
