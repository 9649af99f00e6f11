import type { PeakHour } from './peakHour';
import { type Kind, KINDS, type Settings, type Size } from './sizes';
import { type Execution, percentile } from './tally';

interface Percentiles {
	p50: number;
	p95: number;
	p99: number;
}

/** The executions of a kind. Times are in seconds. */
interface KindFigures extends Percentiles {
	rows: number;
	/** From the start of the first execution to the end of the last. */
	seconds: number;
	rowsPerSecond: number;
	/** Executions that were started, and those that started failed rows again. */
	executions: number;
	repeated: number;
	/** Rows that a node reported as failed; of these those whose result it did not know, and how many of them were done. */
	failed: number;
	unknown: number;
	unknownDone: number;
	/** Failed rows that were done without the node saying that they may have been. */
	failedButDone: number;
}

/** The calls of an endpoint. Times are in milliseconds, of calls that were answered, by the sandbox's clock. */
interface CallFigures extends Percentiles {
	calls: number;
	/** What the writes take if nothing fails. */
	fewest?: number;
	/** Calls that met trouble. */
	struck: number;
}

export interface Summary {
	size: Size;
	settings: Settings;
	seconds: number;
	rowsPerSecond: number;
	kinds: Record<Kind, KindFigures>;
	calls: Record<string, CallFigures>;
	allCalls: CallFigures;
	/** Calls that met trouble, by its kind. */
	trouble: Record<string, number>;
	/** Write calls beyond the fewest. */
	retriedWrites: number;
	differences: string[];
}

/** The figures of a run. */
export function summarize(hour: PeakHour, size: Size, settings: Settings): Summary {
	const { executions, calls, differences } = hour;
	const seconds = spanOf(executions);
	const kinds = Object.fromEntries(
		KINDS.map((kind) => [
			kind,
			kindFigures(
				executions.filter((one) => one.kind === kind),
				hour.rows[kind],
			),
		]),
	) as Record<Kind, KindFigures>;
	const endpoints = [...new Set(calls.all.map(({ endpoint }) => endpoint))].sort();
	const byEndpoint = Object.fromEntries(
		endpoints.map((name) => [
			name,
			callFigures(
				calls.all.filter(({ endpoint }) => endpoint === name),
				calls.fewestWrites[name],
			),
		]),
	);
	const writes = Object.keys(calls.fewestWrites).reduce((sum, name) => sum + (byEndpoint[name]?.calls ?? 0), 0);
	return {
		size,
		settings,
		seconds,
		rowsPerSecond: Object.values(hour.rows).reduce((sum, rows) => sum + rows, 0) / seconds,
		kinds,
		calls: byEndpoint,
		allCalls: callFigures(calls.all),
		trouble: countBy(calls.all.flatMap(({ fault }) => fault ?? [])),
		retriedWrites: writes - calls.fewest,
		differences,
	};
}

function kindFigures(executions: readonly Execution[], rows: number): KindFigures {
	const total = (of: (one: Execution) => number): number => executions.reduce((sum, one) => sum + of(one), 0);
	const seconds = spanOf(executions);
	return {
		rows,
		seconds,
		rowsPerSecond: rows / seconds,
		executions: executions.length,
		repeated: executions.filter(({ round }) => round > 0).length,
		...percentiles(executions.map(({ begun, ended }) => (ended - begun) / 1000)),
		failed: total(({ failed }) => failed),
		unknown: total(({ unknown }) => unknown),
		unknownDone: total(({ unknownDone }) => unknownDone),
		failedButDone: total(({ untrue }) => untrue),
	};
}

const callFigures = (calls: PeakHour['calls']['all'], fewest?: number): CallFigures => ({
	calls: calls.length,
	...(fewest === undefined ? {} : { fewest }),
	struck: calls.filter(({ fault }) => fault !== null).length,
	...percentiles(calls.flatMap(({ status, ms }) => (status === 0 || ms === null ? [] : [ms]))),
});

const percentiles = (values: readonly number[]): Percentiles => ({
	p50: percentile(values, 50),
	p95: percentile(values, 95),
	p99: percentile(values, 99),
});

const spanOf = (executions: readonly Execution[]): number =>
	(Math.max(...executions.map(({ ended }) => ended)) - Math.min(...executions.map(({ begun }) => begun))) / 1000;

function countBy(names: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}
