/** A call, as the table *Extensiv calls* keeps it: no body, no query, nothing of a person. */
export interface KeptCall {
	/** ISO 8601. */
	time: string;
	workflow: string;
	/** ID of the execution. */
	execution: string;
	/** Order numbers that the execution changed until then, separated by `, `. */
	orders: string;
	node: string;
	operation: string;
	method: string;
	path: string;
	/** Null if no response arrived. */
	status: number | null;
	tries: number | null;
	milliseconds: number | null;
	requestId: string;
	rowsSent: number | null;
	rowsReceived: number | null;
	/** Class of the failure; empty if the call succeeded. */
	failure: string;
}

/** What a person looks for; empty texts mean anything. */
export interface Search {
	/** Why the search cannot be made; empty if it can. */
	problem: string;
	order: string;
	request: string;
	/** A part of the workflow's name, of the operation or of the path. */
	text: string;
	failed: boolean;
	/** ISO 8601. */
	from: string;
	to: string;
}

export function linesToKeep(items: ReadonlyArray<Record<string, unknown>>): KeptCall[];
export function searchOf(query: Readonly<Record<string, unknown>>, now: Date): Search;
export function linesFound(rows: readonly KeptCall[], search: Search): KeptCall[];
export function pageOf(search: Search, rows: readonly KeptCall[]): string;
