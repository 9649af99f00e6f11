import { InputError } from '../inputError';

/** The stages of an order as a shop sees them, the same under both contracts. */
export const LIFECYCLES = [
	'unresolved',
	'awaitingPayment',
	'pending',
	'onHold',
	'fulfilled',
	'cancelled',
	'external',
] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/**
 * The known order statuses: the service's value, a name for people, and its lifecycle stage.
 * Sources: live-api section 7.1 (statuses), the guide's examples `pending`, `fulfilled`, `cancelled`.
 * `FBA_INBOUND_SHIPMENT_PLAN` is the name that older accounts still show for `INBOUND_SHIPMENT_PLAN`.
 */
export const ORDER_STATUSES: ReadonlyArray<{ status: string; name: string; lifecycle: Lifecycle }> = [
	{ status: 'UNRESOLVED', name: 'Unresolved', lifecycle: 'unresolved' },
	{ status: 'AWAITING_PAYMENT', name: 'Awaiting Payment', lifecycle: 'awaitingPayment' },
	{ status: 'AWAITING_SHIPMENT', name: 'Awaiting Shipment', lifecycle: 'pending' },
	{ status: 'AWAITING_MC_FULFILLMENT', name: 'Awaiting Multi-Channel Fulfillment', lifecycle: 'pending' },
	{ status: 'AWAITING_3PL_EXPORT', name: 'Awaiting 3PL Export', lifecycle: 'pending' },
	{ status: 'AWAITING_DROPSHIP', name: 'Awaiting Dropship', lifecycle: 'pending' },
	{ status: 'PENDING_FULFILLMENT', name: 'Pending Fulfillment', lifecycle: 'pending' },
	{ status: 'SKU_UNPROCESSED', name: 'SKU Unprocessed', lifecycle: 'unresolved' },
	{ status: 'SHIPPED', name: 'Shipped', lifecycle: 'fulfilled' },
	{ status: 'CANCELLED', name: 'Cancelled', lifecycle: 'cancelled' },
	{ status: 'ON_HOLD', name: 'On Hold', lifecycle: 'onHold' },
	{ status: 'PROCESSED_OUTSIDE_OF_SKUBANA', name: 'Processed Outside of Skubana', lifecycle: 'external' },
	{ status: 'INBOUND_SHIPMENT_PLAN', name: 'Inbound Shipment Plan', lifecycle: 'external' },
	{ status: 'FBA_INBOUND_SHIPMENT_PLAN', name: 'FBA Inbound Shipment Plan', lifecycle: 'external' },
	{ status: 'pending', name: 'Pending', lifecycle: 'pending' },
	{ status: 'fulfilled', name: 'Fulfilled', lifecycle: 'fulfilled' },
	{ status: 'cancelled', name: 'Cancelled', lifecycle: 'cancelled' },
];

/** The lifecycle stage of a status; null for a status that no source names, rather than a guess. */
export const lifecycleOf = (status: string): Lifecycle | null =>
	ORDER_STATUSES.find((row) => row.status === status)?.lifecycle ?? null;

/**
 * The service's statuses for a lifecycle stage or a status: `pending` gives all that await fulfillment, `SHIPPED` gives
 * itself.
 * @param supported the statuses that the service accepts in a filter
 * @throws InputError for any other word
 */
export function statusesOf(word: string, supported: readonly string[]): string[] {
	const own = ORDER_STATUSES.filter(({ status }) => supported.includes(status));
	const direct = own.find(
		(row) => row.status.toLowerCase() === word.toLowerCase() || row.name.toLowerCase() === word.toLowerCase(),
	);
	if (direct && !(LIFECYCLES as readonly string[]).includes(word)) return [direct.status];
	const lifecycle = LIFECYCLES.find((name) => name.toLowerCase() === word.toLowerCase()) ?? foreignLifecycle(word);
	if (!lifecycle) {
		throw new InputError(
			'Status',
			`“${word}” is not an order status.`,
			`Use one of ${LIFECYCLES.join(', ')}, or the service's own word.`,
		);
	}
	return own.filter((row) => row.lifecycle === lifecycle).map((row) => row.status);
}

/** The stage of another contract's status, so that a workflow works with either contract. */
const foreignLifecycle = (word: string): Lifecycle | undefined =>
	ORDER_STATUSES.find((row) => row.status.toLowerCase() === word.toLowerCase())?.lifecycle;
