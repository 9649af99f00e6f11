import { bundleItems, kitCalls } from '../../../../workflows/code/tryton/kits';
import { type Call, outcomes } from '../../../../workflows/code/tryton/calls';
import { catalogueOf, productCalls } from '../../../../workflows/code/tryton/products-back';
import type { ExtensivBundleItem, ExtensivItem, ExtensivProductItem } from '../../../../workflows/parts/shapes';
import { bundleComponentItem } from '../../../support/itemShapes';
import { misfits } from '../../../support/erpPart';

const decimal = (value: string) => ({ __class__: 'Decimal', decimal: value });

const held = (id: number, code: string, more: object = {}) => ({
	id,
	code,
	active: true,
	type: 'goods',
	name: 'Tea',
	list_price: decimal('4.2'),
	cost_price: decimal('0'),
	default_uom: 1,
	template: id + 100,
	'template.': { products: [id] },
	'identifiers.': [],
	...more,
});
const TRYTON = { products: [held(5, 'TEA'), held(6, 'CUP')], company: { id: 1, currency: 'USD' }, unit: 1 };
const item = (sku: string, more: Partial<ExtensivProductItem> = {}): ExtensivProductItem => ({
	kind: 'product',
	sku,
	name: 'Tea',
	...more,
});

const asked = <Item extends ExtensivItem>(calls: Array<Call<Item>>): unknown[] =>
	calls.flatMap(({ method, params }) =>
		method ? [[method.replace('model.product.', ''), ...(params ?? []).slice(0, -1)]] : [],
	);
const planned = (
	items: ExtensivProductItem[],
	products: object[] = TRYTON.products,
	changeExisting: unknown = true,
	changeCost: unknown = true,
) => productCalls(items, { ...TRYTON, products: products as typeof TRYTON.products }, { changeExisting, changeCost });

