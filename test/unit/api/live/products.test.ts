import type { OrderManagerApi } from '../../../../nodes/shared/api/ports';
import type { NewProduct } from '../../../../nodes/shared/domain/product/product';
import { orderManager } from '../../../support/apiClient';
import { ScriptedService } from '../../../support/scriptedService';

const cup: NewProduct = { type: 'core', sku: 'CUP-1', details: { name: 'Cup', brand: 'Northwind' } };
const row = (more = {}) => ({ productId: 7, masterSku: 'CUP-1', ...more });

describe('products of the live API, where the sources do not tell what an answer looks like', () => {
	const service = new ScriptedService();
	let manager: OrderManagerApi;
	beforeAll(async () => service.start());
	beforeEach(() => (manager = orderManager('live', service.url)));
	afterAll(async () => service.close());

	const create = async (...products: NewProduct[]) =>
		(
			await manager.products.create(
				products.map((value, index) => ({ index, value })),
				{ lookUpFirst: false },
			)
		).map((one) => (one.ok ? one.value.value : one.error.message));

	it.each([
		['results that tell the ID', { message: 'ok', results: [row()], errors: [] }, []],
		['results of another shape', { message: 'ok', results: [7], errors: null }, [row()]],
		['no results at all', {}, [row()]],
	])('a created product has its ID after %s', async (_, response, found) => {
		service.script({ body: response }, ...found.map((body) => ({ body })));
		expect(await create(cup)).toEqual([{ outcome: 'created', productId: '7', sku: 'CUP-1', notSent: [] }]);
	});

	it('a product that the answer confirms stays created, also when the service does not show it yet', async () => {
		service.script({ body: { results: [{ masterSku: 'CUP-1' }] } }, { status: 404, body: {} });
		expect(await create(cup)).toMatchObject([{ outcome: 'created', productId: null }]);
	});

	it('a product that neither the answer confirms nor a look-up shows is not called created', async () => {
		service.script({ body: {} }, { status: 404, body: {} });
		expect(await create(cup)).toEqual([expect.stringMatching(/look-up does not show/)]);
	});

	it('custom fields of a product that is not shown yet are an error that says what is done and what is not', async () => {
		service.script({ body: { results: [{ masterSku: 'CUP-1' }] } }, { status: 404, body: {} });
		expect(await create({ ...cup, customFields: [{ fieldId: 'f', value: 1 }] })).toEqual([
			expect.stringMatching(/was created, but its custom fields were not set/),
		]);
	});

	it('remarks in an answer are not refusals', async () => {
		service.script({ body: { results: [row()], errors: [{ index: 1, severity: 'WARNING', message: 'No UPC' }] } });
		expect(await create(cup)).toMatchObject([{ outcome: 'created' }]);
	});

	it('a refused row is told by its number or by its SKU', async () => {
		const second: NewProduct = { ...cup, sku: 'CUP-2' };
		for (const rowError of [{ index: 2 }, { identifier: 'CUP-2' }]) {
			service.script({
				body: { results: [row()], errors: [{ ...rowError, errorCode: 'X1', message: 'No', severity: 'CRITICAL' }] },
			});
			expect(await create(cup, second)).toEqual([
				expect.objectContaining({ outcome: 'created' }),
				expect.stringMatching(/No/),
			]);
		}
	});

	describe('custom field values', () => {
		const value = {
			customFieldValueId: 'v',
			customFieldDef: { customFieldDefId: 'f', name: 'Material', type: 'TEXTSHORT' },
			value: 'Tin',
		};
		const read = [{ fieldId: 'f', name: 'Material', type: 'TEXTSHORT', valueId: 'v', value: 'Tin' }];
		const definitions = { results: [{ customFieldDefId: 'f', name: 'Material', type: 'TEXTSHORT' }] };
		const key = { productId: '7' };

		it.each([
			['one object', value, read],
			['a list', [value], read],
			['a wrapper', { message: 'ok', results: [value], errors: [] }, read],
			['a wrapper around one object', { results: value }, read],
			['an empty list', [], []],
			['an empty object', {}, []],
		])('come as %s', async (_, body, expected) => {
			service.script({ body });
			expect(await manager.productFields?.get([{ index: 0, value: key }])).toMatchObject([
				{ ok: true, value: { value: { customFields: expected } } },
			]);
		});

		it('that are refused in an answer that says yes are an error', async () => {
			service.script(
				{ body: definitions },
				{ body: { results: [], errors: [{ index: 1, message: 'Too long', severity: 'CRITICAL' }] } },
			);
			const [one] =
				(await manager.productFields?.set([
					{ index: 0, value: { key, values: [{ field: 'Material', value: 'Tin' }] } },
				])) ?? [];
			expect(one).toMatchObject({ ok: false, error: { message: expect.stringMatching(/Too long/) } });
		});
	});

	it('a product of which almost everything is null can be read', async () => {
		service.script({
			body: row({
				parentId: 0,
				customFieldValues: null,
				categories: null,
				buyer: null,
				mapPrice: null,
				type: 'SOMETHING_NEW',
			}),
		});
		expect(await manager.products.get([{ index: 0, value: key7 }])).toMatchObject([
			{ ok: true, value: { value: { sku: 'CUP-1', type: null, parentId: null, categories: [], customFields: [] } } },
		]);
	});
});

const key7 = { productId: '7' };
