import {
	changesOfRows,
	dueRows,
	type FailureReport,
	type FailureRow,
	problemOf,
	rowsAfter,
	rowsWithoutResult,
} from '../../../workflows/code/failures';
import { linesToSend } from '../../../workflows/code/orders-in';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const RULES = { retryMinutes: 15, retryDays: 7 };
const later = (minutes: number): string => new Date(NOW.getTime() + minutes * 60_000).toISOString();

const report = (more: Partial<FailureReport>): FailureReport => ({
	flow: 'Orders',
	workflowId: 'w1',
	failures: [],
	ok: [],
	others: 'kept',
	...more,
});
const failure = (key: string, more: object = {}) => ({
	key,
	reason: 'Bad country',
	remedy: 'Mend it',
	item: [1],
	...more,
});
const row = (key: string, more: Partial<FailureRow> = {}): FailureRow => ({
	flow: 'Orders',
	key,
	state: 'open',
	reason: 'Bad country',
	remedy: 'Mend it',
	item: '[1]',
	source: '[1]',
	tries: 1,
	firstSeen: NOW.toISOString(),
	lastSeen: NOW.toISOString(),
	nextTry: later(15),
	workflowId: 'w1',
	...more,
});

describe('the table of failures', () => {
	it('gets a row for a new failure, with the next try', () => {
		expect(rowsAfter(report({ failures: [failure('A')] }), [], NOW, RULES)).toEqual([row('A')]);
	});

	it('updates the row of a known failure, and waits twice as long each time, at most a day', () => {
		const after = (tries: number): unknown =>
			rowsAfter(report({ failures: [failure('A')] }), [row('A', { tries })], NOW, RULES)[0];
		expect(after(1)).toMatchObject({ tries: 2, nextTry: later(30) });
		expect(after(2)).toMatchObject({ tries: 3, nextTry: later(60) });
		expect(after(30)).toMatchObject({ tries: 31, nextTry: later(24 * 60) });
	});

	it('gives up after some days, and keeps the row', () => {
		const old = row('A', { firstSeen: later(-8 * 24 * 60) });
		expect(rowsAfter(report({ failures: [failure('A')] }), [old], NOW, RULES)).toEqual([
			expect.objectContaining({ state: 'given up', nextTry: null }),
		]);
	});

	it('closes the row of what succeeded, and keeps the others', () => {
		const rows = [row('A'), row('B'), row('C', { state: 'closed', item: '', source: '' })];
		expect(rowsAfter(report({ ok: ['A', 'C', 'D'] }), rows, NOW, RULES)).toEqual([
			row('A', { state: 'closed', nextTry: null, item: '', source: '' }),
		]);
	});

	it('has no names and addresses in closed rows', () => {
		const secret = JSON.stringify([{ recipientName: 'Ana Trujillo' }]);
		const mended = JSON.stringify([{ recipientName: 'Ana Trujillo', country: 'Mexico' }]);
		const rows = [
			row('gotThrough', { item: secret, source: secret, reason: 'The name “Ana Trujillo” or "Trujillo" is too long.' }),
			row('mendedHere', { item: mended, source: secret }),
			row('closedByHand', { state: 'closed', item: '[]', source: secret, lastSeen: later(-60) }),
		];
		const after = rowsAfter(report({ ok: ['gotThrough', 'mendedHere'] }), rows, NOW, RULES);
		expect(after.map(({ key, state, item }) => [key, state, item])).toEqual([
			['gotThrough', 'closed', ''],
			['mendedHere', 'closed', ''],
			['closedByHand', 'closed', ''],
		]);
		expect(JSON.stringify(after)).not.toContain('Trujillo');
		expect(after[0]).toMatchObject({ reason: 'The name “…” or “…” is too long.' });
		expect(after[2]?.lastSeen).toBe(later(-60));
		expect(rowsAfter(report({}), after, NOW, RULES)).toEqual([]);
	});

	it('keeps out of the next run what was mended or given up in it, and lets in what got through or has changed', () => {
		const lines = [{ orderNumber: 'A', country: 'Atlantis' }];
		const source = JSON.stringify(lines);
		const isSent = (item: string, erp: object[]): boolean => {
			const [closedRow] = rowsAfter(report({ ok: ['A'] }), [row('A', { item, source })], NOW, RULES);
			return linesToSend(erp as never, [closedRow!]).length > 0;
		};
		expect(isSent('[{"country":"Greece"}]', lines)).toBe(false);
		expect(isSent('[]', lines)).toBe(false);
		expect(isSent(source, lines)).toBe(true);
		expect(isSent('[]', [{ orderNumber: 'A', country: 'Greece' }])).toBe(true);
	});

	it('does not give an order up for one more failure after the ERP has changed it', () => {
		const old = row('A', { state: 'given up', tries: 40, firstSeen: later(-8 * 24 * 60), nextTry: null });
		const after = (source: unknown[]): unknown =>
			rowsAfter(report({ failures: [failure('A', { source })] }), [old], NOW, RULES)[0];
		expect(after([2])).toMatchObject({ state: 'open', tries: 1, firstSeen: NOW.toISOString(), nextTry: later(15) });
		expect(after([1])).toMatchObject({ state: 'given up', tries: 41 });
	});

	it('closes all other rows after a run that covered everything', () => {
		const rows = [row('A'), row('B')];
		const after = rowsAfter(report({ failures: [failure('A')], others: 'closed' }), rows, NOW, RULES);
		expect(after.map(({ key, state }) => [key, state])).toEqual([
			['A', 'open'],
			['B', 'closed'],
		]);
	});

	it('begins anew when something fails that was closed', () => {
		const old = row('A', { state: 'closed', tries: 9, firstSeen: later(-99_999) });
		expect(rowsAfter(report({ failures: [failure('A')] }), [old], NOW, RULES)).toEqual([row('A')]);
	});

	it('keeps what the ERP gave when a replay sends something else', () => {
		const edited = row('A', { item: '[2]' });
		const replayed = failure('A', { item: [2], source: null });
		const after = rowsAfter(report({ failures: [replayed] }), [edited], NOW, RULES);
		expect(after[0]).toMatchObject({ item: '[2]', source: '[1]' });
		const changed = failure('A', { item: [3], source: [3] });
		expect(rowsAfter(report({ failures: [changed] }), [edited], NOW, RULES)[0]).toMatchObject({
			item: '[3]',
			source: '[3]',
		});
	});

	it('is deleted in the end: what a flow reads again leaves no mark, although it failed with other numbers before', () => {
		const fail = (item: unknown, rows: FailureRow[]): FailureRow[] =>
			rowsAfter(report({ failures: [failure('A', { item })] }), rows, NOW, RULES);
		const open = fail([2], fail([1], []));
		expect(open).toMatchObject([{ tries: 2, item: '[2]' }]);
		expect(rowsAfter(report({ ok: ['A'] }), open, NOW, RULES)).toMatchObject([{ state: 'closed', source: '' }]);
	});

	it('gives the rows of a flow its new name once it is renamed, and changes nothing else of them', () => {
		const rows = [row('A'), row('B')];
		expect(rowsAfter(report({ flow: 'Orders of the shop', ok: ['A'] }), rows, NOW, RULES)).toEqual([
			expect.objectContaining({ key: 'A', state: 'closed', flow: 'Orders of the shop' }),
			row('B', { flow: 'Orders of the shop' }),
		]);
	});

	it('has rows written once, however often a run names them', () => {
		expect(rowsAfter(report({ failures: [failure('A'), failure('A')] }), [], NOW, RULES)).toHaveLength(1);
	});
});

