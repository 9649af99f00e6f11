import { messageOf } from '../../support/inWords';
import { GUIDE_CONTRACT } from '../../../nodes/shared/api/guide/contract';
import { LIVE_CONTRACT } from '../../../nodes/shared/api/live/contract';
import {
	type ColumnUse,
	allColumns,
	neededColumns,
	supportedColumns,
} from '../../../nodes/ExtensivProducts/resources/product/form/columns';
import { readDetails } from '../../../nodes/ExtensivProducts/resources/product/form/details';
import { valueAt } from '../../../nodes/shared/api/common/fields/paths';
import * as guide from '../../../nodes/shared/api/guide/products/mapping';
import { readProduct } from '../../../nodes/shared/api/live/products/read';
import { newProduct, productChange } from '../../../nodes/shared/api/live/products/write';
import {
	PRODUCT_FIELDS,
	PRODUCT_TYPES,
	type ProductDetails,
	type ProductField,
} from '../../../nodes/shared/domain/product/fields';
import { Fields } from '../../../nodes/shared/n8n/read/params';

const CONTRACTS = { live: LIVE_CONTRACT, guide: GUIDE_CONTRACT };

const FIELDS: readonly ProductField[] = PRODUCT_FIELDS;
const ROWS = FIELDS.map((field) => [field.name, field] as const);

/** What a user gives, what is read of it, and what the live API is sent. */
const GIVEN: Record<ProductField['kind'], unknown> = {
	text: 'Words',
	code: 'M-1',
	upc: '012345678905',
	flag: 'yes',
	measure: '2.5',
	amount: '12.50',
	currency: 'eur',
	country: 'Germany',
	list: 'a, b',
	urls: 'https://example.com/a.png',
};
const READ: typeof GIVEN = {
	...GIVEN,
	flag: true,
	measure: 2.5,
	amount: 12.5,
	currency: 'EUR',
	country: 'DE',
	list: ['a', 'b'],
	urls: ['https://example.com/a.png'],
};
const SENT: Partial<typeof GIVEN> = {
	amount: { amount: 12.5, currency: 'EUR' },
	country: 'DEU',
	urls: [{ url: 'https://example.com/a.png', rank: 0 }],
};
const WHOLE: ProductDetails = Object.fromEntries(FIELDS.map(({ name, kind }) => [name, READ[kind]]));
const wireOf = ({ kind }: ProductField): unknown => SENT[kind] ?? READ[kind];

const create = (type: 'core' | 'virtual', details = WHOLE) => newProduct({ type, sku: 'A', details }, () => '7');
const change = () => productChange({ productId: 7 }, WHOLE);
const has = (contract: 'live' | 'guide', use: ColumnUse, name: string) =>
	supportedColumns(CONTRACTS[contract], use).some(({ id }) => id === name);

describe.each(ROWS)('The product field %s', (name, field) => {
	const lacks = (body: 'virtual' | 'update') => field.notFor?.includes(body) === true;

	it('is a column with its label and its unit', () => {
		const label = field.unit ? `${field.label} (${field.unit})` : field.label;
		expect(allColumns.filter(({ id }) => id === name)).toMatchObject([{ label }]);
	});

	it('is a column where the contract and the operation have it', () => {
		const supported = (['core', 'virtual', 'update'] as const).map((use) => has('live', use, name));
		expect(supported).toEqual([true, !lacks('virtual'), !lacks('update')]);
		expect(has('guide', 'core', name)).toBe(field.guide === true);
	});

	it('is read from its column', () => {
		const fields = new Fields((column) => (column === name ? GIVEN[field.kind] : undefined), 'UTC');
		expect(readDetails(fields)).toEqual({ [name]: READ[field.kind] });
	});

	it.each([
		['a new product', () => create('core'), false],
		['a new virtual product', () => create('virtual'), lacks('virtual')],
		['a change', change, lacks('update')],
	] as const)('is in %s of the live API, or not sent', (_, send, lacking) => {
		const { body, notSent } = send();
		expect(notSent.includes(name)).toBe(lacking);
		if (field.live !== undefined) expect(valueAt(body, field.live)).toEqual(lacking ? undefined : wireOf(field));
	});

	it("is in what the guide's contract is sent, or not sent", () => {
		const { body, notSent } = guide.productBody({ [name]: READ[field.kind] });
		expect([body, notSent]).toEqual(field.guide ? [{ [name]: READ[field.kind] }, []] : [{}, [name]]);
	});

	it('comes out as it was sent', () => {
		const { isDigital: digital, isGiftCard: giftCard, ...body } = create('core').body;
		const read = readProduct({ productId: 7, ...body, digital, giftCard }, 'Get Products').value;
		expect(read).toMatchObject({ [name]: READ[field.kind] });
	});
});

describe('The table of product fields', () => {
	it('has each name and label once', () => {
		for (const key of ['name', 'label'] as const)
			expect(new Set(FIELDS.map((field) => field[key])).size).toBe(FIELDS.length);
	});

	it.each(PRODUCT_TYPES)('says what a new product of the type %s needs', (type) => {
		const needed = FIELDS.filter((field) => field.needed?.includes(type));
		expect(neededColumns(CONTRACTS.live, type).map(({ id }) => id)).toEqual(['sku', ...needed.map(({ name }) => name)]);
		if (type !== 'core' && type !== 'virtual') return;
		for (const { name, label } of needed)
			expect(messageOf(() => create(type, { ...WHOLE, [name]: undefined }))).toContain(
				`${label}: A new product needs it.`,
			);
	});

	it('keeps the order of the properties of a product, which fingerprints in saved triggers depend on', () => {
		const fields =
			'active brand description upc mpn weight length width height vendorCost mapPrice shippingCost currency hazmat ' +
			'digital giftCard allowBackorders shipsInOwnBox buyerName buyerEmail customsCountry customsDescription ' +
			'customsValue harmonizationCode parentId categories labels attributes imageUrls parts customFields';
		const knownOf = (order: string, value: object) =>
			Object.keys(value)
				.filter((name) => order.split(' ').includes(name))
				.join(' ');
		const live = `productId sku name type ${fields} createdAt updatedAt`;
		expect(knownOf(live, readProduct({ productId: 7, masterSku: 'A' }, 'Get Products').value)).toBe(live);
		const ofGuide = `name type ${fields} productId sku createdAt updatedAt`;
		expect(knownOf(ofGuide, guide.readProduct({ id: 7, sku: 'A' }, 'Get Products').value)).toBe(ofGuide);
	});
});
