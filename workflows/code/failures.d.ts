/** A row of the table of failures. Dates are ISO 8601. */
export interface FailureRow {
	/** Undefined in a new row. */
	id?: number | undefined;
	flow: string;
	key: string;
	state: 'open' | 'given up' | 'closed';
	reason: string;
	remedy: string;
	/** What a replay sends, as JSON. The user may edit it. Empty in a closed row. */
	item: string;
	/** What the ERP gave, as JSON. In a closed row a mark of it, or empty if it got through as the ERP has it. */
	source: string;
	tries: number;
	firstSeen: string;
	lastSeen: string;
	nextTry: string | null;
	workflowId: string;
}

export interface FailureReport {
	flow: string;
	workflowId: string;
	failures: Array<{ key: string; reason: string; remedy: string; item: unknown; source?: unknown }>;
	ok: string[];
	others: 'closed' | 'kept';
}

interface RetrySettings {
	retryMinutes: number;
	retryDays: number;
}

export function rowsAfter(
	report: FailureReport,
	rows: readonly FailureRow[],
	now: Date,
	settings: RetrySettings,
): FailureRow[];

export function changesOfRows(
	rows: readonly FailureRow[],
	known: readonly FailureRow[],
	size: number,
): Array<{ columns: Partial<FailureRow>; ids: number[] }>;

export interface Replay {
	flow: string;
	workflowId: string;
	rows: Array<{ key: string; item: string }>;
}

export function dueRows(rows: readonly FailureRow[], now: Date, byHand: boolean): Replay[];

export function rowsWithoutResult(
	replayed: readonly Replay[],
	before: readonly FailureRow[],
	after: readonly FailureRow[],
	now: Date,
	settings: RetrySettings,
): Array<Pick<FailureRow, 'workflowId' | 'key' | 'state' | 'tries' | 'lastSeen' | 'nextTry'>>;

export function problemOf(runs: ReadonlyArray<{ flow: string; problem: string }>): string | undefined;
