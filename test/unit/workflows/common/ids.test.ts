import { slotsOf } from '../../../../workflows/code/common/slots';
import { answersOf, type IdRequest, type IdRow, keysOf, repeatedOf } from '../../../../workflows/code/common/ids';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const put = (erpId: unknown, extensivId: unknown, kind = 'order'): IdRequest => ({
	action: 'put',
	kind,
	erpId,
	extensivId,
});
const row = (erpId: string, extensivId: string, kind = 'order'): IdRow => ({
	kind,
	erpId,
	extensivId,
	...keysOf([put(erpId, extensivId, kind)])[0]!,
	since: NOW.toISOString(),
});
const outcomes = (requests: IdRequest[], rows: Array<Partial<IdRow>> = []) =>
	answersOf(requests, rows, NOW).map(({ answer }) => answer.outcome);

describe('the IDs of ERP and Extensiv', () => {
	it('are looked up 20 at a time, each key once', () => {
		const keys = Array.from({ length: 45 }, (_, at) => `"${at % 41}',/`);
		const items = slotsOf({ erpKey: [...keys, ''], extensivKey: ['x'] }, 20);
		expect(items.map(({ erpKey, extensivKey }) => [erpKey.length, extensivKey.length])).toEqual([
			[20, 20],
			[20, 20],
			[20, 20],
		]);
		const [erp, extensiv] = [items.flatMap((one) => one.erpKey), items.flatMap((one) => one.extensivKey)];
		expect(erp.filter((key) => key !== '')).toEqual([...new Set(keys)]);
		expect(extensiv.filter((key) => key !== '')).toEqual(['x']);
		expect(slotsOf({ erpKey: [] }, 2)).toEqual([{ erpKey: ['', ''] }]);
	});

	it('are kept once, although two calls at the same moment both added a pair: the older row stays', () => {
		const rows = [
			{ ...row('1', '7'), id: 4 },
			{ ...row('1', '7'), id: 3 },
			{ ...row('1', '7'), id: 4 },
			{ ...row('2', '8'), id: 5 },
			{ ...row('2', '9'), id: 6 },
			{},
		];
		expect(repeatedOf(rows)).toEqual([4]);
	});

	it('are kept as pairs, many at once, and found in both directions', () => {
		const kept = answersOf([put('10250', 77), put(10251, '78')], [], NOW);
		expect(kept.map((one) => one.row)).toEqual([row('10250', '77'), row('10251', '78')]);
		const rows = kept.flatMap((one) => one.row ?? []);
		const found = answersOf(
			[
				{ action: 'get', kind: 'order', erpId: '10250', note: 'mine' },
				{ action: 'get', kind: 'order', extensivId: 78 },
			],
			rows,
			NOW,
		);
		expect(found.map(({ answer }) => answer)).toEqual([
			expect.objectContaining({ outcome: 'found', erpId: '10250', extensivId: '77', note: 'mine' }),
			expect.objectContaining({ outcome: 'found', erpId: '10251', extensivId: '78' }),
		]);
	});

	it('are kept once', () => {
		expect(outcomes([put('1', '7'), put('1', '7')])).toEqual(['done', 'alreadyDone']);
		expect(outcomes([put('1', '7')], [row('1', '7'), row('1', '7')])).toEqual(['alreadyDone']);
	});

	it.each([
		['the ID of the ERP', put('1', '8'), 'order 1 of the ERP is 7 of Extensiv already, so 1 cannot be 8.'],
		['the ID of Extensiv', put('2', '7'), 'order 1 of the ERP is 7 of Extensiv already, so 2 cannot be 7.'],
	])('are not overwritten: another pair with %s fails and names both', (_which, request, problem) => {
		const [one] = answersOf([request], [row('1', '7')], NOW);
		expect(one).toMatchObject({ answer: { outcome: 'failed', problem }, row: null });
		expect(one?.answer.remedy).toMatch(/Delete the row/);
		// The first of a call wins over the second, and the others go on.
		expect(outcomes([put('1', '7'), request, put('3', '9')])).toEqual(['done', 'failed', 'done']);
	});

	it('are not guessed from two pairs that contradict each other', () => {
		const rows = [row('1', '7'), row('1', '8')];
		const [one] = answersOf([{ action: 'get', kind: 'order', erpId: '1' }], rows, NOW);
		expect(one?.answer).toMatchObject({ outcome: 'failed', problem: expect.stringMatching(/1 .* 7 .*1 .* 8 /) });
	});

	it('are unknown, not an error, if nobody has kept them; other kinds have their own', () => {
		const [one] = answersOf([{ action: 'get', kind: 'order', erpId: '1' }], [{}, row('1', '7', 'product')], NOW);
		expect(one?.answer).toMatchObject({ outcome: 'unknown', erpId: '1', extensivId: null });
		expect(outcomes([put('1', '8')], [row('1', '7', 'product')])).toEqual(['done']);
	});

	it.each([
		['no kind', { ...put('1', '7'), kind: ' ' }, /no kind/],
		['an empty ID', put('', '7'), /missing/],
		['nothing to find by', { action: 'get', kind: 'order' }, /which ID/],
		['two IDs to find by', { ...put('1', '7'), action: 'get' }, /which ID/],
		['an action of the others', { ...put('1', '7'), action: 'wrote' }, /wrote/],
	])('say what is wrong with %s', (_what, request, problem) => {
		const [one] = answersOf([request], [], NOW);
		expect(one?.answer).toMatchObject({ outcome: 'failed', problem: expect.stringMatching(problem) });
		expect(one?.answer.remedy).toMatch(/\w{3}/);
	});

	it('are looked up by keys that differ where kind or ID differ', () => {
		const [one, other] = keysOf([put('1', '', 'a:b'), put('b:1', '', 'a')]);
		expect(one?.erpKey).not.toBe(other?.erpKey);
		expect(one?.extensivKey).toBe('');
	});
});