describe('what is written over known rows', () => {
	const known = Array.from({ length: 45 }, (_, at) => ({
		...row(`K${at}`, { item: `[${at}]`, source: `[${at}]` }),
		id: at + 1,
	}));
	const after = (more: Partial<FailureReport>) => rowsAfter(report(more), known, NOW, RULES);

	it('is only what changes, 20 rows at a time, so that a storm takes seconds and the edits of a person stay', () => {
		const again = after({
			failures: known.map(({ key, item }) => failure(key, { item: JSON.parse(item) as unknown })),
		});
		const changes = changesOfRows(again, known, 20);
		expect(changes.map(({ columns }) => columns.tries)).toEqual([2, 2, 2]);
		expect(changes[0]?.columns).not.toHaveProperty('item');
		expect(changes.flatMap(({ ids }) => ids)).toEqual([...known.map(({ id }) => id), ...Array(15).fill(0)]);
	});

	it('is both rows that two reports at the same moment added for one item', () => {
		const twice = [known[0]!, { ...known[0]!, id: 99 }];
		const ok = rowsAfter(report({ ok: [known[0]!.key] }), twice, NOW, RULES);
		expect(changesOfRows(ok, twice, 3).map(({ ids }) => ids)).toEqual([[1, 99, 0]]);
	});

	it('is each row by itself where they differ, and nothing where nothing changes', () => {
		const [one, other, ...others] = known;
		const failures = [one!, other!].map(({ key }) => failure(key, { reason: `Bad ${key}` }));
		const changes = changesOfRows(after({ failures, ok: others.map(({ key }) => key) }), known, 50);
		expect(changes.map(({ columns, ids }) => [columns.state, ids.filter((id) => id > 0).length])).toEqual([
			[undefined, 1],
			[undefined, 1],
			['closed', 43],
		]);
		expect(changesOfRows([one!], known, 20)).toEqual([]);
	});
});

