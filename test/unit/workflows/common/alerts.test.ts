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
import { type Standing, standingOf, type TableItem } from '../../../../workflows/code/common/standing';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const RULES = { watcher: 'w1', quietMinutes: 60, quietMinutesOfDifferences: 1500 };
const NOTHING: Standing = { incidents: [], reconciled: [], unread: [] };

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
	workflow: { id: `id of ${workflow}`, name: workflow },
});

const noted = (happenings: Happening[], id = 1, at = NOW): Array<EventRow & { id: number }> =>
	eventsOf(happenings, 'w1', at).map((event, index) => ({ ...event, id: id + index }));

const changes = (
	incidents: readonly IncidentRow[],
	events: ReadonlyArray<EventRow & { id: number }>,
	check: readonly CheckItem[],
	now: Date,
	standing = NOTHING,
): Change[] => changesOf(incidents, events, check, now, RULES, standing);

/** The table after some changes. */
const after = (changed: readonly Change[]): IncidentRow[] => changed.map(({ row }) => row);
const opened = (happening: Happening): IncidentRow[] => after(changes([], noted([happening]), [], NOW));
const kinds = (changed: readonly Change[]): Array<string | undefined> => changed.map(({ message }) => message?.kind);

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
			['other: id of Orders in', 2],
			['other: id of Stock in', 1],
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
		const first = changes([], hundred, [], NOW);
		expect(kinds(first)).toEqual(['alert']);
		expect(first[0]?.row).toMatchObject({ state: 'open', events: 100 });
		expect(first[0]?.lastEventId).toBe(99);
		const second = changes(after(first), noted([execution('serviceDown')]), [], later(5));
		expect(kinds(second)).toEqual([undefined]);
		expect(second[0]?.row).toMatchObject({ state: 'open', events: 101, firstSeen: NOW.toISOString() });
	});

	it('says what happened, what to do, and where', () => {
		const [change] = changes([], noted([execution('serviceDown')]), [], NOW);
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
			expect(changes(open, [], [], later(9999))).toEqual([]);
			expect(changes(open, [], [{ error: 'No.', failure }], later(9999))).toEqual([]);
			const [change] = changes(open, [], [WELL], later(5));
			expect(change?.row).toMatchObject({ state: 'resolved', resolvedAt: later(5).toISOString() });
			expect(change?.message).toMatchObject({
				kind: 'resolved',
				subject: expect.stringMatching(/^Extensiv resolved: /),
			});
		},
	);

	it('stays open while parts of the service fail, except for a credential that is accepted again', () => {
		const partly: CheckItem = { status: 'problems', failed: 'Orders' };
		expect(changes(opened(execution('serviceDown')), [], [partly], later(5))).toEqual([]);
		expect(kinds(changes(opened(execution('authentication')), [], [partly], later(5)))).toEqual(['resolved']);
	});

	it('stays open while it goes on happening, although a check succeeds', () => {
		const open = opened(execution('rateLimit'));
		expect(kinds(changes(open, noted([execution('rateLimit')]), [WELL], later(5)))).toEqual([undefined]);
	});

	it('of one workflow is over when nothing has happened for a while, differences after longer', () => {
		const failure = opened(execution('input'));
		const differences = opened({ outcome: 'neverArrived', workflow: 'Nightly' });
		expect(needsCheck([...failure, ...differences])).toBe(false);
		const states = (minutes: number) =>
			changes([...failure, ...differences], [], [], later(minutes)).map(({ row }) => row.class);
		expect(states(59)).toEqual([]);
		expect(states(60)).toEqual(['other']);
		expect(states(1500)).toEqual(['other', 'discrepancy']);
	});

	it('does not flap when a workflow has another credential than the check, which always succeeds', () => {
		const resolved = after(changes(opened(execution('authentication')), [], [WELL], later(5)));
		const again = after(changes(resolved, noted([execution('authentication')], 9, later(30)), [WELL], later(30)));
		expect(changes(again, [], [WELL], later(35))).toEqual([]);
		expect(kinds(changes(again, [], [WELL], later(91)))).toEqual(['resolved']);
		const nextWeek = later(7 * 24 * 60);
		const other = after(changes(resolved, noted([execution('authentication')], 9, nextWeek), [WELL], nextWeek));
		expect(kinds(changes(other, [], [WELL], nextWeek))).toEqual(['resolved']);
	});

	it('is noted before its message leaves, so that a message that has left is followed by its end after a kill', () => {
		const underWay = (changed: readonly Change[]): IncidentRow[] => changed.map((one) => one.underWay!);
		const first = changes([], noted([execution('input')]), [], NOW);
		expect(underWay(first)).toMatchObject([{ state: 'alerting', key: first[0]!.row.key }]);
		// Killed: the events are still there, or what a table said is over.
		expect(kinds(changes(underWay(first), noted([execution('input')]), [], later(5)))).toEqual(['alert']);
		const again = changes(underWay(first), [], [], later(5));
		expect([kinds(again), again[0]?.row.state]).toEqual([['alert'], 'open']);
		const over = changes(after(again), [], [], later(90));
		expect([kinds(over), over[0]?.underWay?.state]).toEqual([['resolved'], 'resolving']);
		expect(kinds(changes(underWay(over), [], [], later(95)))).toEqual(['resolved']);
		expect(kinds(changes(underWay(over), noted([execution('input')]), [], later(95)))).toEqual(['alert']);
	});

	it('of which nothing is to be said comes first: a message that cannot be sent must not hold it up', () => {
		const open = opened(execution('input'));
		const events = [...noted([execution('serviceDown')]), ...noted([execution('input')], 2)];
		expect(kinds(changes(open, events, [], later(5)))).toEqual([undefined, 'alert']);
	});

	it('is that of its workflow, also if the execution that failed has no error', () => {
		const crashed = { execution: { id: '7', url: 'http://n8n/7' }, workflow: { id: '1', name: 'Orders in' } };
		expect(noted([crashed])[0]).toMatchObject({ key: 'other: 1', workflow: 'Orders in', execution: 'http://n8n/7' });
	});

	it('is said again when it comes back, and is the same row', () => {
		const resolved = after(changes(opened(execution('serviceDown')), [], [WELL], later(5)));
		expect(changes(resolved, [], [], later(10))).toEqual([]);
		const [again] = changes(resolved, noted([execution('serviceDown')], 9, later(20)), [], later(20));
		expect(again?.message?.kind).toBe('alert');
		expect(again?.row).toMatchObject({
			key: 'serviceDown',
			state: 'open',
			events: 1,
			firstSeen: later(20).toISOString(),
		});
	});
});

