import { itemsFromExtensiv, reportOf } from '../../../../workflows/code/products/from-extensiv';

const product = (sku: string | null, more: object = {}) => ({
	productId: '1',
	sku,
	name: 'Tea',
	type: 'core',
	brand: null,
	upc: '',
	weight: 0,
	vendorCost: 0,
	mapPrice: 4.2,
	currency: 'USD',
	parts: [],
	...more,
});
const SET = product('SET', { type: 'bundle', parts: [{ productId: '1', sku: 'TEA', name: 'Tea', quantity: 2 }] });
const LISTING = { listingId: '9', listingSku: 'WEB-TEA', sku: 'TEA', salesChannelId: '7' };
const ALL = { products: true, bundles: true, listings: true };

const items = (products: object[], settings: Record<keyof typeof ALL, unknown> = ALL, listings: object[] = []) =>
	itemsFromExtensiv(
		{
			products: products as Array<Record<string, unknown>>,
			listings: listings as Array<Record<string, unknown>>,
			channels: [{ salesChannelId: '7', name: 'Web shop' }],
		},
		settings,
	);

describe('what Extensiv has, for the ERP', () => {
	it('leaves out fields that are empty there, and prices and weights of 0', () => {
		expect(items([product('TEA')])).toEqual([
			{ kind: 'product', sku: 'TEA', name: 'Tea', price: 4.2, currency: 'USD' },
		]);
	});

	it('has no blanks around texts, which would differ in each run', () => {
		expect(items([product('TEA', { name: ' Tea ' })])).toMatchObject([{ name: 'Tea' }]);
	});

	it('names no currency without an amount', () => {
		expect(items([product('TEA', { mapPrice: null })])).toEqual([{ kind: 'product', sku: 'TEA', name: 'Tea' }]);
	});

	it('gives bundles their components, and listings the name of their channel', () => {
		const given = items([product('TEA'), SET], ALL, [LISTING, { ...LISTING, listingId: '10', salesChannelId: '8' }]);
		expect(given.map(({ kind }) => kind)).toEqual(['product', 'bundle', 'listing', 'listing']);
		expect(given[1]).toMatchObject({ sku: 'SET', components: [{ sku: 'TEA', quantity: 2 }] });
		expect(given[2]).toEqual({ kind: 'listing', ...LISTING, salesChannel: 'Web shop' });
		expect(given[3]).toMatchObject({ salesChannel: '8' });
	});

	it('gives only what the user wants', () => {
		const kinds = (settings: Partial<Record<keyof typeof ALL, unknown>>) =>
			items([product('TEA'), SET], { products: false, bundles: false, listings: false, ...settings }, [LISTING]).map(
				({ kind }) => kind,
			);
		expect(kinds({ products: 'true' })).toEqual(['product']);
		expect(kinds({ bundles: true })).toEqual(['bundle']);
		expect(kinds({ listings: true })).toEqual(['listing']);
		expect(kinds({ products: 'no', bundles: undefined })).toEqual([]);
	});

	it('leaves out parents of variations, and listings of products that are not active', () => {
		const given = items([product('SHIRT', { type: 'virtual' }), product('SHIRT-M', { type: 'variation' })], ALL, [
			LISTING,
		]);
		expect(given).toMatchObject([{ kind: 'product', sku: 'SHIRT-M' }]);
	});

	it('leaves out listings of parents of variations, which no ERP has', () => {
		expect(items([product('TEA', { type: 'virtual' })], ALL, [LISTING])).toEqual([]);
	});

	it('does not give the name of one product to another whose SKU differs only in case', () => {
		const twins = [product('mug', { productId: '3' }), product('MUG', { productId: '4' }), product('TEA')];
		expect(items(twins)).toMatchObject([
			{ kind: 'refused', key: 'product 3', reason: expect.stringMatching(/2 active products with the SKU mug/) },
			{ kind: 'refused', key: 'product 4', remedy: expect.stringMatching(/another SKU/) },
			{ kind: 'product', sku: 'TEA' },
		]);
		expect(items(twins, { ...ALL, products: false })).toHaveLength(2);
	});

	it('says which product has no SKU, and which bundle no components', () => {
		expect(items([product(null), { ...SET, parts: [] }])).toMatchObject([
			{ kind: 'refused', key: 'product 1', reason: expect.stringContaining('no SKU') },
			{ kind: 'refused', key: 'bundle SET', remedy: expect.stringContaining('bundles to false') },
		]);
	});

	it('takes an empty answer for no products', () => {
		expect(items([{}])).toEqual([]);
	});
});

describe('the report about what was written to the ERP', () => {
	const READ_ALL = { failures: [], ok: ['not read'] };
	const done = { kind: 'product', sku: 'TEA', outcome: 'done' };
	const failed = {
		kind: 'listing',
		listingSku: 'L',
		salesChannel: 'Web shop',
		sku: 'TEA',
		outcome: 'failed',
		problem: 'P',
	};

	it('has a row for each failure, with a remedy', () => {
		const refused = { kind: 'refused', key: 'bundle SET', sku: 'SET', reason: 'R', remedy: 'Do it.' };
		expect(reportOf([done, failed, refused], READ_ALL)).toMatchObject({
			failures: [
				{ key: 'listing L in Web shop', reason: 'P', remedy: expect.stringContaining('Correct it') },
				{ key: 'bundle SET', reason: 'R', remedy: 'Do it.' },
			],
			ok: ['not read', 'TEA'],
			others: 'closed',
		});
	});

	it('closes nothing that it does not name, if something could not be read or nothing was there', () => {
		const unread = { failures: [{ key: 'not read', reason: 'R', remedy: 'M', item: {} }], ok: [] };
		expect(reportOf([done], unread)).toMatchObject({ others: 'kept', ok: ['TEA'] });
		expect(reportOf([], READ_ALL)).toMatchObject({ others: 'kept' });
	});
});
