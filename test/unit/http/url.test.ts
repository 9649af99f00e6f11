import { urlOf } from '../../../nodes/shared/http/url';

const BASE = 'https://api.example.com';
const back = (url: string): URLSearchParams => new URL(url).searchParams;

describe('the address of a call', () => {
	it('is the base, the path with its ids and the query', () => {
		expect(urlOf(BASE, '/v1.1/orders/{orderId}', { orderId: '7' }, { page: 2 })).toBe(
			'https://api.example.com/v1.1/orders/7?page=2',
		);
	});

	it('keeps what the base has of a path', () => {
		expect(urlOf('https://example.com/gateway', '/api/orders')).toBe('https://example.com/gateway/api/orders');
	});

	it('has no question mark without a query', () => {
		expect(urlOf(BASE, '/v1/warehouses', {}, { sku: undefined })).toBe('https://api.example.com/v1/warehouses');
	});

	it('leaves absent values out and keeps false and 0', () => {
		expect(urlOf(BASE, '/x', {}, { a: undefined, b: false, c: 0, d: '' })).toBe(
			'https://api.example.com/x?b=false&c=0&d=',
		);
	});

	it('repeats the key of a list', () => {
		expect(urlOf(BASE, '/x', {}, { sku: ['A', 'B'] })).toBe('https://api.example.com/x?sku=A&sku=B');
	});

	it('leaves an empty list out', () => {
		expect(urlOf(BASE, '/x', {}, { sku: [] })).toBe('https://api.example.com/x');
	});

	it.each(['A&B', 'A#B', 'A/B', 'A?B', 'A+B', 'A B', 'A%20B', 'A=B', 'Größe 40', '10€', '☕', '"A"', 'A,B'])(
		'a value such as %s stays one value',
		(value) => {
			const url = urlOf(BASE, '/x/{id}', { id: value }, { sku: [value, 'other'], name: value });
			expect(back(url).getAll('sku')).toEqual([value, 'other']);
			expect(back(url).get('name')).toBe(value);
			expect(new URL(url).pathname.split('/').map(decodeURIComponent)).toEqual(['', 'x', value]);
			expect(new URL(url).hash).toBe('');
		},
	);
});
