/** What a workflow asks: to keep a pair of IDs, or to find the other ID of one. */
export interface IdRequest {
	action?: unknown;
	/** `order`, `product` … */
	kind?: unknown;
	erpId?: unknown;
	extensivId?: unknown;
	[other: string]: unknown;
}

/** A row of the table of IDs. */
export interface IdRow {
	id?: number;
	kind: string;
	erpId: string;
	extensivId: string;
	/** Kind and ID in one, by which rows are looked up. */
	erpKey: string;
	extensivKey: string;
	since: string;
}

export interface IdAnswer extends IdRequest {
	/** Of *put*: `done`, or `alreadyDone`. Of *get*: `found`, or `unknown`. Of both: `failed`. */
	outcome: 'done' | 'alreadyDone' | 'found' | 'unknown' | 'failed';
	problem?: string;
	remedy?: string;
}

export function keysOf(requests: readonly IdRequest[]): Array<{ erpKey: string; extensivKey: string }>;
export function repeatedOf(rows: ReadonlyArray<Partial<IdRow>>): number[];
export function answersOf(
	requests: readonly IdRequest[],
	rows: ReadonlyArray<Partial<IdRow>>,
	now: Date,
): Array<{ answer: IdAnswer; row: IdRow | null }>;
