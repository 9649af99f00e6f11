import * as z from '../../shared/vendor/zod';
import { readLevels, saveLevels } from './stockSnapshot';

/** The part of the saved state that both stock events share. */
export const STOCK_STREAM = 'stock';

const number = z.number().int().nonnegative();
/** A number that the trigger can do without when it is damaged: then all levels are read. */
const spare = number.nullish().catch(undefined);

export const stockState = z.object({
	/** Events that have had their first look, with the settings that matter to them. */
	armed: z.record(z.string(), z.string()),
	/** Levels by warehouse; those of all warehouses together under an empty name. */
	places: z.record(z.string(), z.string()),
	/** Counts the polls that emitted something. Undefined where it is damaged. */
	round: number.optional().catch(undefined),
	/** Place to begin with: the one before it took all the time. */
	next: z.string().nullish(),
	/** Up to where the feed of changes was read, or all levels were. */
	cursor: spare,
	/** Counts the polls: tells whether this is the state that the last poll of a process left. */
	turn: spare,
	/** When all levels were last compared. */
	comparedAt: spare,
	/** Until then all levels are compared: an answer of the feed was lost, and what it had may show late. */
	wholeUntil: spare,
	/** SKUs that the feed has shown, and until when their levels are read again, because a change may show late. */
	recheck: z.record(z.string(), z.unknown()).nullish().catch(undefined),
	/** Marks of the rows that could not be read when they were last looked at: the user knows of them. */
	unreadable: z.array(z.string()).nullish().catch(undefined),
});
export type StockState = z.Infer<typeof stockState>;

const stockEmitted = z.object({ skus: z.record(z.string(), z.array(z.string())), cursor: spare });
/** The emitted SKUs by warehouse, and the feed's position before them. */
export type StockEmitted = z.Infer<typeof stockEmitted>;

/** The part as if the emitted levels had never been seen. */
export function forgetStock(part: unknown, lastEmitted: unknown): unknown {
	const [now, last] = [stockState.safeParse(part), stockEmitted.safeParse(lastEmitted)];
	if (!now.success || !last.success) return part;
	const { skus, cursor } = last.data;
	const places = Object.entries(now.data.places).map(([name, saved]): [string, string] => {
		const levels = readLevels(saved);
		for (const sku of skus[name] ?? []) levels.delete(sku);
		return [name, saveLevels(levels)];
	});
	return { ...now.data, cursor, places: Object.fromEntries(places) } satisfies StockState;
}
