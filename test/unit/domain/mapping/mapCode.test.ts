import fc from '../../../support/fastCheck';
import { CodeTable, type TableEntry, readEntries } from '../../../../nodes/shared/domain/mapping/codeTable';
import { type Mapping, mapFrom, mapTo, type Sources } from '../../../../nodes/shared/domain/mapping/mapCode';
import { directoryOf, foldName, type Target } from '../../../../nodes/shared/domain/mapping/target';

const place = (id: string, name: string, active = true): Target => ({
	id,
	value: id,
	keys: { id: [id], name: [name] },
	active,
	details: { id, name },
});
const PLACES = [
	place('1', 'Reno'),
	place('2', 'Columbus Main'),
	place('3', 'Twin'),
	place('4', 'Twin'),
	place('5', 'Old', false),
];

const sources = (entries: TableEntry[] = [], more: Partial<Sources> = {}): Sources => ({
	tables: entries.length > 0 ? [new CodeTable(entries, foldName)] : [],
	isLive: true,
	directory: directoryOf(PLACES),
	withInactive: false,
	candidates: 3,
	...more,
});
const problem = (mapping: Mapping): unknown => (mapping.isMapped ? mapping : mapping.reason.problem);
const idOf = (mapping: Mapping): unknown => (mapping.isMapped ? mapping.target.id : mapping.reason);

describe('A code of the ERP', () => {
	it('means what has its ID or name, without regard to capitals and spaces', () => {
		expect(mapTo('1', sources())).toMatchObject({ isMapped: true, by: 'id', target: { id: '1' } });
		expect(mapTo(' columbusMAIN', sources())).toMatchObject({ isMapped: true, by: 'name', target: { id: '2' } });
	});

	it('never means something of which it is only the beginning, but that is a candidate', () => {
		const mapping = mapTo('Columbus', sources());
		expect(problem(mapping)).toBe('unknown');
		expect(mapping).toMatchObject({ candidates: [{ id: '2' }] });
	});

	it('that several have is unmapped, with all of them as candidates', () => {
		expect(mapTo('twin', sources())).toMatchObject({
			isMapped: false,
			reason: { problem: 'ambiguous' },
			candidates: [{ id: '3' }, { id: '4' }],
		});
	});

	it('that means something that is not in use is unmapped, unless that is wanted', () => {
		expect(problem(mapTo('old', sources()))).toBe('inactive');
		expect(idOf(mapTo('old', sources([], { withInactive: true })))).toBe('5');
	});

	it('that is empty is unmapped', () => {
		expect(problem(mapTo(undefined, sources()))).toBe('empty');
	});

	it('goes by the table before the account', () => {
		expect(mapTo('Reno', sources([{ code: 'RENO', value: 'Columbus Main' }]))).toMatchObject({
			by: 'table',
			target: { id: '2' },
		});
	});

	it('goes by the first of several tables', () => {
		const tables = ['1', '2'].map((value) => new CodeTable([{ code: 'W', value }], foldName));
		expect(idOf(mapTo('W', sources([], { tables })))).toBe('1');
	});

	it('whose value in the table is not in the account is unmapped, even if the account has the code', () => {
		expect(mapTo('Reno', sources([{ code: 'RENO', value: 'Columbus' }]))).toMatchObject({
			isMapped: false,
			reason: { problem: 'valueUnknown', value: 'Columbus' },
			candidates: [{ id: '2' }],
		});
	});

	it('for which the table has two values is unmapped; the same value twice counts once', () => {
		const entries = (...values: string[]): TableEntry[] => values.map((value) => ({ code: 'W', value }));
		expect(problem(mapTo('W', sources(entries('1', '2'))))).toBe('ambiguous');
		expect(idOf(mapTo('W', sources(entries('1', 'reno'))))).toBe('1');
	});

	it('is only looked up in the table if the account is not asked', () => {
		expect(problem(mapTo('Reno', sources([{ code: 'RENA', value: '1' }], { isLive: false })))).toBe('unknown');
		expect(mapTo('Reno', sources([{ code: 'RENA', value: '1' }], { isLive: false }))).toMatchObject({
			candidates: [{ code: 'RENA', value: '1' }],
		});
	});
});

