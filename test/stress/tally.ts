import type { Kind } from './sizes';

/** One execution, first or repeated. */
export interface Execution {
	kind: Kind;
	/** Times it had been started before. */
	round: number;
	rows: number;
	/** From and until, in milliseconds of one monotonic clock. */
	begun: number;
	ended: number;
	/** Rows on the error output. */
	failed: number;
	/** Of these: rows of which the node says that their result is not known, and how many of them were done. */
	unknown: number;
	unknownDone: number;
	/** Failed rows that were done although the node does not say so. */
	untrue: number;
	/** The first error. */
	error?: string;
}

/** What an error says where nobody knows what has become of a change. */
const NOT_KNOWN = /is not known/;

/** The failed rows of an execution. */
export interface FailedRow {
	error: string;
	isDone: boolean;
}

export function countFailures(
	rows: readonly FailedRow[],
): Pick<Execution, 'failed' | 'unknown' | 'unknownDone' | 'untrue' | 'error'> {
	const unknown = rows.filter(({ error }) => NOT_KNOWN.test(error));
	const known = rows.filter(({ error }) => !NOT_KNOWN.test(error));
	const [first] = rows;
	return {
		failed: rows.length,
		unknown: unknown.length,
		unknownDone: unknown.filter(({ isDone }) => isDone).length,
		untrue: known.filter(({ isDone }) => isDone).length,
		...(first ? { error: first.error } : {}),
	};
}

/** The value below which so many percent lie, by the nearest rank. 0 of none. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
