import type { CreatedOrder } from '../../../../shared/domain/order/order';
import type { Lifecycle } from '../../../../shared/domain/order/orderStatus';
import { own, ownRare, shapeOf } from '../../../../shared/n8n/output/shape';

/** Statuses in which an order does not ship until somebody acts, and what to do. */
const ATTENTION: Partial<Record<Lifecycle, { one: string; many: string; todo: string }>> = {
	awaitingPayment: {
		one: 'order waits for payment (AWAITING_PAYMENT) and does not ship',
		many: 'orders wait for payment (AWAITING_PAYMENT) and do not ship',
		todo: 'If they are already paid, set Paid or Payment Date. Otherwise mark them as paid in Order Manager later.',
	},
	unresolved: {
		one: 'order is unresolved (UNRESOLVED) and does not ship',
		many: 'orders are unresolved (UNRESOLVED) and do not ship',
		todo:
			'Usually a SKU has no listing in the sales channel. Use the listing SKU, or create the listing (Extensiv ' +
			'Products, Listing, Create), then resolve the order in Order Manager.',
	},
};

/** How many order numbers a hint lists; it counts the rest. */
const LISTED = 10;

/**
 * Whether the order needs attention: it has a notice or does not ship. Null where the service gives no status.
 */
const needsAttention = ({ lifecycle, notice }: CreatedOrder): boolean | null => {
	if (notice) return true;
	return lifecycle === null ? null : lifecycle in ATTENTION;
};

/** The output of *Create* and *Create or Update*. */
export const receiptShape = shapeOf<CreatedOrder>({
	columns: [
		...own<CreatedOrder>('outcome', 'orderNumber', 'status'),
		{ name: 'needsAttention', of: needsAttention },
		...own<CreatedOrder>('lifecycle', 'orderId'),
		...ownRare<CreatedOrder>('notice', 'otherOrderIds', 'storedNumber'),
	],
	fields: [],
});

/** How many orders a hint spells out. */
const SPELT_OUT = 5;

/** One hint for the existing orders whose lines differ from the input. */
function otherLinesHint(orders: readonly CreatedOrder[]): string[] {
	const differing = orders.filter(({ otherLines }) => otherLines !== undefined);
	if (differing.length === 0) return [];
	const shown = differing.slice(0, SPELT_OUT).map(({ orderNumber, otherLines }) => `${orderNumber} (${otherLines})`);
	const more =
		differing.length > SPELT_OUT ? ` and ${differing.length - SPELT_OUT} more, see “notice” of their items` : '';
	return [
		`${differing.length === 1 ? '1 order exists' : `${differing.length} orders exist`} with other lines, which ` +
			`were not changed: ${shown.join(', ')}${more}.`,
	];
}

/** What needs attention after a run. */
export const attentionHints = (orders: readonly CreatedOrder[]): string[] => [
	...otherLinesHint(orders),
	...shippingHints(orders),
];

/** One hint for each status that keeps orders from shipping. */
const shippingHints = (orders: readonly CreatedOrder[]): string[] =>
	Object.entries(ATTENTION).flatMap(([lifecycle, { one, many, todo }]) => {
		const numbers = orders.filter((order) => order.lifecycle === lifecycle).map(({ orderNumber }) => orderNumber);
		if (numbers.length === 0) return [];
		const more = numbers.length > LISTED ? ` and ${numbers.length - LISTED} more` : '';
		return [
			`${numbers.length} ${numbers.length === 1 ? one : many}: ${numbers.slice(0, LISTED).join(', ')}${more}. ${todo}`,
		];
	});
