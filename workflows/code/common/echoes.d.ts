/** What a workflow says: that it wrote fields to a system, or that it saw them there. */
export interface WriteRequest {
	/** `wrote`, or `changed`. */
	action?: unknown;
	/** `erp`, or `extensiv`. */
	system?: unknown;
	/** `order`, `product` … */
	kind?: unknown;
	/** ID in that system. */
	id?: unknown;
	/** The fields that go both ways. */
	fields?: unknown;
	[other: string]: unknown;
}

/** A row of the table of writes. */
export interface WriteRow {
	/** Undefined if it is new. */
	id?: number | undefined;
	key: string;
	/** Of the fields that were written last; empty once the record has been changed by others. */
	hash: string;
	at: string;
}

export interface WriteAnswer extends WriteRequest {
	/** Of *wrote*: `done`. Of *changed*: `change`, or `echo` if it is what was written. Of both: `failed`. */
	outcome: 'done' | 'change' | 'echo' | 'failed';
	problem?: string;
	remedy?: string;
}

export function textsOf(requests: readonly WriteRequest[]): Array<{ key: string; text: string }>;
export function verdictsOf(
	requests: readonly WriteRequest[],
	hashes: readonly string[],
	rows: ReadonlyArray<Partial<WriteRow>>,
	now: Date,
): Array<{ answer: WriteAnswer; row: WriteRow | null }>;
