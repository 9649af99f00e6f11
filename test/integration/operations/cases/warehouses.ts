import { byId, COLUMBUS, RENO } from '../../../support/parameters';
import type { Cases } from './case';

const named = byId('={{ $json.id }}');
const unknown = { bad: { id: 9999 }, names: [/warehouse/i, /9999/] };

export const WAREHOUSES: Cases = {
	'warehouse getAll': {
		parameters: { limit: 1 },
		good: { at: 'noon' },
		gives: { warehouseId: RENO },
		neverRefused: 'It asks for all warehouses, whatever the item says.',
		path: '/v1/warehouses',
		guide: {
			path: '/api/warehouses',
			pages: {
				arrange: (stage) =>
					void stage.control.seed({ warehouses: Array.from({ length: 102 }, (_, at) => ({ name: `Shed ${at}` })) }),
				parameters: { returnAll: true },
				call: 'GET /api/warehouses',
				by: 'warehouseId',
				rows: 105,
			},
		},
	},
	'warehouse get': {
		parameters: { warehouse: named },
		good: { id: COLUMBUS },
		gives: { name: 'Columbus 3PL' },
		...unknown,
	},
	'warehouse create': {
		parameters: {
			name: '={{ $json.name }}',
			additionalFields: {
				address: {
					value: { street1: '1 Quay', city: 'Harbour', postalCode: '20457', country: '={{ $json.country }}' },
				},
			},
		},
		good: { name: 'Hamburg', country: 'Germany' },
		gives: { outcome: 'created', name: 'Hamburg' },
		bad: { name: 'Kiel', country: 'Atlantis' },
		names: [/Country/, /Atlantis/],
	},
	'warehouse update': {
		parameters: { warehouse: named, updateFields: { fax: '555-0100' } },
		good: { id: COLUMBUS },
		gives: { outcome: 'updated', warehouseId: COLUMBUS },
		...unknown,
	},
	'salesChannel getAll': {
		parameters: { limit: 1 },
		good: { at: 'noon' },
		gives: { name: 'Northwind Direct' },
		neverRefused: 'It asks for all sales channels, whatever the item says.',
		path: '/v1/saleschannels',
	},
	'account getCompany': {
		parameters: {},
		good: { at: 'noon' },
		gives: { name: 'Northwind Outdoor LLC' },
		neverRefused: 'There is one company, which one call brings for all items.',
		path: '/v1/companyinfo',
		together: true,
	},
	'account getThrottleLimits': {
		parameters: { limit: 1 },
		good: { at: 'noon' },
		gives: { method: expect.any(String), maxRequests: expect.any(Number) },
		neverRefused: 'It asks for all limits, whatever the item says.',
		path: '/v1/throttlelimits',
	},
	'account getOptions': {
		parameters: { catalogue: '={{ $json.catalogue }}', limit: 1 },
		good: { catalogue: 'paymentTypes' },
		gives: { name: 'Cash' },
		bad: { catalogue: 'stamps' },
		names: [/Catalog/, /stamps/],
	},
};
