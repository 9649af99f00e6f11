import {
	changesOf,
	type Change,
	type CheckItem,
	eventsOf,
	type EventRow,
	type Happening,
	type IncidentRow,
	needsCheck,
} from '../../../../workflows/code/common/alerts';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const RULES = { quietMinutes: 60, quietMinutesOfDifferences: 1500 };

const execution = (
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
	workflow: { id: '1', name: workflow },
});

const noted = (happenings: Happening[], id = 1, at = NOW): Array<EventRow & { id: number }> =>
	eventsOf(happenings, 'w1', at).map((event, index) => ({ ...event, id: id + index }));

/** The table after some changes. */
const after = (changes: readonly Change[]): IncidentRow[] => changes.map(({ row }) => row);
const opened = (happening: Happening): IncidentRow[] => after(changesOf([], noted([happening]), [], NOW, RULES));
const kinds = (changes: readonly Change[]): Array<string | undefined> => changes.map(({ message }) => message?.kind);

const WELL: CheckItem = { status: 'ok', failed: '' };

describe('what happened', () => {
	it.each(['authentication', 'serviceDown', 'rateLimit'])(
		'is one incident for all workflows if the failure is of the class %s',
		(failure) => {
			const events = noted([execution(failure, 'Orders in'), execution(failure, 'Stock in')]);
			expect(events).toEqual([expect.objectContaining({ key: failure, class: failure, events: 2 })]);
		},
	);

	it('is one incident for each workflow otherwise', () => {
		const events = noted([execution('input', 'Orders in'), execution(undefined, 'Stock in'), execution('notFound')]);
		expect(events.map(({ key, events: count }) => [key, count])).toEqual([
			['other: Orders in', 2],
			['other: Stock in', 1],
		]);
	});

	it('keeps what a person needs: step, reason, remedy, workflow and execution', () => {
		expect(noted([execution('serviceDown')])[0]).toMatchObject({
			reason: 'Create orders: The service failed (HTTP 503).',
			remedy: 'Run again later.',
			workflow: 'Orders in',
			execution: 'https://n8n.example/workflow/1/executions/7',
			at: NOW.toISOString(),
		});
	});

	it('includes triggers that fail without an execution', () => {
		const trigger = { trigger: { error: { message: 'No.', failure: { class: 'authentication' } } }, workflow: {} };
		expect(noted([trigger])[0]).toMatchObject({ class: 'authentication', reason: 'No.', workflow: 'unknown' });
	});

	it('includes failed items, by their class', () => {
		const item = { failure: 'rateLimit', error: 'Too many requests.', message: 'Run later.', workflow: 'Stock in' };
		expect(noted([item])[0]).toMatchObject({
			class: 'rateLimit',
			reason: 'Too many requests.',
			remedy: 'Run later.',
		});
	});

	it('includes differences of a reconciliation, but not a reconciliation without any', () => {
		const found = noted([
			{ accuracyPercent: 100, compared: 4, equal: 4 },
			{ accuracyPercent: 75, compared: 4, equal: 3, workflow: 'Nightly' },
			{ outcome: 'neverArrived', orderNumber: '10250', workflow: 'Nightly' },
			{ outcome: 'different', sku: 'A', workflow: 'Nightly' },
		]);
		expect(found.map(({ key, reason, events }) => [key, reason, events])).toEqual([
			['discrepancy: Nightly', '3 of 4 are equal (75 %).', 3],
		]);
		expect(noted([{ outcome: 'neverArrived', orderNumber: '10250' }])[0]?.reason).toBe('10250: neverArrived');
	});

	it('takes any other item as a failure of its workflow, and cuts long texts', () => {
		expect(noted([{ reason: 'Bad.', whatToDo: 'Mend it.', workflow: 'X' }])[0]).toMatchObject({
			key: 'other: X',
			reason: 'Bad.',
			remedy: 'Mend it.',
		});
		expect(noted([{ reason: 'x'.repeat(9999) }])[0]?.reason).toHaveLength(500);
		expect(noted([{}])).toEqual([]);
	});
});

