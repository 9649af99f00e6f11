import {
	contentOf,
	type FileRow,
	keptOf,
	type Line,
	outcomesOf,
	parcelLines,
	planFiles,
	statusLines,
	unfinishedFiles,
} from '../../../../workflows/code/csvfolder/outbox';
import { parcel, status } from '../erps/given';

const line = (key: string, value = 'A'): Line => ({ key, value, cells: { orderNumber: key, status: value } });
const written = (file: string, lines: Line[], more: FileRow = {}): Required<FileRow> => ({
	...{ id: 1, file, state: 'done', lines: JSON.stringify(lines), problem: '' },
	...more,
});
const SETTINGS = { separator: ';', encoding: 'Windows-1252', readyFile: false, outDateFormat: 'dd.MM.yyyy' };
const plan = (lines: Line[], rows: FileRow[], found: Record<string, Buffer> = {}, settings: object = {}) =>
	planFiles(lines, rows, new Map(Object.entries(found)), { ...SETTINGS, ...settings }, 'new').map((one) => [
		one.action,
		one.file,
		(JSON.parse(one.lines) as Line[]).map(({ key, value }) => `${key}${value}`),
	]);

describe('what is written', () => {
	it('is what no file has yet', () => {
		const kept = keptOf(JSON.stringify([line('1')]));
		expect(kept).toBe('[{"key":"1","value":"A"}]');
		expect(plan([line('1'), line('2')], [written('a.csv', JSON.parse(kept) as Line[])])).toEqual([
			['write', 'new.csv', ['2A']],
		]);
		expect(plan([line('1')], [written('a.csv', [line('1')])])).toEqual([]);
	});

	it('is each change, also back to an earlier value', () => {
		const rows = [written('b.csv', [line('1', 'B')], { id: 2 }), written('a.csv', [line('1', 'A')])];
		expect(plan([line('1', 'A')], rows)).toEqual([['write', 'new.csv', ['1A']]]);
		expect(plan([line('1', 'B')], rows)).toEqual([]);
	});

	it('is each line once, and goes into several files if it is much', () => {
		expect(plan([line('1'), line('1')], [])).toEqual([['write', 'new.csv', ['1A']]]);
		const many = Array.from({ length: 2_001 }, (_, at) => line(String(at)));
		expect(plan(many, []).map(([, file, lines]) => [file, lines?.length])).toEqual([
			['new.csv', 1000],
			['new-2.csv', 1000],
			['new-3.csv', 1],
		]);
	});

	it('is not what cannot be written', () => {
		expect(plan([{ ...line('1'), problem: 'No.' }], [])).toEqual([]);
	});
});

describe('after a run that was interrupted', () => {
	const rows = [written('a.csv', [line('1')], { state: 'writing' })];
	const { bytes } = contentOf([line('1')], SETTINGS);
	const outcome = (state: string) =>
		outcomesOf([line('1')], [written('a.csv', [line('1')], { state, problem: 'Disk full' })], []);

	it('looks for the files that it had begun', () => {
		expect(unfinishedFiles([{}, ...rows, written('b.csv', [])])).toEqual(rows);
	});

	it('writes a file again that is cut off or empty, and only notes one that is whole', () => {
		for (const half of [bytes.subarray(0, 20), Buffer.alloc(0)])
			expect(plan([line('1')], rows, { 'a.csv': half })).toEqual([['write', 'a.csv', ['1A']]]);
		expect(plan([line('1')], rows, { 'a.csv': bytes })).toEqual([['note', 'a.csv', ['1A']]]);
	});

	it('asks about a file that is gone, because the ERP may have taken it', () => {
		expect(plan([line('1')], rows)).toEqual([]);
		expect(outcome('writing')).toEqual([
			{ outcome: 'failed', problem: expect.stringMatching(/interrupted while it wrote a\.csv.*“done”.*“again”/) },
		]);
	});

	it('writes it in any case if the ERP waits for ready files, since nobody has taken it', () => {
		for (const found of [{}, { 'a.csv': bytes }] as Array<Record<string, Buffer>>)
			expect(plan([line('1')], rows, found, { readyFile: true })).toEqual([['write', 'a.csv', ['1A']]]);
	});

	it('only announces a file that was written and not announced', () => {
		const left = [written('a.csv', [line('1')], { state: 'written' })];
		expect(plan([line('1')], left, {}, { readyFile: true })).toEqual([['announce', 'a.csv', ['1A']]]);
	});

	it('writes what could not be written, or what a person wants again', () => {
		expect(plan([], [written('a.csv', [line('1')], { state: 'again' })])).toEqual([['write', 'a.csv', ['1A']]]);
		expect(outcome('again')).toEqual([
			{ outcome: 'failed', problem: expect.stringMatching(/could not be written: Disk full.*outFolder/) },
		]);
	});
});

describe('a file that is done, if a person wants it again', () => {
	const done = [written('a.csv', JSON.parse(keptOf(JSON.stringify([line('1')]))) as Line[], { state: 'again' })];

	it('has its lines again, of which the table had kept only the keys', () => {
		const [file] = planFiles([line('1'), line('2')], done, new Map(), SETTINGS, 'new');
		expect(contentOf(JSON.parse(file!.lines) as Line[], SETTINGS).bytes.toString()).toBe(
			'orderNumber;status\r\n1;A\r\n',
		);
	});

	it('is not written as empty lines if the run no longer reads them: a person is told what to do', () => {
		expect(() => plan([line('2')], done)).toThrow(
			/a\.csv cannot be written again: .*1 of its 1 lines.*“done”.*by hand/,
		);
	});
});

