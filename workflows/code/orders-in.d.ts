import type { FailureReport } from './failures';

/** A line of an order of the ERP. */
export type Line = Record<string, unknown>;

/** Columns of the table of failures that matter here. */
export interface KnownFailure {
	key?: string;
	state?: string;
	item?: string;
	source?: string;
}

export function linesToSend(lines: readonly Line[], rows: readonly KnownFailure[]): Line[];
export function linesToReplay(rows: ReadonlyArray<{ key: string; item: string }>): Line[];
export function reportOf(run: {
	orders: ReadonlyArray<Record<string, unknown>>;
	refused: ReadonlyArray<{ orderNumber?: unknown; reason: string; whatToDo?: string }>;
	sent: readonly Line[];
	rows: readonly KnownFailure[] | undefined;
}): Pick<FailureReport, 'failures' | 'ok' | 'others'> | undefined;
