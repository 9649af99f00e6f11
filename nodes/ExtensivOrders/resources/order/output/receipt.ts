import type { CreatedOrder } from '../../../../shared/domain/order/order';
import type { Lifecycle } from '../../../../shared/domain/order/orderStatus';
import { own, ownRare, shapeOf } from '../../../../shared/n8n/output/shape';

/** What keeps an order from being shipped until somebody acts, and what to do. */
const ATTENTION: Partial<Record<Lifecycle, { one: string; many: string; todo: string }>> = {
	awaitingPayment: {
		one: 'order waits for payment (AWAITING_PAYMENT) and does not ship',
		many: 'orders wait for payment (AWAITING_PAYMENT) and do not ship',
		todo:
			'Set Paid or Payment Date where they are paid already; else mark them as paid in Order Manager once they ' +
			'are.',
	},
	unresolved: {
		one: 'order is unresolved (UNRESOLVED) and does not ship',
		many: 'orders are unresolved (UNRESOLVED) and do not ship',
		todo:
			'Usually a SKU is no listing of the sales channel: use the listing SKU, or create the listing (Extensiv ' +
			'Products, Listing, Create), then resolve the order in Order Manager.',
	},
};

/** Order numbers that a hint lists; the rest is a number. */
const LISTED = 10;

/**
 * Whether somebody has to look at the order: it has a notice or does not ship. Null where the service gives no status.
 */
const needsAttention = ({ lifecycle, notice }: CreatedOrder): boolean | null => {
	if (notice) return true;
	return lifecycle === null ? null : lifecycle in ATTENTION;
};

/** What comes out of *Create* and *Create or Update*. */
export const receiptShape = shapeOf<CreatedOrder>({
	columns: [
		...own<CreatedOrder>('outcome', 'orderNumber', 'status'),
		{ name: 'needsAttention', of: needsAttention },
		...own<CreatedOrder>('lifecycle', 'orderId'),
		...ownRare<CreatedOrder>('notice', 'otherOrderIds', 'storedNumber'),
	],
	fields: [],
});

/** Orders whose other lines a hint spells out. */
const SPELT_OUT = 5;

/** One hint for the orders that exist with other lines than the input has. */
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

/** What somebody has to look at after a run. */
export const attentionHints = (orders: readonly CreatedOrder[]): string[] => [
	...otherLinesHint(orders),
	...shippingHints(orders),
];

/** One sentence for each thing that keeps orders of a run from being shipped. */
const shippingHints = (orders: readonly CreatedOrder[]): string[] =>
	Object.entries(ATTENTION).flatMap(([lifecycle, { one, many, todo }]) => {
		const numbers = orders.filter((order) => order.lifecycle === lifecycle).map(({ orderNumber }) => orderNumber);
		if (numbers.length === 0) return [];
		const more = numbers.length > LISTED ? ` and ${numbers.length - LISTED} more` : '';
		return [
			`${numbers.length} ${numbers.length === 1 ? one : many}: ${numbers.slice(0, LISTED).join(', ')}${more}. ${todo}`,
		];
	});
