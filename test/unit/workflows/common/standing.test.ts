import { type Change, type IncidentRow } from '../../../../workflows/code/common/alerts';
import { standingOf, type TableItem } from '../../../../workflows/code/common/standing';
import { NOW, after, changes, kinds, later, noted } from './incidents';

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
