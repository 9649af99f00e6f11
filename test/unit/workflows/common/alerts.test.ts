import { needsCheck, type Change, type CheckItem, type IncidentRow } from '../../../../workflows/code/common/alerts';
import { NOW, WELL, after, changes, execution, kinds, later, noted, opened } from './incidents';

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