describe('Something of the account', () => {
	it('has the code of the row whose value means it', () => {
		const entries = [
			{ code: 'WEST', value: 'reno' },
			{ code: 'EAST', value: '2' },
		];
		expect(mapFrom('1', 'name', sources(entries))).toMatchObject({ isMapped: true, code: 'WEST', by: 'table' });
		expect(mapFrom('columbus main', 'name', sources(entries))).toMatchObject({ code: 'EAST' });
	});

	it('is unmapped if several codes mean it', () => {
		const entries = [
			{ code: 'WEST', value: '1' },
			{ code: 'HOME', value: 'Reno' },
		];
		expect(mapFrom('1', 'name', sources(entries))).toMatchObject({
			isMapped: false,
			candidates: [{ code: 'WEST' }, { code: 'HOME' }],
		});
	});

	it('has its own name as its code where no table has it, unless only tables count', () => {
		expect(mapFrom('1', 'name', sources())).toMatchObject({ isMapped: true, code: 'Reno' });
		expect(problem(mapFrom('1', 'name', sources([{ code: 'X', value: '2' }], { isLive: false })))).toBe('notInTable');
		expect(problem(mapFrom('1', 'upc', sources()))).toBe('noCode');
	});

	it('that does not exist is unmapped', () => {
		expect(problem(mapFrom('99', 'name', sources()))).toBe('unknown');
	});
});

describe('Any code', () => {
	const code = fc.oneof(
		fc.constantFrom('1', 'Reno', 'twin', 'old', 'W', 'columbus main', '__proto__', 'constructor', ''),
		fc.string({ maxLength: 8 }),
	);
	const entry = fc.record({ code, value: code });

	it('comes out once: with one meaning that has it, or with a reason', () => {
		fc.assert(
			fc.property(
				code,
				fc.array(entry, { maxLength: 5 }),
				fc.boolean(),
				fc.boolean(),
				(given, entries, isLive, back) => {
					const all = sources(entries, { isLive });
					const mapping = back ? mapFrom(given, 'name', all) : mapTo(given, all);
					if (mapping.isMapped) expect(PLACES.filter(({ id }) => id === mapping.target.id)).toHaveLength(1);
					else expect(mapping.reason.problem).toMatch(/\w/);
					if (mapping.isMapped && !back) expect(mapping.target.active).toBe(true);
					// The ERP's code is one of the table, or the record's own name; never made up.
					if (mapping.isMapped && back)
						expect(JSON.stringify([entries, PLACES])).toContain(JSON.stringify(mapping.code));
				},
			),
			{ seed: Number(process.env['PROPERTY_SEED'] ?? 11), numRuns: 500 },
		);
	});

	it('that goes to the account and is mapped comes back as the same code', () => {
		fc.assert(
			fc.property(fc.uniqueArray(entry, { selector: (one) => foldName(one.code), maxLength: 5 }), (entries) => {
				const all = sources(entries, { isLive: false, withInactive: true });
				for (const one of entries) {
					const there = mapTo(one.code, all);
					if (!there.isMapped) continue;
					const back = mapFrom(there.target.id, 'name', all);
					const shared = entries.filter(({ value }) => {
						const found = all.directory.find(value);
						return found.length === 1 && found[0]?.target.id === there.target.id;
					});
					if (shared.length === 1) expect(back).toMatchObject({ isMapped: true, code: one.code });
					else expect(back.isMapped).toBe(false);
				}
			}),
			{ seed: Number(process.env['PROPERTY_SEED'] ?? 11), numRuns: 300 },
		);
	});
});

describe('A table', () => {
	const columns = { table: 'Table Items', code: 'erp', value: 'extensiv' };

	it('has its columns by name, and leaves out rows without a code', () => {
		const rows = [{ erp: 'A', extensiv: 1, note: 'x' }, { erp: ' ', extensiv: 2 }, { extensiv: 3 }];
		expect(readEntries(rows, columns)).toEqual([{ code: 'A', value: '1' }]);
	});

	it.each([
		['a column that no row has', [{ ERP: 'A', extensiv: 1 }], /No row has the column “erp”/],
		['a code without a value', [{ erp: 'A', extensiv: '' }], /row 1: The code “A” has no value/],
	])('is refused for %s', (_, rows, message) => {
		expect(() => readEntries(rows, columns)).toThrow(message);
	});
});
