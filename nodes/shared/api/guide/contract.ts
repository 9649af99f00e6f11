import { contractWith } from '../common/adapter';

/** The developer guide's contract; statuses are those of its examples. */
export const GUIDE_CONTRACT = contractWith({
	name: 'guide',
	title: "The developer guide's contract",
	capabilities: [
		'event.orderCreated',
		'event.orderUpdated',
		'event.orderStatusChanged',
		'event.shipmentCreated',
		'event.productCreated',
		'event.productUpdated',
		'event.stockLevelChanged',
		'event.stockBelowThreshold',
	],
	orderStatuses: ['pending', 'fulfilled', 'cancelled'],
});
