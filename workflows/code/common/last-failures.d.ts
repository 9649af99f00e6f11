/** What the page shows of a failure. */
export interface ShownFailure {
	/** ISO 8601; may be empty. */
	time: string;
	/** The flow and the key of the item. */
	subject: string;
	/** What went wrong and what to do; empty if nothing failed. */
	reason: string;
	/** Inventory accuracy in percent; empty if it is not known. */
	accuracy: number | '';
}

type TableItem = Record<string, unknown>;

export function lastFailures(
	failures: readonly TableItem[],
	incidents: readonly TableItem[],
	reconciliations: readonly TableItem[],
	now: Date,
	isChosen?: (workflow: unknown) => boolean,
): ShownFailure[];
