import { byId, DIRECT } from '../../../support/parameters';
import { byHand, bySku, MUG } from '../../../support/products';
import type { Cases } from './case';

const named = bySku('={{ $json.sku }}');
const unknown = { bad: { sku: 'NONE' }, names: [/SKU/, /NONE/] };
const creation = {
	parameters: byHand({ sku: '={{ $json.sku }}', name: '={{ $json.name }}', brand: 'Northwind' }),
	good: { sku: 'CUP-1', name: 'Cup' },
	gives: { outcome: 'created', sku: 'CUP-1' },
	bad: { sku: 'CUP-2', name: 'REFUSE ME' },
	names: [/CUP-2/, /refused as asked/],
};

export const PRODUCTS: Cases = {
	'product create': creation,
	'product upsert': creation,
	'product update': {
		parameters: { product: named, ...byHand({ name: '={{ $json.name }}' }) },
		good: { sku: 'MUG', name: 'Cup' },
		gives: { outcome: 'updated', sku: 'MUG' },
		bad: { sku: 'POT', name: 'REFUSE ME' },
		names: [/POT/, /refused as asked/],
		guide: { bad: { sku: 'NONE', name: 'Cup' }, names: [/SKU/, /NONE/] },
	},
	'product get': { parameters: { product: named }, good: { sku: MUG.sku }, gives: { productId: MUG.id }, ...unknown },
	'product getAll': {
		parameters: { limit: 1, filters: { modifiedFrom: '={{ $json.since }}' } },
		good: { since: '2025-01-01' },
		gives: { productId: MUG.id },
		bad: { since: 'the day before' },
		names: [/Modified After/, /the day before/],
		pages: { call: 'GET /v1.1/products', by: 'productId', rows: 8 },
		guide: { pages: { call: 'GET /api/products', by: 'productId', rows: 8 } },
	},
	'product addImage': {
		parameters: { product: named, imageUrl: '={{ $json.image }}' },
		good: { sku: 'MUG', image: 'https://images.example.com/mug.jpg' },
		gives: { outcome: 'added', sku: 'MUG' },
		bad: { sku: 'MUG', image: 'mug.jpg' },
		names: [/Image URL/, /mug\.jpg/],
	},
	'product setCategory': {
		parameters: { product: named, category: 'Gifts' },
		good: { sku: 'MUG' },
		gives: { outcome: 'assigned', category: 'Gifts' },
		...unknown,
	},
	'productLabel get': {
		parameters: { product: named },
		good: { sku: MUG.sku },
		gives: { labelNames: 'core-range' },
		...unknown,
	},
	'productLabel add': {
		parameters: { product: named, labels: ['12'] },
		good: { sku: 'MUG' },
		gives: { labelNames: 'Priority' },
		...unknown,
	},
	'productLabel remove': {
		parameters: { product: named, labels: ['13'] },
		good: { sku: MUG.sku },
		gives: { labelNames: null },
		...unknown,
	},
	'productCustomField get': {
		parameters: { product: named },
		good: { sku: MUG.sku },
		gives: { values: 'Material: Enamelled steel' },
		...unknown,
	},
	'productCustomField set': {
		parameters: { product: named, customFields: { field: [{ field: '={{ $json.field }}', value: 'Tin' }] } },
		good: { sku: 'MUG', field: 'Material' },
		gives: { values: 'Material: Tin' },
		bad: { sku: 'MUG', field: 'Colour' },
		names: [/custom field/i, /Colour/],
	},
	'listing getAll': {
		parameters: { limit: 1, filters: { createdFrom: '={{ $json.since }}', salesChannel: byId(DIRECT) } },
		good: { since: '2024-01-01' },
		gives: { listingSku: 'NW-MUG-BLU' },
		bad: { since: 'the day before' },
		names: [/Created After/, /the day before/],
		pages: { call: 'GET /v1/listings', by: 'listingId', rows: 7 },
	},
	'listing create': {
		parameters: {
			salesChannel: byId(DIRECT),
			listingSku: '={{ $json.listing }}',
			product: bySku('MUG'),
			options: { lookUpFirst: false },
		},
		good: { listing: 'L-1' },
		gives: { outcome: 'created', listingSku: 'L-1' },
		bad: { listing: 'NW-MUG-BLU' },
		names: [/NW-MUG-BLU/, /exists/],
	},
	'listing update': {
		parameters: {
			salesChannel: byId(DIRECT),
			listingBy: 'sku',
			listingSku: '={{ $json.listing }}',
			updateFields: { pushInventory: false },
		},
		good: { listing: 'NW-MUG-BLU' },
		gives: { outcome: 'updated', listingSku: 'NW-MUG-BLU' },
		bad: { listing: 'L-404' },
		names: [/SKU L-404/],
	},
};
