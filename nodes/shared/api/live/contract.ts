import { contractWith } from '../common/adapter';
import { CAPABILITIES } from '../ports/capabilities';

/** Order statuses (live-api section 7.1). Responses may also have `FBA_INBOUND_SHIPMENT_PLAN`; requests never do. */
const ORDER_STATUSES = [
	'UNRESOLVED',
	'AWAITING_PAYMENT',
	'AWAITING_SHIPMENT',
	'AWAITING_MC_FULFILLMENT',
	'AWAITING_3PL_EXPORT',
	'AWAITING_DROPSHIP',
	'PENDING_FULFILLMENT',
	'SKU_UNPROCESSED',
	'SHIPPED',
	'CANCELLED',
	'ON_HOLD',
	'PROCESSED_OUTSIDE_OF_SKUBANA',
	'INBOUND_SHIPMENT_PLAN',
];

/** The live API, which supports everything. */
export const LIVE_CONTRACT = contractWith({
	name: 'live',
	title: 'The live API',
	capabilities: Object.keys(CAPABILITIES) as Array<keyof typeof CAPABILITIES>,
	menu: 'everything',
	orderStatuses: ORDER_STATUSES,
});
