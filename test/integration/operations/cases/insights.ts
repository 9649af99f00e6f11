import type { Cases } from './case';

const WHOLE = { neverRefused: 'It is about the whole account, whatever the item says.', together: true } as const;

export const INSIGHTS: Cases = {
	'connection check': {
		parameters: {},
		good: { at: 'noon' },
		gives: { status: 'ok', account: 'Northwind Outdoor LLC', missingPermissions: '' },
		...WHOLE,
		path: '/v1/companyinfo',
		guide: { gives: { status: 'ok', account: null, missingPermissions: '' }, path: '/api/orders' },
	},
	'stock reconcile': {
		parameters: { sku: '={{ $json.sku }}', onHand: '={{ $json.onHand }}' },
		good: { sku: 'MUG-BLU-12', onHand: 100_000 },
		gives: { outcome: 'different', sku: 'MUG-BLU-12', erpOnHand: 100_000 },
		bad: { sku: 'POT-CMP-2L', onHand: 'a few' },
		names: [/On Hand/, /a few/],
	},
	'order reconcile': {
		parameters: { orderNumber: '={{ $json.no }}', compare: { status: '={{ $json.status }}' } },
		good: { no: 'NW-10046', status: 'fulfilled' },
		gives: { outcome: 'statusDiffers', orderNumber: 'NW-10046' },
		bad: { no: 'NW-10045', status: 'gone fishing' },
		names: [/Status/, /gone fishing/],
	},
	'kpi get': {
		parameters: { from: '2025-03-01', to: '2025-04-01', erpOrderNumber: '={{ $json.no }}' },
		good: { no: 'NW-10045' },
		gives: { ordersCreated: 3, erpOrders: 1, orderSyncPercent: 100 },
		bad: { no: ['NW-10045', 'NW-10046'] },
		names: [/ERP Order Number/],
	},
	'dashboard create': {
		parameters: {
			from: '2025-03-01',
			to: '2025-04-01',
			failures: { reason: '={{ $json.reason }}', time: '={{ $json.time }}' },
		},
		good: { reason: 'No stock', time: '2025-03-05T10:00:00Z' },
		gives: { html: expect.stringContaining('No stock') },
		bad: { reason: 'No stock', time: 'tea time' },
		names: [/Time/, /tea time/],
	},
};
