import * as z from '../shared/vendor/zod';
import { Memory } from './memory';
import { type DatedPart, datedPart } from './state';

const datedTold = z.object({ ids: z.array(z.string()), cursor: z.number().int() });
/** The records that were told of, and where the event had stood before. */
export type DatedTold = z.Infer<typeof datedTold>;

/** The part as if the records that were told of had never been seen. */
export function forgetDated(part: unknown, told: unknown): unknown {
	const [now, last] = [datedPart.safeParse(part), datedTold.safeParse(told)];
	if (!now.success || !last.success) return part;
	const { ids, cursor } = last.data;
	const seen = { ...now.data.seen };
	const memory = new Memory(now.data.memory ?? '');
	for (const id of ids) {
		delete seen[id];
		memory.forget(id);
	}
	// Those that were entered long after their time are looked for at once.
	return { ...now.data, cursor, again: now.data.cursor, deepAt: undefined, deepFrom: undefined, seen, memory: memory.save() } satisfies DatedPart;
}
