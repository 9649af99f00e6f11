import { type CatalogueAction, compareCatalogue } from '../../../../workflows/code/products/compare-catalogue';

type Row = Record<string, unknown>;

const TEA = { sku: 'TEA', name: 'Tea', brand: 'Leaf', type: 'core', parts: [] };
const CUP = { sku: 'CUP', name: 'Cup', brand: 'Clay', type: 'core', parts: [] };
const SET = {
	sku: 'SET',
	name: 'Set',
	brand: 'Leaf',
	type: 'bundle',
	parts: [
		{ sku: 'TEA', quantity: 2 },
		{ sku: 'CUP', quantity: 1 },
	],
};
const WEB = { salesChannelId: '7', name: 'Web shop', active: true };
const OLD = { salesChannelId: '8', name: 'Old shop', active: false };

const component = (sku: string, componentSku: string, quantity: unknown = 1): Row => ({ sku, componentSku, quantity });
const listing = (listingSku: string, sku: string, salesChannel = 'Web shop'): Row => ({
	listingSku,
	sku,
	salesChannel,
});

function compared(erp: Partial<Record<'products' | 'bundles' | 'listings', Row[]>>, listings: Row[] = []) {
	const all = compareCatalogue(
		{ products: [{}], bundles: [{}], listings: [{}], ...erp },
		{ products: [TEA, CUP, SET], listings, channels: [WEB, OLD] },
		{ brandIfNone: 'Unbranded' },
	);
	const of = (action: CatalogueAction['action']): CatalogueAction[] => all.filter((one) => one.action === action);
	return { of, summary: all.at(-1), reasons: of('refused').map(({ reason }) => reason) };
}

describe('bundles of the ERP', () => {
	it('are created with their components, named as the ERP names the product of that SKU', () => {
		const { of, summary } = compared({
			products: [{ sku: 'new-1', name: 'New set', price: '9.90' }],
			bundles: [component('NEW-1', 'tea', '2'), component('NEW-1', 'CUP')],
		});
		expect(of('bundle')).toEqual([
			{
				action: 'bundle',
				sku: 'NEW-1',
				columns: { sku: 'NEW-1', name: 'New set', brand: 'Unbranded', mapPrice: '9.90' },
				components: [
					{ sku: 'TEA', quantity: 2 },
					{ sku: 'CUP', quantity: 1 },
				],
			},
		]);
		expect(summary).toMatchObject({ action: 'summary', inErp: 1, bundles: 1, newBundles: 1, refused: 0 });
	});

	it('are not created as plain products before', () => {
		const { of } = compared({
			products: [{ sku: 'NEW-1', name: 'New set' }],
			bundles: [component('NEW-1', 'NO-SUCH')],
		});
		expect(of('write')).toEqual([]);
		expect(of('refused')).toMatchObject([{ key: 'bundle NEW-1', reason: expect.stringContaining('NO-SUCH') }]);
	});

	it('may consist of products that are new themselves', () => {
		const { of } = compared({
			products: [{ sku: 'MILK', name: 'Milk' }],
			bundles: [{ ...component('NEW-1', 'MILK'), name: 'Milk set' }],
		});
		expect(of('write').map(({ sku }) => sku)).toEqual(['MILK']);
		expect(of('bundle')).toMatchObject([{ sku: 'NEW-1', components: [{ sku: 'MILK', quantity: 1 }] }]);
	});

	it('are left alone if they have the same components, in whatever order and case', () => {
		const { of, summary } = compared({ bundles: [component('set', 'cup', '1.0'), component('SET', 'TEA', 2)] });
		expect(of('bundle')).toEqual([]);
		expect(summary).toMatchObject({ bundles: 1, newBundles: 0, refused: 0 });
	});

	it('are refused, with both lists, if Extensiv has other components', () => {
		const { of } = compared({ bundles: [component('SET', 'TEA', 3)] });
		expect(of('refused')).toMatchObject([
			{
				key: 'bundle SET',
				reason: 'The bundle SET has 3 × TEA in the ERP, but 2 × TEA, 1 × CUP in Extensiv.',
				remedy: expect.stringContaining('by hand'),
			},
		]);
	});

	it.each([
		['a plain product of Extensiv', [component('TEA', 'CUP')], /no bundle in Extensiv/],
		['no name', [component('NEW', 'CUP')], /has no name/],
		['half a component', [component('SET', 'CUP', 0.5)], /0\.5 pieces of CUP/],
		['no quantity', [component('SET', 'CUP', null)], /no pieces of CUP/],
		['a component twice', [component('SET', 'CUP'), component('SET', 'cup')], /cup twice/],
		['no component', [component('SET', '')], /without a SKU/],
		['no SKU', [component('', 'CUP')], /no SKU/],
		['themselves in them', [component('SET', 'set')], /consists of itself/],
	])('are refused with %s', (_what, bundles, reason) => {
		const { of, reasons } = compared({ bundles });
		expect(reasons).toEqual([expect.stringMatching(reason)]);
		expect(of('bundle')).toEqual([]);
	});
});

