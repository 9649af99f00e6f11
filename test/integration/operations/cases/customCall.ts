import type { Cases } from './case';

/** The call that every node has. */
export const CUSTOM_CALL: Cases = {
	'customApiCall call': {
		parameters: { method: 'GET', path: '={{ $json.path }}' },
		good: { path: '/v1.1/orders/77120046' },
		gives: { orderNumber: 'NW-10046' },
		bad: { path: '/v1.1/orders/404' },
		names: [/404/],
		pages: {
			parameters: { path: '/v1.1/orders', returnAll: true, options: { pageSize: 2 } },
			call: 'GET /v1.1/orders',
			by: 'orderId',
			rows: 3,
		},
		guide: {
			good: { path: '/api/orders/77120046' },
			gives: { id: 77120046 },
			bad: { path: '/api/orders/404' },
			pages: {
				parameters: { path: '/api/orders', returnAll: true, options: { pageSize: 2 } },
				call: 'GET /api/orders',
				by: 'id',
				rows: 3,
			},
		},
	},
};
