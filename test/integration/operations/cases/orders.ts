import { chosen, seedOrder } from '../../../support/orderActions';
import { byNumber, newOrder } from '../../../support/parameters';
import type { Cases } from './case';

/** An order of the seed that waits, one that is shipped already, and none. */
const OPEN = { no: 'NW-10046' };
const SHIPPED = { no: 'NW-10045' };
const NONE = { no: 'NW-404' };
const unknown = { bad: NONE, names: [/number/i, /NW-404/] };
const shipped = { bad: SHIPPED, names: [/NW-10045/, /SHIPPED|fulfilled/] };

const creation = {
	parameters: newOrder({ recipientName: '={{ $json.to }}' }),
	good: { no: 'ERP-1', to: 'Alex Example' },
	gives: { outcome: 'created', orderNumber: 'ERP-1' },
	bad: { no: 'ERP-2', to: 'REFUSE ME' },
	names: [/ERP-2/, /refused as asked/],
};

export const ORDERS: Cases = {
	'order create': creation,
	'order upsert': creation,
	'order get': { parameters: byNumber(), good: OPEN, gives: { orderNumber: 'NW-10046' }, ...unknown },
	'order getAll': {
		parameters: { limit: 1, filters: { createdFrom: '={{ $json.since }}' } },
		good: { since: '2025-01-01' },
		gives: { orderNumber: 'NW-10045' },
		bad: { since: 'the day before' },
		names: [/Created After/, /the day before/],
		pages: { call: 'GET /v1.1/orders', by: 'orderId', rows: 3 },
		guide: { pages: { call: 'GET /api/orders', by: 'orderId', rows: 3 } },
	},
	'order update': {
		parameters: byNumber({ updateFields: { recipientName: '={{ $json.to }}' } }),
		good: { ...OPEN, to: 'Alex Example' },
		gives: { outcome: 'updated', orderNumber: 'NW-10046' },
		bad: { no: 'NW-10047', to: 'REFUSE ME' },
		names: [/NW-10047/, /refused as asked/],
	},
	'order validate': {
		parameters: chosen({ updateFields: { city: 'Troy' } }),
		good: OPEN,
		gives: { valid: true },
		...unknown,
	},
	'order cancel': { parameters: byNumber(), good: OPEN, gives: { outcome: 'cancelled' }, ...shipped },
	'order hold': {
		parameters: chosen({ holdUntil: '2031-05-01T00:00:00Z' }),
		good: OPEN,
		gives: { outcome: 'onHold' },
		...shipped,
	},
	'order restore': {
		arrange: (stage) => void seedOrder(stage, 'HELD', { status: 'ON_HOLD' }),
		parameters: chosen(),
		good: { no: 'HELD' },
		gives: { outcome: 'restored' },
		...unknown,
	},
	'order sendToFulfillment': {
		arrange: (stage) => void seedOrder(stage, 'WAITING', { status: 'AWAITING_3PL_EXPORT', warehouseId: 5102 }),
		parameters: chosen(),
		good: { no: 'WAITING' },
		gives: { outcome: 'sent', orderNumber: 'WAITING' },
		bad: SHIPPED,
		names: [/NW-10045/, /not waiting/],
	},
	'order split': {
		parameters: chosen({ parts: { piece: [{ newOrder: 1, sku: 'NW-MUG-BLU', quantity: 1 }] } }),
		good: OPEN,
		gives: { outcome: 'split' },
		...shipped,
	},
	'order setNotes': {
		parameters: chosen({ internalNotes: 'Fragile' }),
		good: OPEN,
		gives: { outcome: 'updated' },
		...unknown,
	},
	'order getStatuses': {
		parameters: {},
		good: { at: 'noon' },
		gives: { kind: 'status' },
		neverRefused: 'It asks for the one list of statuses, whatever the item says.',
		path: '/v1/orders/statuses',
	},
};
