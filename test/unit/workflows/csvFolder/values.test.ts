import { numbersOf, problemOfCode } from '../../../../workflows/code/csvfolder/values';

/** The first of the cells, read beside the others. */
const read = (cells: string[], separator?: string) => numbersOf('Preis', cells, separator)(cells[0]);

describe('numbers of a file', () => {
	it.each<[string, string[], number]>([
		['a whole number', ['12'], 12],
		['a decimal comma', ['12,50'], 12.5],
		['a decimal point', ['12.50'], 12.5],
		['points between thousands', ['1.234,50'], 1234.5],
		['commas between thousands', ['1,234.50'], 1234.5],
		['blanks between thousands', ['1 234 567,5'], 1234567.5],
		['the narrow blanks of French numbers', ['1\u202f234,5'], 1234.5],
		['1.250 beside decimal commas', ['1.250', '3,5'], 1250],
		['1.250 beside decimal points', ['1.250', '3.5'], 1.25],
		['1,250 beside decimal commas', ['1,250', '3,5'], 1.25],
		['three decimals after a zero', ['0,125'], 0.125],
		['a negative one', ['-4,5'], -4.5],
		['no zero before the decimals', [',5'], 0.5],
	])('%s', (_, cells, number) => expect(read(cells)).toEqual({ number }));

	it('are what the setting says', () => {
		expect([read(['1.250'], 'comma'), read(['1.250'], 'point')]).toEqual([{ number: 1250 }, { number: 1.25 }]);
	});

	it('are refused if they can mean two things, with what to do', () => {
		const either = {
			problem: '“1.250” in the column Preis can mean 1250 or 1.25.',
			remedy: 'Set decimalSeparator in Settings to comma or point.',
		};
		expect(read(['1.250'])).toEqual(either);
		expect(read(['1.250', '3,5', '3.5'])).toEqual(either);
	});

	it('are refused if they contradict the others, or are none', () => {
		expect(read(['1.5'], 'comma')).toMatchObject({ problem: expect.stringMatching(/no decimal comma/) });
		for (const text of ['12 Stk', '1,2,3', '1.23.4', '-'])
			expect(read([text])).toMatchObject({ problem: expect.stringMatching(/not a number/) });
	});

	it('are nothing in an empty cell', () => {
		for (const text of ['', 'NULL', 'n/a']) expect(read([text])).toEqual({});
	});

	it.each(['4,00123E+12', '1E+05', '1,2e-7'])('%s has lost digits', (text) => {
		expect(read([text])).toMatchObject({
			problem: expect.stringMatching(/scientific notation/),
			remedy: expect.stringMatching(/Excel/),
		});
	});
});

describe('codes of a file', () => {
	it.each(['4,00123E+12', '4.00123E+12', '4E+12'])('%s has lost digits', (text) =>
		expect(problemOfCode('sku', text)).toMatchObject({ problem: expect.stringMatching(/sku.*scientific notation/) }),
	);
	it.each(['4E12', 'E+12', '1E-05-X', '4001234567890', undefined])('%s is one', (text) =>
		expect(problemOfCode('sku', text)).toBeUndefined(),
	);
});