describe('an incident', () => {
	it('is said once, however many executions fail, in one look or in several', () => {
		const hundred = Array.from({ length: 100 }, (_, at) => noted([execution('serviceDown')], at)).flat();
		const first = changesOf([], hundred, [], NOW, RULES);
		expect(kinds(first)).toEqual(['alert']);
		expect(first[0]?.row).toMatchObject({ state: 'open', events: 100 });
		expect(first[0]?.eventIds).toHaveLength(100);
		const second = changesOf(after(first), noted([execution('serviceDown')]), [], later(5), RULES);
		expect(kinds(second)).toEqual([undefined]);
		expect(second[0]?.row).toMatchObject({ state: 'open', events: 101, firstSeen: NOW.toISOString() });
	});

	it('says what happened, what to do, and where', () => {
		const [change] = changesOf([], noted([execution('serviceDown')]), [], NOW, RULES);
		expect(change?.message).toEqual({
			kind: 'alert',
			class: 'serviceDown',
			subject: 'Extensiv alert: the service does not answer',
			text: `The service does not answer.

What happened: Create orders: The service failed (HTTP 503).
What to do: Run again later.
Workflow: Orders in
Since: 2026-03-02 12:00 UTC
Execution: https://n8n.example/workflow/1/executions/7`,
		});
	});

	it.each(['authentication', 'serviceDown', 'rateLimit'])(
		'of the class %s is over when a check succeeds',
		(failure) => {
			const open = opened(execution(failure));
			expect(needsCheck(open)).toBe(true);
			expect(changesOf(open, [], [], later(9999), RULES)).toEqual([]);
			expect(changesOf(open, [], [{ error: 'No.', failure }], later(9999), RULES)).toEqual([]);
			const [change] = changesOf(open, [], [WELL], later(5), RULES);
			expect(change?.row).toMatchObject({ state: 'resolved', resolvedAt: later(5).toISOString() });
			expect(change?.message).toMatchObject({
				kind: 'resolved',
				subject: expect.stringMatching(/^Extensiv resolved: /),
			});
		},
	);

	it('stays open while parts of the service fail, except for a credential that is accepted again', () => {
		const partly: CheckItem = { status: 'problems', failed: 'Orders' };
		expect(changesOf(opened(execution('serviceDown')), [], [partly], later(5), RULES)).toEqual([]);
		expect(kinds(changesOf(opened(execution('authentication')), [], [partly], later(5), RULES))).toEqual(['resolved']);
	});

	it('stays open while it goes on happening, although a check succeeds', () => {
		const open = opened(execution('rateLimit'));
		expect(kinds(changesOf(open, noted([execution('rateLimit')]), [WELL], later(5), RULES))).toEqual([undefined]);
	});

	it('of one workflow is over when nothing has happened for a while, differences after longer', () => {
		const failure = opened(execution('input'));
		const differences = opened({ outcome: 'neverArrived', workflow: 'Nightly' });
		expect(needsCheck([...failure, ...differences])).toBe(false);
		const states = (minutes: number) =>
			changesOf([...failure, ...differences], [], [], later(minutes), RULES).map(({ row }) => row.class);
		expect(states(59)).toEqual([]);
		expect(states(60)).toEqual(['other']);
		expect(states(1500)).toEqual(['other', 'discrepancy']);
	});

	it('is said again when it comes back, and is the same row', () => {
		const resolved = after(changesOf(opened(execution('serviceDown')), [], [WELL], later(5), RULES));
		expect(changesOf(resolved, [], [], later(10), RULES)).toEqual([]);
		const [again] = changesOf(resolved, noted([execution('serviceDown')], 9, later(20)), [], later(20), RULES);
		expect(again?.message?.kind).toBe('alert');
		expect(again?.row).toMatchObject({
			key: 'serviceDown',
			state: 'open',
			events: 1,
			firstSeen: later(20).toISOString(),
			resolvedAt: null,
		});
	});
});
