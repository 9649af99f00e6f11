import { readFiles } from '../../../workflows/code/read-files';
import { HEADER, PRODUCTS, SHIPPERS, readOrders as read } from '../../support/erpFiles';

const messageOf = (work: () => unknown): string => {
	try {
		return `no error: ${JSON.stringify(work())}`;
	} catch (error) {
		return (error as Error).message;
	}
};

describe('files of an ERP that are not as they should be', () => {
	const text = `${HEADER}\n1,Zoë,Rue 1,Köln,,01234,France\n`;
	const latin1 = (content: string): Buffer => Buffer.from(content, 'latin1');

	it('letters with accents of DOS are not taken for those of Windows, which would end up on labels', () => {
		const dos = Buffer.concat([Buffer.from(`${HEADER}\n1,K`), Buffer.from([0x94]), Buffer.from('hler,B,C,,,DE\n')]);
		expect(messageOf(() => read(dos))).toMatch(
			/^orders\.csv, line 2: Character 4 .*“”” within a word.*DOS.*Save the file as UTF-8/,
		);
		const quoted = Buffer.concat([
			Buffer.from(`${HEADER}\n1,M`),
			Buffer.from([0xfc]),
			Buffer.from('ller '),
			Buffer.from([0x84]),
			Buffer.from('Die B'),
			Buffer.from([0x94]),
			Buffer.from(' 5,B,C,,,DE\n'),
		]);
		expect(read(quoted)).toMatchObject([{ cells: { shipName: 'Müller „Die B” 5' } }]);
	});

	describe('rows that do not fit', () => {
		it('an address with the separator in it and no quotes is put together, with a note', () => {
			expect(read(`${HEADER}\n1,A,9, rue X,Paris,,75001,France\n`)).toMatchObject([
				{
					line: 2,
					cells: { shipAddress: '9, rue X', shipCity: 'Paris', shipCountry: 'France' },
					note: 'the street is put together from 2 cells',
				},
			]);
			expect(read(`${HEADER}\n1,A,9, rue X,Paris,,75001,France\n`)[0]).not.toHaveProperty('problem');
		});

		it.each([
			['too few cells', '1,A,B', /there are 3 cells and 7 columns\. Have the ERP write the whole row/],
			['text after a closing quote', '1,"A" B,C,D,,,US', /cell 2 goes on after its closing quote/],
			[
				'letters that were lost',
				'1,M\ufffdller,C,D,,,US',
				/letters were lost in the column shipName \(“M\ufffdller”\)/,
			],
		])('%s', (_, broken, problem) => {
			const [first, second] = read(`${HEADER}\n${broken}\n2,A,B,C,,,US\n`);
			expect(first).toMatchObject({ line: 2, problem: expect.stringMatching(problem) });
			expect(second).not.toHaveProperty('problem');
		});

		it('too many cells in a file that has no street', () => {
			const rows = readFiles(
				Object.entries({
					orders: text,
					'order-details': 'orderID,productID,quantity,unitPrice\n1,P,2,3,50\n',
					products: PRODUCTS,
					shippers: SHIPPERS,
				}).map(([name, content]) => ({ name: `${name}.csv`, bytes: Buffer.from(content) })),
				{},
			);
			expect(rows.find(({ file }) => file === 'order-details')).toMatchObject({
				line: 2,
				problem: expect.stringMatching(/5 cells and 4 columns\. Put a cell with a comma in it into quotes/),
			});
		});

		it('line numbers are those of the file, over line breaks in cells', () => {
			expect(read(`sep=,\n\n${HEADER}\n1,"A\nB",C,D,,,US\n2,A,B,C,,,US\n`).map((one) => one.line)).toEqual([4, 6]);
		});
	});

	describe('a file that cannot be used is named with line, column and what to do', () => {
		it.each<[string, string | Buffer, RegExp]>([
			['empty', '', /^orders\.csv: The file is empty\./],
			['blank', ' \n\n', /^orders\.csv: The file is empty\./],
			[
				'without a column that is needed',
				HEADER.replace('shipCountry', 'land'),
				/^orders\.csv, line 1, column shipCountry: There is no such column\. The columns are “orderID”.*“land”\. Rename the column, or add its name under shipCountry in “Your columns”/,
			],
			[
				'two columns for one',
				`${HEADER},Ship City\n`,
				/^orders\.csv, line 1: Two columns mean shipCity: “shipCity” and “Ship City”\./,
			],
			[
				'an open quote',
				`${HEADER}\n1,A,B,C,,,US\n2,"A,B,C,,,US\n`,
				/^orders\.csv, line 3: The quote that opens here is not closed\./,
			],
			[
				'UTF-8 and another encoding',
				Buffer.concat([Buffer.from(`${HEADER}\n1,Zoë,B,C,,,US\n2,`), latin1('Zoë,B,C,,,US\n')]),
				/^orders\.csv, line 3: The file is UTF-8 in one place and not in another \(character 5 of the line\)\./,
			],
			[
				'no known encoding',
				Buffer.concat([Buffer.from(`${HEADER}\n1,Zo`), Buffer.from([0x81]), Buffer.from(',B,C,,,US\n')]),
				/^orders\.csv, line 2: Character 5 of the line is in no encoding that is known here/,
			],
			[
				'something else than a table',
				'<html><body>Log in</body></html>',
				/^orders\.csv, line 1, column orderID: There is no such column\. The columns are “<html>/,
			],
		])('%s', (_, content, message) => expect(messageOf(() => read(content))).toMatch(message));

		it('not there', () => {
			expect(messageOf(() => readFiles([{ name: 'ORDERS.CSV', bytes: Buffer.from(text) }], {}))).toBe(
				'order-details.csv: The file is not there. Check the folder in “Settings”, and that n8n may read it.',
			);
		});

		it('in short, however long its header is', () => {
			expect(
				messageOf(() => read(Array.from({ length: 5_000 }, (_, at) => `column ${at}`).join(','))).length,
			).toBeLessThan(800);
		});
	});
});
