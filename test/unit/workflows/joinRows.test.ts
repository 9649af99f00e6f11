import { type ErpItem, joinRows } from '../../../workflows/code/join-rows';
import type { ErpRow } from '../../../workflows/code/read-files';

const rows = (file: string, ...all: Array<Record<string, string>>): ErpRow[] =>
	all.map((cells, at) => ({ file, line: at + 2, cells }));
const order = (orderID: string, more: Record<string, string> = {}): Record<string, string> => ({
	orderID,
	shipName: `Name ${orderID}`,
	shipVia: '1',
	...more,
});
const part = (orderID: string, productID = 'P'): Record<string, string> => ({ orderID, productID, quantity: '1' });
const SHIPPERS = rows('shippers', { shipperID: '1', companyName: 'Swift' }, { shipperID: '2', companyName: 'Slow' });
const PRODUCTS = rows('products', { productID: 'P', productName: 'Pot' });
const join = (orders: ErpRow[], details: ErpRow[], others: ErpRow[] = [...SHIPPERS, ...PRODUCTS]): ErpItem[] =>
	joinRows([...orders, ...details, ...others], { Swift: 'UPS Ground' });
const problems = (items: ErpItem[]): Record<string, string> =>
	Object.fromEntries(items.flatMap(({ orderID, problem }) => (problem === undefined ? [] : [[orderID, problem]])));

describe('putting order lines together', () => {
	it('gives every line its order, carrier and product', () => {
		const items = join(
			rows('orders', order('1'), order('2', { shipVia: '2' })),
			rows('order-details', part('2'), part('1'), part('1', 'Q')),
		);
		expect(
			items.map(({ orderID, productID, productName, requestedShipping, shipName }) => [
				orderID,
				productID,
				productName,
				requestedShipping,
				shipName,
			]),
		).toEqual([
			['1', 'P', 'Pot', 'UPS Ground', 'Name 1'],
			['1', 'Q', '', 'UPS Ground', 'Name 1'],
			['2', 'P', 'Pot', 'Slow', 'Name 2'],
		]);
		expect(problems(items)).toEqual({});
		expect(items[1]?.note).toBe('product Q is not in products.csv: its number is used as its name');
	});

	it.each([
		[
			'an order without lines',
			rows('orders', order('1')),
			[],
			/^orders\.csv, line 2: order 1 has no line in order-details\.csv/,
		],
		[
			'lines without an order',
			[],
			rows('order-details', part('1')),
			/^order-details\.csv, line 2: there is no order 1 in orders\.csv/,
		],
		[
			'an order that comes twice',
			rows('orders', order('1'), order('1')),
			rows('order-details', part('1')),
			/^orders\.csv has order 1 twice, in line 2 and in line 3/,
		],
		[
			'a shipper that is not there',
			rows('orders', order('1', { shipVia: '9' })),
			rows('order-details', part('1')),
			/^orders\.csv, line 2: shipper “9” is not in shippers\.csv/,
		],
		[
			'a row that does not fit',
			rows('orders', order('1')),
			[...rows('order-details', part('1')), { file: 'order-details', line: 3, cells: part('1'), problem: 'odd.' }],
			/^order-details\.csv, line 3: odd\.$/,
		],
		[
			'a row of its shipper that does not fit',
			rows('orders', order('1', { shipVia: '3' })),
			rows('order-details', part('1')),
			/^shippers\.csv, line 7: odd\.$/,
		],
	] as Array<[string, ErpRow[], ErpRow[], RegExp]>)(
		'%s is an order with a problem, none of its lines goes out',
		(_, orders, details, problem) => {
			const odd = { file: 'shippers', line: 7, cells: { shipperID: '3', companyName: 'Odd' }, problem: 'odd.' };
			const items = join(orders, details, [...SHIPPERS, ...PRODUCTS, odd]);
			expect(items.length).toBeGreaterThan(0);
			for (const item of items) expect(item.problem).toMatch(problem);
			expect(new Set(items.map(({ orderID }) => orderID))).toEqual(new Set(['1']));
		},
	);

	it('no shipper is no problem', () => {
		expect(join(rows('orders', order('1', { shipVia: 'NULL' })), rows('order-details', part('1')))).toMatchObject([
			{ requestedShipping: '' },
		]);
	});

	it('a row without an order number is named by its place, and holds the orders above and below it back', () => {
		const details = rows('order-details', part('1'), part('2'), part(''), part('3'), part('4'));
		const items = join(rows('orders', ...['1', '2', '3', '4', ''].map((number) => order(number))), details);
		expect(problems(items)).toEqual({
			'2': expect.stringMatching(/^order-details\.csv, line 4: the row has no order number and may belong to order 2/),
			'3': expect.stringMatching(/may belong to order 3/),
			'(orders.csv, line 6)': expect.stringMatching(/the row has no order number/),
			'(order-details.csv, line 4)': expect.stringMatching(/the row has no order number/),
		});
	});

	it.each(['"', '-', '(null)', '\\N', 'null'])('%s in the column of the order number is none', (byteOrderMark) => {
		const details = rows('order-details', part('1'), part(byteOrderMark), part('2'), part('3'));
		expect(problems(join(rows('orders', order('1'), order('2'), order('3')), details))).toEqual({
			'1': expect.stringMatching(/may belong to order 1/),
			'2': expect.stringMatching(/may belong to order 2/),
			'(order-details.csv, line 3)': expect.stringMatching(/the row has no order number/),
		});
	});

	it('a row of dashes below the headers holds no order back, and is named', () => {
		const details = rows('order-details', { orderID: '---', productID: '---', quantity: '---' }, part('1'));
		expect(problems(join(rows('orders', order('1')), details))).toEqual({
			'(order-details.csv, line 2)': expect.stringMatching(/the row has no order number/),
		});
	});

	it('a carrier map that has a column of the same name as its own helpers is no map of them', () => {
		const shippers = rows('shippers', { shipperID: '1', companyName: 'constructor' });
		expect(
			join(rows('orders', order('1')), rows('order-details', part('1')), [...shippers, ...PRODUCTS]),
		).toMatchObject([{ requestedShipping: 'constructor' }]);
	});
});