describe('what to do in Tryton for products', () => {
	it('creates one that is new, with prices and EAN, for the company of the user', () => {
		const calls = planned([item('NEW', { price: 4.2, cost: 2, upc: '036000291452', brand: 'Leaf', weight: 8 })]);
		expect(asked(calls)).toEqual([
			[
				'template.create',
				[
					{
						...{ name: 'Tea', code: 'NEW', type: 'goods', default_uom: 1, sale_uom: 1, salable: true },
						list_price: decimal('4.2'),
						products: [
							[
								'create',
								[{ cost_price: decimal('2'), identifiers: [['create', [{ type: 'ean', code: '036000291452' }]]] }],
							],
						],
					},
				],
			],
		]);
		expect(calls.at(-1)?.params?.at(-1)).toEqual({ company: 1 });
	});

	it('writes only what differs, and nothing that Extensiv does not have', () => {
		expect(asked(planned([item('tea', { name: 'Green tea', price: 4.2, cost: 3 })]))).toEqual([
			['template.write', [105], { name: 'Green tea' }],
			['product.write', [5], { cost_price: decimal('3') }],
		]);
		const equal = planned([item('TEA', { price: 4.2 })]);
		expect(asked(equal)).toEqual([]);
		expect(outcomes(equal)).toMatchObject([{ sku: 'TEA', outcome: 'alreadyDone' }]);
	});

	it('fills in only what is empty, if Tryton’s values are to stay', () => {
		const given = item('TEA', { name: 'Green tea', price: 5, cost: 3, upc: '036000291452' });
		expect(asked(planned([given], undefined, false))).toEqual([
			[
				'product.write',
				[5],
				{ cost_price: decimal('3'), identifiers: [['create', [{ type: 'ean', code: '036000291452' }]]] },
			],
		]);
	});

	it('leaves the cost price of existing products alone, unless the user says otherwise', () => {
		const given = [item('TEA', { cost: 3 })];
		expect(asked(planned(given, undefined, true, false))).toEqual([]);
		expect(asked(planned([item('NEW', { cost: 3 })], undefined, true, false))).toHaveLength(1);
	});

	it('takes a UPC for the EAN that begins with a zero, and changes another one', () => {
		const withEan = (code: string) => [held(5, 'TEA', { 'identifiers.': [{ id: 3, type: 'ean', code }] })];
		const given = [item('TEA', { upc: '036000291452' })];
		expect(asked(planned(given, withEan('0036000291452')))).toEqual([]);
		expect(asked(planned(given, withEan('4006381333931')))).toEqual([
			['product.write', [5], { identifiers: [['write', [3], { type: 'ean', code: '036000291452' }]] }],
		]);
		expect(asked(planned(given, withEan('4006381333931'), 'false'))).toEqual([]);
	});

	it('writes a product without a UPC that Tryton would refuse, and says so', () => {
		const calls = planned([item('NEW', { upc: '036000291453' })]);
		expect(JSON.stringify(asked(calls))).not.toContain('036000291453');
		expect(outcomes(calls)).toMatchObject([
			{
				outcome: 'failed',
				problem: expect.stringContaining('UPC 036000291453'),
				remedy: expect.stringContaining('UPC'),
			},
		]);
		expect(outcomes(planned([item('TEA', { upc: '12' })]))).toMatchObject([{ outcome: 'failed' }]);
	});

	it('leaves name and list price to all variants of a product', () => {
		const variants = [held(5, 'TEA', { 'template.': { products: [5, 7] } })];
		expect(asked(planned([item('TEA', { name: 'Tea, large', price: 9 })], variants))).toEqual([]);
	});

	it.each([
		['that is archived', item('TEA'), [held(5, 'TEA', { active: false })], /archived/],
		['whose code two have', item('TEA'), [held(5, 'TEA'), held(6, 'tea')], /several products/],
		['that is new and has no name', { kind: 'product', sku: 'NEW' } as const, [], /no name/],
		['with prices in another currency', item('TEA', { price: 5, currency: 'EUR' }), [held(5, 'TEA')], /EUR/],
	])('refuses one %s', (_what, given, products, problem) => {
		const calls = planned([given], products);
		expect(asked(calls)).toEqual([]);
		expect(outcomes(calls)).toMatchObject([
			{ outcome: 'failed', problem: expect.stringMatching(problem), remedy: expect.stringMatching(/\.$/) },
		]);
	});

	it('does not mind an archived product beside the active one', () => {
		expect(asked(planned([item('TEA')], [held(4, 'TEA', { active: false }), held(5, 'TEA')]))).toEqual([]);
	});

	it('names the setting if Tryton has no such unit, and the user if it has no company', () => {
		const answer = (result: unknown) => ({ result });
		const company = answer([{ id: 1, 'currency.': { code: 'USD' } }]);
		const responses = { currency: company, unit: answer([{ id: 2 }]), products: answer([]) };
		expect(catalogueOf(responses, { unit: 'u' })).toEqual({
			products: [],
			company: { id: 1, currency: 'USD' },
			unit: 2,
		});
		expect(() => catalogueOf({ ...responses, unit: answer([]) }, { unit: 'pc' })).toThrow(
			/symbol pc.*unit in Settings/,
		);
		expect(() => catalogueOf({ ...responses, currency: answer([]) }, {})).toThrow(/no company/);
	});
});

const component = (id: number, code: string, quantity: number, factor = 1) => ({
	id,
	parent_template: 107,
	'parent_template.': { code: 'SET', name: 'Set' },
	'product.': { code, 'default_uom.': { factor: 1 } },
	quantity,
	'unit.': { factor },
});
const NO_MODULE = { error: ["'product.component'", []] };
const KIT = held(7, 'SET', { type: 'kit', name: 'Set' });