it('does not make one bundle of two that have the same SKU in the ERP', () => {
	const { of } = compared({
		products: [
			{ sku: 'NEW-1', name: 'One' },
			{ sku: 'new-1', name: 'Other' },
		],
		bundles: [component('NEW-1', 'TEA'), component('new-1', 'CUP')],
	});
	expect(of('bundle')).toEqual([]);
	expect(of('refused')).toMatchObject([{ key: 'bundle NEW-1', reason: '2 products of the ERP have the SKU NEW-1.' }]);
});

describe('listings of the ERP', () => {
	it('are created in the channel of that name or ID', () => {
		const { of } = compared({ listings: [listing('WEB-TEA', 'tea', 'web SHOP'), listing('WEB-CUP', 'CUP', '7')] });
		expect(of('listing')).toMatchObject([
			{ listingSku: 'WEB-TEA', sku: 'tea', salesChannelId: '7' },
			{ listingSku: 'WEB-CUP', sku: 'CUP', salesChannelId: '7' },
		]);
	});

	it('are created for products and bundles that are new themselves', () => {
		const { of } = compared({
			products: [{ sku: 'MILK', name: 'Milk' }],
			bundles: [{ ...component('NEW-1', 'TEA'), name: 'Tea set' }],
			listings: [listing('L1', 'MILK'), listing('L2', 'NEW-1')],
		});
		expect(of('listing').map(({ listingSku }) => listingSku)).toEqual(['L1', 'L2']);
	});

	it('are left alone if Extensiv has them, also in an inactive channel', () => {
		const listings = [
			{ salesChannelId: '7', listingSku: 'WEB-TEA', sku: 'TEA' },
			{ salesChannelId: '8', listingSku: 'OLD-TEA', sku: 'TEA' },
		];
		const { of, summary } = compared(
			{ listings: [listing('web-tea', 'tea'), listing('OLD-TEA', 'TEA', 'Old shop')] },
			listings,
		);
		expect(of('listing')).toEqual([]);
		expect(summary).toMatchObject({ listings: 2, newListings: 0, refused: 0 });
	});

	it.each([
		['of an unknown channel', [listing('L', 'TEA', 'Nowhere')], /no sales channel Nowhere/],
		['of an inactive channel', [listing('L', 'TEA', 'Old shop')], /inactive/],
		['of an unknown product', [listing('L', 'NO-SUCH')], /NO-SUCH, which Extensiv does not have/],
		['of another product', [listing('WEB-TEA', 'CUP')], /of CUP in the ERP, but of TEA in Extensiv/],
		['without a SKU', [listing('L', '')], /no sku/],
	])('are refused %s', (_what, listings, reason) => {
		const { of, reasons } = compared({ listings }, [{ salesChannelId: '7', listingSku: 'WEB-TEA', sku: 'TEA' }]);
		expect(reasons).toEqual([expect.stringMatching(reason)]);
		expect(of('listing')).toEqual([]);
		expect(of('refused')[0]?.key).toMatch(/^listing .* in /);
	});

	it('are refused if two rows are the same place, whatever they call the channel', () => {
		const { reasons } = compared({ listings: [listing('L', 'TEA'), listing('l', 'CUP', '7')] });
		expect(reasons).toEqual([expect.stringContaining('2 rows'), expect.stringContaining('2 rows')]);
	});
});
