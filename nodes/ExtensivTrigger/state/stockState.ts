import * as z from '../../shared/vendor/zod';
import { readLevels, saveLevels } from './stockSnapshot';

/** The part of the saved state that both stock events share. */
export const STOCK_STREAM = 'stock';

const number = z.number().int().nonnegative();
/** A number that the trigger can do without: if it is damaged, all levels are read. */
const spare = number.nullish().catch(undefined);

export const stockState = z.object({
	/** Events that have had their first look, with the settings that matter to them. */
	armed: z.record(z.string(), z.string()),
	/** Levels by warehouse; those of all warehouses together under an empty name. */
	places: z.record(z.string(), z.string()),
	/** Counts the polls that emitted something. Undefined if damaged. */
	round: number.optional().catch(undefined),
	/** The place to begin with: the one before it took all the time. */
	next: z.string().nullish(),
	/** The point up to which the feed of changes, or all levels, were read. */
	cursor: spare,
	/** Counts the polls: identifies the state that the last poll of a process left. */
	turn: spare,
	/** When all levels were last compared. */
	comparedAt: spare,
	/** Until then all levels are compared: a response of the feed was lost, and its changes may become visible late. */
	wholeUntil: spare,
	/**
	 * SKUs from the feed, and the time until which their levels are read again, because a change may become visible late.
	 */
	recheck: z.record(z.string(), z.unknown()).nullish().catch(undefined),
	/** Fingerprints of the unreadable rows of the last look: the user knows about them. */
	unreadable: z.array(z.string()).nullish().catch(undefined),
});
export type StockState = z.Infer<typeof stockState>;

const stockEmitted = z.object({ skus: z.record(z.string(), z.array(z.string())), cursor: spare });
/** The emitted SKUs by warehouse, and the feed's position before them. */
export type StockEmitted = z.Infer<typeof stockEmitted>;

/** The state as if the emitted levels had never been seen. */
export function forgetStock(part: unknown, lastEmitted: unknown): unknown {
	const [now, last] = [stockState.safeParse(part), stockEmitted.safeParse(lastEmitted)];
	if (!now.success || !last.success) return part;
	const { skus, cursor } = last.data;
	const levelsByWarehouse = Object.entries(now.data.places).map(([name, saved]): [string, string] => {
		const levels = readLevels(saved);
		for (const sku of skus[name] ?? []) levels.delete(sku);
		return [name, saveLevels(levels)];
	});
	return { ...now.data, cursor, places: Object.fromEntries(levelsByWarehouse) } satisfies StockState;
}
