import { createHash } from 'node:crypto';
import { textsOf, verdictsOf, type WriteRequest, type WriteRow } from '../../../../workflows/code/common/echoes';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const FIELDS = { status: 'SHIPPED', tracking: '1Z' };

const request = (action: string, fields: unknown = FIELDS, more: object = {}): WriteRequest => ({
	action,
	system: 'extensiv',
	kind: 'order',
	id: 77,
	fields,
	...more,
});

const hashed = (requests: WriteRequest[]): string[] =>
	textsOf(requests).map(({ text }) => createHash('sha256').update(text).digest('hex'));

/** Calls one after the other, with the table between them. */
function calls(...all: WriteRequest[][]): string[] {
	const table = new Map<string, WriteRow>();
	return all.flatMap((requests) => {
		const verdicts = verdictsOf(requests, hashed(requests), [...table.values()], NOW);
		for (const { row } of verdicts) if (row) table.set(row.key, row);
		return verdicts.map(({ answer }) => answer.outcome);
	});
}

describe('a change that is seen in a system', () => {
	it('is an echo if we wrote it, however often it comes, and in one call or two', () => {
		expect(calls([request('wrote')], [request('changed')], [request('changed')])).toEqual(['done', 'echo', 'echo']);
		expect(calls([request('wrote'), request('changed')])).toEqual(['done', 'echo']);
	});

	it('is a change if nobody wrote it, or if a field differs', () => {
		expect(calls([request('changed')])).toEqual(['change']);
		const other = { ...FIELDS, tracking: '2Z' };
		expect(calls([request('wrote')], [request('changed', other)])).toEqual(['done', 'change']);
	});

	it('is a change if it sets again what we had written before somebody changed it', () => {
		const other = request('changed', { status: 'PENDING' });
		expect(calls([request('wrote')], [other], [request('changed')])).toEqual(['done', 'change', 'change']);
	});

	it('stays a change if it was seen but got lost on its way', () => {
		const other = request('changed', { status: 'PENDING' });
		expect(calls([request('wrote')], [other], [other])).toEqual(['done', 'change', 'change']);
	});

	it.each([
		['the order of the fields', { tracking: '1Z', status: 'SHIPPED' }],
		['fields without a value', { ...FIELDS, note: null, remark: ' ', tags: {} }],
		['spaces around a value', { ...FIELDS, status: ' SHIPPED ' }],
	])('is an echo whatever %s', (_what, fields) => {
		expect(calls([request('wrote')], [request('changed', fields)])).toEqual(['done', 'echo']);
	});

	it('is compared by numbers as text, in lists in their order', () => {
		const quantities = (...all: unknown[]) => ({ lines: all.map((quantity) => ({ quantity })) });
		const wrote = request('wrote', quantities(1, 2));
		expect(calls([wrote], [request('changed', quantities('1', '2'))])).toEqual(['done', 'echo']);
		expect(calls([wrote], [request('changed', quantities(2, 1))])).toEqual(['done', 'change']);
	});

	it('is only compared with what was written to the same record of the same system', () => {
		for (const more of [{ id: 78 }, { kind: 'product' }, { system: 'erp' }])
			expect(calls([request('wrote')], [request('changed', FIELDS, more)])).toEqual(['done', 'change']);
	});

	it.each([
		['an unknown action', request('put'), /put/],
		['an unknown system', request('wrote', FIELDS, { system: 'shop' }), /whose record/],
		['no ID', request('changed', FIELDS, { id: null }), /not named/],
		['no fields', request('changed', {}), /no fields/],
	])('says what is wrong with %s, and the others go on', (_what, wrong, problem) => {
		const [first, second] = verdictsOf([wrong, request('wrote')], hashed([wrong, request('wrote')]), [], NOW);
		expect(first).toMatchObject({ answer: { outcome: 'failed', problem: expect.stringMatching(problem) }, row: null });
		expect(second?.answer.outcome).toBe('done');
	});

	it('leaves only a hash in the table', () => {
		const [one] = verdictsOf([request('wrote')], hashed([request('wrote')]), [], NOW);
		expect(JSON.stringify(one?.row)).not.toMatch(/SHIPPED|1Z/);
	});
});
