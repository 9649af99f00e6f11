import type { Standing } from './standing';

/** What the workflow was started with: an execution that failed, an item that failed, or a result of a reconciliation. */
export type Happening = Record<string, unknown>;

export type IncidentClass =
	| 'authentication'
	| 'serviceDown'
	| 'rateLimit'
	| 'discrepancy'
	| 'failedItems'
	| 'brake'
	| 'other';

/** A row of the table of events. Dates are ISO 8601. */
export interface EventRow {
	id?: number;
	/** ID of the workflow of alerts that has to see it. */
	watcher: string;
	/** Class, and where it concerns a workflow that workflow's name. Events with the same key are one incident. */
	key: string;
	class: IncidentClass;
	reason: string;
	remedy: string;
	workflow: string;
	/** Address of the execution. */
	execution: string;
	/** How many happenings it stands for. */
	events: number;
	at: string;
}

/** A row of the table of incidents. */
export interface IncidentRow {
	watcher: string;
	key: string;
	/** `alerting` and `resolving`: its message is under way. */
	state: 'alerting' | 'open' | 'resolving' | 'resolved';
	class: IncidentClass;
	reason: string;
	remedy: string;
	workflow: string;
	execution: string;
	events: number;
	firstSeen: string;
	lastSeen: string;
	/** When it was over the last time. */
	resolvedAt: string | null;
}

/** An incident that has changed. */
export interface Change {
	row: IncidentRow;
	/** The row while its message is under way; null without a message. */
	underWay: IncidentRow | null;
	/** ID of the last event that is in the row; 0 if there is none. */
	lastEventId: number;
	/** What to send; null if nobody needs to know. */
	message: { kind: 'alert' | 'resolved'; class: IncidentClass; subject: string; text: string } | null;
}

/** An item of *Connection: Check*, or of its error output. */
export type CheckItem = Record<string, unknown>;

export function eventsOf(happenings: readonly Happening[], watcher: string, now: Date): EventRow[];
export function needsCheck(incidents: ReadonlyArray<Partial<IncidentRow>>): boolean;
export function changesOf(
	incidents: readonly IncidentRow[],
	events: ReadonlyArray<EventRow & { id: number }>,
	check: readonly CheckItem[],
	now: Date,
	settings: { watcher: string; quietMinutes: number; quietMinutesOfDifferences: number },
	standing: Standing,
): Change[];
