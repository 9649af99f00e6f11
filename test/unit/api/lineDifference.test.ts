import { lineDifference } from '../../../nodes/shared/api/common/lineDifference';
import type { NewOrderLine, OrderLine } from '../../../nodes/shared/domain/order/order';

const wanted = (sku: string, quantity: number, unitPrice = 0): NewOrderLine => ({
	sku,
	name: sku,
	quantity,
	unitPrice,
	tax: 0,
	discount: 0,
});
const line = (
	sku: string,
	quantity: number,
	unitPrice: number | null = null,
	productSku: string | null = null,
): OrderLine => ({
	lineId: null,
	sku,
	productSku,
	name: null,
	quantity,
	unitPrice,
	tax: null,
	discount: null,
	notes: null,
});
const difference = (lines: NewOrderLine[], now: OrderLine[], currency: string | null = 'USD') =>
	lineDifference({ lines, currency: 'USD' }, { lines: now, currency });

describe('an order that exists, compared with the lines of the input', () => {
	it.each([
		['other goods', [wanted('POT', 3)], [line('MUG', 1)], 'it has 1 × MUG; the input has 3 × POT'],
		[
			'a line less, and only that is named',
			[wanted('MUG', 1), wanted('POT', 3)],
			[line('MUG', 1)],
			'it has none of them; the input has 3 × POT',
		],
		['a line more', [wanted('MUG', 1)], [line('MUG', 1), line('POT', 2)], 'it has 2 × POT; the input has none of them'],
		['another quantity', [wanted('MUG', 2)], [line('MUG', 1)], 'it has 1 × MUG; the input has 2 × MUG'],
		[
			'another price',
			[wanted('MUG', 2, 10)],
			[line('MUG', 2, 12.5)],
			'it has 2 × MUG at 12.5; the input has 2 × MUG at 10',
		],
	])('has %s', (_, lines, now, text) => {
		expect(difference(lines, now)).toBe(text);
	});

	it.each([
		['a line that the service has split', [wanted('MUG', 5, 10)], [line('MUG', 2, 10), line('MUG', 3, 10)]],
		['lines that the service has joined', [wanted('MUG', 2, 10), wanted('MUG', 3, 20)], [line('MUG', 5, 16)]],
		['a SKU in other letters', [wanted('mug ', 1)], [line('MUG', 1)]],
		['the SKU of the product', [wanted('MUG', 1)], [line('LISTING-7', 1, null, 'MUG')]],
		['only the SKU of the product', [wanted('MUG', 1)], [line('', 1, null, 'MUG')]],
		['a price that was rounded to the cent', [wanted('MUG', 10000, 0.00449)], [line('MUG', 10000, 0)]],
		['a price that is not known', [wanted('MUG', 1, 10)], [line('MUG', 1, null)]],
		['a price that nobody gave', [wanted('MUG', 1)], [line('MUG', 1, 10)]],
		['no lines, as some lists show orders', [wanted('MUG', 1)], []],
		['lines without SKUs', [wanted('MUG', 1)], [line('', 1)]],
		['lines without quantities', [wanted('MUG', 1)], [line('MUG', 0)]],
	])('says nothing of %s', (_, lines, now) => {
		expect(difference(lines, now)).toBeUndefined();
	});

	it('does not compare prices in two currencies', () => {
		expect(difference([wanted('MUG', 1, 10)], [line('MUG', 1, 9)], 'EUR')).toBeUndefined();
	});

	it('stays short where much differs', () => {
		const lines = Array.from({ length: 9 }, (_, at) => wanted(`SKU-${at}`, 1));
		expect(difference(lines, [line('MUG', 1)])).toMatch(/SKU-4, 4 more$/);
	});
});
