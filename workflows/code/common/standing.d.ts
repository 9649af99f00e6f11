import type { IncidentClass } from './alerts';

/** Something that a table says is wrong now. Dates are ISO 8601. */
export interface StandingIncident {
	key: string;
	class: IncidentClass;
	reason: string;
	remedy: string;
	workflow: string;
	/** Items that failed, or differences. */
	events: number;
	firstSeen: string;
	lastSeen: string;
}

export interface Standing {
	incidents: StandingIncident[];
	/** Keys of the workflows that have a result in the table of reconciliations; those without an incident agree. */
	reconciled: string[];
	/** Tables that cannot be read: nothing is over because of them. */
	unread: Array<'failures' | 'reconciliations'>;
}

/** What a data table gives: its rows, or an item with `error`. */
export type TableItem = Record<string, unknown>;

export function selection(names: string): (name: unknown) => boolean;

export function standingOf(
	failures: readonly TableItem[],
	reconciliations: readonly TableItem[],
	onlyWorkflows: string,
): Standing;
