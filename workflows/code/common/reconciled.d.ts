/** Items of the three outputs of *Reconcile*. */
export interface Comparison {
	/** `orders` or `stock` */
	what: string;
	differences: ReadonlyArray<Record<string, unknown>>;
	/** Undefined if nothing was compared. */
	counts?: { compared?: number; equal?: number; accuracyPercent?: number | null } | undefined;
	notCompared: ReadonlyArray<Record<string, unknown>>;
}

/** A row of the table *Extensiv reconciliations*. */
export interface ResultRow {
	/** Name of the workflow that compared. */
	workflow: string;
	workflowId: string;
	what: string;
	compared: number;
	equal: number;
	/** Null if nothing could be compared. */
	accuracyPercent: number | null;
	/** Items that could not be compared. */
	notCompared: number;
	/** The first differences, and the first items that could not be compared. */
	examples: string;
	/** ISO 8601. */
	at: string;
}

export function resultsOf(
	run: { workflow: string; workflowId: string },
	comparisons: readonly Comparison[],
	now: Date,
): ResultRow[];