describe('kits of Tryton', () => {
	const bundle = (parts: Record<string, number>, sku = 'SET'): ExtensivBundleItem => ({
		kind: 'bundle',
		sku,
		name: 'Set',
		cost: 9,
		components: Object.entries(parts).map(([one, quantity]) => ({ sku: one, quantity })),
	});
	const calls = (given: ExtensivBundleItem, components: object[], changeExisting: unknown = true) =>
		kitCalls([given], { ...TRYTON, products: [...TRYTON.products, KIT] }, { result: components }, { changeExisting });

	it('are bundles for Extensiv, in pieces', () => {
		const items = bundleItems({ result: [component(1, 'TEA', 1, 12), component(2, 'CUP', 2)] });
		expect(misfits(items as never, bundleComponentItem)).toEqual([]);
		expect(items).toEqual([
			{ sku: 'SET', name: 'Set', componentSku: 'TEA', quantity: 12 },
			{ sku: 'SET', name: 'Set', componentSku: 'CUP', quantity: 2 },
		]);
	});

	it('need a module: without it, each bundle says so', () => {
		expect(() => bundleItems(NO_MODULE)).toThrow(/module product_kit.*bundles to false/s);
		const planned = kitCalls([bundle({ TEA: 1 })], TRYTON, NO_MODULE, { changeExisting: true });
		expect(asked(planned)).toEqual([]);
		expect(outcomes(planned)).toMatchObject([
			{
				outcome: 'failed',
				problem: expect.stringContaining('SET was not written'),
				remedy: expect.stringContaining('Activate'),
			},
		]);
	});

	it('end the run if Tryton refuses to show them for another reason', () => {
		expect(() => kitCalls([], TRYTON, { error: ['UserError', ['No access.', '']] }, { changeExisting: true })).toThrow(
			/No access/,
		);
	});

	it('are created with their components, without a cost of their own', () => {
		const [[method, [kit]] = ['', [{}]]] = asked(calls(bundle({ TEA: 2, CUP: 1 }, 'NEW'), [])) as Array<
			[string, [object]]
		>;
		expect(method).toBe('template.create');
		expect(kit).toMatchObject({
			code: 'NEW',
			type: 'kit',
			products: [['create', [{}]]],
			components: [
				[
					'create',
					[
						{ product: 5, quantity: 2, unit: 1 },
						{ product: 6, quantity: 1, unit: 1 },
					],
				],
			],
		});
	});

	it('get other components if they differ, and only then', () => {
		expect(asked(calls(bundle({ CUP: 1, TEA: 2 }), [component(1, 'TEA', 2), component(2, 'cup', 1)]))).toEqual([]);
		const other = [component(1, 'TEA', 3)];
		expect(asked(calls(bundle({ TEA: 2 }), other))).toEqual([
			[
				'template.write',
				[107],
				{
					components: [
						['delete', [1]],
						['create', [{ product: 5, quantity: 2, unit: 1 }]],
					],
				},
			],
		]);
		expect(asked(calls(bundle({ TEA: 2 }), other, false))).toEqual([]);
	});

	it.each([
		['a component that Tryton does not have', bundle({ MILK: 1 }), /no product MILK/],
		['a plain product of Tryton', bundle({ CUP: 1 }, 'TEA'), /no kit in Tryton/],
	])('refuse %s', (_what, given, problem) => {
		const all = calls(given, []);
		expect(asked(all)).toEqual([]);
		expect(outcomes(all)).toMatchObject([{ outcome: 'failed', problem: expect.stringMatching(problem) }]);
	});

	it('do not consist of any one of several products that have the component’s code', () => {
		const products = [...TRYTON.products, held(9, 'tea')];
		const all = kitCalls(
			[bundle({ TEA: 1 }, 'NEW')],
			{ ...TRYTON, products },
			{ result: [] },
			{ changeExisting: true },
		);
		expect(asked(all)).toEqual([]);
		expect(outcomes(all)).toMatchObject([
			{
				outcome: 'failed',
				problem: expect.stringMatching(/several products with the code TEA/),
				remedy: expect.stringMatching(/code of its own/),
			},
		]);
	});
});
