import { marksOf, rowsOfFiles } from '../../../../workflows/code/csvfolder/files';

const LAYOUT = { needed: ['sku', 'onHand'], used: ['warehouse'] };
const HEADERS = { sku: 'Artikelnummer', onHand: 'Bestand' };
const SETTINGS = { folder: '/erp' };

const file = (text: string, name = 'stock.csv') => ({ name, bytes: Buffer.from(text, 'utf8') });
const TEA = file('Artikelnummer;Bestand\nTEA;3\n');

interface Look {
	before?: ReturnType<typeof file>[];
	looks?: number;
	lastLine?: string;
	problem?: string;
}
const read = (files: ReturnType<typeof file>[], { before = files, looks = 1, lastLine = '', problem }: Look = {}) =>
	rowsOfFiles(
		LAYOUT,
		{ wanted: 'stock*.csv', files, before: marksOf(before), looks, ...(problem && { problem }) },
		{ ...SETTINGS, lastLine },
		HEADERS,
	);
const GROWING = [{ growing: true }];

describe('reading the files of a folder', () => {
	it('gives the rows of all files, in the order of their names, with file and line', () => {
		const rows = read([
			file('sku,onHand\nPOT,1\n', 'stock-2.csv'),
			file('Artikelnummer;Bestand\nTEA;3\n', 'stock-1.csv'),
		]);
		expect(rows).toMatchObject([
			{ file: 'stock-1.csv', line: 2, cells: { sku: 'TEA', onHand: '3' } },
			{ file: 'stock-2.csv', line: 2, cells: { sku: 'POT', onHand: '1' } },
		]);
	});

	it('looks again while a file changes, comes or goes', () => {
		expect(read([TEA], { before: [file('Artikelnummer;Bestand\nTE')] })).toEqual(GROWING);
		expect(read([TEA], { before: [] })).toEqual(GROWING);
		expect(read([TEA], { before: [TEA, file('', 'stock-2.csv')] })).toEqual(GROWING);
	});

	it('gives up after a minute, and says which files it was', () => {
		expect(() => read([TEA], { before: [], looks: 12 })).toThrow(
			'stock.csv: The files stock*.csv changed at each of 12 looks. Have the ERP write it to the end, and run again. Nothing was read.',
		);
	});

	it.each([
		['UTF-8', 'utf8'],
		['UTF-16', 'utf16le'],
	] as const)('waits for the last line if the ERP writes one, and does not take it for a row (%s)', (_, encoding) => {
		const text = `${encoding === 'utf16le' ? '\ufeff' : ''}Artikelnummer;Bestand\r\nTEA;3\r\n`;
		const encoded = (more: string) => ({ name: 'stock.csv', bytes: Buffer.from(text + more, encoding) });
		expect(read([encoded('')], { lastLine: 'EOF' })).toEqual(GROWING);
		expect(read([encoded('EOF;\r\n')], { lastLine: 'EOF' })).toMatchObject([{ cells: { sku: 'TEA' } }]);
		expect(() => read([encoded('')], { lastLine: 'EOF', looks: 12 })).toThrow(
			/stock\.csv: .*does not end with the line “EOF”/,
		);
	});

	it('looks again when a file disappears while it is read, because the ERP is replacing it', () => {
		expect(read([], { before: [TEA], problem: 'ENOENT' })).toEqual(GROWING);
		expect(() => read([], { before: [TEA], looks: 12 })).toThrow(/no file stock\*\.csv/);
	});

	it('says where it looked if there is no file, and what n8n said', () => {
		expect(() => read([], { before: [] })).toThrow(/no file stock\*\.csv in \/erp .*Settings.*the ERP has written/);
		expect(() => read([], { problem: 'The disk is gone.' })).toThrow(/\(The disk is gone/);
	});

	it('says how to allow the folder if n8n may not read it', () => {
		expect(() => read([], { problem: 'Access to the file is not allowed.' })).toThrow(
			/^n8n is not allowed to read the folder \/erp\. .*\.n8n-files.*N8N_RESTRICT_FILE_ACCESS_TO/,
		);
	});

	it('refuses two files of the same name in different folders: one of them would be taken for the other', () => {
		expect(() => read([TEA, TEA])).toThrow(/stock\.csv: Two files have this name/);
	});

	it('keeps the zeros of a code that is wrapped in a formula for Excel', () => {
		for (const code of ['="00123"', '"=""00123"""'])
			expect(read([file(`sku;onHand\n${code};3\n`)])).toMatchObject([{ cells: { sku: '00123', onHand: '3' } }]);
	});

	it('reads a cell with very many blanks in it', () => {
		const text = `A${' '.repeat(300_000)}B`;
		expect(read([file(`sku;onHand\n ${text} ;3\n`)])).toMatchObject([{ cells: { sku: text } }]);
	});

	it('reads a header that is wrapped in Excel', () => {
		const wrapped = file('\n"Artikel-\nnummer";"Bestand";"Preis\n(netto, €)"\nTEA;3;1\n');
		expect(read([wrapped])).toMatchObject([{ cells: { sku: 'TEA', onHand: '3' } }]);
	});

	it('does not take a header that is repeated within the file for a product', () => {
		const put = file('\ufeffsku;onHand\nTEA;3\n\ufeffsku;onHand\nPOT;1\n');
		expect(read([put])).toMatchObject([{ cells: { sku: 'TEA' } }, { cells: { sku: 'POT' } }]);
	});

	it('does not take a discount in percent for an amount', () => {
		const layout = { needed: ['sku'], used: ['discount'] };
		const files = [file('sku;Rabatt %\nTEA;10\n')];
		const found = { wanted: 'orders*.csv', files, before: marksOf(files), looks: 1 };
		expect(() => rowsOfFiles(layout, found, SETTINGS, { discount: 'Rabatt' })).toThrow(
			/line 1, column discount: “Rabatt %” is a percentage.*Have the ERP write amounts/,
		);
	});
});
