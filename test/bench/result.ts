import { z } from 'zod/v4';

/** All samples of one figure, in the order of the rounds. */
const measure = z.object({ samples: z.array(z.number()), median: z.number() });

const contender = z.object({
	name: z.string(),
	label: z.string(),
	/** By name: seconds, calls, refused (answers with 429), megabytes, microseconds, milliseconds. */
	measures: z.record(z.string(), measure),
	/** What went wrong in a round; a contender that fails is a result. */
	failures: z.array(z.string()),
});

const bar = z.object({ text: z.string(), limit: z.string(), value: z.number(), met: z.boolean() });

const row = z.object({
	name: z.string(),
	/** What is done, in a sentence. */
	work: z.string(),
	/** What an engineer has to know to judge the figures. */
	notes: z.array(z.string()),
	rounds: z.number(),
	/** When it was measured (ISO-8601), and which commit. */
	date: z.string(),
	commit: z.string(),
	/** Seconds that the row took, with all that is not measured. */
	took: z.number(),
	contenders: z.array(contender),
	bars: z.array(bar),
	/** Why the row has no figures. */
	skipped: z.string().optional(),
});

export const benchResult = z.object({
	versions: z.object({ pack: z.string(), n8n: z.string(), node: z.string(), sandboxNode: z.string() }),
	machine: z.object({ processor: z.string(), cores: z.number(), gigabytes: z.number(), system: z.string() }),
	/** 1 for the sizes of the table; a smaller one only tries the instrument. */
	scale: z.number(),
	rows: z.array(row),
});

export type BenchResult = z.infer<typeof benchResult>;
export type RowResult = z.infer<typeof row>;
export type ContenderResult = z.infer<typeof contender>;
export type BarResult = z.infer<typeof bar>;
