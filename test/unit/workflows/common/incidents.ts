import {
	changesOf,
	type Change,
	type CheckItem,
	eventsOf,
	type EventRow,
	type Happening,
	type IncidentRow,
} from '../../../../workflows/code/common/alerts';
import { type Standing } from '../../../../workflows/code/common/standing';

export const NOW = new Date('2026-03-02T12:00:00.000Z');
export const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
export const RULES = { watcher: 'w1', quietMinutes: 60, quietMinutesOfDifferences: 1500 };
export const NOTHING: Standing = { incidents: [], reconciled: [], unread: [] };

export const execution = (
	failure: string | undefined,
	workflow = 'Orders in',
	message = 'The service failed (HTTP 503).',
) => ({
	execution: {
		id: '7',
		url: 'https://n8n.example/workflow/1/executions/7',
		lastNodeExecuted: 'Create orders',
		error: { message, description: 'Run again later.', ...(failure && { failure: { class: failure } }) },
	},
	workflow: { id: `id of ${workflow}`, name: workflow },
});

export const noted = (happenings: Happening[], id = 1, at = NOW): Array<EventRow & { id: number }> =>
	eventsOf(happenings, 'w1', at).map((event, index) => ({ ...event, id: id + index }));

export const changes = (
	incidents: readonly IncidentRow[],
	events: ReadonlyArray<EventRow & { id: number }>,
	check: readonly CheckItem[],
	now: Date,
	standing = NOTHING,
): Change[] => changesOf(incidents, events, check, now, RULES, standing);

/** The table after some changes. */
export const after = (changed: readonly Change[]): IncidentRow[] => changed.map(({ row }) => row);
export const opened = (happening: Happening): IncidentRow[] => after(changes([], noted([happening]), [], NOW));
export const kinds = (changed: readonly Change[]): Array<string | undefined> =>
	changed.map(({ message }) => message?.kind);

export const WELL: CheckItem = { status: 'ok', failed: '' };