it('tells what this run has written from what was there', () => {
	const rows = [written('a.csv', [line('1')]), written('b.csv', [line('2')], { id: 2 })];
	const outcomes = outcomesOf([line('1'), line('2'), line('3'), { ...line('4'), problem: 'No.' }], rows, [
		{ file: 'b.csv' },
	]);
	expect(outcomes).toEqual([
		{ outcome: 'alreadyDone' },
		{ outcome: 'done' },
		{ outcome: 'failed', problem: expect.stringMatching(/next run/) },
		{ outcome: 'failed', problem: 'No.' },
	]);
});

describe('a file', () => {
	const text = (cells: Record<string, string | null>, settings: object = {}): string =>
		contentOf([{ key: '1', value: '', cells }], { ...SETTINGS, ...settings }).bytes.toString('latin1');

	it('has a header, and line ends as Excel writes them', () => {
		expect(text({ a: '1', b: null })).toBe('a;b\r\n1;\r\n');
	});

	it('has no formulas', () => {
		for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1'])
			expect(text({ a: cell }).split('\r\n')[1]).toMatch(/^'/);
		expect(text({ a: '1Z=' })).toBe('a\r\n1Z=\r\n');
	});

	it('puts cells with the separator or quotes into quotes, and has no line breaks in cells', () => {
		expect(text({ a: 'x;y', b: '24" TV', c: 'one\r\ntwo' })).toBe('a;b;c\r\n"x;y";"24"" TV";one two\r\n');
		expect(text({ a: 'x,y', b: '' }, { separator: 'comma' })).toBe('a,b\r\n"x,y",\r\n');
		expect(text({ a: 'x', b: 'y' }, { separator: 'tab' })).toBe('a\tb\r\nx\ty\r\n');
	});

	it('is not written with a separator or in an encoding that was meant otherwise', () => {
		for (const separator of ['Komma', 'x', '"', ';;'])
			expect(() => text({ a: '1' }, { separator })).toThrow(/“separator” in Settings is .*semicolon, comma, tab/);
		for (const encoding of ['ISO-8859-15', 'Latin-2', 'CP850', 'UTF-16', ''])
			expect(() => text({ a: '1' }, { encoding })).toThrow(/“encoding” in Settings is .*Windows-1252 or UTF-8/);
		for (const separator of ['\\t', '\t', 'TAB']) expect(text({ a: '1', b: '2' }, { separator })).toMatch(/^a\tb/);
		expect(text({ a: '1', b: '2' }, { separator: '|', encoding: 'utf8' })).toMatch(/a\|b/);
	});

	it('is Windows-1252, or UTF-8 with a byte order mark', () => {
		const cells = { a: 'Zoë – 5 €' };
		expect([...contentOf([{ key: '', value: '', cells }], SETTINGS).bytes]).toEqual([
			...Buffer.from('a\r\nZo\xeb \x96 5 \x80\r\n', 'latin1'),
		]);
		expect(contentOf([{ key: '', value: '', cells }], { ...SETTINGS, encoding: 'UTF-8' }).bytes.toString('utf8')).toBe(
			'\ufeffa\r\nZoë – 5 €\r\n',
		);
	});
});

describe('lines', () => {
	const day = (iso: string): string => iso.slice(0, 10);

	it('of parcels are new if the tracking number is another one', () => {
		expect(parcelLines([parcel('7', '1Z1')], SETTINGS, day)).toEqual([
			{
				key: 'S-1Z1',
				value: '1Z1',
				cells: {
					...{ orderNumber: '7', carrier: 'UPS', service: null, trackingNumber: '1Z1' },
					...{ shipDate: '2026-03-09', shipmentId: 'S-1Z1' },
				},
			},
		]);
	});

	it('keep a column without a value, also where it is the first line of its file', () => {
		const { service: _, ...without } = parcel('7', '1Z1') as unknown as Record<string, unknown>;
		const lines = parcelLines([without, parcel('8', '1Z2')] as never, SETTINGS, day);
		const [file] = planFiles(lines, [], new Map(), SETTINGS, 'new');
		const { bytes } = contentOf(JSON.parse(file!.lines) as Line[], SETTINGS);
		expect(bytes.toString().split('\r\n')[0]).toBe('orderNumber;carrier;service;trackingNumber;shipDate;shipmentId');
	});

	it.each(['dd.mm.yyyy', 'DD.MM.YYYY', 'dd.MM', ''])('have no dates in the form “%s”, which would be others', (form) =>
		expect(() => parcelLines([parcel('7', '1Z1')], { ...SETTINGS, outDateFormat: form }, day)).toThrow(
			/“outDateFormat” in Settings is .*dd\.MM\.yyyy/,
		),
	);

	it('that Windows-1252 cannot write fail, and say what to do', () => {
		expect(statusLines([status('7ł', 'pending')], SETTINGS)).toMatchObject([
			{ problem: 'Windows-1252 has no letter “ł”. Set “encoding” in Settings to UTF-8.' },
		]);
		expect(statusLines([status('7ł', 'pending'), status('8€', 'pending')], { ...SETTINGS, encoding: 'UTF-8' })).toEqual(
			[
				expect.not.objectContaining({ problem: expect.anything() }),
				expect.not.objectContaining({ problem: expect.anything() }),
			],
		);
	});
});
