import { ordersOf } from '../../../../workflows/code/csvfolder/orders';
import { productsOf } from '../../../../workflows/code/csvfolder/products';
import { stockOf } from '../../../../workflows/code/csvfolder/stock';

interface Row {
	file?: string;
	line?: number;
	problem?: string;
}
const row = (cells: Record<string, string>, { file = 'orders.csv', line = 2, problem }: Row = {}) => ({
	file,
	line,
	cells,
	...(problem && { problem }),
});
const LINE = {
	...{ orderNumber: '7', recipientName: 'Zoë', street1: 'Weg 1', city: 'Köln', country: 'DE' },
	...{ sku: 'TEA', quantity: '2', unitPrice: '4,90', orderDate: '45992' },
};
const orders = (...rows: ReturnType<typeof row>[]) => ordersOf(rows, { postalCodeIfNone: '00000' });
const problems = (...rows: ReturnType<typeof row>[]) =>
	orders(...rows).map(({ orderNumber, problem }) => [orderNumber, problem]);

describe('orders of the files', () => {
	it('are one item for each line, and leave dates and numbers to the steps of Extensiv', () => {
		expect(orders(row({ ...LINE, postalCode: '01067', state: 'NULL', discount: '' }))).toEqual([
			{ erpId: '7', ...LINE, postalCode: '01067' },
		]);
		expect(orders(row(LINE))).toMatchObject([{ postalCode: '00000' }]);
	});

	it('count once if two files have the same, and are not sent if these differ', () => {
		const again = row(LINE, { file: 'orders-2.csv' });
		expect(orders(row(LINE), again)).toHaveLength(1);
		expect(problems(row(LINE), row({ ...LINE, quantity: '3' }, { file: 'orders-2.csv', line: 9 }))).toEqual([
			[
				'7',
				'Order 7 is in orders.csv, line 2 and in orders-2.csv, line 9, and they differ. Remove the file that is out of date.',
			],
		]);
		expect(orders(row(LINE), row({ ...LINE, sku: 'POT' }), again)).toMatchObject([
			{ problem: expect.stringMatching(/differ/) },
			{ sku: 'POT', problem: expect.stringMatching(/differ/) },
		]);
	});

	it('keep two equal lines of one file', () => {
		expect(orders(row(LINE), row(LINE, { line: 3 }))).toHaveLength(2);
	});

	it('are not sent at all if one of their rows cannot be used', () => {
		expect(problems(row(LINE), row(LINE, { line: 3, problem: 'there are 2 cells and 9 columns.' }))).toEqual([
			['7', 'orders.csv, line 3: there are 2 cells and 9 columns.'],
			['7', 'orders.csv, line 3: there are 2 cells and 9 columns.'],
		]);
	});

	it.each([{ orderNumber: '4,00123E+12' }, { sku: '4,00123E+12' }])(
		'are not sent if Excel has cut off digits: %j',
		(cells) => {
			expect(problems(row({ ...LINE, ...cells }))).toEqual([
				[
					expect.any(String),
					expect.stringMatching(/^orders\.csv, line 2: .*scientific notation.*do not save it in Excel/),
				],
			]);
		},
	);

	it('are not sent if a row without a number may belong to them; others are', () => {
		const none = row({ ...LINE, orderNumber: '' }, { line: 4 });
		const found = problems(
			row({ ...LINE, orderNumber: '6' }, { line: 2 }),
			row(LINE, { line: 3 }),
			none,
			row({ ...LINE, orderNumber: '8' }, { line: 5 }),
			row({ ...LINE, orderNumber: '9' }, { line: 1, file: 'orders-2.csv' }),
		);
		expect(found).toEqual([
			['6', undefined],
			['7', 'orders.csv, line 4: the row has no order number and may belong to order 7. Give it its number.'],
			['8', 'orders.csv, line 4: the row has no order number and may belong to order 8. Give it its number.'],
			['9', undefined],
			['(orders.csv, line 4)', 'orders.csv, line 4: the row has no order number. Give it one, or remove the row.'],
		]);
	});

	it('are not the dashes below the headers', () => {
		expect(orders(row({ orderNumber: '----', sku: '---' }), row(LINE))).toHaveLength(1);
	});
});

describe('stock and products of the files', () => {
	const SETTINGS = { erpWarehouse: 'Main', decimalSeparator: 'auto' };

	it('are numbers, whatever the separator', () => {
		expect(
			stockOf([row({ sku: 'TEA', onHand: '1.250' }), row({ sku: 'POT', warehouse: 'EU', onHand: '3,00' })], SETTINGS),
		).toEqual([
			{ sku: 'TEA', warehouse: 'Main', onHand: 1250 },
			{ sku: 'POT', warehouse: 'EU', onHand: 3 },
		]);
		expect(
			productsOf([row({ sku: 'TEA', name: 'Tee', price: '4,90', upc: '4006381333931', weight: '' })], SETTINGS),
		).toEqual([{ erpId: 'TEA', sku: 'TEA', name: 'Tee', price: 4.9, upc: '4006381333931' }]);
	});

	it('say what is wrong with a row, where, and what to do', () => {
		const [either, spoilt, short] = stockOf(
			[
				row({ sku: 'TEA', onHand: '1.250' }),
				row({ sku: '4,00123E+12', onHand: '3' }, { line: 3 }),
				row({ sku: 'POT' }, { line: 4, problem: 'there are 1 cells and 2 columns.' }),
			],
			SETTINGS,
		);
		expect(either).toMatchObject({
			onHand: '1.250',
			problem: expect.stringMatching(/^orders\.csv, line 2: .*1250 or 1\.25/),
		});
		expect(either?.remedy).toMatch(/decimalSeparator/);
		expect(spoilt).toMatchObject({ problem: expect.stringMatching(/line 3: .*scientific notation/) });
		expect(short).toMatchObject({ problem: 'orders.csv, line 4: there are 1 cells and 2 columns.' });
		expect(productsOf([row({ sku: 'TEA', name: 'Tee', upc: '4,00638E+12' })], SETTINGS)).toMatchObject([
			{ problem: expect.stringMatching(/upc is in scientific notation/) },
		]);
	});

	it('have a failure of its own for each row without a SKU, such as a total', () => {
		const rows = [row({ sku: '', onHand: '3' }), row({ sku: 'NULL', onHand: '9' }, { line: 7 })];
		const named = [{ sku: '(orders.csv, line 2)' }, { sku: '(orders.csv, line 7)' }];
		expect(stockOf(rows, SETTINGS)).toMatchObject(named);
		expect(productsOf(rows, SETTINGS)).toMatchObject(named);
		for (const one of [...stockOf(rows, SETTINGS), ...productsOf(rows, SETTINGS)])
			expect(one).toMatchObject({ problem: expect.stringMatching(/has no SKU/), remedy: expect.any(String) });
	});

	it.each([
		['kg', '0,25', 8.8185],
		['g', '250,0', 8.8185],
		['lb', '1,5', 24],
		['oz', '1,5', 1.5],
	])('weigh in ounces, as Extensiv does, what the ERP weighs in %s', (weightUnit, weight, ounces) => {
		const given = row({ sku: 'TEA', name: 'Tee', weight });
		expect(productsOf([given], { ...SETTINGS, weightUnit })).toMatchObject([{ weight: ounces }]);
	});

	it('are not weighed in a unit that is not known', () => {
		expect(() => productsOf([], { ...SETTINGS, weightUnit: 'Pfund' })).toThrow(
			/“weightUnit” in Settings.*oz, lb, kg or g/,
		);
	});
});