describe('what the tables of failures and reconciliations have', () => {
	const failure = (key: string, more: object = {}): TableItem => ({
		flow: 'Orders in',
		key,
		state: 'open',
		reason: 'Country "Atlantis" is not known.',
		remedy: 'Correct it.',
		item: '[{"name":"Jane Roe"}]',
		firstSeen: NOW.toISOString(),
		lastSeen: NOW.toISOString(),
		workflowId: 'w7',
		...more,
	});
	const result = (what: string, equal: number, more: object = {}): TableItem => ({
		workflow: 'Nightly',
		workflowId: 'w9',
		what,
		compared: 4,
		equal,
		accuracyPercent: equal * 25,
		notCompared: 0,
		examples: equal === 4 ? '' : '10250: never arrived',
		at: NOW.toISOString(),
		...more,
	});
	const hundred = Array.from({ length: 100 }, (_, at) => failure(`9${String(at).padStart(3, '0')}`));
	const look = (incidents: IncidentRow[], failures: TableItem[], results: TableItem[], at = 5, only = ''): Change[] =>
		changes(incidents, [], [], later(at), standingOf(failures, results, only));

	it('is one incident for each flow with failed items, said once, and over when none is left', () => {
		const first = look([], [...hundred, failure('M-1', { flow: 'Stock in', workflowId: 'w8' })], []);
		expect(first.map(({ row, message }) => [row.key, row.events, message?.subject])).toEqual([
			['failedItems: w7', 100, 'Extensiv alert: items failed (Orders in)'],
			['failedItems: w8', 1, 'Extensiv alert: items failed (Stock in)'],
		]);
		expect(first[0]?.message?.text).toMatch(/100 items failed\. The last one, 9000: Country[\s\S]*Correct it\./);
		expect(JSON.stringify(first)).not.toContain('Jane');
		const table = after(first);
		expect(look(table, [...hundred, failure('M-1', { flow: 'Stock in', workflowId: 'w8' })], [])).toEqual([]);
		const second = look(table, hundred.slice(0, 3), []);
		expect(second.map(({ row, message }) => [row.key, row.state, message?.kind])).toEqual([
			['failedItems: w7', 'open', undefined],
			['failedItems: w8', 'resolved', 'resolved'],
		]);
		const last = look(after(second), [], [], 10);
		expect(last[0]?.row.reason).toBe('3 items failed. The last one, 9000: Country “…” is not known.');
		expect(last.map(({ message }) => message?.text)).toEqual([
			expect.stringMatching(
				/^Items failed \(Orders in\): resolved\.\n\nFrom 2026-03-02 12:00 UTC until 2026-03-02 12:10 UTC/,
			),
		]);
	});

	it('includes the brake as one incident, although the execution that it stops fails as well', () => {
		const brake = failure('brake', { flow: 'Stock in', reason: '40 levels would become 0.' });
		const stopped = {
			execution: {
				lastNodeExecuted: 'Stop and ask',
				error: { message: '40 levels would become 0.' },
				url: 'http://n8n/7',
			},
			workflow: { id: 'w7', name: 'Stock in, renamed' },
		};
		const both = changes([], noted([stopped]), [], NOW, standingOf([brake], [], ''));
		expect(
			both.map(({ row, lastEventId, message }) => [row.key, row.execution, lastEventId, message?.subject]),
		).toEqual([['brake: w7', 'http://n8n/7', 1, 'Extensiv alert: the brake has stopped stock (Stock in)']]);
		expect(kinds(look(after(both), [], []))).toEqual(['resolved']);
	});

	it('includes a reconciliation that found differences, until one finds none', () => {
		const first = look([], [], [result('orders', 3), result('stock', 4)]);
		expect(first.map(({ message }) => message?.subject)).toEqual(['Extensiv alert: numbers differ (Nightly)']);
		expect(first[0]?.row.reason).toBe('Orders: 3 of 4 are equal (75 %): 10250: never arrived');
		expect(look(after(first), [], [result('orders', 3), result('stock', 4)], 9999)).toEqual([]);
		expect(kinds(look(after(first), [], [result('orders', 4), result('stock', 4)]))).toEqual(['resolved']);
	});

	it('takes what could not be compared for a difference', () => {
		const [change] = look([], [], [result('orders', 4, { notCompared: 1, examples: 'ODD: Quantity is not a number' })]);
		expect(change?.row.reason).toMatch(/4 of 4 are equal .*, 1 could not be compared: ODD/);
		const [none] = look([], [], [result('orders', 0, { compared: 0, accuracyPercent: null, notCompared: 4 })]);
		expect(none?.message?.kind).toBe('alert');
	});

	it('is only that of the workflows that were chosen', () => {
		const items = [
			...hundred,
			failure('M-1', { flow: 'Stock in', workflowId: 'w8' }),
			failure('brake', { flow: 'Stock in' }),
		];
		const chosen = look([], items, [result('orders', 3)], 5, ' orders in ; other');
		expect(chosen.map(({ row }) => row.key)).toEqual(['failedItems: w7']);
	});

	it('is one incident for each of two flows with the same name, and goes on when one of them is renamed', () => {
		const ofTwo = [failure('A'), failure('B', { workflowId: 'w8' })];
		const results = [result('orders', 3), result('orders', 3, { workflowId: 'w10' })];
		const first = look([], ofTwo, results);
		expect(kinds(first)).toEqual(['alert', 'alert', 'alert', 'alert']);
		const renamed = [failure('A', { flow: 'Orders of the shop' }), ofTwo[1]!];
		expect(kinds(look(after(first), renamed, results)).filter((kind) => kind !== undefined)).toEqual([]);
		expect(look(after(first), [ofTwo[1]!], results).map(({ row, message }) => [row.key, message?.kind])).toEqual([
			['failedItems: w7', 'resolved'],
		]);
	});

	it('does not end an incident because a table cannot be read, but because it has been deleted', () => {
		const open = after(look([], hundred, [result('orders', 3)]));
		const unread = [{ error: 'The database is busy' }];
		expect(look(open, unread, unread, 9)).toEqual([]);
		const deleted = [{ error: 'Data table with name "Extensiv failures" not found' }];
		expect(kinds(look(open, deleted, [result('orders', 4)]))).toEqual(['resolved', 'resolved']);
	});
});
