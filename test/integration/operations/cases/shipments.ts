import { newOrder } from '../../../support/parameters';
import { newParcel, numbered, seedOrders } from '../../../support/shipments';
import type { Stage } from '../../../support/stage';
import type { Cases } from './case';

const SPAN = { from: '2025-01-01T00:00:00Z', until: '2025-01-10T00:00:00Z' };
const seedShipped = (stage: Stage): void =>
	void stage.control.seed({ generateOrders: { count: 12, status: 'SHIPPED', from: SPAN.from, to: SPAN.until } });
const unknown = { bad: { no: 'NW-404' }, names: [/number/i, /NW-404/] };

export const SHIPMENTS: Cases = {
	'shipment createExternal': {
		arrange: (stage) =>
			void stage.control.seed({ orders: [{ orderNumber: 'OPEN' }, { orderNumber: 'GONE', status: 'CANCELLED' }] }),
		parameters: newParcel(),
		good: { no: 'OPEN', tracking: 'T-1' },
		gives: { outcome: 'registered', trackingNumber: 'T-1' },
		bad: { no: 'GONE', tracking: 'T-2' },
		names: [/GONE/, /cancelled/i],
	},
	'shipment getByOrder': {
		parameters: { order: numbered('={{ $json.no }}'), options: { ownOnly: true } },
		good: { no: 'NW-10045' },
		gives: { orderNumber: 'NW-10045', shipmentCount: 1 },
		...unknown,
	},
	'shipment getAll': {
		parameters: { from: '={{ $json.from }}', to: '2025-03-07T00:00:00Z', limit: 1 },
		good: { from: '2025-03-01T00:00:00Z' },
		gives: { orderNumber: 'NW-10045' },
		bad: { from: 'the day before' },
		names: [/From/, /the day before/],
		pages: {
			arrange: seedShipped,
			parameters: { from: SPAN.from, to: SPAN.until, returnAll: true, options: { pageSize: 2 } },
			call: 'GET /v1/shipments',
			by: 'shipmentId',
			rows: 12,
		},
		guide: {
			pages: {
				arrange: seedShipped,
				parameters: { from: SPAN.from, to: SPAN.until, returnAll: true, options: { pageSize: 2 } },
				call: 'GET /api/shipments',
				by: 'shipmentId',
				rows: 12,
			},
		},
	},
	'shipment shipStandard': {
		arrange: async (stage) => {
			seedOrders(stage, 'NO-METHOD');
			await stage.orders(
				'create',
				newOrder({ orderNumber: 'READY', additionalFields: { carrier: 'UPS', paymentDate: '2026-03-05' } }),
			);
		},
		parameters: { order: numbered('={{ $json.no }}') },
		good: { no: 'READY' },
		gives: { outcome: 'shipped', orderNumber: 'READY' },
		bad: { no: 'NO-METHOD' },
		names: [/NO-METHOD/, /ship method/],
	},
	'shipment void': {
		parameters: { shipmentId: '={{ $json.id }}' },
		good: { id: 6600127 },
		gives: { outcome: 'voided' },
		bad: { id: 404 },
		names: [/Shipment 404/],
	},
	'carrier getAll': {
		parameters: { kind: '={{ $json.kind }}', limit: 1 },
		good: { kind: 'service' },
		gives: { kind: 'service', carrier: 'UPS' },
		bad: { kind: 'stamp' },
		names: [/Kind/, /stamp/],
	},
};
