import { compareProducts, type ProductAction } from '../../../workflows/code/compare-products';

type Row = Record<string, unknown>;

const compared = (products: Row[], existing: Row[], currency?: string): ProductAction[] =>
	compareProducts(products, existing, { brandIfNone: 'Unbranded', currency });
const written = (products: Row[], existing: Row[], currency?: string): unknown[] =>
	compared(products, existing, currency)
		.filter(({ action }) => action === 'write')
		.map(({ columns }) => columns);

const TEA = { sku: 'A', name: 'Tea', brand: 'Leaf', upc: null, weight: 8, vendorCost: 2, mapPrice: 5 };

describe('the comparison of products', () => {
	it('writes everything that the ERP gives of a new product, and the brand that Extensiv requires', () => {
		expect(written([{ sku: 'B', name: 'Coffee', weight: '4.0', upc: '' }], [TEA])).toEqual([
			{ sku: 'B', name: 'Coffee', brand: 'Unbranded', weight: '4.0' },
		]);
	});

	it('writes only what differs of another one, and leaves alone what the ERP does not give', () => {
		const row = { sku: 'A', name: 'Green tea', brand: '', cost: '2.00', price: 5 };
		expect(written([row], [TEA])).toEqual([{ sku: 'A', name: 'Green tea' }]);
	});

	it('writes nothing if all is equal', () => {
		const row = { sku: 'A', name: 'Tea', brand: 'Leaf', weight: '8.00', cost: '2', price: '5.0' };
		expect(compared([row], [TEA])).toEqual([
			{ action: 'summary', inErp: 1, equal: 1, new: 0, different: 0, refused: 0 },
		]);
	});

	it('takes a price of 0 for none', () => {
		const existing = { ...TEA, vendorCost: null, mapPrice: 0 };
		expect(written([{ sku: 'A', name: 'Tea', cost: '0', price: 0 }], [existing])).toEqual([]);
		expect(written([{ sku: 'A', name: 'Tea', cost: '0', price: '0.00', weight: 0 }], [TEA])).toEqual([]);
		expect(written([{ sku: 'B', name: 'New', cost: 0 }], [])).toEqual([{ sku: 'B', name: 'New', brand: 'Unbranded' }]);
		expect(written([{ sku: 'A', name: 'Tea', cost: '0.5' }], [existing])).toEqual([{ sku: 'A', vendorCost: '0.5' }]);
	});

	it('refuses products without a SKU, and two with the same', () => {
		const items = compared([{ name: 'Tea' }, { sku: 'B' }, { sku: ' B' }], []);
		expect(items.filter(({ action }) => action === 'refused').map(({ reason }) => reason)).toEqual([
			'The product has no SKU.',
			'2 products of the ERP have the SKU B.',
			'2 products of the ERP have the SKU B.',
		]);
	});

	it('does not take a product for new that Extensiv writes in another case, and keeps its brand', () => {
		const row = { sku: 'mug-1', name: 'Mug' };
		const existing = { sku: 'MUG-1', name: 'Mug', brand: 'Clay' };
		expect(compared([row], [existing])).toEqual([expect.objectContaining({ equal: 1, new: 0, different: 0 })]);
		expect(written([{ ...row, name: 'Big mug' }], [existing])).toEqual([{ sku: 'MUG-1', name: 'Big mug' }]);
	});

	it('refuses two products whose SKUs differ only in case', () => {
		expect(compared([{ sku: 'a' }, { sku: 'A' }], [TEA])).toMatchObject([
			{ action: 'refused', reason: '2 products of the ERP have the SKU a.' },
			{ action: 'refused' },
			{ action: 'summary' },
		]);
	});

	it('refuses a product with a problem, with what to do', () => {
		expect(
			compared([{ sku: 'A', name: 'Tea', problem: 'The UPC lost digits.', remedy: 'Write it again.' }], []),
		).toMatchObject([
			{ action: 'refused', sku: 'A', reason: 'The UPC lost digits.', remedy: 'Write it again.' },
			{ action: 'summary', refused: 1 },
		]);
	});

	it('takes an empty answer of a database for no products', () => {
		expect(compared([{}], [{}])).toEqual([expect.objectContaining({ action: 'summary', inErp: 0 })]);
	});

	it('does not change another product whose SKU differs only in case', () => {
		const twins = [
			{ ...TEA, sku: 'mug' },
			{ ...TEA, sku: 'MUG' },
		];
		expect(written([{ sku: 'mug', name: 'Mug' }], twins)).toEqual([{ sku: 'mug', name: 'Mug' }]);
		expect(written([{ sku: 'MUG', name: 'Mug' }], twins)).toEqual([{ sku: 'MUG', name: 'Mug' }]);
		expect(compared([{ sku: 'Mug', name: 'Mug' }], twins)[0]).toMatchObject({
			action: 'refused',
			reason: expect.stringMatching(/several products for the SKU Mug.*mug, MUG/),
		});
	});

	it('writes nothing if only the zeros before a UPC differ, which Excel cuts off', () => {
		const existing = { ...TEA, upc: '036000291452' };
		for (const upc of ['36000291452', '0036000291452']) expect(written([{ sku: 'A', upc }], [existing])).toEqual([]);
		expect(written([{ sku: 'A', upc: '036000291469' }], [existing])).toHaveLength(1);
	});

	it('does not take the ERP’s euros for dollars', () => {
		const row = { sku: 'A', name: 'Tea', price: '5' };
		expect(written([{ ...row, sku: 'B' }], [], 'EUR')).toEqual([
			{ sku: 'B', name: 'Tea', brand: 'Unbranded', mapPrice: '5', currency: 'EUR' },
		]);
		expect(written([{ ...row, price: 6 }], [{ ...TEA, currency: 'USD' }], 'USD')).toEqual([
			{ sku: 'A', mapPrice: 6, currency: 'USD' },
		]);
		const [refused] = compared([{ ...row, currency: 'EUR' }], [{ ...TEA, currency: 'USD' }], 'USD');
		expect(refused).toMatchObject({
			action: 'refused',
			reason: 'The prices of A are in EUR in the ERP, but in USD in Extensiv.',
			remedy: expect.stringMatching(/currency in Settings/),
		});
		expect(written([row], [{ ...TEA, vendorCost: 0, mapPrice: 0, currency: 'USD' }], 'EUR')).toEqual([
			{ sku: 'A', mapPrice: '5', currency: 'EUR' },
		]);
	});
});
