import { InputError } from '../inputError';

/** The few words in which a shop speaks of an order, equal under both contracts. */
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
 * The one table of order states: the service's word, how a person would say it, and the lifecycle it belongs to.
 * Sources: live-api section 7.1 (statuses), the guide's examples `pending`, `fulfilled`, `cancelled`.
 * `FBA_INBOUND_SHIPMENT_PLAN` is the name
 * that older accounts still show for `INBOUND_SHIPMENT_PLAN`; it is read, and never asked for.
 */
export const ORDER_STATUSES: ReadonlyArray<{
	status: string;
	name: string;
	lifecycle: Lifecycle;
	contract: 'live' | 'guide';
	readOnly?: true;
}> = [
	{ status: 'UNRESOLVED', name: 'Unresolved', lifecycle: 'unresolved', contract: 'live' },
	{ status: 'AWAITING_PAYMENT', name: 'Awaiting Payment', lifecycle: 'awaitingPayment', contract: 'live' },
	{ status: 'AWAITING_SHIPMENT', name: 'Awaiting Shipment', lifecycle: 'pending', contract: 'live' },
	{
		status: 'AWAITING_MC_FULFILLMENT',
		name: 'Awaiting Multi-Channel Fulfillment',
		lifecycle: 'pending',
		contract: 'live',
	},
	{ status: 'AWAITING_3PL_EXPORT', name: 'Awaiting 3PL Export', lifecycle: 'pending', contract: 'live' },
	{ status: 'AWAITING_DROPSHIP', name: 'Awaiting Dropship', lifecycle: 'pending', contract: 'live' },
	{ status: 'PENDING_FULFILLMENT', name: 'Pending Fulfillment', lifecycle: 'pending', contract: 'live' },
	{ status: 'SKU_UNPROCESSED', name: 'SKU Unprocessed', lifecycle: 'unresolved', contract: 'live' },
	{ status: 'SHIPPED', name: 'Shipped', lifecycle: 'fulfilled', contract: 'live' },
	{ status: 'CANCELLED', name: 'Cancelled', lifecycle: 'cancelled', contract: 'live' },
	{ status: 'ON_HOLD', name: 'On Hold', lifecycle: 'onHold', contract: 'live' },
	{
		status: 'PROCESSED_OUTSIDE_OF_SKUBANA',
		name: 'Processed Outside of Skubana',
		lifecycle: 'external',
		contract: 'live',
	},
	{ status: 'INBOUND_SHIPMENT_PLAN', name: 'Inbound Shipment Plan', lifecycle: 'external', contract: 'live' },
	{
		status: 'FBA_INBOUND_SHIPMENT_PLAN',
		name: 'FBA Inbound Shipment Plan',
		lifecycle: 'external',
		contract: 'live',
		readOnly: true,
	},
	{ status: 'pending', name: 'Pending', lifecycle: 'pending', contract: 'guide' },
	{ status: 'fulfilled', name: 'Fulfilled', lifecycle: 'fulfilled', contract: 'guide' },
	{ status: 'cancelled', name: 'Cancelled', lifecycle: 'cancelled', contract: 'guide' },
];

/**
 * The lifecycle of a service's status; null for a status that no source names, which is passed on rather than guessed
 * at.
 */
export const lifecycleOf = (status: string): Lifecycle | null =>
	ORDER_STATUSES.find((row) => row.status === status)?.lifecycle ?? null;

/**
 * The service's statuses meant by a word of either kind: `pending` gives all that await fulfilment, `SHIPPED` gives
 * itself.
 * @throws InputError for a word of neither kind
 */
export function statusesOf(word: string, contract: 'live' | 'guide'): string[] {
	const own = ORDER_STATUSES.filter((row) => row.contract === contract && !row.readOnly);
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

/**
 * A status of the other contract still means something: a workflow does not care which contract its credential speaks.
 */
const foreignLifecycle = (word: string): Lifecycle | undefined =>
	ORDER_STATUSES.find((row) => row.status.toLowerCase() === word.toLowerCase())?.lifecycle;
