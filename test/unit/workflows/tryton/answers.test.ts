import { plain, resultOf } from '../../../../workflows/code/tryton/answers';
import { productItems } from '../../../../workflows/code/tryton/products';
import { stockItems } from '../../../../workflows/code/tryton/stock';

describe('an answer of Tryton', () => {
	it('gives its result, also an empty one', () => {
		expect(resultOf({ result: [] })).toEqual([]);
		expect(resultOf({ result: null })).toBeNull();
	});

	it('ends the run with the words of Tryton, or with what to check if it is no answer of Tryton', () => {
		expect(() => resultOf({ error: ['UserError', ['You are not allowed to read sales.', '', null]] })).toThrow(
			'Tryton: You are not allowed to read sales.',
		);
		expect(() => resultOf({})).toThrow(/no answer of Tryton\. Check trytonUrl and database in Settings\./);
	});

	it('has numbers and days that become text', () => {
		expect(plain({ __class__: 'Decimal', decimal: '12.50' })).toBe('12.50');
		expect(plain({ __class__: 'date', year: 2026, month: 3, day: 5 })).toBe('2026-03-05');
		expect(plain(null)).toBeUndefined();
	});

	it('has the stock of each warehouse, in the order in which they were asked', () => {
		const answers = [{ result: [{ code: 'TEA', quantity: 4 }] }, { result: [{ code: 'TEA', quantity: null }] }];
		expect(stockItems([{ name: 'North' }, { name: 'South' }], answers)).toEqual([
			{ sku: 'TEA', warehouse: 'North', onHand: 4 },
			{ sku: 'TEA', warehouse: 'South', onHand: 0 },
		]);
	});

	it('has products with their price and their EAN', () => {
		const price = { __class__: 'Decimal', decimal: '4.90' };
		const identifiers = [
			{ type: null, code: 'old' },
			{ type: 'ean', code: '4006381333931' },
		];
		const product = {
			id: 3,
			code: 'TEA',
			name: 'Tea',
			list_price: price,
			cost_price: null,
			'identifiers.': identifiers,
		};
		expect(productItems([product])).toEqual([
			{ erpId: '3', sku: 'TEA', name: 'Tea', price: '4.90', cost: undefined, upc: '4006381333931' },
		]);
	});
});
