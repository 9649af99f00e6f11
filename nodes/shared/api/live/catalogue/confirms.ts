import type { Confirmation } from '../../../http/endpoint';

const confirms = (by: Confirmation['by'], reason: string): Confirmation => ({
	by,
	empty: false,
	reason: `${reason} No source shows a response without a body.`,
});

/** What the responses to bulk writes promise (live-api section 5). */
export const RESULTS = confirms(
	'results',
	'A result or an error for each row is promised (SW), and read by a production client (SV); a 2xx can carry ' +
		'nothing but errors.',
);

/** Setting and creating stock returns results with known fields. */
export const STOCK_RESULTS = confirms(
	'results',
	'Each result names SKU and warehouse (SV); another row’s result confirms nothing.',
);

export const RESULT = confirms('result', 'One result for the whole order, and errors by row, are promised (SW).');

export const ID = confirms('id', 'An ID is promised (SW); no source says of what.');

/** One ID for all orders of a call: if there are several, the orders themselves are read. */
export const ORDER_ID = confirms(
	'id',
	'An ID is promised (SW): it confirms the one order of a call that has it; several orders are looked up.',
);

/** The record is always read afterwards, and that decides. */
export const READ_BACK = confirms(
	'lookUp',
	'The labels are read afterwards in any case, which says more than the ID that is promised (SW).',
);

export const VALUES = confirms(
	'values',
	'The sources disagree about the form (SW, TAP): the values that were set confirm, in whichever form they come.',
);

/** The only source (SW) gives no type for the responses of either warehouse write. */
export const LOOKED_UP = confirms(
	'lookUp',
	'The only source (SW) gives the response no type: the list of warehouses says more.',
);
export const OWN_ID = confirms(
	'thing',
	'The only source (SW) gives the response no type: one with the warehouse’s own ID confirms; else the warehouse ' +
		'is read.',
);

export const ORDERS_LISTED = confirms('list', 'The orders that were created are promised, with ID and number (SW MC).');

export const PARCELS_LISTED = confirms(
	'list',
	'A row for each parcel with a status of its own is promised (SW), and read by production clients (NODE GAS).',
);

export const RELEASED = confirms(
	'list',
	'The batch lists the orders that were sent (SW); those that it does not list are looked up.',
);
