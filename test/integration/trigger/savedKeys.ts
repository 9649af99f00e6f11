/** Keys of each event, by the event's name. */
type KeysByEvent = Record<string, string[]>;
/** Names of the keys in saved state, by the path of the object that has them. */
type Keys = Record<string, string[]>;

/*
 * n8n keeps what the trigger has saved for as long as the workflow lives. So these names stay, whatever the code calls
 * the things: a trigger that does not find a key has lost what it remembered under it.
 */
const DATED = ['cursor', 'seen', 'settings', 'since'];
const BEGUN = [...DATED, 'deepAt'];
const BACKLOG = [...DATED, 'width'];
const DATED_TOLD = ['cursor', 'reached', 'seen'];
const DELIVERY = ['at', 'known', 'round', 'since', 'width'];
const STOCK = ['armed', 'places', 'round', 'turn'];
const STOCK_EVENTS = ['stockBelowThreshold', 'stockLevelChanged'];

interface More {
	/** Keys beside `parts`. */
	more?: string[];
	told?: KeysByEvent;
	/** Stock events that have begun. */
	armed?: string[];
}

function state(parts: KeysByEvent, { told, more = [], armed }: More): Keys {
	const keys: Keys = {
		staticData: ['state'],
		'staticData.state': ['v', 'savedAt', 'parts', ...(told ? ['told'] : []), ...more],
		'staticData.state.parts': Object.keys(parts),
		...under('staticData.state.parts', parts),
		...(armed && { 'staticData.state.parts.stock.armed': armed }),
		...(told && { 'staticData.state.told': Object.keys(told), ...under('staticData.state.told', told) }),
	};
	return Object.fromEntries(Object.entries(keys).map(([path, names]) => [path, [...names].sort()]));
}

const under = (path: string, keys: KeysByEvent): Keys =>
	Object.fromEntries(Object.entries(keys).map(([event, names]) => [`${path}.${event}`, names]));

const orders = state(
	{ orderCreated: BEGUN, orderUpdated: BEGUN, orderStatusChanged: [...BEGUN, 'memory'] },
	{ told: { orderCreated: DATED_TOLD, orderUpdated: DATED_TOLD, orderStatusChanged: [...DATED_TOLD, 'ids'] } },
);
const backlog = state({ orderCreated: BACKLOG, orderUpdated: BACKLOG }, { told: { orderCreated: DATED_TOLD } });
const clocks = state({ orderCreated: BEGUN }, { more: ['notices', 'skew'] });
const records = { productCreated: BEGUN, productUpdated: BEGUN, shipmentCreated: BEGUN };
const liveRecords = { ...records, rmaCreated: BEGUN, purchaseOrderUpdated: BEGUN, shipmentUpdated: DELIVERY };
const stock = state(
	{ stock: [...STOCK, 'comparedAt', 'cursor', 'unreadable'] },
	{ armed: STOCK_EVENTS, told: { stock: ['cursor', 'skus'] } },
);
const stockInterrupted = state({ stock: [...STOCK, 'next'] }, { armed: STOCK_EVENTS });

/** The keys of each fixture in test/fixtures/triggerState. */
export const KEYS: Record<string, Keys> = {
	'orders.live': orders,
	'orders.guide': orders,
	'backlog.live': backlog,
	'backlog.guide': backlog,
	'records.live': state(liveRecords, { told: { shipmentUpdated: ['at', 'ids'] } }),
	'records.guide': state(records, {}),
	'lateShipments.guide': state({ shipmentCreated: [...BEGUN, 'deepFrom'] }, {}),
	'stock.live': stock,
	'stock.guide': stock,
	'stockInterrupted.live': stockInterrupted,
	'stockInterrupted.guide': stockInterrupted,
	'stockFeed.live': state(
		{ stock: [...STOCK, 'comparedAt', 'cursor', 'recheck', 'wholeUntil'] },
		{ armed: ['stockLevelChanged'] },
	),
	'clocks.live': clocks,
	'clocks.guide': clocks,
};