describe('a replay', () => {
	const rows = [
		row('A', { nextTry: later(-1) }),
		row('B', { nextTry: later(1) }),
		row('C', { state: 'given up', nextTry: null }),
		row('D', { state: 'closed', nextTry: null }),
		row('E', { nextTry: later(0), workflowId: 'w2', flow: 'Stock' }),
	];
	const keys = (byHand: boolean) =>
		dueRows(rows, NOW, byHand).map((one) => [one.workflowId, one.rows.map(({ key }) => key)]);

	it('takes what is due, flow by flow', () => {
		expect(keys(false)).toEqual([
			['w1', ['A']],
			['w2', ['E']],
		]);
	});

	it('takes everything that is not closed, by hand', () => {
		expect(keys(true)).toEqual([
			['w1', ['A', 'B', 'C']],
			['w2', ['E']],
		]);
	});

	it('counts as a try of those rows of which the flow says nothing, so that they wait longer, and are given up', () => {
		const old = row('E', { nextTry: later(-1), firstSeen: later(-8 * 24 * 60), lastSeen: later(-60), tries: 9 });
		const before = [
			row('A', { nextTry: later(-1), lastSeen: later(-15) }),
			row('B', { nextTry: later(-1) }),
			rows[2]!,
			old,
		];
		const replayed = dueRows(before, NOW, false);
		const after = [before[0]!, row('B', { lastSeen: later(1), tries: 2 }), before[2]!, old];
		expect(rowsWithoutResult(replayed, before, after, NOW, RULES)).toEqual([
			{ workflowId: 'w1', key: 'A', state: 'open', tries: 2, lastSeen: later(0), nextTry: later(30) },
			{ workflowId: 'w1', key: 'E', state: 'given up', tries: 10, lastSeen: later(0), nextTry: null },
		]);
	});

	it('tries a row that a person has opened again, whose next try is empty', () => {
		expect(dueRows([row('A', { nextTry: null })], NOW, false)).toHaveLength(1);
	});

	it('has each key once, also if two reports at the same moment both added its row', () => {
		expect(dueRows([row('A'), row('A')], NOW, true)[0]?.rows).toHaveLength(1);
	});

	it('does not open again what a person closed meanwhile', () => {
		const before = [row('A', { nextTry: later(-1) })];
		const replayed = dueRows(before, NOW, false);
		expect(rowsWithoutResult(replayed, before, [row('A', { state: 'closed' })], NOW, RULES)).toEqual([]);
		expect(rowsWithoutResult(replayed, before, [], NOW, RULES)).toEqual([]);
	});

	it('names the flows that could not run', () => {
		expect(problemOf([{ flow: 'Orders', problem: '' }])).toBeUndefined();
		expect(
			problemOf([
				{ flow: 'Orders', problem: '' },
				{ flow: 'Stock', problem: 'Not active.' },
			]),
		).toMatch(/Publish.*“Stock”: Not active\./);
	});
});
